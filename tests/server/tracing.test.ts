import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { desk, PATIENCE } from '../cli/running.js';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
}

interface Export {
  readonly resourceSpans: readonly {
    resource: { attributes: Span['attributes'] };
    scopeSpans: readonly { spans: readonly Span[] }[];
  }[];
}

/** A collector of traces that keeps what it is sent. */
async function collector() {
  const exports: Export[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/v1/traces')
        exports.push(JSON.parse(Buffer.concat(parts).toString()) as Export);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const spans = () =>
    exports.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    );
  return { url: `http://127.0.0.1:${port}`, exports, spans };
}

const PARENT = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };

const QUERY = 'query Standing { negotiation(slug: "in-us-bta") { phase { value } } }';

describe('traces', PATIENCE, () => {
  it("continue the caller's trace down to the log, and hold no contents", async () => {
    const { url: collects, exports, spans } = await collector();
    const { url, kill, status } = await desk().serve('--trace', collects);
    const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(QUERY)}`, {
      headers: { traceparent: `00-${PARENT.trace}-${PARENT.span}-01` },
    });
    expect(answer.status).toBe(200);
    kill('SIGTERM');
    expect(await status).toBe(0);
    const traced = spans().filter(({ traceId }) => traceId === PARENT.trace);
    const named = (name: string) => traced.find((span) => span.name === name)!;
    const request = named('GET /graphql');
    expect(request).toMatchObject({ parentSpanId: PARENT.span, kind: 2 });
    expect(request.attributes).toContainEqual({
      key: 'http.response.status_code',
      value: { intValue: 200 },
    });
    const operation = named('graphql query');
    expect(operation.parentSpanId).toBe(request.spanId);
    expect(operation.attributes).toContainEqual({
      key: 'graphql.operation.name',
      value: { stringValue: 'Standing' },
    });
    expect(named('log page').parentSpanId).toBe(operation.spanId);
    expect(named('fold').parentSpanId).toBe(operation.spanId);
    expect(exports[0]!.resourceSpans[0]!.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'parley' },
    });
    expect(JSON.stringify(exports)).not.toContain('in-us-bta');
  });

  it('have a span for an append with its number of events', async () => {
    const { url: collects, spans } = await collector();
    const { url, kill, status } = await desk().serve('--trace', collects, '--log', 'memory:');
    const query = `mutation { appendEvents(input: { events: [{
      stream: "negotiation/c-d", occurred: "2025-02-13", certainty: INFERRED,
      data: { negotiationLaunched: { title: "C and D", parties: ["IN", "US"], timeZone: "UTC" } }
    }] }) { __typename } }`;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).toMatchObject({
      data: { appendEvents: { __typename: 'AppendEventsSuccess' } },
    });
    kill('SIGTERM');
    await status;
    const append = spans().find(({ name }) => name === 'log append')!;
    expect(append.attributes).toContainEqual({ key: 'parley.events', value: { intValue: 1 } });
  });

  it('do not delay shutdown when no collector answers', async () => {
    const { url, kill, status } = await desk().serve('--trace', 'http://127.0.0.1:1');
    await (await fetch(`${url}/health`)).text();
    kill('SIGTERM');
    expect(await status).toBe(0);
  });
});
