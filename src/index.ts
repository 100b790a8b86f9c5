/**
 * Parley as a library: `import { openParley, startServer } from 'parley'`.
 *
 * A `Parley` appends events to one log and answers questions about it at any date, as known at any
 * other. Instants are epoch milliseconds in UTC; dates are EDTF strings as recorded. Event types and
 * their data come from `parley/events`, schema extensions from `parley/extension`.
 */
import type { GraphQLSchema } from 'graphql';
import { Parley, type ParleyOptions } from './app/parley.js';
import { openLog, type OpenOptions } from './log/openLog.js';
import type { ServerConfig } from './server/config.js';

export { Parley } from './app/parley.js';
export type {
  AppendRequest,
  AppendResult,
  AsOf,
  AsOfResult,
  Assumptions,
  Diff,
  EntryRequest,
  EventEntry,
  EventFilter,
  EventList,
  NegotiationUpdate,
  ParleyOptions,
  Selection,
  TimeRange,
  View,
} from './app/parley.js';
export { BadTimePoint, BadTimeRange, EventsRefused } from './app/errors.js';
export type { DutyView } from './domain/duty/duty.js';
export type { MeasureView } from './domain/measure/measureView.js';
export type { NegotiationView } from './domain/negotiation/negotiationView.js';
export {
  DuplicateEvent,
  IdempotencyConflict,
  LogDamaged,
  LogNotWritable,
  LogUnavailable,
  RevisionConflict,
  SlowConsumer,
  UnknownLogUrl,
} from './log/core/errors.js';
export type { EventLog, Head } from './log/core/eventLog.js';
export { PackageMissing } from './log/core/optionalPackages.js';
export { verify } from './log/core/verify.js';
export { openLog, type OpenOptions } from './log/openLog.js';
export { CannotListen, ExposedWithoutTokens, type ServerConfig } from './server/config.js';

/**
 * Opens the log at a URL, creates it where there is none, and returns the `Parley` over it. Close
 * it with `close()`, which closes the log, too. Throws what {@link openLog} throws.
 */
export async function openParley(
  url: string,
  options: OpenOptions & ParleyOptions = {},
): Promise<Parley> {
  return new Parley(await openLog(url, options), options);
}

export interface ServerOptions extends Partial<ServerConfig> {
  /** What is served: Parley's own schema by default. */
  readonly schema?: GraphQLSchema;
}

/** A server that listens. */
export interface RunningServer {
  /** Where it listens, without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes what is under way, ends subscriptions, and stops. The `Parley` stays open. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a `Parley` over HTTP: GraphQL at `/graphql`, the dashboard at `/`. It listens on 127.0.0.1
 * at any free port unless `host` and `port` say otherwise. Throws `ExposedWithoutTokens` when others
 * can reach it and no `tokens` are given, `CannotListen` when it cannot listen.
 */
export async function startServer(
  parley: Parley,
  { schema, ...config }: ServerOptions = {},
): Promise<RunningServer> {
  // Loaded on demand: a program that only reads and appends needs neither GraphQL nor HTTP.
  const { ParleyServer } = await import('./server/parleyServer.js');
  const served = schema ?? (await import('./graphql/schema.js')).schema;
  const server = new ParleyServer(parley, served, { host: '127.0.0.1', port: 0, ...config });
  return { url: await server.listen(), close: () => server.close() };
}
