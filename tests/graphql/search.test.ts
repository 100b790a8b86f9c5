import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { foldText, searchTexts } from '../../events/searchText.js';
import { Parley } from '../../src/app/parley.js';
import { query, respond } from '../support/graphql.js';
import { inMemory, onDisk, statement, TALKS, type TestLog, uuid } from '../support/logFixtures.js';
import { indiaUsRecord } from '../support/record.js';
import { SEED } from '../support/seed.js';

const SEARCH = `
  query Search($text: String!, $filter: EventFilter, $first: Int, $after: String) {
    search(text: $text, filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { cursor score node { position } }
      nodes { position } } }`;

const positionsOf = (nodes: readonly { position: number }[]) => nodes.map((node) => node.position);

async function holding(prepare: () => Promise<TestLog>, ...texts: string[]): Promise<Parley> {
  const place = await prepare();
  onTestFinished(() => place.dispose());
  const log = await place.open();
  const events = texts.map((text, i) => statement(text, { id: uuid(i + 1) }));
  if (events.length > 0) await log.append({ events });
  return new Parley(log);
}

async function search(parley: Parley, text: string, rest: object = {}): Promise<number[]> {
  return positionsOf((await query(parley, SEARCH, { text, ...rest })).search.nodes);
}

describe.each([
  ['memory', inMemory],
  ['SQLite', onDisk],
])('a search of a log in %s', (_, prepare) => {
  it('finds the events that contain every word, in any order and letter case', async () => {
    const parley = await holding(
      prepare,
      'India will buy no Russian oil',
      'Oil from Russia',
      'Tariffs over oil that is Russian',
      'Nothing',
    );
    expect(await search(parley, 'RUSSIAN oil')).toEqual([1, 3]);
    expect(await search(parley, 'russia')).toEqual([2, 3, 1]);
    expect(await search(parley, 'oil tea')).toEqual([]);
  });

  it('lists whole words before beginnings of words before parts, of equals the newest first', async () => {
    const parley = await holding(prepare, 'countertariffs', 'a tariff', 'tariffs', 'the tariff');
    expect(await search(parley, 'tariff')).toEqual([4, 2, 3, 1]);
  });

  it('lists the words as one phrase before the words apart', async () => {
    const parley = await holding(prepare, 'first tranche', 'tranche, the first');
    expect(await search(parley, 'first tranche')).toEqual([1, 2]);
  });

  it('lists a title before what is said of it, and what is said of the record last', async () => {
    const parley = await holding(prepare, 'Steel', 'the steel talks');
    const sources = [{ kind: 'PRESS', publisher: 'Steel Daily' }] as const;
    const { events } = await parley.log.append({
      events: [
        {
          ...{ stream: 'negotiation/other', occurred: '2025-01-01', sources: [...sources] },
          ...{ type: 'NegotiationLaunched', data: { title: 'Steel talks', parties: ['IN', 'US'] } },
        },
        {
          ...{ stream: 'negotiation/other', occurred: '2025-02-01', sources: [...sources] },
          ...{ type: 'SourcesChecked', data: { through: '2025-02-01' } },
        },
        {
          ...{ stream: 'negotiation/other', occurred: '2025-02-02', certainty: 'INFERRED' },
          ...{ type: 'EventRetracted', data: { event: uuid(2), reason: 'Steel, steel talks' } },
        },
      ].map((event) => event as never),
    });
    expect(events.map(({ position }) => position)).toEqual([3, 4, 5]);
    expect(await search(parley, 'steel talks')).toEqual([3, 2, 5]);
    expect(await search(parley, 'steel')).toEqual([1, 3, 2, 5, 4]);
  });

  it.each(['720810', '7208.10'])('lists what is on just the HS code %s first', async (code) => {
    const parley = await holding(prepare);
    const on = (hs: string) => ({
      ...{ stream: `measure/on-${hs}`, type: 'MeasureThreatened', occurred: '2025-01-01' },
      ...{ certainty: 'INFERRED', data: { title: 'Duty on sheets', goods: { hs: [hs] } } },
    });
    const events = [on('720810'), on('72081015'), statement('Sheets of 720810 are next')];
    await parley.log.append({ events: events as never });
    expect(await search(parley, code)).toEqual([1, 3, 2]);
  });

  it('finds a subject by its slug, in any letter case, and not by a part of it', async () => {
    const parley = await holding(prepare, 'other words about it');
    const slug = TALKS.split('/')[1]!;
    expect(await search(parley, slug.toUpperCase())).toEqual([1]);
    expect(await search(parley, slug.slice(0, -1))).toEqual([]);
  });

  it('finds words of one or two letters', async () => {
    const parley = await holding(prepare, '関税 in Japan', 'EU and US', '関 of a border');
    expect(await search(parley, '関税')).toEqual([1]);
    expect(await search(parley, 'us')).toEqual([2]);
  });

  it('keeps its pages while events arrive', async () => {
    const parley = await holding(prepare, 'oil one', 'oil two', 'crude oil', 'oil three');
    const first = (await query(parley, SEARCH, { text: 'oil', first: 2 })).search;
    expect(positionsOf(first.nodes)).toEqual([4, 3]);
    await parley.log.append({ events: [statement('oil again')] });
    const after = first.pageInfo.endCursor as string;
    const second = (await query(parley, SEARCH, { text: 'oil', first: 2, after })).search;
    expect(positionsOf(second.nodes)).toEqual([2, 1]);
    expect([second.totalCount, second.pageInfo.hasNextPage]).toEqual([4, false]);
    expect(await search(parley, 'oil')).toEqual([5, 4, 3, 2, 1]);
  });

  it('ranks the newest thousand of more matches, and says that it did not count them', async () => {
    const parley = await holding(prepare, ...Array.from({ length: 1_001 }, (_, i) => `oil ${i}`));
    const all = (await query(parley, SEARCH, { text: 'oil', first: 1000 })).search;
    expect(all.totalCount).toBeNull();
    expect([all.nodes.length, all.nodes.at(-1).position]).toEqual([1_000, 2]);
  });
});

describe('a search of the record', () => {
  let parley: Parley;
  beforeAll(async () => {
    parley = await indiaUsRecord();
  });

  it('takes the filters of events', async () => {
    const types = ['MeasureThreatened', 'MeasureEnded'];
    const found = await search(parley, 'russian oil', { filter: { types } });
    const { events } = await query(
      parley,
      'query($filter: EventFilter) { events(filter: $filter) { nodes { position } } }',
      { filter: { text: 'russian oil', types } },
    );
    expect([...found].sort((a, b) => a - b)).toEqual(positionsOf(events.nodes));
    expect(found.length).toBeGreaterThan(1);
  });

  it.each([
    [{ text: '  ' }, /text is blank/],
    [{ text: 'x'.repeat(201) }, /text has 201 characters: give at most 200/],
    [{ text: 'oil', after: '7' }, /after "7" is not the cursor of a search/],
    [{ text: 'oil', first: 1001 }, /first is 1001/],
  ])('of %j is refused with what to do', async (variables, message) => {
    const { errors } = await respond(parley, SEARCH, variables);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the filter of events by text', () => {
  const letters = fc.constantFrom(...'aáÁbcCß İıΣσς日本関税😀\'"%\\&|!<>*\n '.match(/./gsu)!);
  const words = fc.string({ unit: letters, minLength: 1, maxLength: 12 });

  it('finds by its index exactly what contains the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: letters, minLength: 1, maxLength: 5 }),
        fc.nat(20),
        async (texts, other, from) => {
          const place = await onDisk();
          try {
            const log = await place.open();
            const { events } = await log.append({ events: texts.map((text) => statement(text)) });
            const parley = new Parley(log);
            for (const text of [texts[0]!.slice(from % 4), other]) {
              const expected = events.filter((event) => {
                const { summary, data, sources } = searchTexts(event);
                return [summary, ...data, ...sources].some((each) =>
                  foldText(each).includes(foldText(text)),
                );
              });
              const found = [];
              const list = await parley.eventList({ text });
              for await (const page of list.pages({}, 3)) found.push(...page);
              expect(found).toEqual(expected);
            }
          } finally {
            await place.dispose();
          }
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  }, 60_000);
});
