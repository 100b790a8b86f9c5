/** Tokens, stored as hashes, and what the bearer of each may do. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Principal } from '../../graphql/context.js';

const role = z.enum(['reader', 'proposer', 'writer']);
export type Role = z.output<typeof role>;
export const ROLES = role.options;

const tokenList = z.array(
  z.strictObject({
    name: z.string().trim().min(1).max(200),
    role,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'),
  }),
);

/** A token as stored: the secret itself is shown once, when it is created. */
export type Token = Readonly<z.output<typeof tokenList>[number]>;

export class InvalidTokensFile extends Error {
  readonly code = 'BAD_TOKENS';
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`The tokens file ${file} cannot be used: ${reason}.`);
    this.name = 'InvalidTokensFile';
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The tokens in the text of a tokens file. Throws {@link InvalidTokensFile}. */
export function parseTokens(text: string, file: string): readonly Token[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidTokensFile(file, `it is not JSON (${(error as Error).message})`);
  }
  const parsed = tokenList.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const location = issue?.path.join('.');
  throw new InvalidTokensFile(
    file,
    `${location ? `${location}: ` : ''}${issue?.message ?? 'it has another shape'}`,
  );
}

/** A new token and its secret of 256 random bits. */
export function createToken(name: string, as: Role): { token: Token; secret: string } {
  const secret = `parley_${randomBytes(32).toString('base64url')}`;
  return { token: { name, role: as, sha256: hashOf(secret) }, secret };
}

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** Authenticates requests by their Authorization header. */
export class Authenticator {
  readonly #tokens: readonly { readonly hash: Buffer; readonly principal: Principal }[];

  /** Without tokens everyone may write: only for an address that other machines cannot reach. */
  constructor(readonly tokens: readonly Token[] | undefined) {
    this.#tokens = (tokens ?? []).map(({ name, role: as, sha256 }) => ({
      hash: Buffer.from(sha256, 'hex'),
      principal: {
        name,
        mayWrite: as === 'writer',
        ...(as === 'proposer' && { mayPropose: true }),
      },
    }));
  }

  /** Whether everyone who can reach the server may write. */
  get allowsAnonymousWrites(): boolean {
    return this.tokens === undefined;
  }

  /** The principal; undefined for an unknown token. Reading needs no token. */
  authenticate(authorization: string | undefined): Principal | undefined {
    if (this.allowsAnonymousWrites) return { mayWrite: true };
    if (authorization === undefined) return { mayWrite: false };
    const secret = BEARER.exec(authorization)?.[1];
    if (secret === undefined) return undefined;
    const hash = Buffer.from(hashOf(secret), 'hex');
    let found: Principal | undefined;
    // All tokens are compared, so that the time taken reveals nothing.
    for (const token of this.#tokens)
      if (timingSafeEqual(token.hash, hash)) found = token.principal;
    return found;
  }
}
