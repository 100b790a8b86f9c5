/** Configuration of a server, and the configurations it refuses. */
import { addressOf, isLoopback } from './http/address.js';
import type { Restrictions } from './graphql/restrictions/restrictions.js';
import type { DeliveryOptions } from './webhooks/dispatcher.js';
import type { TransparencyConfig } from './transparency/headPublisher.js';
import { type AuthenticationConfig, isAuthenticated } from './auth/authenticator.js';
import { issuerUrl } from './auth/oidcConfig.js';
import type { ClientLimits, StreamLimits, Timeouts } from './limits.js';

export interface ServerConfig extends AuthenticationConfig {
  /** A host name or IP address of this machine. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Origins whose pages may send requests from a browser; none by default. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** What of GraphQL is not shown; all of it is by default. */
  readonly restrictions?: Restrictions | undefined;
  /** Where `/metrics` is answered instead of beside the other routes; `false` for nowhere. */
  readonly metricsPort?: number | false | undefined;
  /** Whether each request is written to the log lines at `info`, with the client's address. */
  readonly accessLog?: boolean | undefined;
  /** Whether the pages of any origin may read answers in a browser, without a token. */
  readonly isPublic?: boolean | undefined;
  /** Overrides of the defaults. */
  readonly timeouts?: Partial<Timeouts> | undefined;
  readonly streamLimits?: Partial<StreamLimits> | undefined;
  readonly clientLimits?: Partial<ClientLimits> | undefined;
  /** Proxies between clients and this server that add to X-Forwarded-For; none by default. */
  readonly proxies?: number | undefined;
  readonly webhooks?: Partial<DeliveryOptions> | undefined;
  /** The key that signs the heads of the log, and the witnesses asked to; heads are not signed without. */
  readonly transparency?: TransparencyConfig | undefined;
  /** Where queries are answered: in threads of their own, or in the server's when undefined. */
  readonly threads?: ThreadsConfig | undefined;
  /** For all caches together, in bytes; 256 MB when undefined. */
  readonly memory?: number | undefined;
  /** The directory of the built dashboard; dist/dashboard by default. */
  readonly dashboard?: string | undefined;
}

/** Threads that answer queries, each on a connection of its own to the log. */
export interface ThreadsConfig {
  /** The URL of the log, which another connection can open. */
  readonly log: string;
  /** Files that extend the schema. */
  readonly extensions: readonly string[];
  /** One for each core when undefined, at least two. */
  readonly threads?: number | undefined;
}

/** A server was to listen where other machines reach it, without tokens. */
export class ExposedWithoutTokens extends Error {
  readonly code = 'EXPOSED_WITHOUT_TOKENS';
  constructor(readonly host: string) {
    super(
      `${host} can be reached from other machines, and no tokens are configured, so anyone could write. Create one with "parley tokens create NAME --tokens tokens.json" and start with --tokens tokens.json, or listen on 127.0.0.1.`,
    );
    this.name = 'ExposedWithoutTokens';
  }
}

/** Pages of any site were to read, while whoever reaches the server may write. */
export class PublicWithoutTokens extends Error {
  readonly code = 'PUBLIC_WITHOUT_TOKENS';
  constructor() {
    super(
      'With --public and no tokens configured, any page open in a browser on this machine could write. Create a token with "parley tokens create NAME --tokens tokens.json" and start with --tokens tokens.json.',
    );
    this.name = 'PublicWithoutTokens';
  }
}

export class CannotListen extends Error {
  readonly code = 'CANNOT_LISTEN';
  constructor(
    readonly host: string,
    readonly port: number,
    cause: unknown,
  ) {
    super(`Cannot listen on ${host} port ${port}: ${reasonOf(cause)}.`, { cause });
    this.name = 'CannotListen';
  }
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return 'another program is using that port. Stop it, or choose another with --port';
    case 'EACCES':
      return 'this port needs more rights. Choose one above 1023 with --port';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'this machine has no such address. Check --host';
    default:
      return message;
  }
}

/** The address to listen on. Throws {@link ExposedWithoutTokens}, {@link PublicWithoutTokens}, `BadIssuer` or {@link CannotListen}. */
export async function addressToListenOn(config: ServerConfig): Promise<string> {
  const address = await addressOf(config.host).catch((error: unknown) => {
    throw new CannotListen(config.host, config.port, error);
  });
  if (config.oidc) issuerUrl(config.oidc.issuer);
  if (isAuthenticated(config)) return address;
  if (!isLoopback(address)) throw new ExposedWithoutTokens(config.host);
  if (config.isPublic) throw new PublicWithoutTokens();
  return address;
}
