/** A receiver of webhooks within the test. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  /** In the order of arrival. */
  readonly deliveries: readonly Delivery[];
  /** The ids of the deliveries. */
  ids(): readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers the n-th delivery, from 1 on, as told. */
export async function receive(answer: (n: number) => Answer): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      deliveries.push({ headers: request.headers, body });
      const { status, headers } = answer(deliveries.length);
      response.writeHead(status, headers).end('read by nobody');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    deliveries,
    ids: () => deliveries.map(({ headers }) => String(headers['webhook-id'])),
  };
}

export const ok = (): Answer => ({ status: 200 });
