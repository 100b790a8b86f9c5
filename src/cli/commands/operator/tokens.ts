/** `parley tokens`: the file of tokens that authorise writers. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import {
  createToken,
  parseTokens,
  type Role,
  ROLES,
  type Token,
} from '../../../server/auth/authenticator.js';
import { CliError } from '../../exitCodes.js';
import { tokensOption } from '../../options.js';
import { print } from '../../output.js';

interface CreateOptions {
  readonly tokens: string;
  readonly role: Role;
}

const HELP = `
The file holds the name, the role and the SHA-256 of each token, never the token itself. A writer
may append and decide on proposals; a proposer may only propose; a reader may only read, proposals
included (reading the record needs no token). To revoke a token, take its entry out and
start the server again.

Examples:
  parley tokens create desk --role writer --tokens tokens.json
  parley tokens list --tokens tokens.json
  parley serve --host 0.0.0.0 --tokens tokens.json`;

/** The tokens in a file. Throws `InvalidTokensFile`, or a {@link CliError} when it is not there. */
export function readTokens(file: string): readonly Token[] {
  if (!existsSync(file))
    throw new CliError(
      `There is no tokens file ${file}. Make one with "parley tokens create NAME --tokens ${file}".`,
    );
  return parseTokens(readFileSync(file, 'utf8'), file);
}

/** Replaces the file atomically; only its owner may read it. */
function writeTokens(file: string, tokens: readonly Token[]): void {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
}

async function create(name: string, { tokens: file, role }: CreateOptions): Promise<void> {
  const tokens = existsSync(file) ? readTokens(file) : [];
  if (tokens.some((token) => token.name === name))
    throw new CliError(`${file} already holds a token for ${name}. Choose another name.`);
  const { token, secret } = createToken(name, role);
  const all = parseTokens(JSON.stringify([...tokens, token]), file);
  writeTokens(file, all);
  console.error(`Added ${name}, a ${role}, to ${file}. The token is shown this once:`);
  await print(`${secret}\n`);
}

async function list(file: string): Promise<void> {
  const tokens = readTokens(file);
  if (tokens.length === 0) console.error(`${file} holds no tokens.`);
  const width = Math.max(...tokens.map(({ name }) => name.length), 0);
  for (const { name, role, sha256 } of tokens)
    await print(`${name.padEnd(width)}  ${role}  sha256 ${sha256.slice(0, 12)}…\n`);
}

export function tokensCommand(): Command {
  const file = () => tokensOption('the tokens file').makeOptionMandatory();
  const command = new Command('tokens').addHelpText('after', HELP);
  command
    .command('create')
    .description('Create a token, add it to the file, and print its secret once')
    .argument('<name>', 'the name of its holder, recorded with every event they append')
    .addOption(
      new Option('--role <role>', 'what the holder may do').choices(ROLES).default('writer'),
    )
    .addOption(file())
    .action(create);
  command
    .command('list')
    .description('List the tokens in the file')
    .addOption(file())
    .action(({ tokens }: { tokens: string }) => list(tokens));
  return command;
}
