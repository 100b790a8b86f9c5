/** Which OpenID provider says who writes, and by which claims. */
import { isLoopback } from '../http/address.js';

export interface OidcConfig {
  /** As it stands in tokens: `https://login.example.org/realms/desk`. */
  readonly issuer: string;
  /** What tokens for this server name in `aud`. */
  readonly audience: string;
  readonly claims?: Partial<OidcClaims> | undefined;
}

/** Names of claims; within a claim that is an object, a path with dots. */
export interface OidcClaims {
  /** Recorded with events: one that the provider keeps unique, and its users cannot set. */
  readonly name: string;
  readonly roles: string;
  readonly streams: string;
}

/** What claims are called where nothing else is said. */
export const DEFAULT_CLAIMS: OidcClaims = {
  name: 'sub',
  roles: 'parley_roles',
  streams: 'parley_streams',
};

/** The address of an OpenID provider cannot be used. */
export class BadIssuer extends Error {
  readonly code = 'BAD_ISSUER';
  constructor(readonly issuer: string) {
    super(
      `${issuer} is no address of an identity provider: give the issuer as it stands in its tokens, https://…, without a query. Only one on this machine may be http://127.0.0.1:….`,
    );
    this.name = 'BadIssuer';
  }
}

/** The address without a slash at the end. Throws {@link BadIssuer}. */
export function issuerUrl(issuer: string): string {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, '')));
  if (!url || !isSafe || url.search || url.hash || url.username || url.password)
    throw new BadIssuer(issuer);
  return issuer.replace(/\/+$/, '');
}
