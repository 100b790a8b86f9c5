/** Authenticates requests by their Authorization header. */
import { timingSafeEqual } from 'node:crypto';
import type { Principal } from '../../graphql/context.js';
import { AuthenticationFailed } from './authenticationFailed.js';
import { type FailedAttempt, FailedAttempts } from './failedAttempts.js';
import type { OidcVerifier } from './oidc.js';
import type { OidcConfig } from './oidcConfig.js';
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

/** Header, claims and signature; secrets of tokens have no dots. */
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;
/** Longer credentials are not looked at. */
const MAX_CREDENTIALS = 16 * 1024;

const secretIn = (authorization: string): string | undefined =>
  authorization.length > MAX_CREDENTIALS ? undefined : BEARER.exec(authorization)?.[1];

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

/** Where neither is given, whoever reaches the server may write. */
export interface AuthenticationConfig {
  readonly tokens?: readonly Token[] | TokenSource | undefined;
  readonly oidc?: OidcConfig | undefined;
}

/** Whether the bearer of something is told from others. */
export const isAuthenticated = ({ tokens, oidc }: AuthenticationConfig): boolean =>
  tokens !== undefined || oidc !== undefined;

export class Authenticator {
  readonly #source: TokenSource | undefined;
  readonly #oidc: Promise<OidcVerifier> | undefined;
  readonly #attempts: FailedAttempts;
  #read: readonly Token[] = [];
  #known: readonly KnownToken[] = [];

  /** Without either everyone may write: only for an address that other machines cannot reach. */
  constructor(
    { tokens, oidc }: AuthenticationConfig,
    logger?: Journal,
    readonly now = Date.now,
  ) {
    // Loaded where it is used: other servers start faster without it.
    this.#oidc =
      oidc && import('./oidc.js').then((module) => new module.OidcVerifier(oidc, () => this.now()));
    this.#oidc?.catch(() => undefined);
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
    return this.#source === undefined && this.#oidc === undefined;
  }

  /**
   * The principal; reading needs no token. Throws {@link AuthenticationFailed} for a token that is
   * not accepted, and a 429 after too many of them from one address. Whoever holds a token is served
   * all the same: others at their address cannot lock them out. A promise for the token of an OpenID
   * provider only.
   */
  authenticate(authorization: undefined, origin: Origin): Principal;
  authenticate(authorization: string | undefined, origin: Origin): Principal | Promise<Principal>;
  authenticate(authorization: string | undefined, origin: Origin): Principal | Promise<Principal> {
    if (this.allowsAnonymousWrites) return { mayWrite: true };
    if (authorization === undefined) return ANONYMOUS;
    const secret = secretIn(authorization);
    if (this.#oidc && secret !== undefined && JWT.test(secret))
      return this.#verify(this.#oidc, secret, origin);
    return this.#lookUp(secret, origin);
  }

  async #verify(oidc: Promise<OidcVerifier>, jwt: string, origin: Origin): Promise<Principal> {
    try {
      return await (await oidc).verify(jwt);
    } catch (error) {
      if (error instanceof AuthenticationFailed) {
        this.#attempts.check(origin.address);
        this.#attempts.add({ ...origin, reason: error.code as FailedAttempt['reason'] });
      }
      throw error;
    }
  }

  #lookUp(secret: string | undefined, origin: Origin): Principal {
    const found = secret === undefined ? undefined : this.#find(secret);
    if (found && this.now() < found.expires) {
      this.#source?.used(found.token);
      return found.principal;
    }
    this.#attempts.check(origin.address);
    const error = found ? expiredToken(found.token) : unknownToken();
    const reason = found ? 'TOKEN_EXPIRED' : 'UNKNOWN_TOKEN';
    this.#attempts.add({ ...origin, reason, name: found?.token.name });
    throw error;
  }

  /** All tokens are compared, so that the time taken reveals nothing. */
  #find(secret: string): KnownToken | undefined {
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
