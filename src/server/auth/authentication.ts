/** Authentication of the requests to a scope of routes. */
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../graphql/context.js';
import { HttpError } from '../http/httpError.js';
import type { Authenticator } from './authenticator.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; set by {@link addAuthentication}. */
    principal: Principal;
  }
}

/** Sets `request.principal` before a body is read; an unknown token is answered 401. */
export function addAuthentication(app: FastifyInstance, authenticator: Authenticator): void {
  app.decorateRequest('principal');
  app.addHook('onRequest', (request, _reply, done) => {
    const principal = authenticator.authenticate(request.headers.authorization);
    if (principal) request.principal = principal;
    done(principal ? undefined : unknownToken());
  });
}

const unknownToken = () =>
  new HttpError(
    401,
    'UNKNOWN_TOKEN',
    'The token is unknown. Reading needs none: leave the Authorization header out.',
    { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  );
