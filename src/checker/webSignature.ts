/** Ed25519 by the Web Cryptography API, which browsers and Node share. */
import { concat, utf8 } from '../proof/bytes.js';
import type { SignatureClaim } from '../proof/checkpoint.js';

const ED25519 = 'Ed25519';

/** Whether the key made this signature of the message. Rejects where the platform has no Ed25519. */
export async function isSigned({ key, message, signature }: SignatureClaim): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  const publicKey = await subtle.importKey('raw', concat(key.publicKey), ED25519, false, [
    'verify',
  ]);
  return subtle.verify(ED25519, publicKey, concat(signature), utf8(message));
}
