/** `/health`, `/ready` and `/metrics`. */
import type { FastifyInstance } from 'fastify';
import type { Parley } from '../../app/parley.js';
import { sendJson } from '../http/httpError.js';
import { readOnlyRoute } from '../http/readOnlyRoute.js';
import type { ReadinessProbe } from './health.js';
import type { Metrics, ServerCounts } from './metrics.js';

export interface ObservabilityDeps {
  readonly readiness: ReadinessProbe;
  readonly metrics: Metrics;
  /** Read at each scrape. */
  readonly counts: () => ServerCounts;
}

export function observabilityRoutes(
  app: FastifyInstance,
  parley: Parley,
  { readiness, metrics, counts }: ObservabilityDeps,
): void {
  readOnlyRoute(app, '/health', (_request, reply) => sendJson(reply, 200, { status: 'ok' }));

  readOnlyRoute(app, '/ready', async (_request, reply) => {
    const state = await readiness.check();
    if (!state.ready) {
      const { code, reason } = state;
      reply.header('retry-after', '5');
      return sendJson(reply, 503, { status: 'not ready', code, reason });
    }
    const { position, recordedAt } = state.head;
    return sendJson(reply, 200, { status: 'ready', position, recordedAt: recordedAt || null });
  });

  readOnlyRoute(app, '/metrics', async (_request, reply) => {
    const state = await readiness.check();
    const webhooks = await parley.webhooks.list().catch(() => undefined);
    const text = await metrics.render({
      head: state.ready ? state.head : await parley.head().catch(() => undefined),
      ready: state.ready,
      webhooks,
      ...counts(),
    });
    return reply
      .headers({
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      })
      .send(text);
  });
}
