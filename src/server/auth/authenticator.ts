/** Authenticates requests by their Authorization header. */
import { timingSafeEqual } from 'node:crypto';
import type { Principal } from '../../graphql/context.js';
import { HttpError } from '../http/httpError.js';
import { type FailedAttempt, FailedAttempts } from './failedAttempts.js';
import { ANONYMOUS, principalOf } from './roles.js';
import { hashOf, type Token } from './tokens.js';

/** Where tokens come from that may change while the server runs. */
export interface TokenSource {
  /** The tokens at present; the same list while they are the same. */
  current(): readonly Token[];
  /** A token was used. */
  used(token: Token): void;
}

/** Whose the credentials are: what a failed attempt is written down and counted under. */
export interface Origin {
  /** The address of the client. */
  readonly address: string;
  readonly request?: string | undefined;
}

/** A bearer token is not accepted; `code` says why. */
export class AuthenticationFailed extends HttpError {
  constructor(code: FailedAttempt['reason'], message: string) {
    super(401, code, message, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
  }
}

const unknownToken = () =>
  new AuthenticationFailed(
    'UNKNOWN_TOKEN',
    'The token is unknown. Reading needs none: leave the Authorization header out.',
  );

const expiredToken = ({ expires }: Token) =>
  new AuthenticationFailed(
    'TOKEN_EXPIRED',
    `The token expired at ${expires}. Ask the operator for a new one.`,
  );

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;
/** Longer credentials are not looked at. */
const MAX_CREDENTIALS = 16 * 1024;

interface KnownToken {
  readonly token: Token;
  readonly hash: Buffer;
  readonly expires: number;
  readonly principal: Principal;
}

const known = (token: Token): KnownToken => ({
  token,
  hash: Buffer.from(token.sha256, 'hex'),
  expires: token.expires === undefined ? Infinity : Date.parse(token.expires),
  principal: principalOf(token.name, token.role, token.streams),
});

/** Where failed attempts are written down. */
export interface Journal {
  warn(attempt: FailedAttempt, message: string): void;
}

export interface AuthenticationConfig {
  /** Undefined where there are none: then whoever reaches the server may write. */
  readonly tokens?: readonly Token[] | TokenSource | undefined;
}

export class Authenticator {
  readonly #source: TokenSource | undefined;
  readonly #attempts: FailedAttempts;
  #read: readonly Token[] = [];
  #known: readonly KnownToken[] = [];

  /** Without tokens everyone may write: only for an address that other machines cannot reach. */
  constructor(
    { tokens }: AuthenticationConfig,
    logger?: Journal,
    readonly now = Date.now,
  ) {
    this.#source =
      tokens === undefined || 'current' in tokens
        ? tokens
        : { current: () => tokens, used: () => undefined };
    this.#attempts = new FailedAttempts((attempt) =>
      logger?.warn(attempt, 'authentication failed'),
    );
  }

  /** Whether everyone who can reach the server may write. */
  get allowsAnonymousWrites(): boolean {
    return this.#source === undefined;
  }

  /**
   * The principal; reading needs no token. Throws {@link AuthenticationFailed} for a token that is
   * not accepted, and a 429 after too many of them from one address. Whoever holds a token is served
   * all the same: others at their address cannot lock them out.
   */
  authenticate(authorization: string | undefined, origin: Origin): Principal {
    if (!this.#source) return { mayWrite: true };
    if (authorization === undefined) return ANONYMOUS;
    const found = this.#find(authorization);
    if (found && this.now() < found.expires) {
      this.#source.used(found.token);
      return found.principal;
    }
    this.#attempts.check(origin.address);
    const error = found ? expiredToken(found.token) : unknownToken();
    const reason = found ? 'TOKEN_EXPIRED' : 'UNKNOWN_TOKEN';
    this.#attempts.add({ ...origin, reason, name: found?.token.name });
    throw error;
  }

  /** All tokens are compared, so that the time taken reveals nothing. */
  #find(authorization: string): KnownToken | undefined {
    if (authorization.length > MAX_CREDENTIALS) return undefined;
    const secret = BEARER.exec(authorization)?.[1];
    if (secret === undefined) return undefined;
    const hash = Buffer.from(hashOf(secret), 'hex');
    let found: KnownToken | undefined;
    for (const each of this.#tokens()) if (timingSafeEqual(each.hash, hash)) found = each;
    return found;
  }

  #tokens(): readonly KnownToken[] {
    const current = this.#source?.current() ?? [];
    if (current !== this.#read) {
      this.#read = current;
      this.#known = current.map(known);
    }
    return this.#known;
  }
}
