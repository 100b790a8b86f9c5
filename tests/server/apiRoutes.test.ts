/** A REST resource registered as src/server/routes.ts describes, with that file's dependencies. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { Parley } from '../../src/app/parley.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { addAuthentication } from '../../src/server/auth/authentication.js';
import { Authenticator } from '../../src/server/auth/authenticator.js';
import { createToken } from '../../src/server/auth/tokens.js';
import { createApp } from '../../src/server/http/app.js';
import { HttpError, sendJson } from '../../src/server/http/httpError.js';
import { readOnlyRoute } from '../../src/server/http/readOnlyRoute.js';
import { createLogger } from '../../src/server/observability/logging.js';
import { Observability } from '../../src/server/observability/observability.js';
import { addRequestLog } from '../../src/server/observability/requestLog.js';
import type { RouteDeps } from '../../src/server/routes.js';
import { launch } from './launch.js';

const { token, secret } = createToken('editor', 'writer');

type ApiDeps = Pick<RouteDeps, 'parley' | 'authenticator'>;

const dateQuery = z.object({ at: z.iso.date().optional() });

function negotiationRoutes(scope: FastifyInstance, { parley, authenticator }: ApiDeps): void {
  addAuthentication(scope, authenticator);
  scope.setValidatorCompiler<z.ZodType>(({ schema }) => {
    const validate: ReturnType<FastifySchemaCompiler<z.ZodType>> = (value: unknown) => {
      validate.errors =
        schema.safeParse(value).error?.issues.map(({ code, path, message }) => ({
          keyword: code,
          instancePath: `/${path.join('/')}`,
          schemaPath: '',
          params: {},
          message,
        })) ?? null;
      return validate.errors === null;
    };
    return validate;
  });
  scope.get('/dates', { schema: { querystring: dateQuery } }, (request, reply) =>
    sendJson(reply, 200, request.query),
  );
  readOnlyRoute(scope, '/negotiations/:slug', async ({ params, principal }, reply) => {
    const { slug } = params as { slug: string };
    const result = await parley.negotiation(slug);
    if (!result) throw new HttpError(404, 'NOT_FOUND', `There is no negotiation "${slug}".`);
    return sendJson(reply, 200, { title: result.subject.title, mayWrite: principal.mayWrite });
  });
}

async function createServerApp(observability = new Observability(createLogger('silent'))) {
  const app = await createApp({
    logger: observability.logger,
    isLocalOnly: () => true,
    answerEarly: () => false,
    crossOrigin: { listed: [], isPublic: false },
    proxies: 0,
    maxRequests: 10,
    addFirstHooks: (first) => addRequestLog(first, observability),
  });
  onTestFinished(async () => {
    await app.close();
    await observability.close();
  });
  return app;
}

async function startApi() {
  const observability = new Observability(createLogger('silent'));
  const parley = new Parley(new MemoryLog());
  onTestFinished(() => parley.close());
  await parley.append([launch], { restore: true });
  const app = await createServerApp(observability);
  const deps: ApiDeps = { parley, authenticator: new Authenticator({ tokens: [token] }) };
  await app.register(async (scope) => negotiationRoutes(scope, deps), { prefix: '/api' });
  await app.ready();
  await new Promise<void>((resolve) => app.server.listen(0, '127.0.0.1', resolve));
  const { port } = app.server.address() as AddressInfo;
  return {
    get: (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init),
    counted: async () =>
      [
        ...(
          await observability.metrics.render({
            head: undefined,
            ready: true,
            following: parley.subscriptions.state(),
            subscriptions: { sse: 0, ws: 0 },
            webSockets: 0,
            caches: {
              states: { bytes: 0, evictions: 0 },
              views: { bytes: 0, evictions: 0 },
              responses: { bytes: 0, evictions: 0 },
              answers: { bytes: 0, evictions: 0 },
              documents: { bytes: 0, evictions: 0 },
              pictures: { bytes: 0, evictions: 0 },
            },
            webhooks: [],
            waiting: 0,
            unreadBytes: 0,
          })
        ).matchAll(/^parley_http_requests_total\{(.*)\} \d+$/gm),
      ].map(([, labels]) => labels),
  };
}

const PATH = '/api/negotiations/a-b';

describe('a REST resource in a scope with a prefix', () => {
  it('reads from Parley and knows the principal', async () => {
    const { get } = await startApi();
    const authorization = `Bearer ${secret}`;
    const { title } = launch.data;
    expect(await (await get(PATH)).json()).toEqual({ title, mayWrite: false });
    expect(await (await get(PATH, { headers: { authorization } })).json()).toEqual({
      title,
      mayWrite: true,
    });
  });

  it.each([
    [
      'an unknown token',
      PATH,
      { headers: { authorization: 'Bearer wrong' } },
      401,
      'UNKNOWN_TOKEN',
    ],
    ['another method', PATH, { method: 'POST' }, 405, 'METHOD_NOT_ALLOWED'],
    ['an unknown slug', '/api/negotiations/c-d', {}, 404, 'NOT_FOUND'],
    ['a query that its schema refuses', '/api/dates?at=soon', {}, 400, 'BAD_REQUEST'],
  ])('answers %s with an error that has a code', async (_, path, init, status, code) => {
    const { get } = await startApi();
    const response = await get(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('validates requests with the schema compiler of its scope', async () => {
    const { get } = await startApi();
    expect(await (await get('/api/dates?at=2025-03-01')).json()).toEqual({ at: '2025-03-01' });
    expect(await (await get('/api/dates?at=soon')).json()).toMatchObject({
      errors: [{ message: 'querystring/at Invalid ISO date.' }],
    });
  });

  it('is named in metrics by its pattern with the prefix, whatever the method', async () => {
    const { get, counted } = await startApi();
    await (await get(PATH)).text();
    await (await get(PATH, { method: 'POST' })).text();
    await (await get('/api/unknown')).text();
    await expect
      .poll(counted)
      .toEqual([
        'route="/api/negotiations/:slug",method="GET",status="200"',
        'route="/api/negotiations/:slug",method="POST",status="405"',
        'route="other",method="GET",status="404"',
      ]);
  });
});

describe('a route with a schema in a scope without compilers', () => {
  it('fails at the start, with an error that says what to do', async () => {
    const app = await createServerApp();
    app.get('/dates', { schema: { querystring: { type: 'object' } } }, () => ({}));
    await expect(app.ready()).rejects.toThrow(/setValidatorCompiler.*compilersFactory/);
  });
});
