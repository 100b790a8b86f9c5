/**
 * Traces, sent by OpenTelemetry's protocol over HTTP. The packages are loaded when a server is
 * started with them; without, nothing here costs anything.
 */
import type { IncomingMessage } from 'node:http';
import type { Attributes, Context } from '@opentelemetry/api';
import { loadOptional } from '../../log/core/optionalPackages.js';

export interface Tracing {
  /** A request and all that is done for it; its parent is the caller's, named by `traceparent`. */
  request<Result>(
    request: IncomingMessage,
    attributes: Attributes,
    work: (told: (attributes: Attributes) => void) => Promise<Result>,
  ): Promise<Result>;
  /** A part of what is done at the time. */
  span<Result>(
    name: string,
    attributes: Attributes,
    work: () => Promise<Result> | Result,
  ): Promise<Result>;
  /** A part that is over, `ms` milliseconds long. */
  past(name: string, attributes: Attributes, ms: number): void;
  /** Sends what was not sent yet; gives up after some seconds. */
  close(): Promise<void>;
}

const PACKAGES = ['api', 'exporter-trace-otlp-http', 'resources', 'sdk-trace-node'].map(
  (name) => `@opentelemetry/${name}`,
);

const EXPORT_TIMEOUT_MS = 3_000;

/**
 * Traces to `endpoint`, a collector's address such as `http://localhost:4318`; where it is
 * undefined, to what OTEL_EXPORTER_OTLP_ENDPOINT and its kin name. Throws `PackageMissing` when the
 * OpenTelemetry packages are not installed.
 */
export async function createTracing(
  endpoint: string | undefined,
  version: string,
): Promise<Tracing> {
  const load = () =>
    Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace-node'),
    ]);
  const [api, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await loadOptional(
    'Tracing',
    PACKAGES,
    load,
  );
  const exporter = new OTLPTraceExporter({
    ...(endpoint !== undefined && { url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const service = process.env['OTEL_SERVICE_NAME'] ?? 'parley';
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(exporter, { exportTimeoutMillis: EXPORT_TIMEOUT_MS }),
    ],
  });
  provider.register();
  const tracer = provider.getTracer('parley', version);
  const { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;

  const run = async <Result>(
    name: string,
    options: { kind?: number; attributes: Attributes; parent: Context },
    work: (told: (attributes: Attributes) => void) => Promise<Result> | Result,
  ): Promise<Result> => {
    const { parent, ...rest } = options;
    const span = tracer.startSpan(name, rest, parent);
    try {
      return await context.with(trace.setSpan(parent, span), () =>
        work((attributes) => span.setAttributes(attributes)),
      );
    } catch (error) {
      // What an error says may hold what people wrote: only its kind is told.
      const message = error instanceof Error ? error.name : typeof error;
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      throw error;
    } finally {
      span.end();
    }
  };

  return {
    request: ({ method = '', headers }, attributes, work) =>
      run(
        `${method} ${String(attributes['http.route'])}`,
        {
          kind: SpanKind.SERVER,
          attributes: { 'http.request.method': method, ...attributes },
          parent: propagation.extract(ROOT_CONTEXT, headers),
        },
        work,
      ),
    span: (name, attributes, work) => run(name, { attributes, parent: context.active() }, work),
    past(name, attributes, ms) {
      const endTime = Date.now();
      const span = tracer.startSpan(name, { attributes, startTime: endTime - ms });
      span.end(endTime);
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}
