/** The answer to any question through the stream index equals the answer over all streams. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import { EventsRefused } from '../../src/app/errors.js';
import { type AsOf, type Assumptions, Parley, type SlugRange } from '../../src/app/parley.js';
import { layersOf, totalsOf } from '../../src/app/queries/dutyQueries.js';
import { flattenView } from '../../src/domain/history/segments.js';
import { findingsOf } from '../../src/domain/rules/findings.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import type { StreamIndex } from '../../src/log/core/streamIndex/streamIndex.js';
import { inMemory, inPostgres, onDisk } from '../support/logFixtures.js';
import { SEED } from '../support/seed.js';
import { areas, recordedBy, SLUGS, tradeLogs } from '../support/tradeLogs.js';

const NOW = Date.parse('2026-06-01T00:00:00Z');

/** The same log with an index that has every key for every stream, and names every rulebook. */
function overAllStreams(log: EventLog): EventLog {
  const index: StreamIndex = {
    writable: true,
    state: () => log.index.state(),
    streams: ({ keys: _, among, ...page }, upTo) =>
      log.index.streams(page.prefix === 'rulebook/' || !among ? page : { ...page, among }, upTo),
    changesAfter: (position) => log.index.changesAfter(position),
    rows: () => log.index.rows(),
    write: (batch) => log.index.write(batch),
    clear: (state) => log.index.clear(state),
  };
  return new Proxy(log, {
    get(target, property) {
      if (property === 'index') return index;
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}

const INNER = new Set(['knowledge', 'measure', 'streamState', 'related', 'areas']);
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (key, inner: unknown) =>
      INNER.has(key) ? undefined : typeof inner === 'number' ? String(inner) : inner,
    ),
  );

interface Question {
  readonly asOf: AsOf;
  readonly other: AsOf;
  readonly assuming: 'NOTHING' | 'WITH' | 'WITHOUT';
  readonly imposedBy: string;
  readonly on: string;
  readonly hs: string | undefined;
  readonly range: SlugRange;
  readonly number: number;
}

const clock = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const asOf: fc.Arbitrary<AsOf> = fc.record({
  at: clock(fc.constantFrom('2025-03-10', '2025-04-30', '2025-12-01', '2025-06-30T12:00:00Z')),
  knownAt: clock(fc.oneof(recordedBy, fc.constant('2025-02-01'))),
  publicAt: clock(fc.constantFrom('2025-03-31', '2025-11-02')),
});

const questions: fc.Arbitrary<Question> = fc.record({
  asOf,
  other: asOf,
  assuming: fc.constantFrom('NOTHING', 'NOTHING', 'WITH', 'WITHOUT'),
  imposedBy: areas,
  on: areas,
  hs: fc.option(fc.constantFrom('72', '7208', '72085130', '76'), { nil: undefined }),
  range: fc.record({
    size: fc.integer({ min: 1, max: 3 }),
    fromEnd: fc.boolean(),
    after: clock(fc.constantFrom('', 'a', 'bb')),
    before: clock(fc.constantFrom('b', 'c', 'zz')),
  }),
  number: fc.nat(1_000),
});

/** The positions of the events that concern a party. */
async function eventsOf(parley: Parley, party: string): Promise<readonly number[]> {
  const positions: number[] = [];
  for await (const page of (await parley.eventList({ party })).pages({}, 50))
    positions.push(...page.map(({ position }) => position));
  return positions;
}

async function answer(
  parley: Parley,
  { asOf: view, other, imposedBy, on, hs, range }: Question,
  assumptions: Assumptions,
): Promise<unknown> {
  const negotiations = [];
  for (const slug of SLUGS) {
    const found = await parley.negotiation(slug, view, assumptions);
    if (!found) continue;
    const { subject } = found;
    negotiations.push([
      found.view,
      subject.parties,
      subject.measures,
      [...flattenView(subject)],
      findingsOf(subject),
      parley.timeline(found),
      await parley.diff(found, other),
    ]);
  }
  const duty = await parley.dutyOutline({ imposedBy, on, goods: { hs } }, view, assumptions);
  const { subject } = duty;
  return plain([
    negotiations,
    [subject.total, subject.expression, subject.range, subject.certainty, subject.disputed],
    [subject.coverage, await layersOf(duty, true), await layersOf(duty)],
    await totalsOf(duty, ({ pending }) => pending),
    await totalsOf(duty, (each) => each.schedule(Date.UTC(2025, 0), Date.UTC(2027, 0))),
    (await parley.negotiations(view)).map((each) => each.subject.slug),
    await parley.negotiationList(view, { party: on }).page(range),
    await parley.measureList(view).page(range),
    await parley.measureList(view, { affects: on }).page(range),
    await parley.measures(view),
    await parley.measures(view, { imposedBy }),
    await parley.measures(view, { affects: on }),
    await parley.measures(view, { imposedBy, affects: on }),
    await eventsOf(parley, on),
    (await parley.changedEvents({ party: on }, view, 20))?.events.map(({ event }) => event.id),
  ]);
}

const outcome = (...asked: Parameters<typeof answer>): Promise<unknown> =>
  answer(...asked).catch((error: unknown) => {
    if (error instanceof EventsRefused) return error.problems;
    throw error;
  });

/** The page of a list that is known as a whole. */
function pageOf<Item extends { readonly subject: { readonly slug: string } }>(
  all: readonly Item[],
  { size, fromEnd = false, after = '', before = '~' }: SlugRange,
) {
  const slugs = all.map(({ subject }) => subject.slug);
  const within = all.filter(({ subject: { slug } }) => slug > after && slug < before);
  const isMore = within.length > size;
  return {
    items: fromEnd ? within.slice(-size) : within.slice(0, size),
    hasPrevious: slugs.some((slug) => slug <= after) || (fromEnd && isMore),
    hasNext: slugs.some((slug) => slug >= before) || (!fromEnd && isMore),
  };
}

it('a page of a list is that part of the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(tradeLogs, questions, async ({ log: drafts }, question) => {
      const { asOf: view, on, range } = question;
      const place = await inMemory();
      const log = await place.open({ now: () => NOW });
      await log.append({ events: drafts, restore: true });
      const parley = new Parley(log, { now: () => NOW });
      const negotiations = parley.negotiationList(view, { party: on });
      const measures = parley.measureList(view, { affects: on });
      expect(plain(await negotiations.page(range))).toEqual(
        plain(pageOf(await negotiations.all(), range)),
      );
      expect(plain(await measures.page(range))).toEqual(plain(pageOf(await measures.all(), range)));
    }),
    { seed: SEED, numRuns: 200 },
  );
});

describe.each([
  { engine: 'memory', prepare: inMemory, numRuns: 200 },
  { engine: 'SQLite', prepare: onDisk, numRuns: 40 },
  { engine: 'PostgreSQL', prepare: inPostgres, numRuns: 15 },
])('the answer to any question through the index of a log in $engine', ({ prepare, numRuns }) => {
  it('equals the answer over all its streams, before and after an append', async () => {
    await fc.assert(
      fc.asyncProperty(tradeLogs, questions, async ({ log: drafts, next }, question) => {
        const place = await prepare();
        try {
          const log = await place.open({ now: () => NOW });
          const reader = new Parley(log, { now: () => NOW });
          const restore = (events: readonly EventDraft[]) => log.append({ events, restore: true });
          const compare = async (assumptions: Assumptions) => {
            const expected = await outcome(
              new Parley(overAllStreams(log), { now: () => NOW }),
              question,
              assumptions,
            );
            expect(await outcome(reader, question, assumptions)).toEqual(expected);
          };
          const some = drafts[question.number % drafts.length];
          await restore(drafts);
          await compare(
            question.assuming === 'WITH'
              ? { with: [next] }
              : question.assuming === 'WITHOUT' && some?.id
                ? { without: [some.id] }
                : {},
          );
          await restore([next]);
          await compare({});
        } finally {
          await place.dispose();
        }
      }),
      { seed: SEED, numRuns },
    );
  }, 120_000);
});
