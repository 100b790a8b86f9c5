/** Answers are kept until an append touches what they used. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../events/parse.js';
import { Parley } from '../../../src/app/parley.js';
import { schema } from '../../../src/graphql/schema.js';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { answerQuery, ParsedDocuments } from '../../../src/server/compute/answerQuery.js';
import { AnswerSize } from '../../../src/server/compute/answerSize.js';
import { KeptAnswers } from '../../../src/server/responses/keptAnswers.js';
import type { QueryThreads } from '../../../src/server/responses/query.js';
import { measure, negotiation } from '../../support/given.js';
import { SEED } from '../../support/seed.js';
import { tradeLogs } from '../../support/tradeLogs.js';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const BYTES = 2 ** 20;
const ASKED = { client: 'a client', cost: 1 };

/** Kept answers over a log, and how many were worked out. */
function keeping(events: readonly EventDraft[]) {
  const log = new MemoryLog();
  const parley = new Parley(log, { now: () => NOW });
  let worked = 0;
  const size = new AnswerSize(BYTES);
  const documents = new ParsedDocuments(BYTES);
  const threads: QueryThreads = {
    request: () => Promise.reject(new Error('Nothing long is asked here.')),
    validate: () => Promise.resolve([]),
    answer: (query) => {
      worked += 1;
      return answerQuery(new Parley(log, { now: () => NOW }), schema, query, { size, documents });
    },
  };
  const answers = new KeptAnswers(threads, parley.readModel, BYTES);
  const queryOf = (source: string) => ({
    source,
    requestId: 'a request',
    principal: { mayWrite: false },
  });
  return {
    append: (more: readonly EventDraft[]) => log.append({ events: more, restore: true }),
    ask: async (source: string) => (await answers.answer(queryOf(source), ASKED)).body,
    fresh: async (source: string) => (await threads.answer(queryOf(source), ASKED)).body,
    worked: () => worked,
    use: () => answers.use,
    ready: log.append({ events, restore: true }),
  };
}

const talks = negotiation('a-b');
const other = negotiation('c-d');
const launch = (of: typeof talks, parties: string[]) =>
  of.NegotiationLaunched('2025-01-10', { title: 'Talks', parties, timeZone: 'UTC' });
const RECORD = [
  launch(talks, ['IN', 'US']),
  launch(other, ['JP', 'KR']),
  measure('m').MeasureAdopted('2025-02-01', {
    title: 'A duty',
    kind: 'OTHER',
    imposedBy: 'US',
    affects: ['IN'],
    rate: 5,
    effectiveFrom: '2025-02-02',
  }),
] as unknown as readonly EventDraft[];

const drafts = (...events: readonly unknown[]) => events as readonly EventDraft[];
const paused = drafts(talks.TalksPaused('2025-02-01', { scope: 'ALL' }));
const otherPaused = drafts(other.TalksPaused('2025-02-01', { scope: 'ALL' }));
const amended = drafts(
  measure('m').MeasureAmended('2025-02-03', { effectiveFrom: '2025-02-04', rate: 9 }),
);

const AT = 'asOf: { at: "2025-03-01" }';
const PHASE = `{ negotiation(slug: "a-b", ${AT}) { title activity { value } } }`;
const DUTY = `{ duty(imposedBy: "US", on: "IN", ${AT}) { total } }`;

const UNKNOWN = `{ negotiation(slug: "x-y", ${AT}) { title } }`;
const begins = drafts(launch(negotiation('x-y'), ['IN', 'NZ']));

describe('an answer at a date', () => {
  it.each([
    ['of nothing known', UNKNOWN, 'other talks', otherPaused, false],
    ['of nothing known', UNKNOWN, 'what it asks for', begins, true],
    ['of a negotiation', PHASE, 'other talks', otherPaused, false],
    ['of a negotiation', PHASE, 'a measure', amended, false],
    ['of a negotiation', PHASE, 'it', paused, true],
    ['of a duty', DUTY, 'talks', paused, false],
    ['of a duty', DUTY, 'a measure', amended, true],
    [
      'of the measures of talks',
      `{ negotiation(slug: "a-b", ${AT}) { measures { rate } } }`,
      'a measure',
      amended,
      true,
    ],
  ])(
    '%s (%s) is kept until an append touches it: %s',
    async (_, query, _what, append, isTouched) => {
      const { ask, fresh, append: add, worked, ready } = keeping(RECORD);
      await ready;
      const first = await ask(query);
      expect(await ask(query)).toBe(first);
      expect(worked()).toBe(1);
      await add(append);
      const second = await ask(query);
      expect(worked()).toBe(isTouched ? 2 : 1);
      expect(second).toBe(await fresh(query));
      expect(second !== first).toBe(isTouched);
    },
  );

  it.each([
    ['at now', '{ negotiation(slug: "a-b") { title } }'],
    [
      'that tells how far the log was read',
      `{ negotiation(slug: "a-b", ${AT}) { view { position } } }`,
    ],
    ['that tells when it was read', `{ negotiation(slug: "a-b", ${AT}) { view { knownAt } } }`],
    ['with an error', `{ negotiation(slug: "a-b", asOf: { at: "soon" }) { title } }`],
    [
      'with the head of the log',
      `{ log { headPosition } negotiation(slug: "a-b", ${AT}) { title } }`,
    ],
    [
      'under assumptions',
      `{ negotiation(slug: "a-b", ${AT}, assuming: { without: [] }) { title } a: duty(imposedBy: "US", on: "IN") { total } }`,
    ],
  ])('%s is not kept', async (_, query) => {
    const { ask, worked, ready } = keeping(RECORD);
    await ready;
    await ask(query);
    await ask(query);
    expect(worked()).toBe(2);
  });
});

it('kept answers stay within their bound', async () => {
  const { ask, use, ready } = keeping(RECORD);
  await ready;
  for (let i = 0; i < 1_200; i += 1) await ask(`# ${i}\n${PHASE}`);
  expect(use().bytes).toBeLessThanOrEqual(BYTES);
  expect(use().evictions).toBeGreaterThan(0);
});

it('a kept answer is the one that would be worked out, whatever is appended', async () => {
  const fields =
    'title phase { value } activity { value since } parties { code } measures { slug rate status } findings { code }';
  const queries = ['a', 'b', 'c', 'd'].flatMap((slug) =>
    ['2025-03-10', '2025-12-01'].map(
      (at) => `{ negotiation(slug: "${slug}", asOf: { at: "${at}" }) { ${fields} } }`,
    ),
  );
  const pairs = [
    ['US', 'IN'],
    ['EU', 'US'],
    ['IN', 'DE'],
  ].map(
    ([by, on]) =>
      `{ duty(imposedBy: "${by}", on: "${on}", asOf: { at: "2025-12-01" }) { total certainty } }`,
  );
  await fc.assert(
    fc.asyncProperty(tradeLogs, async ({ log, next }) => {
      const { ask, fresh, append, ready } = keeping(log);
      await ready;
      for (const query of [...queries, ...pairs]) await ask(query);
      await append([next]);
      for (const query of [...queries, ...pairs]) {
        const answer = await ask(query);
        expect(answer).not.toContain('"errors"');
        expect(answer).toBe(await fresh(query));
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
}, 120_000);
