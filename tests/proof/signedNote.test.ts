/** Signed notes and checkpoints, checked with published examples. */
import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '../../src/proof/checkpoint.js';
import { leafHash } from '../../src/proof/merkleTree.js';
import {
  COSIGNATURE,
  type NoteSignature,
  parseNote,
  parseVerifierKey,
  verifierKeyText,
} from '../../src/proof/signedNote.js';
import {
  cosignatureLine,
  openCheckpoint,
  signCheckpoint,
  generateSigningKey,
  isSigned,
  parseSigningKey,
  signingKeyText,
} from '../../src/proof/signing.js';

/** The example of golang.org/x/mod/sumdb/note. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

const log = generateSigningKey('example.org/parley');
const witness = generateSigningKey('witness.example.org', COSIGNATURE);
const head = { size: 104, root: leafHash(Buffer.from('a')) };
const note = signCheckpoint(head, log);
const cosign = (text: string, key = witness) =>
  text + cosignatureLine(parseNote(text).text, key, 1_700_000_000);

describe('a signed note', () => {
  it('that is published is verified with its key, and not when a letter differs', () => {
    const key = parseVerifierKey(NEUMANN);
    const { text, signatures } = parseNote(NOTE);
    expect(signatures).toMatchObject([{ name: key.name, id: key.id }]);
    const [{ signature }] = signatures as [NoteSignature];
    expect(isSigned({ message: text, signature, key })).toBe(true);
    expect(isSigned({ message: text.replace('answer', 'Answer'), signature, key })).toBe(false);
  });

  it.each([
    ['without an empty line', 'text\n— a AAAAAAAA\n'],
    ['without a signature', 'text\n\n'],
    ['with a signature that is none', 'text\n\n- a AAAAAAAA\n'],
    ['with bytes that are no Base64', 'text\n\n— a AAAA!AAA\n'],
    ['with a tab', 'te\txt\n\n— a AAAAAAAA\n'],
    ['without an end', 'text\n\n— a AAAAAAAA'],
    ['too long', `${'x'.repeat(100_001)}\n\n— a AAAAAAAA\n`],
  ])('%s is refused', (_, text) => {
    expect(() => parseNote(text)).toThrow(expect.objectContaining({ code: 'BAD_NOTE' }));
  });
});

describe('a key', () => {
  it('is read as it is written, of a log and of a witness', () => {
    for (const key of [log, witness]) {
      expect(verifierKeyText(parseVerifierKey(verifierKeyText(key)))).toBe(verifierKeyText(key));
      expect(signingKeyText(parseSigningKey(signingKeyText(key)))).toBe(signingKeyText(key));
    }
    expect(verifierKeyText(parseVerifierKey(NEUMANN))).toBe(NEUMANN);
  });

  it.each([
    NEUMANN.replace('PeterNeumann', 'Peter'),
    NEUMANN.replace('ARpc', 'ARpd'),
    NEUMANN.slice(0, -4),
    'PeterNeumann',
    '',
  ])('that was changed or cut is refused: %s', (text) => {
    expect(() => parseVerifierKey(text)).toThrow(expect.objectContaining({ code: 'BAD_NOTE' }));
  });

  it('that is private is refused without being shown', () => {
    const text = signingKeyText(log);
    const secret = text.slice(-20);
    for (const wrong of [text.replace('example.org', 'example.com'), text.slice(8), `${text}A`])
      expect(() => parseSigningKey(wrong)).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining(secret) as string }),
      );
  });

  it('has a name without spaces and "+"', () => {
    for (const name of ['', 'a b', 'a+b'])
      expect(() => generateSigningKey(name)).toThrow(/name without spaces/);
  });
});

describe('a checkpoint', () => {
  it('tells the log, its size and its root, and is signed by the log', () => {
    expect(openCheckpoint(note, log)).toEqual({
      origin: 'example.org/parley',
      ...head,
      witnesses: [],
    });
    expect(note).toMatch(
      /^example\.org\/parley\n104\n[A-Za-z0-9+/]{43}=\n\n— example\.org\/parley /,
    );
  });

  it('names the witnesses that signed it, of those that are trusted', () => {
    const cosigned = cosign(note);
    expect(openCheckpoint(cosigned, log, [witness]).witnesses).toEqual([witness]);
    expect(openCheckpoint(cosigned, log).witnesses).toEqual([]);
    const stranger = generateSigningKey('witness.example.org', COSIGNATURE);
    expect(openCheckpoint(cosign(note, stranger), log, [witness]).witnesses).toEqual([]);
  });

  it('is refused when another log signed it, or it was changed after it was signed', () => {
    const other = generateSigningKey('example.org/parley');
    expect(() => openCheckpoint(note, other)).toThrow(/not signed by/);
    expect(() => openCheckpoint(note.replace('\n104\n', '\n103\n'), log)).toThrow(/was changed/);
    const moved = cosign(note).replace(/(— witness\S* \S{12})\S/u, '$1A');
    expect(() => openCheckpoint(moved, log, [witness])).toThrow(/was changed/);
    const renamed = signCheckpoint(head, { ...log, name: 'example.org/other' });
    expect(() => openCheckpoint(renamed, log)).toThrow(/not signed by/);
  });

  it.each(['', 'a\n', 'a\n1\n', 'a\n01\nAAAA\n', 'a\n1\nAAAA\n', `a\n-1\n${'A'.repeat(43)}=\n`])(
    'is refused unless it holds a name, a size and a hash: %j',
    (text) => {
      expect(() => parseCheckpoint(`${text}\n— a AAAAAAAA\n`)).toThrow(
        expect.objectContaining({ code: 'BAD_NOTE' }),
      );
    },
  );
});
