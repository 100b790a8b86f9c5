/**
 * Traces, exported over OTLP/HTTP. OpenTelemetry is loaded only when a server is started with
 * traces; without them this module costs nothing.
 */
import type { IncomingMessage } from 'node:http';
import type { Attributes } from '@opentelemetry/api';

export type { Attributes } from '@opentelemetry/api';
import { loadOptional } from '../../log/core/optionalPackages.js';

export interface Tracing {
  /** Starts the span of a request, a child of the span that its `traceparent` names. */
  startRequest(request: IncomingMessage, attributes: Attributes): RequestSpan;
  /** A span around `work`, a child of the current one. */
  span<Result>(
    name: string,
    attributes: Attributes,
    work: () => Promise<Result> | Result,
  ): Promise<Result>;
  /** A span that has just ended, `ms` milliseconds long. */
  record(name: string, attributes: Attributes, ms: number): void;
  /** Exports the spans that are left; gives up after 3 seconds. */
  close(): Promise<void>;
}

/** The span of a request that is being answered. */
export interface RequestSpan {
  /** Calls `work` with the span as the parent of those started within, also after it returned. */
  run(work: () => void): void;
  /** Ends the span with its last attributes. */
  end(attributes: Attributes): void;
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

  return {
    startRequest({ method = '', headers }, attributes) {
      const parent = propagation.extract(ROOT_CONTEXT, headers);
      const span = tracer.startSpan(
        `${method} ${String(attributes['http.route'])}`,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, ...attributes } },
        parent,
      );
      return {
        run: (work) => context.with(trace.setSpan(parent, span), work),
        end(last) {
          span.setAttributes(last);
          if (Number(last['http.response.status_code']) >= 500)
            span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    async span(name, attributes, work) {
      const parent = context.active();
      const span = tracer.startSpan(name, { attributes }, parent);
      try {
        return await context.with(trace.setSpan(parent, span), work);
      } catch (error) {
        // An error's message may hold contents of events: only its class is exported.
        const message = error instanceof Error ? error.name : typeof error;
        span.setStatus({ code: SpanStatusCode.ERROR, message });
        throw error;
      } finally {
        span.end();
      }
    },
    record(name, attributes, ms) {
      const endTime = Date.now();
      const span = tracer.startSpan(name, { attributes, startTime: endTime - ms });
      span.end(endTime);
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}
