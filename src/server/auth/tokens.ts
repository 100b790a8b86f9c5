/** Tokens: stored as hashes in a file, with what the bearer of each may do and until when. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ACCEPTED_BY } from '../../app/commands/permission.js';
import { type Role, ROLES } from './roles.js';

const MAX_NAME = 200;
const MAX_STREAMS = 100;

/** Recorded with events: it must not read as the names of two people, or break a line. */
export const bearerName = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME)
  .regex(/^\P{Cc}*$/u, 'holds a control character')
  .refine((name) => !name.includes(ACCEPTED_BY), `must not contain "${ACCEPTED_BY}"`);

/** A stream, or the beginning of names of streams and `*`. */
export const streamPattern = z
  .string()
  .max(200)
  .regex(
    /^(?:negotiation|measure|rulebook|area)\/[A-Za-z0-9-]*\*?$/,
    'is neither a stream (measure/in-retaliation) nor the beginning of streams (measure/in-*)',
  );

const tokenList = z.array(
  z.strictObject({
    name: bearerName,
    role: z.enum(ROLES),
    /** Where the bearer may write and propose; everywhere when absent. */
    streams: z.array(streamPattern).min(1).max(MAX_STREAMS).optional(),
    /** From this instant on the token is refused; never when absent. */
    expires: z.iso.datetime({ offset: true }).optional(),
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

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

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
export function createToken(
  name: string,
  role: Role,
  limits: Pick<Token, 'streams' | 'expires'> = {},
): { token: Token; secret: string } {
  const secret = `parley_${randomBytes(32).toString('base64url')}`;
  return { token: { name, role, ...limits, sha256: hashOf(secret) }, secret };
}
