/** Proofs of whole answers: what holds, and every way to forge one that the offline checker catches. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { HeadSigner } from '../../src/app/transparency/headSigner.js';
import { verifyProof } from '../../src/checker/verifyProof.js';
import { dutyAnswerJson, negotiationJson } from '../../src/domain/answers/answerJson.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import {
  type AnswerProof,
  answerProofText,
  MAX_ANSWER_PROOF,
  parseAnswerProof,
} from '../../src/proof/answerProof.js';
import { generateSigningKey } from '../../src/proof/signing.js';
import { Clock, statement } from '../support/logFixtures.js';
import {
  LOG_KEY,
  LOG_KEY_TEXT,
  negotiationProof,
  PINNED,
  signedRecord,
} from '../support/provedAnswers.js';
import { indiaUsRecord } from '../support/record.js';

const keys = { key: LOG_KEY_TEXT };
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

let parley: Parley;
let proof: AnswerProof;
beforeAll(async () => {
  parley = await signedRecord();
  proof = parseAnswerProof(await negotiationProof(parley, 'in-us-bta'));
});

/** What the checker says of a proof in which something was changed. */
const problemWith = (changes: Partial<AnswerProof>): Promise<string> =>
  verifyProof(answerProofText({ ...proof, ...changes }), keys).then(
    () => 'nothing',
    (error: unknown) => String(error),
  );

describe('a proof shows', () => {
  it.each([
    ['2025-04-30', '2026-11-24'],
    ['2025-08-20', '2026-11-26T08:00:00Z'],
    ['2030-01-01', '2026-11-26T12:00:00Z'],
  ])('what every negotiation was at %s, as known at %s', async (at, knownAt) => {
    for (const { subject } of await parley.negotiations({ at, knownAt })) {
      const result = (await parley.negotiation(subject.slug, { at, knownAt }))!;
      const text = await parley.proofs.answers.ofNegotiation(result);
      expect(await verifyProof(text, keys)).toMatchObject({
        kind: 'answer',
        question: { negotiation: subject.slug, asOf: { at, knownAt } },
        answer: asJson(negotiationJson(result)),
      });
    }
  });

  it('a duty, as it was public, on a good and its value', async () => {
    const goods = { hs: '7208', customsValue: { amount: 1_000, currency: 'USD' } };
    for (const on of ['IN', 'CA', 'DE']) {
      const question = { imposedBy: 'US', on, goods, mfnRate: 2.5 };
      const asOf = { ...PINNED, publicAt: '2025-09-28' };
      const result = await parley.duty(question, asOf);
      const text = await parley.proofs.answers.ofDuty(result);
      expect(await verifyProof(text, keys)).toMatchObject({
        question: { duty: question, asOf },
        answer: asJson(dutyAnswerJson(result)),
      });
    }
  });

  it('the answer under a head that was signed long after', () => {
    const { position } = (proof.answer as { view: { position: number } }).view;
    expect(proof.records).toHaveLength(position + 1);
    expect(proof.hashes.length).toBeGreaterThan(0);
  });
});

describe('no proof is made', () => {
  it.each([{}, { at: '2025-09-10' }, { knownAt: '2026-11-24' }])(
    'of a view that may change: %j',
    async (asOf) => {
      const result = (await parley.negotiation('in-us-bta', asOf))!;
      await expect(parley.proofs.answers.ofNegotiation(result)).rejects.toMatchObject({
        code: 'VIEW_NOT_PINNED',
      });
    },
  );

  it('of what is assumed', async () => {
    const round = proof.records.find((body) => body.includes('"type":"RoundHeld"'));
    const { id } = JSON.parse(round ?? '') as { id: string };
    const result = await parley.negotiation('in-us-bta', PINNED, { without: [id] });
    await expect(parley.proofs.answers.ofNegotiation(result!)).rejects.toMatchObject({
      code: 'VIEW_NOT_PINNED',
    });
  });

  it('where no head was signed', async () => {
    await expect(
      negotiationProof(await indiaUsRecord('2026-11-27T00:00:00Z'), 'in-us-bta'),
    ).rejects.toMatchObject({
      code: 'LOG_NOT_SIGNED',
    });
  });

  it('of more records than a file may hold', async () => {
    const clock = new Clock();
    const now = () => clock.now();
    const large = new Parley(new MemoryLog('memory:', { now }), { now });
    const events = Array.from({ length: 600 }, () => statement('x'.repeat(3_900)));
    await large.log.append({ events });
    await new HeadSigner(large.log, LOG_KEY).extend();
    clock.at += 60_000;
    const at = '2025-11-04T12:00:30Z';
    const result = await large.duty({ imposedBy: 'US', on: 'IN' }, { at, knownAt: at });
    expect(result.view).toMatchObject({ immutable: true, position: 600 });
    await expect(large.proofs.answers.ofDuty(result)).rejects.toMatchObject({
      code: 'PROOF_TOO_LARGE',
      message: expect.stringContaining('parley verify --key') as string,
    });
  });
});

describe('the offline checker catches', () => {
  it('an answer that was forged, and says where', async () => {
    const answer = structuredClone(proof.answer) as { phase: { value: string } };
    answer.phase.value = 'SIGNED';
    expect(await problemWith({ answer })).toContain('it differs at phase.value');
    expect(await problemWith({ answer: {} })).toContain('Another answer');
  });

  it('an answer to another question', async () => {
    const question = { negotiation: 'in-us-bta', asOf: { ...PINNED, at: '2025-04-01' } };
    expect(await problemWith({ question })).toContain('Another answer');
    for (const wrong of [null, 1, {}, { negotiation: 'in-us-bta' }, { duty: null, asOf: PINNED }])
      expect(await problemWith({ question: wrong })).toContain('cannot be answered');
  });

  it('an event that was withheld, wherever it stood', async () => {
    for (const index of [0, 1, 50, proof.records.length - 2, proof.records.length - 1])
      expect(await problemWith({ records: proof.records.toSpliced(index, 1) })).toMatch(
        /not the first of the \d+ under the signed head/,
      );
  });

  it('an event that was changed, added or moved', async () => {
    const [first = '', second = '', ...rest] = proof.records;
    for (const records of [
      [first.replace('2025', '2024'), second, ...rest],
      [second, first, ...rest],
      [first, first, second, ...rest],
      [...proof.records, first],
      [],
    ])
      expect(await problemWith({ records })).toContain('one was changed, added or left out');
  });

  it('records that end at the view, though more may have been known by then', async () => {
    const { position } = (proof.answer as { view: { position: number } }).view;
    const head = (await parley.proofs.head())!;
    const records = proof.records.slice(0, position);
    const hashes = await parley.proofs.consistency(position, head);
    expect(await problemWith({ records, hashes })).toContain('the one that follows is left out');
  });

  it('a head that another key signed, or that no log did', async () => {
    const other = await signedRecord(generateSigningKey('example.org/parley'));
    const { checkpoint } = parseAnswerProof(await negotiationProof(other, 'in-us-bta'));
    expect(await problemWith({ checkpoint })).toContain('not signed by example.org/parley');
    const changed = proof.checkpoint.replace(/\n\d+\n/u, '\n9999\n');
    expect(await problemWith({ checkpoint: changed })).toContain('signature');
  });

  it('a file that is no proof', async () => {
    const text = answerProofText(proof);
    for (const wrong of ['', 'parley', text.slice(0, 1_000), text.replace('\nrecord ', '\n')])
      await expect(verifyProof(wrong, keys)).rejects.toMatchObject({ code: 'BAD_NOTE' });
    await expect(verifyProof(text + 'x'.repeat(MAX_ANSWER_PROOF), keys)).rejects.toThrow('longer');
  });
});
