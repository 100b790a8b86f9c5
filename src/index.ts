/**
 * Parley as a library: `import { openParley, startServer } from 'parley'`.
 *
 * A `Parley` appends events to one log and answers questions about it at any date, as known at any
 * other. Instants are epoch milliseconds in UTC; dates are EDTF strings as recorded. Event types and
 * their data come from `parley/events`, schema extensions from `parley/extension`.
 */
import type { GraphQLSchema } from 'graphql';
import { Parley, type ParleyOptions } from './app/parley.js';
import type { Extension } from './graphql/extensions/defineExtension.js';
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
  EventAnnotations,
  EventEntry,
  EventFilter,
  EventList,
  NegotiationUpdate,
  Observer,
  OccurrenceKey,
  ParleyOptions,
  PositionRange,
  Selection,
  TailState,
  TimeRange,
  View,
} from './app/parley.js';
export { EventNotFound } from './app/commands/entryDefaults.js';
export {
  BadTimePoint,
  BadTimeRange,
  EventsRefused,
  PositionNotReached,
  ServerStopping,
  SlowConsumer,
  TooManyEvents,
} from './app/errors.js';
export type { Subscriptions } from './app/subscriptions/subscriptions.js';
export type { DutyView } from './domain/duty/duty.js';
export type { DutyQuestion } from './domain/duty/layer.js';
export { type Explanation, UnknownPath } from './domain/history/explain.js';
export type { TimelinePoint } from './domain/history/timeline.js';
export type { MeasureView } from './domain/measure/measureView.js';
export type { NegotiationView } from './domain/negotiation/negotiationView.js';
export type { Finding } from './domain/rules/finding.js';
export type { KnowledgeView } from './domain/streamState/knowledgeView.js';
export type { Extension } from './graphql/extensions/defineExtension.js';
export { ExtensionConflict } from './graphql/extensions/extensionConflict.js';
export {
  DuplicateEvent,
  IdempotencyConflict,
  LogDamaged,
  LogNotWritable,
  LogUnavailable,
  RestoreRefused,
  RevisionConflict,
  UnknownLogUrl,
} from './log/core/errors.js';
export type { EventLog, ExpectedRevision, Head } from './log/core/eventLog.js';
export { PackageMissing } from './log/core/optionalPackages.js';
export { type Verification, verify, type VerifyOptions } from './log/core/verify.js';
export { openLog, type OpenOptions } from './log/openLog.js';
export type { TokenSource } from './server/auth/authenticator.js';
export { BadIssuer, type OidcConfig } from './server/auth/oidcConfig.js';
export type { Token } from './server/auth/tokens.js';
export {
  CannotListen,
  ExposedWithoutTokens,
  PublicWithoutTokens,
  type ServerConfig,
} from './server/config.js';
export type { StreamLimits, Timeouts } from './server/limits.js';

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

/**
 * Parley's GraphQL schema with extensions merged in, in order for {@link startServer}. Extensions are written with `defineExtension` of `parley/extension`.
 * GraphQL is loaded by the first call. Throws {@link ExtensionConflict}, which names an extension by
 * its number in the list, when one does not fit.
 */
export async function loadSchema(extensions: readonly Extension[] = []): Promise<GraphQLSchema> {
  const { schema } = await import('./graphql/schema.js');
  if (extensions.length === 0) return schema;
  const { mergeExtension } = await import('./graphql/extensions/mergeExtension.js');
  return extensions.reduce(
    (merged, extension, index) => mergeExtension(merged, extension, `number ${index + 1}`),
    schema,
  );
}

export interface ServerOptions extends Partial<ServerConfig> {
  /** The schema to serve, as {@link loadSchema} returns it; Parley's own by default. */
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
 * can reach it and neither `tokens` nor `oidc` are given, `BadIssuer`, `CannotListen` when it cannot listen.
 */
export async function startServer(
  parley: Parley,
  { schema, ...config }: ServerOptions = {},
): Promise<RunningServer> {
  // Loaded on demand: a program that only reads and appends needs neither GraphQL nor HTTP.
  const { ParleyServer } = await import('./server/parleyServer.js');
  const served = schema ?? (await loadSchema());
  const server = new ParleyServer(parley, served, { host: '127.0.0.1', port: 0, ...config });
  return { url: await server.listen(), close: () => server.close() };
}
