/** The signed head of a log over HTTP, its tiles and proofs, and what witnesses make of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HeadSigner } from '../../../src/app/transparency/headSigner.js';
import { TreeProofs } from '../../../src/app/transparency/treeProofs.js';
import type { EventLog } from '../../../src/log/core/eventLog.js';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { openCheckpoint, generateSigningKey } from '../../../src/proof/signing.js';
import { equalHashes, type Hash, rootOfList } from '../../../src/proof/merkleTree.js';
import { checkRecordProof, parseRecordProof } from '../../../src/proof/recordProof.js';
import { COSIGNATURE } from '../../../src/proof/signedNote.js';
import { Witness } from '../../../src/server/transparency/witness.js';
import { WitnessFile } from '../../../src/server/transparency/witnessFile.js';
import { requestText } from '../../../src/server/transparency/witnessProtocol.js';
import { createWitnessServer } from '../../../src/server/transparency/witnessServer.js';
import { statement, until } from '../../support/logFixtures.js';
import { startServer } from '../testServer.js';

const key = generateSigningKey('example.org/parley');
const witnessKey = generateSigningKey('witness.example.org', COSIGNATURE);
const NOW = 1_750_000_000_000;

const statements = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => statement(`${name} ${n}`));

function witnessFile(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-witness-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return path.join(directory, 'witness.json');
}

const newWitness = (file: string) =>
  new Witness(witnessKey, [key], new WitnessFile(file), () => NOW);

async function startWitness(): Promise<string> {
  const app = createWitnessServer(newWitness(witnessFile()));
  onTestFinished(() => app.close());
  return app.listen({ host: '127.0.0.1', port: 0 });
}

/** What a log asks a witness for. */
async function request(log: EventLog, oldSize: number): Promise<string> {
  const head = await new HeadSigner(log, key).extend();
  const proof = await new TreeProofs(log).consistency(Math.min(oldSize, head.size), head);
  return requestText({ oldSize, proof, note: head.note });
}

const hashesOf = (tile: Buffer): readonly Hash[] =>
  Array.from({ length: tile.length / 32 }, (_, n) =>
    Uint8Array.from(tile.subarray(n * 32, (n + 1) * 32)),
  );

describe('a server with a key', () => {
  it('signs its head, has it witnessed, and serves tiles and proofs that lead to it', async () => {
    const witness = { url: await startWitness(), key: witnessKey };
    const { url, parley } = await startServer({ transparency: { key, witnesses: [witness] } });
    await parley.append(statements(299, 'a'));
    const text = async (of: string) => (await fetch(`${url}/log${of}`)).text();
    let note = '';
    await until(async () => {
      note = await text('/checkpoint');
      const head = openCheckpoint(note, key, [witnessKey]);
      return head.size === 300 && head.witnesses.length === 1;
    });
    const { root } = openCheckpoint(note, key);
    const bytes = async (of: string) => {
      const response = await fetch(`${url}/log/tile/${of}`);
      expect(response.headers.get('cache-control')).toContain('immutable');
      return Buffer.from(await response.arrayBuffer());
    };
    const first = hashesOf(await bytes('0/000'));
    const second = hashesOf(await bytes('0/001.p/44'));
    expect([first.length, second.length]).toEqual([256, 44]);
    expect(equalHashes(rootOfList([...first, ...second]), root)).toBe(true);
    expect(hashesOf(await bytes('1/000.p/1'))).toEqual([rootOfList(first)]);
    expect((await bytes('entries/001.p/44')).length).toBe(44 * 34);
    const proof = parseRecordProof(await text('/proof/257'));
    const head = openCheckpoint(proof.checkpoint, key, [witnessKey]);
    checkRecordProof(proof, head);
    expect(head).toMatchObject({
      size: 300,
      witnesses: [witnessKey],
    });
    expect(JSON.parse(proof.body)).toMatchObject({ position: 257 });
    const forged = { ...proof, body: proof.body.replace('"position":257', '"position":256') };
    expect(() => checkRecordProof(forged, head)).toThrow(/not at position 257/);
    const asked = await parley.log.byId([(JSON.parse(proof.body) as { id: string }).id]);
    const query = `{ event(id: "${asked[0]?.id}") { proof } }`;
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
    expect(await response.json()).toEqual({
      data: { event: { proof: await text('/proof/257') } },
    });
    const answers = ['/tile/0/001', '/tile/0/1', '/tile/9/000', '/proof/301', '/proof/0'];
    const statuses = await Promise.all(
      answers.map(async (of) => (await fetch(url + `/log${of}`)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 400]);
  });

  it('does not start on a log that was cut or rewritten since it was signed', async () => {
    const log = new MemoryLog();
    const other = new MemoryLog();
    await other.append({ events: statements(3, 'other') });
    await log.tree.saveHead(await new HeadSigner(other, key).extend());
    const started = startServer({ log, transparency: { key, witnesses: [] } });
    await expect(started).rejects.toThrow(/a head of 3 was signed: records were cut off/);
  });

  it('says what to do where no head was ever signed', async () => {
    const { url } = await startServer();
    const response = await fetch(`${url}/log/checkpoint`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('--log-key FILE');
  });
});

describe('a witness', () => {
  it('signs what begins with what it signed before, and remembers it', async () => {
    const file = witnessFile();
    const log = new MemoryLog();
    await log.append({ events: statements(3, 'a') });
    const first = newWitness(file).addCheckpoint(await request(log, 0));
    expect(first).toMatchObject({
      status: 200,
      body: expect.stringMatching(/^— witness\./) as string,
    });
    await log.append({ events: statements(4, 'b') });
    const again = newWitness(file);
    expect(again.addCheckpoint(await request(log, 0))).toEqual({
      status: 409,
      body: '3\n',
      type: 'text/x.tlog.size',
    });
    expect(again.addCheckpoint(await request(log, 3)).status).toBe(200);
    expect(again.addCheckpoint(await request(log, 7)).status).toBe(200);
  });

  it('does not sign a second history, nor one that was rolled back', async () => {
    const file = witnessFile();
    const [honest, forked] = [new MemoryLog(), new MemoryLog()];
    await honest.append({ events: statements(3, 'honest') });
    expect(newWitness(file).addCheckpoint(await request(honest, 0)).status).toBe(200);
    await forked.append({ events: statements(3, 'forked') });
    const witness = newWitness(file);
    expect(witness.addCheckpoint(await request(forked, 3)).status).toBe(409);
    await forked.append({ events: statements(3, 'more') });
    expect(witness.addCheckpoint(await request(forked, 3)).status).toBe(422);
    const shorter = new MemoryLog();
    await shorter.append({ events: statements(2, 'honest') });
    expect(witness.addCheckpoint(await request(shorter, 3)).status).toBe(400);
  });

  it('signs nothing that a log it knows has not signed', async () => {
    const log = new MemoryLog();
    await log.append({ events: statements(1, 'a') });
    const text = await request(log, 0);
    const stranger = generateSigningKey('example.org/parley');
    const state = new WitnessFile(witnessFile());
    expect(new Witness(witnessKey, [stranger], state).addCheckpoint(text).status).toBe(403);
    const other = generateSigningKey('example.org/other');
    expect(new Witness(witnessKey, [other], state).addCheckpoint(text).status).toBe(404);
    for (const wrong of [
      '',
      'old 0\n',
      text.replace('old 0', 'old x'),
      `${text}x`,
      text.slice(0, -30),
    ])
      expect(newWitness(witnessFile()).addCheckpoint(wrong).status).toBe(400);
  });

  it('answers over HTTP', async () => {
    const url = await startWitness();
    expect(await (await fetch(url)).text()).toContain(`witness.example.org+${witnessKey.id}+`);
    const log = new MemoryLog();
    await log.append({ events: statements(1, 'a') });
    const ask = async (body: string) =>
      (await fetch(`${url}/add-checkpoint`, { method: 'POST', body })).status;
    expect(await ask(await request(log, 0))).toBe(200);
    expect(await ask('x')).toBe(400);
    expect(await ask('x'.repeat(70_000))).toBe(413);
    expect((await fetch(`${url}/other`)).status).toBe(404);
  });
});
