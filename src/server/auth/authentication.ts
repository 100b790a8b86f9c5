/** Authentication of the requests to a scope of routes. */
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../graphql/context.js';
import { clientKey } from '../http/clientAddress.js';
import type { HttpError } from '../http/httpError.js';
import type { Authenticator } from './authenticator.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; set by {@link addAuthentication}. */
    principal: Principal;
  }
}

/** Sets `request.principal` before a body is read; a token that is not accepted is answered 401. */
export function addAuthentication(app: FastifyInstance, authenticator: Authenticator): void {
  app.decorateRequest('principal');
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers, ip, id } = request;
    const accept = (principal: Principal) => {
      request.principal = principal;
      done();
    };
    const refuse = (error: unknown) => done(error as HttpError);
    try {
      const origin = { address: clientKey(ip), request: id };
      const principal = authenticator.authenticate(headers.authorization, origin);
      if (principal instanceof Promise) principal.then(accept, refuse);
      else accept(principal);
    } catch (error) {
      refuse(error);
    }
  });
}
