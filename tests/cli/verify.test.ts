/** Keys on the command line, and what is checked with them. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { HeadSigner } from '../../src/app/transparency/headSigner.js';
import { TreeProofs } from '../../src/app/transparency/treeProofs.js';
import { openLog } from '../../src/log/openLog.js';
import { recordProofText } from '../../src/proof/recordProof.js';
import { parseSigningKey } from '../../src/proof/signing.js';
import { desk, PATIENCE, RECORD } from './running.js';

/** A desk with the record, its head signed by the key it made, and a proof of the 50th record. */
async function signedDesk() {
  const at = desk();
  await at.parley('import', ...RECORD);
  const made = await at.parley('key', 'create', 'example.org/parley', '--out', 'log.key');
  const file = at.path('log.key');
  const log = await openLog(`sqlite:${at.path('parley.db')}`);
  await new HeadSigner(log, parseSigningKey(readFileSync(file, 'utf8'))).extend();
  const proof = await new TreeProofs(log).recordProof(50);
  await log.close();
  writeFileSync(at.path('50.tlog-proof'), proof ? recordProofText(proof) : '');
  return { at, file, key: made.stdout.trim() };
}

const change = (file: string, sql: string) => {
  const db = new Database(file);
  db.exec(sql);
  db.close();
};

describe('parley key', () => {
  it('makes a key that only its owner reads, and never over another', PATIENCE, async () => {
    const { at, file, key } = await signedDesk();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await at.parley('key', 'show', 'log.key')).stdout).toBe(`${key}\n`);
    const before = readFileSync(file, 'utf8');
    const again = await at.parley('key', 'create', 'other', '--out', 'log.key');
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('left as it is') as string,
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect((await at.parley('key', 'show', 'none.key')).stderr).toContain('parley key create');
  });
});

describe('parley verify', () => {
  it('checks who signed the head, and a proof without the log', PATIENCE, async () => {
    const { at, key } = await signedDesk();
    const { stdout } = await at.parley('verify', '--key', key);
    expect(stdout).toContain('signed    104 records, by example.org/parley');
    const proof = ['verify', '--log', 'sqlite:none.db', '--proof', '50.tlog-proof'];
    const checked = await at.parley(...proof, '--key', key);
    expect(checked).toMatchObject({ status: 0 });
    expect(checked.stdout).toContain('"position":50,');
    expect((await at.parley(...proof)).stderr).toContain('give --key KEY');
    const other = (await at.parley('key', 'create', 'example.org/parley', '--out', 'b.key')).stdout;
    for (const args of [['verify'], proof])
      expect(await at.parley(...args, '--key', other.trim())).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('not signed by example.org/parley') as string,
      });
    const text = readFileSync(at.path('50.tlog-proof'), 'utf8');
    writeFileSync(at.path('50.tlog-proof'), text.replace('index 49', 'index 48'));
    expect((await at.parley(...proof, '--key', key)).stderr).toContain('not at position 49');
  });

  it('tells a log that was cut after its head was signed', PATIENCE, async () => {
    const { at } = await signedDesk();
    change(
      at.path('parley.db'),
      'DROP TRIGGER events_refuses_delete; DELETE FROM events WHERE position > 100',
    );
    const { stderr } = await at.parley('verify');
    expect(stderr).toContain('the log ends here, but a head of 104 records was signed');
  });

  it('makes anew what follows from the records with --repair', PATIENCE, async () => {
    const { at } = await signedDesk();
    change(at.path('parley.db'), "DELETE FROM stream_keys WHERE key = 'imposedBy US'");
    expect((await at.parley('verify')).status).toBe(1);
    expect(await at.parley('verify', '--repair')).toMatchObject({ status: 0 });
    expect((await at.parley('verify')).status).toBe(0);
  });
});
