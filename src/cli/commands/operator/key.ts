/** `parley key`: the keys that sign the heads of a log, or those of other logs as a witness. */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { BadNote, COSIGNATURE, ED25519, verifierKeyText } from '../../../proof/signedNote.js';
import { generateSigningKey, signingKeyText } from '../../../proof/signing.js';
import { CliError } from '../../exitCodes.js';
import { readSigningKey } from '../../keys.js';
import { print } from '../../output.js';

const HELP = `
The name says whose key it is: by custom the address of the log without "https://". Keep the file
where the database and its backups are not: whoever has it can sign a forged history. The line that
is printed is for everybody: readers check heads and proofs with it.

Examples:
  parley key create example.org/parley --out log.key
  parley key create witness.example.org --witness --out witness.key
  parley key show log.key
  parley serve --log-key log.key`;

async function create(name: string, { out, witness }: { out: string; witness?: true }) {
  const key = newKey(name, witness ? COSIGNATURE : ED25519);
  try {
    // Never over another file: what it signed could no longer be signed on.
    writeFileSync(out, `${signingKeyText(key)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CliError(`${out} exists, and is left as it is. Name another file.`);
  }
  console.error(`The private key is in ${out}. The public one is for everybody:`);
  await print(`${verifierKeyText(key)}\n`);
}

function newKey(name: string, type: typeof ED25519 | typeof COSIGNATURE) {
  try {
    return generateSigningKey(name, type);
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    throw new CliError(error.message);
  }
}

export function keyCommand(): Command {
  const command = new Command('key').addHelpText('after', HELP);
  command
    .command('create')
    .description('Create a key, write it to a file, and print its public part')
    .argument('<name>', 'whose key it is, such as example.org/parley')
    .requiredOption('--out <file>', 'the file to write the private key to')
    .option('--witness', 'a key that signs the heads of other logs')
    .action(create);
  command
    .command('show')
    .description('Print the public part of a key')
    .argument('<file>', 'a file made by "parley key create"')
    .action(async (file: string) => print(`${verifierKeyText(readSigningKey(file))}\n`));
  return command;
}
