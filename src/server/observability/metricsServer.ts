/** `/metrics` on a port of its own, which only the operator's network reaches. */
import { createServer, type Server } from 'node:http';
import type { Parley } from '../../app/parley.js';
import { METRICS_TYPE, type MetricsDeps, renderMetrics } from './observabilityRoutes.js';

export interface MetricsServer {
  close(): void;
}

/** Answers `GET /metrics` at a port. Rejects where it cannot listen there. */
export async function serveMetrics(
  parley: Parley,
  deps: MetricsDeps,
  port: number,
  host: string,
): Promise<MetricsServer> {
  const server: Server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end('Only GET /metrics is answered here.\n');
      return;
    }
    const headers = { 'content-type': METRICS_TYPE, 'cache-control': 'no-store' };
    renderMetrics(parley, deps).then(
      (text) => response.writeHead(200, headers).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
