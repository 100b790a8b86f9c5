/** `parley serve`: GraphQL over HTTP until a signal says stop. */
import { Command } from 'commander';
import { Parley } from '../../app/parley.js';
import { openLog } from '../../log/openLog.js';
import type { Head } from '../../log/core/eventLog.js';
import { addressToListenOn } from '../../server/config.js';
import type { Observability } from '../../server/observability/observability.js';
import type { ParleyServer } from '../../server/parleyServer.js';
import { memoryParts } from '../../server/responses/memory.js';
import type { TransparencyConfig } from '../../server/transparency/headPublisher.js';
import { VERSION } from '../../server/version.js';
import { CliError } from '../exitCodes.js';
import { readLogKey } from '../keys.js';
import { counted } from '../progress.js';
import { restrictionsOf } from '../serving/restrictionOptions.js';
import { addServeOptions, type ServeOptions } from '../serving/serveOptions.js';
import { oidcOf, tokensOf, watchTokens } from '../serving/serverTokens.js';
import { restoreShippedRecord } from '../shippedRecord.js';

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
  addServeOptions(new Command('serve'))
    .addHelpText('after', HELP)
    .action((options: ServeOptions, command: Command) =>
      serve(options, options.record ?? command.getOptionValueSource('log') === 'default'),
    );

async function serve(options: ServeOptions, record: boolean): Promise<void> {
  const { host, port, corsOrigin, threads, deadline } = options;
  const memory = options.memory * 2 ** 20;
  const tokens = tokensOf(options);
  const webhooks = { allowPrivate: options.privateWebhooks ?? false };
  const config = {
    host,
    port,
    tokens,
    oidc: oidcOf(options),
    allowedOrigins: corsOrigin,
    ...(await restrictionsOf(options)),
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
    watchTokens(tokens, logger);
    announce(server, url, parley.log.url, head);
    logger.info({ url }, 'listening');
    const signal = await stop;
    endInTime();
    logger.info({ signal }, 'stopping');
    console.log(`${signal}: finishing what is under way.`);
    await server.close();
  } finally {
    tokens?.close();
    await parley.close();
    await observability.close();
  }
  logger.info('stopped');
  console.log('Stopped.');
}

/** The key is read before the log is opened. Throws {@link CliError}. */
function transparencyOf({ logKey, witness = [] }: ServeOptions): TransparencyConfig | undefined {
  if (logKey !== undefined) return { key: readLogKey(logKey), witnesses: witness };
  if (witness.length > 0)
    throw new CliError('A witness signs what the log has signed: give --log-key FILE, too.');
  return undefined;
}

async function createObservability({ logLevel, trace }: ServeOptions): Promise<Observability> {
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
      : 'Writing  needs the token of an analyst or admin; reading is open to all',
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
