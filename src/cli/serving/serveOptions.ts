/** The options of `parley serve`. */
import { type Command, Option } from 'commander';
import { DEFAULT_CLAIMS } from '../../server/auth/oidcConfig.js';
import { CLIENT_LIMITS, DEFAULT_TIMEOUTS } from '../../server/limits.js';
import type { LogLevel } from '../../server/observability/logging.js';
import { DEFAULT_MEMORY_MB } from '../../server/responses/memory.js';
import type { WitnessAddress } from '../../server/transparency/headPublisher.js';
import { witnessAddress } from '../keys.js';
import {
  collect,
  fromEnvironment,
  logKeyOption,
  logLevelOption,
  logOption,
  origin,
  portOption,
  tokensOption,
  wholeNumber,
} from '../options.js';

export interface ServeOptions {
  readonly log: string;
  readonly host: string;
  readonly port: number;
  readonly tokens?: string;
  readonly oidcIssuer?: string;
  readonly oidcAudience?: string;
  readonly oidcNameClaim: string;
  readonly oidcRolesClaim: string;
  readonly oidcStreamsClaim: string;
  readonly record?: boolean;
  readonly corsOrigin?: readonly string[];
  readonly public?: true;
  readonly graphiql?: boolean;
  readonly introspection?: boolean;
  readonly suggestions?: boolean;
  readonly trustedDocuments?: boolean;
  readonly documents?: readonly string[];
  readonly metricsPort?: number;
  readonly accessLog?: boolean;
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

export const addServeOptions = (command: Command): Command =>
  command
    .addOption(logOption())
    .addOption(portOption())
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .addOption(
      tokensOption('the file of tokens that authorise writers, made by "parley tokens create"'),
    )
    .addOption(
      fromEnvironment(
        new Option(
          '--oidc-issuer <url>',
          'the OpenID provider whose tokens authorise writers, too (needs --oidc-audience)',
        ),
        'PARLEY_OIDC_ISSUER',
      ),
    )
    .addOption(
      fromEnvironment(
        new Option('--oidc-audience <name>', 'what its tokens for this server name in "aud"'),
        'PARLEY_OIDC_AUDIENCE',
      ),
    )
    .option(
      '--oidc-name-claim <claim>',
      'the claim that is recorded with events',
      DEFAULT_CLAIMS.name,
    )
    .option('--oidc-roles-claim <claim>', 'the claim with their roles', DEFAULT_CLAIMS.roles)
    .option(
      '--oidc-streams-claim <claim>',
      'the claim with the streams that they may write to; all where a token has none',
      DEFAULT_CLAIMS.streams,
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
      'for the internet: the pages of any site may read, without a token (needs --tokens), and the seven switches that follow are as strangers should meet them',
    )
    .option('--graphiql', 'serve the page for queries (default unless --public)')
    .option('--no-graphiql', 'serve no page for queries')
    .option('--introspection', 'answer questions about the schema (default unless --public)')
    .option('--no-introspection', 'answer no questions about the schema')
    .option('--suggestions', 'suggest names of the schema in errors (default unless --public)')
    .option('--no-suggestions', 'suggest no names of the schema in errors')
    .option(
      '--trusted-documents',
      'without a token, answer only the documents of the pages and of --documents (default with --public)',
    )
    .option('--no-trusted-documents', 'answer any document')
    .option(
      '--documents <place>',
      'a file of trusted documents, or a folder of them; may be repeated',
      collect,
    )
    .option(
      '--metrics-port <n>',
      'answer /metrics at a port of its own, not beside the pages; with --public, nowhere else',
      wholeNumber(1, 65_535),
    )
    .option('--access-log', 'a log line for each request (default with --public)')
    .option('--no-access-log', 'no log line for requests, unless --log-level is debug')
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
    );
