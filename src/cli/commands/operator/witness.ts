/** `parley witness`: sign the heads of other people's logs, over HTTP. */
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { COSIGNATURE, verifierKeyText, type VerifierKey } from '../../../proof/signedNote.js';
import { urlOf } from '../../../server/http/address.js';
import { Witness } from '../../../server/transparency/witness.js';
import { WitnessFile } from '../../../server/transparency/witnessFile.js';
import { createWitnessServer } from '../../../server/transparency/witnessServer.js';
import { CliError } from '../../exitCodes.js';
import { logKeys, readSigningKey } from '../../keys.js';
import { portOption } from '../../options.js';

interface Options {
  readonly key: string;
  readonly knows: readonly VerifierKey[];
  readonly state: string;
  readonly host: string;
  readonly port: number;
}

const HELP = `
A witness signs a head only when the log begins with what it signed before. It remembers that in the
file of --state: keep it, and never go on under the same key without it. It speaks the protocol of
https://c2sp.org/tlog-witness and asks for no login: it signs nothing that the log has not signed.

Examples:
  parley key create witness.example.org --witness --out witness.key
  parley witness --key witness.key --state witness.json --knows example.org/parley+1a2b3c4d+AY…`;

export const witnessCommand = (): Command =>
  new Command('witness')
    .requiredOption('--key <file>', 'the private key, made by "parley key create --witness"')
    .requiredOption('--state <file>', 'the file that remembers what was signed')
    .requiredOption(
      '--knows <key>',
      'the public key of a log whose heads are signed; may be repeated',
      logKeys,
    )
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .addOption(portOption().default(4100))
    .addHelpText('after', HELP)
    .action(async ({ key: file, knows, state, host, port }: Options) => {
      const key = readSigningKey(file);
      if (key.type !== COSIGNATURE)
        throw new CliError(
          `${file} is the key of a log. Make one with "parley key create --witness".`,
        );
      const app = createWitnessServer(new Witness(key, knows, new WitnessFile(state)));
      await app.listen({ host, port });
      const { port: bound, address } = app.server.address() as AddressInfo;
      console.log(`Key      ${verifierKeyText(key)}`);
      console.log(
        `Witness of ${knows.map(({ name }) => name).join(', ')} at ${urlOf(address, bound)}/`,
      );
      await new Promise<void>((resolve) => {
        process.once('SIGTERM', resolve).once('SIGINT', resolve);
      });
      await app.close();
    });
