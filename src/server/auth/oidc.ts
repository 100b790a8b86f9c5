/** Tokens of an OpenID provider: verified against its published keys, with roles and streams as claims. */
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Principal } from '../../graphql/context.js';
import { HttpError } from '../http/httpError.js';
import { AuthenticationFailed } from './authenticationFailed.js';
import { principalOf, type Role } from './roles.js';
import { bearerName, streamPattern } from './tokens.js';
import { DEFAULT_CLAIMS, issuerUrl, type OidcClaims, type OidcConfig } from './oidcConfig.js';

/** Signatures by a key pair only: a secret that verifies could also sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];
/** How far the clock of the provider may be off. */
const CLOCK_SKEW_S = 60;
const FETCH_MS = 5_000;
/** A provider out of reach is asked again after this long. */
const RETRY_MS = 5_000;

export interface KeyCaching {
  /** Keys are read again after this long, so that one that was withdrawn counts no more. */
  readonly maxAgeMs: number;
  /** A token with an unknown key has them read again, but not more often than this. */
  readonly cooldownMs: number;
}

const KEY_CACHING: KeyCaching = { maxAgeMs: 600_000, cooldownMs: 30_000 };

/** From the least right to the most; `writer` is a word of tokens files only. */
const RANKED: readonly Role[] = ['reader', 'proposer', 'analyst', 'admin'];

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const streamList = z.union([
  streamPattern.transform((one) => [one]),
  z.array(streamPattern).max(100),
]);

const unavailable = (reason: string) =>
  new HttpError(
    503,
    'ISSUER_UNAVAILABLE',
    `The identity provider cannot be asked for its keys at present: ${reason}. Try again later, or read without a token.`,
    { 'Retry-After': String(RETRY_MS / 1000) },
  );

const refused = (reason: string) =>
  new AuthenticationFailed(
    'BAD_JWT',
    `The token of the identity provider is not accepted: ${reason}. Sign in again for another. Reading needs none: leave the Authorization header out.`,
  );

export class OidcVerifier {
  readonly #issuer: string;
  readonly #claims: OidcClaims;
  #keys: { readonly found: Promise<JWTVerifyGetKey>; readonly retryAt: number } | undefined;

  /** Asks nobody yet. Throws `BadIssuer`. */
  constructor(
    readonly config: OidcConfig,
    readonly now: () => number = Date.now,
    readonly caching: KeyCaching = KEY_CACHING,
  ) {
    this.#issuer = issuerUrl(config.issuer);
    this.#claims = { ...DEFAULT_CLAIMS, ...config.claims };
  }

  /**
   * Who a token says that its bearer is. Rejects with {@link AuthenticationFailed}, or with a 503 while
   * the keys cannot be had.
   */
  async verify(token: string): Promise<Principal> {
    const keys = await this.#keySource();
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        issuer: this.config.issuer,
        audience: this.config.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW_S,
        requiredClaims: ['exp', this.#claims.name],
        currentDate: new Date(this.now()),
      }));
    } catch (error) {
      throw toHttpError(error);
    }
    return this.#principal(payload);
  }

  #principal(payload: JWTPayload): Principal {
    const { name, roles, streams } = this.#claims;
    const claimed = { name: claim(payload, name), streams: claim(payload, streams) };
    const bearer = bearerName.safeParse(claimed.name);
    if (!bearer.success) throw refused(`its claim "${name}" is no name`);
    const limits =
      claimed.streams === undefined ? undefined : streamList.safeParse(claimed.streams);
    if (limits?.success === false) throw refused(`its claim "${streams}" holds no list of streams`);
    const granted = oneOrMore.safeParse(claim(payload, roles)).data ?? [];
    const role = RANKED.findLast((each) => granted.includes(each)) ?? 'reader';
    return principalOf(bearer.data, role, limits?.data);
  }

  #keySource(): Promise<JWTVerifyGetKey> {
    if (!this.#keys || this.now() >= this.#keys.retryAt) {
      const found = this.#discover();
      const keys = { found, retryAt: this.now() + RETRY_MS };
      this.#keys = keys;
      found.then(
        () => (this.#keys = { found, retryAt: Infinity }),
        // Answered to whoever waits for it.
        () => undefined,
      );
    }
    return this.#keys.found;
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    const url = `${this.#issuer}/.well-known/openid-configuration`;
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer: unknown = await fetch(url, { redirect: 'error', signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    const found = discovery.safeParse(answer);
    if (!found.success) throw unavailable(`${url} does not answer with a configuration`);
    const { issuer, jwks_uri: keys } = found.data;
    if (issuer !== this.config.issuer) throw unavailable(`${url} is of another issuer`);
    const { maxAgeMs, cooldownMs } = this.caching;
    return createRemoteJWKSet(new URL(issuerUrl(keys)), {
      timeoutDuration: FETCH_MS,
      cacheMaxAge: maxAgeMs,
      cooldownDuration: cooldownMs,
    });
  }
}

/** A claim by its name, or by a path of names with dots between them. */
function claim(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      payload,
    );
}

/** Never with what was sent. */
function toHttpError(error: unknown): HttpError {
  if (error instanceof errors.JWTExpired)
    return new AuthenticationFailed(
      'TOKEN_EXPIRED',
      'The token has expired. Sign in again for another.',
    );
  if (error instanceof errors.JWTClaimValidationFailed)
    return refused(`its claim "${error.claim}" is not as this server expects`);
  if (error instanceof errors.JWKSTimeout) return unavailable('its keys take too long');
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC')
    return refused('it is not signed with a key of the issuer');
  return unavailable('its keys cannot be read');
}
