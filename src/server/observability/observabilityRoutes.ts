/** `/health`, `/ready` and `/metrics`. */
import type { FastifyInstance } from 'fastify';
import type { Parley } from '../../app/parley.js';
import { sendJson } from '../http/httpError.js';
import { readOnlyRoute } from '../http/readOnlyRoute.js';
import type { ReadinessProbe } from './health.js';
import type { Metrics, ServerCounts } from './metrics.js';

export interface MetricsDeps {
  readonly readiness: ReadinessProbe;
  readonly metrics: Metrics;
  /** Read at each scrape. */
  readonly counts: () => ServerCounts;
}

export interface ObservabilityDeps extends MetricsDeps {
  /** Whether `/metrics` is answered beside the other routes. */
  readonly servesMetrics: boolean;
}

export function observabilityRoutes(
  app: FastifyInstance,
  parley: Parley,
  deps: ObservabilityDeps,
): void {
  const { readiness, servesMetrics } = deps;
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

  if (servesMetrics)
    readOnlyRoute(app, '/metrics', async (_request, reply) =>
      reply
        .headers({ 'content-type': METRICS_TYPE, 'cache-control': 'no-store' })
        .send(await renderMetrics(parley, deps)),
    );
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** All metrics, in Prometheus' text format. Looks whether the log can be read and written. */
export async function renderMetrics(
  parley: Parley,
  { readiness, metrics, counts }: MetricsDeps,
): Promise<string> {
  const state = await readiness.check();
  const webhooks = await parley.webhooks.list().catch(() => undefined);
  return metrics.render({
    head: state.ready ? state.head : await parley.head().catch(() => undefined),
    ready: state.ready,
    webhooks,
    ...counts(),
  });
}
