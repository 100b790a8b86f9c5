/** Keys of logs and witnesses, as options and in files. */
import { existsSync, readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import {
  BadNote,
  COSIGNATURE,
  ED25519,
  parseVerifierKey,
  type VerifierKey,
} from '../proof/signedNote.js';
import { parseSigningKey, type SigningKey } from '../proof/signing.js';
import type { WitnessAddress } from '../server/transparency/headPublisher.js';
import { CliError } from './exitCodes.js';

/** The private key in a file of `parley key create`. Throws {@link CliError}, which shows nothing of it. */
export function readSigningKey(file: string): SigningKey {
  if (!existsSync(file))
    throw new CliError(
      `There is no key at ${file}. Make one with "parley key create NAME --out ${file}".`,
    );
  try {
    return parseSigningKey(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    throw new CliError(`${file}: ${error.message}`);
  }
}

/** The private key of a log in a file. Throws {@link CliError}. */
export function readLogKey(file: string): SigningKey {
  const key = readSigningKey(file);
  if (key.type !== ED25519)
    throw new CliError(
      `${file} is the key of a witness. Make one of a log: "parley key create NAME".`,
    );
  return key;
}

function verifierKey(value: string): VerifierKey {
  try {
    return parseVerifierKey(value);
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    throw new InvalidArgumentError(`${error.message} "parley key show FILE" prints it.`);
  }
}

/** The public key of a log. */
export function logKey(value: string): VerifierKey {
  const key = verifierKey(value);
  if (key.type !== ED25519)
    throw new InvalidArgumentError('That is the key of a witness. Name the key of the log.');
  return key;
}

/** The public keys of logs; the option may be repeated. */
export const logKeys = (value: string, earlier: readonly VerifierKey[] = []) => [
  ...earlier,
  logKey(value),
];

/** The public keys of witnesses; the option may be repeated. */
export function witnessKeys(value: string, earlier: readonly VerifierKey[] = []) {
  const key = verifierKey(value);
  if (key.type !== COSIGNATURE)
    throw new InvalidArgumentError('That is the key of a log. Name the key of a witness.');
  return [...earlier, key];
}

/** Addresses of witnesses, each with its key after "#"; the option may be repeated. */
export function witnessAddress(value: string, earlier: readonly WitnessAddress[] = []) {
  const [url = '', text = ''] = value.split('#');
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
    throw new InvalidArgumentError('Write the address of a witness, "#" and its public key.');
  const [key] = witnessKeys(text);
  return key ? [...earlier, { url, key }] : earlier;
}
