/** What the dashboard says of the data and the state of the record: in words, whatever is recorded. */
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../events/catalogue.js';
import { dataWords, keyWords } from '../../src/dashboard/lib/words/dataWords.js';
import { NO_NAMES, namesOf } from '../../src/dashboard/lib/words/names.js';
import { pathWords, valueWords } from '../../src/dashboard/lib/words/paths.js';
import { timelineOf } from '../../src/domain/history/timeline.js';
import { sampleOf } from '../support/golden.js';
import { machineNames } from '../support/machineNames.js';
import { proseFaults } from '../support/prose.js';
import { shippedEvents, shippedRecord } from '../support/record.js';

const NAMES = machineNames();
const faultsOf = (text: string): readonly string[] =>
  proseFaults(text, NAMES).map((fault) => `${fault} in “${text.slice(0, 120)}”`);

/** Fields that are read by machines alone, and shown as they are or not at all. */
const MACHINES = new Set(['event', 'data', 'sources', 'timeZone', 'occurred']);

type Data = Readonly<Record<string, unknown>>;
type Recorded = Readonly<{ type: string; data: Data }>;

/** The data of an event, and that which a correction puts in its place. */
const dataOf = ({ data }: Recorded): readonly Data[] => [
  data,
  ...(typeof data['data'] === 'object' ? [data['data'] as Data] : []),
];

describe('a field of an event', () => {
  it.each([
    ['of the shipped record', shippedEvents() as unknown as readonly Recorded[]],
    ['of any type', EVENT_TYPES.map(sampleOf) as unknown as readonly Recorded[]],
  ])('is told in words with its name: %s', (_, events) => {
    const fields = events.flatMap(dataOf).flatMap((data) => Object.entries(data));
    const told = fields
      .filter(([key]) => !MACHINES.has(key))
      .map(([key, value]) => `${keyWords(key)}: ${dataWords(key, value) ?? ''}`);
    expect(told.length).toBeGreaterThan(200);
    expect([...new Set(told.flatMap(faultsOf))]).toEqual([]);
  });

  it.each([
    ['transshipmentRate', 40, 'transshipment rate: 40 %'],
    ['exceptFor', ['BY', 'x-sag-aftra'], 'except for: Belarus, sag aftra'],
    ['affects', ['*'], 'who is affected: all countries'],
    ['excludedBy', ['us-232-*'], 'excluded by: those whose name begins with “us 232”'],
    ['goods', { hs: ['7208', '2025'] }, 'goods: HS codes 7208, 2025'],
    ['due', '2026-03-15~', 'due: about 15 March 2026'],
    ['dates', '2025-06-05/2025-06-06', 'dates: 5–6 June 2025'],
    ['effectiveFrom', '2025-08-07T00:01:00-04:00', 'in effect from: 7 August 2025, 04:01 UTC'],
    ['how', 'LIFTED', 'how it ended: lifted'],
    ['by', 'PTI', 'by whom: PTI'],
    ['refunds', true, 'refunds: yes'],
  ])('is told by what it holds: %s', (key, value, words) => {
    expect(`${keyWords(key)}: ${dataWords(key, value)}`).toBe(words);
  });
});

describe('the state of every negotiation', async () => {
  const parley = await shippedRecord();
  const slugs = [
    ...new Set(
      shippedEvents().flatMap(
        ({ stream }) => /^negotiation\/(.+)$/.exec(String(stream))?.[1] ?? [],
      ),
    ),
  ];

  it.each(slugs)('is told in words at every path that it ever has: %s', async (slug) => {
    const found = await parley.negotiation(slug, {});
    if (!found) throw new Error(`The record has no ${slug}.`);
    const view = found.subject;
    const names = namesOf({
      ...{ parties: view.parties, formerParties: [], tracks: [], agreements: [] },
      measures: view.measures,
      targets: view.targets.map(({ slug: target, what }) => ({ slug: target, what })),
    });
    const changes = timelineOf(view, -8.64e15, 8.64e15).flatMap((point) => point.changes);
    expect(changes.length).toBeGreaterThan(3);
    for (const known of [names, NO_NAMES]) {
      const told = changes.flatMap(({ path, before, after }) => [
        pathWords(path, known),
        valueWords(path, before, known),
        valueWords(path, after, known),
      ]);
      expect([...new Set(told.flatMap(faultsOf))]).toEqual([]);
    }
  });
});
