/** The package parley-verify as it is built: small, without imports, and checking proofs on its own. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Checker from '../../src/checker/verifyProof.js';
import { LOG_KEY_TEXT, negotiationProof, signedRecord } from '../support/provedAnswers.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `${root}dist/parley-verify/parley-verify.js`;

beforeAll(() => {
  execFileSync(process.execPath, [`${root}scripts/build.mjs`, 'verify'], { stdio: 'inherit' });
});

describe('parley-verify', () => {
  it('is one module without imports, under 50 KB gzipped', () => {
    const code = readFileSync(file);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(50_000);
    expect(code.toString()).not.toMatch(/\bimport\s*[{*"'`(]|\brequire\(|\bfrom\s*["'`]/u);
  });

  it('checks a proof in Node, and refuses one that was forged', async () => {
    const { verifyProof } = (await import(
      /* @vite-ignore */ pathToFileURL(file).href
    )) as typeof Checker;
    const text = await negotiationProof(await signedRecord(), 'in-us-bta');
    const keys = { key: LOG_KEY_TEXT };
    expect(await verifyProof(text, keys)).toMatchObject({
      kind: 'answer',
      answer: { slug: 'in-us-bta', phase: { value: 'NEGOTIATING' } },
    });
    const forged = text.replace('"phase":{"value":"NEGOTIATING"', '"phase":{"value":"SIGNED"');
    await expect(verifyProof(forged, keys)).rejects.toThrow('differs at phase.value');
  });
});
