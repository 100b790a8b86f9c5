/** Who is asking: tokens, kept as hashes, and what each may do. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Principal } from '../../graphql/context.js';

const role = z.enum(['reader', 'writer']);
export type Role = z.output<typeof role>;
export const ROLES = role.options;

const tokenList = z.array(
  z.strictObject({
    name: z.string().trim().min(1).max(200),
    role,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'),
  }),
);

/** A token as it is kept: the secret itself is shown once, when it is made. */
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
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch (error) {
    throw new InvalidTokensFile(file, `it is not JSON (${(error as Error).message})`);
  }
  const parsed = tokenList.safeParse(sent);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.');
  throw new InvalidTokensFile(
    file,
    `${at ? `${at}: ` : ''}${issue?.message ?? 'it has another shape'}`,
  );
}

/** A new token and its secret, 256 bits of chance. */
export function createToken(name: string, as: Role): { token: Token; secret: string } {
  const secret = `parley_${randomBytes(32).toString('base64url')}`;
  return { token: { name, role: as, sha256: hashOf(secret) }, secret };
}

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** Decides who may do what by the Authorization header of each request. */
export class Authenticator {
  readonly #tokens: readonly { readonly hash: Buffer; readonly principal: Principal }[];

  /** Without tokens everyone may write: only for an address that this machine alone can reach. */
  constructor(readonly tokens: readonly Token[] | undefined) {
    this.#tokens = (tokens ?? []).map(({ name, role: as, sha256 }) => ({
      hash: Buffer.from(sha256, 'hex'),
      principal: { name, mayWrite: as === 'writer' },
    }));
  }

  get open(): boolean {
    return this.tokens === undefined;
  }

  /** Who asks; undefined when a token was given that is not known. Reading needs no token. */
  authenticate(authorization: string | undefined): Principal | undefined {
    if (this.open) return { mayWrite: true };
    if (authorization === undefined) return { mayWrite: false };
    const secret = BEARER.exec(authorization)?.[1];
    if (secret === undefined) return undefined;
    const hash = Buffer.from(hashOf(secret), 'hex');
    let found: Principal | undefined;
    // Every token is compared, so that the time taken tells nothing.
    for (const token of this.#tokens)
      if (timingSafeEqual(token.hash, hash)) found = token.principal;
    return found;
  }
}
