/** `parley tokens`: the file of tokens that say who may do what. */
import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Role, ROLES } from '../../../server/auth/roles.js';
import {
  createToken,
  parseTokens,
  streamPattern,
  type Token,
} from '../../../server/auth/tokens.js';
import { readLastUses, readTokens, replaceFile } from '../../../server/auth/tokensFile.js';
import { CliError } from '../../exitCodes.js';
import { timePoint, tokensOption } from '../../options.js';
import { print } from '../../output.js';

interface CreateOptions {
  readonly tokens: string;
  readonly role: Role;
  readonly streams?: readonly string[];
  readonly expires?: string;
}

const HELP = `
The file holds the name, the role and the SHA-256 of each token, never the token itself. Reading the
record needs no token. A reader reads proposals, too; a proposer may also propose; an analyst may also
append, decide on proposals, and correct and retract what they recorded themselves; an admin (called
writer before) may do so with everybody's events. With --streams a token writes and proposes there only.

Running servers read the file again within a second, and on SIGHUP: a token revoked or expired is
refused from then on. They write down when each token was last used, once a minute, in FILE.used.

Examples:
  parley tokens create desk --role analyst --tokens tokens.json
  parley tokens create intern --role analyst --streams 'measure/in-*' --expires 90d --tokens tokens.json
  parley tokens revoke intern --tokens tokens.json
  parley tokens list --tokens tokens.json
  parley serve --host 0.0.0.0 --tokens tokens.json`;

const DAY_MS = 86_400_000;

/** The instant from which on a token is refused. */
function expiry(value: string): string {
  const days = /^(\d{1,4})d$/.exec(value)?.[1];
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const start = days === undefined && Date.parse(timePoint(value));
  const at = start === false ? Date.now() + Number(days) * DAY_MS : start + (isDate ? DAY_MS : 0);
  if (at > Date.now()) return new Date(at).toISOString();
  throw new InvalidArgumentError('Write a time to come: 90d, 2027-01-31 (its end in UTC).');
}

function streams(value: string, earlier: readonly string[] = []): readonly string[] {
  const parsed = streamPattern.safeParse(value);
  if (parsed.success) return [...earlier, value];
  throw new InvalidArgumentError(`"${value}" ${parsed.error.issues[0]?.message}.`);
}

async function create(
  name: string,
  { tokens: file, role, streams: limited, expires }: CreateOptions,
): Promise<void> {
  const tokens = existsSync(file) ? readTokens(file) : [];
  if (tokens.some((token) => token.name === name))
    throw new CliError(`${file} already holds a token for ${name}. Choose another name.`);
  const { token, secret } = createToken(name, role, {
    ...(limited && { streams: [...limited] }),
    ...(expires !== undefined && { expires }),
  });
  replaceFile(file, parseTokens(JSON.stringify([...tokens, token]), file));
  console.error(
    `Added ${name}, ${describeToken(token)}, to ${file}. The token is shown this once:`,
  );
  await print(`${secret}\n`);
}

async function revoke(name: string, { tokens: file }: { tokens: string }): Promise<void> {
  const tokens = readTokens(file);
  const left = tokens.filter((token) => token.name !== name);
  if (left.length === tokens.length)
    throw new CliError(`${file} holds no token for ${name}. "parley tokens list" prints them.`);
  replaceFile(file, left);
  await print(`Revoked the token of ${name}. Running servers refuse it within a second.\n`);
}

const describeToken = ({ role, streams: limited, expires }: Token): string =>
  [
    role,
    ...(limited ? [`for ${limited.join(', ')}`] : []),
    ...(expires === undefined
      ? []
      : [Date.parse(expires) > Date.now() ? `until ${expires}` : `expired at ${expires}`]),
  ].join(' ');

async function list(file: string): Promise<void> {
  const tokens = readTokens(file);
  if (tokens.length === 0) console.error(`${file} holds no tokens.`);
  const uses = readLastUses(file);
  const width = Math.max(...tokens.map(({ name }) => name.length), 0);
  for (const token of tokens) {
    const { name, sha256 } = token;
    const used = uses?.[sha256];
    const use = used === undefined ? 'no use on record' : `last used ${used.slice(0, 16)}Z`;
    await print(
      `${name.padEnd(width)}  ${describeToken(token)}  ${use}  sha256 ${sha256.slice(0, 12)}…\n`,
    );
  }
}

export function tokensCommand(): Command {
  const file = () => tokensOption('the tokens file').makeOptionMandatory();
  const command = new Command('tokens').addHelpText('after', HELP);
  command
    .command('create')
    .description('Create a token, add it to the file, and print its secret once')
    .argument('<name>', 'the name of its holder, recorded with every event they append')
    .addOption(
      new Option('--role <role>', 'what the holder may do').choices(ROLES).default('analyst'),
    )
    .option(
      '--streams <pattern>',
      'where the holder may write and propose: a stream, or its beginning and *; may be repeated',
      streams,
    )
    .option('--expires <time>', 'in so many days (90d), or at a date or instant', expiry)
    .addOption(file())
    .action(create);
  command
    .command('revoke')
    .description('Take the token of a holder out of the file')
    .argument('<name>', 'the name of its holder')
    .addOption(file())
    .action(revoke);
  command
    .command('list')
    .description('List the tokens in the file, with their role, expiry and last use')
    .addOption(file())
    .action(({ tokens }: { tokens: string }) => list(tokens));
  return command;
}
