/** `parley verify`: walk the hash chain of a log. */
import { existsSync, readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { Parley } from '../../app/parley.js';
import { repairLog, verifyLog } from '../../app/transparency/verifyLog.js';
import type { VerifiedCheckpoint } from '../../proof/checkpoint.js';
import { verifyProof } from '../../checker/verifyProof.js';
import { BadNote, type VerifierKey, verifierKeyText } from '../../proof/signedNote.js';
import { openCheckpoint } from '../../proof/signing.js';
import { CliError } from '../exitCodes.js';
import { logKey, witnessKeys } from '../keys.js';
import { requireFile, withLog, withReadonlyLog } from '../openLog.js';
import { logOption } from '../options.js';
import { print } from '../output.js';
import { counted, Progress } from '../progress.js';

interface KnownHead {
  readonly position: number;
  readonly hash: string;
}

const HELP = `
Every record carries the SHA-256 of its content and of the record before it, so any later change
shows. Anyone who can write the file can rewrite the whole chain: keep the head elsewhere and
check the log against it with --head, or have its heads signed ("parley serve --log-key") and check
them with --key. What follows from the records, indexes and the Merkle tree, is compared with them;
--repair makes it anew. A proof is checked without any log: of a record from /log/proof/POSITION, of an
answer from /api/…?proof, which is computed again.

Examples:
  parley verify
  parley verify --log sqlite:talks.db
  parley verify --head 104:6f2c…                       check against a head kept elsewhere
  parley verify --key example.org/parley+1a2b3c4d+AY…  and that this key signed the head
  parley verify --proof 104.tlog-proof --key …         check a proof of one record`;

function head(value: string): KnownHead {
  const [, position = '', hash = ''] = /^(\d+):([0-9a-f]{64})$/.exec(value) ?? [];
  if (hash === '')
    throw new InvalidArgumentError('Write POSITION:HASH, as "parley verify" prints it.');
  return { position: Number(position), hash };
}

interface Options {
  readonly log: string;
  readonly head?: KnownHead;
  readonly key?: VerifierKey;
  readonly witness?: readonly VerifierKey[];
  readonly proof?: string;
  readonly repair?: true;
}

export const verifyCommand = (): Command =>
  new Command('verify')
    .addOption(logOption())
    .option('--head <position:hash>', 'a head printed earlier, which the log must still hold', head)
    .option('--key <key>', 'the public key of the log, which must have signed its head', logKey)
    .option(
      '--witness <key>',
      'the public key of a witness that must have signed it, too; may be repeated',
      witnessKeys,
    )
    .option(
      '--proof <file>',
      'check a proof of a record or an answer instead, without the log (needs --key)',
    )
    .option('--repair', 'make anew what follows from the records, where it is wrong')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      if (options.proof !== undefined) return checkProof(options.proof, options);
      if (options.repair) await repair(options.log);
      await withReadonlyLog(options.log, (parley) => checkLog(parley, options));
    });

async function checkLog(parley: Parley, options: Options): Promise<void> {
  const progress = new Progress();
  const { position: total, recordedAt } = await parley.head();
  const result = await verifyLog(parley, {
    ...(options.head && { expectedHead: options.head }),
    progress: (checked) =>
      progress.show(`checked ${checked.toLocaleString('en')} of ${counted(total, 'record')}`),
  }).finally(() => progress.clear());
  if (!result.ok && result.isDerived)
    throw new CliError(
      `${counted(result.count, 'record')} in order, nothing changed. But at position ${result.position} ${result.problem}.`,
    );
  if (!result.ok)
    throw new CliError(
      `The log is broken at position ${result.position}: ${result.problem}. ${counted(result.count, 'record')} before it ${result.count === 1 ? 'is' : 'are'} in order. Stop writing, keep a copy, and restore from an export.`,
    );
  const signed = await signedHead(parley, options);
  if (result.count === 0) return print('The log is empty; there is nothing to verify.\n');
  const { position, hash } = result.head;
  await print(
    `${counted(result.count, 'record')} in order, nothing changed.\nhead      ${position}:${hash}\nrecorded  ${recordedAt}\n${signed}`,
  );
}

/** What signs the head, checked against the key; empty without one. Throws {@link CliError}. */
async function signedHead(parley: Parley, { key, witness = [] }: Options): Promise<string> {
  if (!key) {
    if (witness.length > 0) throw new CliError('Give the key of the log, too: --key KEY.');
    return '';
  }
  const head = await parley.proofs.head();
  if (!head)
    throw new CliError(`No head of this log was ever signed: ${key.name} did not sign it.`);
  return opened(() => signers(openCheckpoint(head.note, key, witness), key, witness));
}

function signers(
  { size, witnesses }: VerifiedCheckpoint,
  key: VerifierKey,
  wanted: readonly VerifierKey[],
): string {
  const missing = wanted.find((witness) => !witnesses.includes(witness));
  if (missing) throw new CliError(`The head is not signed by the witness ${missing.name}.`);
  const names = [key, ...witnesses].map(({ name }) => name);
  return `signed    ${counted(size, 'record')}, by ${names.join(', ')}\n`;
}

async function checkProof(file: string, { key, witness = [] }: Options): Promise<void> {
  if (!key) throw new CliError('A proof is checked with the key of the log: give --key KEY.');
  if (!existsSync(file)) throw new CliError(`There is no file ${file}.`);
  const keys = { key: verifierKeyText(key), witnesses: witness.map(verifierKeyText) };
  const proved = await verifyProof(readFileSync(file, 'utf8'), keys).catch((error: unknown) => {
    throw error instanceof BadNote ? new CliError(error.message) : error;
  });
  const names = [proved.origin, ...proved.witnesses].join(', ');
  const signed = `signed    ${counted(proved.size, 'record')}, by ${names}\n`;
  if (proved.kind === 'record')
    return print(
      `The record at position ${proved.position} of ${proved.origin} says:\n${proved.body}\n${signed}`,
    );
  await print(
    `By the first ${counted(proved.records, 'record')} of ${proved.origin} the question\n${JSON.stringify(proved.question)}\nis answered by\n${JSON.stringify(proved.answer, undefined, 2)}\n${signed}`,
  );
}

/** Runs a check, and turns what is wrong into a message. Throws {@link CliError}. */
function opened<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof BadNote) throw new CliError(error.message);
    throw error;
  }
}

async function repair(url: string): Promise<void> {
  requireFile(url);
  await withLog(url, repairLog);
}
