/** `parley serve`: GraphQL over HTTP until a signal says stop. */
import { Command } from 'commander';
import { Parley } from '../../app/parley.js';
import { openLog } from '../../log/openLog.js';
import type { Head } from '../../log/core/eventLog.js';
import { addressToListenOn } from '../../server/config.js';
import { CLIENT_LIMITS, DEFAULT_TIMEOUTS } from '../../server/limits.js';
import { DEFAULT_MEMORY_MB, memoryParts } from '../../server/responses/memory.js';
import type { ParleyServer } from '../../server/parleyServer.js';
import type { LogLevel } from '../../server/observability/logging.js';
import type { Observability } from '../../server/observability/observability.js';
import { CliError } from '../exitCodes.js';
import {
  collect,
  logKeyOption,
  logLevelOption,
  logOption,
  origin,
  portOption,
  tokensOption,
  wholeNumber,
} from '../options.js';
import { counted } from '../progress.js';
import { restoreShippedRecord } from '../shippedRecord.js';
import { readLogKey, witnessAddress } from '../keys.js';
import type {
  TransparencyConfig,
  WitnessAddress,
} from '../../server/transparency/headPublisher.js';
import { readTokens } from './operator/tokens.js';
import { VERSION } from '../../server/version.js';

interface Options {
  readonly log: string;
  readonly host: string;
  readonly port: number;
  readonly tokens?: string;
  readonly record?: boolean;
  readonly corsOrigin?: readonly string[];
  readonly public?: true;
  readonly privateWebhooks?: true;
  readonly extension?: readonly string[];
  readonly threads?: number;
  readonly deadline: number;
  readonly trustProxy: number;
  readonly requestsPerClient: number;
  readonly streamsPerClient: number;
  readonly socketsPerClient: number;
  readonly memory: number;
  readonly logLevel?: LogLevel;
  readonly trace?: string | true;
  readonly logKey?: string;
  readonly witness?: readonly WitnessAddress[];
}

/** From the signal to the end of the process, at most. */
const STOP_MS = 9_000;

const HELP = `
The dashboard is at /, GraphQL at /graphql (GraphiQL in a browser); /health, /ready, /metrics and
/schema.graphql serve operators. On 127.0.0.1 writing needs no token unless a tokens file is given;
on any address that other machines can reach the server does not start without one.

An extension is a module that adds types and fields to the schema (docs/extensions.md). Where none
is named, parley.config.ts, .js or .mjs in the current directory is loaded.

The shipped record is loaded into an empty log when no log is named, or with --record. Events
cannot be removed from a log.

Examples:
  parley serve
  parley serve --port 8080 --log sqlite:talks.db
  parley serve --log memory:                           an empty log, not kept
  parley serve --log memory: --record                  the shipped record, likewise
  parley serve --host 0.0.0.0 --tokens tokens.json     for other machines, too
  parley serve --extension examples/extension/parley.config.ts`;

export const serveCommand = (): Command =>
  new Command('serve')
    .addOption(logOption())
    .addOption(portOption())
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .addOption(
      tokensOption('the file of tokens that authorise writers, made by "parley tokens create"'),
    )
    .option(
      '--record',
      'load the shipped record if the log is empty (default when no log is named)',
    )
    .option('--no-record', 'never load the shipped record')
    .option(
      '--cors-origin <origin>',
      'an origin whose pages may send requests; may be repeated',
      origin,
    )
    .option(
      '--public',
      'let the pages of any site read GraphQL, /api and /feeds, without a token (needs --tokens)',
    )
    .option(
      '--private-webhooks',
      'deliver webhooks over http and to addresses of private networks, too',
    )
    .addOption(logKeyOption())
    .option(
      '--witness <url>',
      'a witness to ask for its signature, its key after "#": https://w.example.org/#w.example.org+1a2b3c4d+BM…; may be repeated',
      witnessAddress,
    )
    .option('--extension <file>', 'a module that extends the schema; may be repeated', collect)
    .option(
      '--threads <number>',
      'threads that answer queries: one for each core by default, at least two',
      wholeNumber(2, 64),
    )
    .option(
      '--deadline <seconds>',
      'stop working on an answer after this long',
      wholeNumber(1, 600),
      DEFAULT_TIMEOUTS.answer / 1000,
    )
    .option(
      '--trust-proxy <number>',
      'proxies in front of this server: clients are told apart by the X-Forwarded-For that they send',
      wholeNumber(0, 10),
      0,
    )
    .option(
      '--requests-per-client <number>',
      'requests of one address or token at a time',
      wholeNumber(1, 1_000_000),
      CLIENT_LIMITS.requests,
    )
    .option(
      '--streams-per-client <number>',
      'subscriptions of one address or token',
      wholeNumber(1, 1_000_000),
      CLIENT_LIMITS.subscriptions,
    )
    .option(
      '--sockets-per-client <number>',
      'connections of one address, and as many WebSockets',
      wholeNumber(1, 1_000_000),
      CLIENT_LIMITS.connections,
    )
    .option(
      '--memory <megabytes>',
      'what all caches of the server may take together',
      wholeNumber(16, 1_048_576),
      DEFAULT_MEMORY_MB,
    )
    .addOption(logLevelOption())
    .option(
      '--trace [url]',
      'send traces to an OpenTelemetry collector, http://localhost:4318 by default; on when OTEL_EXPORTER_OTLP_ENDPOINT is set',
    )
    .addHelpText('after', HELP)
    .action((options: Options, command: Command) =>
      serve(options, options.record ?? command.getOptionValueSource('log') === 'default'),
    );

async function serve(options: Options, record: boolean): Promise<void> {
  const { host, port, corsOrigin, threads, deadline } = options;
  const memory = options.memory * 2 ** 20;
  const tokens = options.tokens === undefined ? undefined : readTokens(options.tokens);
  if (tokens?.length === 0)
    throw new CliError(`${options.tokens} holds no tokens. Make one with "parley tokens create".`);
  const webhooks = { allowPrivate: options.privateWebhooks ?? false };
  const config = {
    host,
    port,
    tokens,
    allowedOrigins: corsOrigin,
    isPublic: options.public ?? false,
    webhooks,
    timeouts: { answer: deadline * 1000, subscription: 5 * deadline * 1000 },
    proxies: options.trustProxy,
    clientLimits: {
      requests: options.requestsPerClient,
      subscriptions: options.streamsPerClient,
      connections: options.socketsPerClient,
      webSockets: options.socketsPerClient,
    },
    transparency: transparencyOf(options),
    memory,
  };
  // Before the log is opened: a server that may not start leaves no file behind.
  await addressToListenOn(config);
  // Loaded when asked for: other commands answer faster without it.
  const { extendSchema, findExtensions } = await import('../../server/graphql/loadExtensions.js');
  const extensions = options.extension ?? findExtensions(process.cwd());
  const { schema: ours } = await import('../../graphql/schema.js');
  const schema = await extendSchema(ours, process.cwd(), extensions);
  const { ParleyServer: Server } = await import('../../server/parleyServer.js');
  const observability = await createObservability(options);
  const { logger, observer } = observability;
  const log = observability.instrument(await openLog(options.log));
  // A log in the memory of this process can be read by no other connection.
  const inThreads = log.url.startsWith('memory:')
    ? undefined
    : { log: options.log, extensions, threads };
  const { threadsInAll } = await import('../../server/compute/threads.js');
  const { states } = memoryParts(memory, inThreads ? threadsInAll(threads) : 0);
  const parley = new Parley(log, { observer, cacheBytes: states });
  try {
    const stop = signalled();
    if (record) await restoreRecord(parley);
    // Read before the server listens: a log that cannot be read is not served.
    const head = await parley.head();
    const server = new Server(parley, schema, { ...config, threads: inThreads }, observability);
    const url = await server.listen();
    if (extensions.length > 0) console.log(`Schema   extended by ${extensions.join(', ')}`);
    announce(server, url, parley.log.url, head);
    logger.info({ url }, 'listening');
    const signal = await stop;
    endInTime();
    logger.info({ signal }, 'stopping');
    console.log(`${signal}: finishing what is under way.`);
    await server.close();
  } finally {
    await parley.close();
    await observability.close();
  }
  logger.info('stopped');
  console.log('Stopped.');
}

/** The key is read before the log is opened. Throws {@link CliError}. */
function transparencyOf({ logKey, witness = [] }: Options): TransparencyConfig | undefined {
  if (logKey !== undefined) return { key: readLogKey(logKey), witnesses: witness };
  if (witness.length > 0)
    throw new CliError('A witness signs what the log has signed: give --log-key FILE, too.');
  return undefined;
}

async function createObservability({ logLevel, trace }: Options): Promise<Observability> {
  const { createLogger } = await import('../../server/observability/logging.js');
  const module = await import('../../server/observability/observability.js');
  const logger = createLogger(logLevel ?? (process.stderr.isTTY ? 'warn' : 'info'));
  if (trace === undefined && !process.env['OTEL_EXPORTER_OTLP_ENDPOINT'])
    return new module.Observability(logger);
  const { createTracing } = await import('../../server/observability/tracing.js');
  return new module.Observability(
    logger,
    await createTracing(trace === true ? undefined : trace, VERSION),
  );
}

/** Whatever does not come to an end, a log that does not answer or a collector, is left behind. */
function endInTime(): void {
  setTimeout(() => {
    console.log('Stopped, leaving behind what did not end in time.');
    process.exit(0);
  }, STOP_MS).unref();
}

/** Runs before the server listens, so that no client reads or writes a log that is being restored. */
async function restoreRecord(parley: Parley): Promise<void> {
  if ((await parley.head()).position > 0) return;
  const events = await restoreShippedRecord(parley);
  console.log(
    `The log was empty: loaded the shipped record, ${counted(events, 'event')} (--no-record leaves it empty).`,
  );
}

function announce(server: ParleyServer, url: string, log: string, head: Head): void {
  const { position, recordedAt } = head;
  const last = `${counted(position, 'event')}, the last recorded ${recordedAt}`;
  console.log(`Log      ${log}: ${position === 0 ? 'empty' : last}`);
  console.log(
    server.allowsAnonymousWrites
      ? 'Writing  is open to everyone on this machine: no tokens are configured'
      : 'Writing  needs the token of a writer; reading is open to all',
  );
  console.log(`Parley is listening at ${url}/ (GraphQL and GraphiQL at ${url}/graphql)`);
}

/** The first signal to stop; the second ends the process at once. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    let first = true;
    const on = (signal: string) => {
      if (!first) process.exit(1);
      first = false;
      resolve(signal);
    };
    process.on('SIGTERM', on).on('SIGINT', on);
  });
}
