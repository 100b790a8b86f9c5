import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedWords } from '../../src/dashboard/lib/words/sources/freshness.js';
import { headline, type HeadlineState } from '../../src/dashboard/lib/words/headline.js';
import { comingDates } from '../../src/dashboard/lib/time/comingDates.js';
import { relativeWords } from '../../src/dashboard/lib/time/relative.js';
import { viewHeading } from '../../src/dashboard/lib/words/viewWords.js';
import { ask } from '../record/asking.js';
import { histories, questions, viewOf } from '../support/histories.js';
import { mockNegotiation } from './mockNegotiation.js';

const AT = Date.parse('2026-11-26T12:00:00Z');

const STATE: HeadlineState = {
  parties: [
    { code: 'IN', name: 'India' },
    { code: 'US', name: 'United States of America' },
  ],
  phase: { value: 'NEGOTIATING', since: '2025-03-26/2025-03-29', certainty: 'CERTAIN' },
  activity: { value: 'ACTIVE', scope: null, since: '2025-02-13', certainty: 'CERTAIN' },
  agreements: [],
};

type Change = {
  readonly [Key in 'phase' | 'activity']?: Partial<HeadlineState[Key]>;
} & Partial<Pick<HeadlineState, 'parties' | 'agreements'>>;

const told = ({ phase, activity, ...rest }: Change): string =>
  headline(
    {
      ...STATE,
      ...rest,
      phase: { ...STATE.phase, ...phase },
      activity: { ...STATE.activity, ...activity },
    },
    AT,
  );

const party = (
  bound: HeadlineState['agreements'][number]['byParty'][number]['bound'],
  ratification: HeadlineState['agreements'][number]['byParty'][number]['ratification'] = 'NONE',
) => ({ bound, ratification });

const treaty = (over: Partial<HeadlineState['agreements'][number]>) => ({
  ...{ slug: 'a-b', status: 'SIGNED' as const, inForceFrom: null, provisional: false, byParty: [] },
  ...over,
});

/** What no sentence may hold: a slug, a name of an enumeration, an instant, a date as recorded, a gap. */
const FOREIGN = /[A-Z]{2,}_[A-Z]|\bx-|\d\d:\d\d|\d{4}-\d\d|\d{4}\/|undefined|null|NaN| {2}|\*/;
const SENTENCE = /^\p{Lu}.*[^.;,]\.$/u;

describe('where a negotiation stands', () => {
  const since = '2025-06-05';
  it.each<[string, Change]>([
    [
      'India and the United States have been exploring whether to negotiate since 5 June 2025; talks continue.',
      { phase: { value: 'EXPLORATORY', since } },
    ],
    [
      'India and the United States launched talks on 5 June 2025; talks continue.',
      { phase: { value: 'LAUNCHED', since } },
    ],
    [
      'India and the United States agreed on terms of reference in June 2025; talks continue.',
      { phase: { value: 'MANDATE_AGREED', since: '2025-06' } },
    ],
    ['India and the United States have been negotiating since 26–29 March 2025.', {}],
    [
      'India and the United States may have agreed on a framework between 5 and 7 June 2025; talks continue, but no signature is on record.',
      {
        phase: { value: 'FRAMEWORK_AGREED', since: '2025-06-05/2025-06-07', certainty: 'POSSIBLE' },
      },
    ],
    [
      'India and the United States concluded the text of an agreement by 2 November 2025; nothing is on record of the talks since 15–17 October 2025, and no signature is on record.',
      {
        phase: { value: 'CONCLUDED', since: '../2025-11-02' },
        activity: { value: 'UNKNOWN', since: '2025-10-15/2025-10-17' },
      },
    ],
    [
      'India and the United States signed an agreement on 5 June 2025; it is to enter into force in April 2027.',
      {
        phase: { value: 'SIGNED', since },
        agreements: [treaty({ inForceFrom: '2027-04' })],
      },
    ],
    [
      'Ratification of the agreement between India and the United States has been under way since 5 June 2025; 1 of 2 parties has ratified it.',
      {
        phase: { value: 'RATIFYING', since },
        agreements: [treaty({ byParty: [party('NOT', 'COMPLETED'), party('NOT')] })],
      },
    ],
    [
      'The agreement between India and the United States has been in force provisionally since 5 June 2025; it binds 1 of its 2 parties.',
      {
        phase: { value: 'IN_FORCE', since },
        agreements: [
          treaty({
            ...{ status: 'IN_FORCE', provisional: true },
            byParty: [party('PROVISIONALLY'), party('NOT')],
          }),
        ],
      },
    ],
    [
      'The agreement between India and the United States may have ended on 5 June 2025 or later.',
      { phase: { value: 'TERMINATED', since: '2025-06-05/..', certainty: 'POSSIBLE' } },
    ],
    [
      'India and the United States have been negotiating since 26–29 March 2025; formal rounds may have been paused since some time between 18 July and about 27 August 2025.',
      {
        activity: {
          ...{ value: 'PAUSED', scope: 'FORMAL_ROUNDS', certainty: 'POSSIBLE' },
          since: '2025-07-18/2025-08-27~',
        },
      },
    ],
    [
      'India launched talks possibly in 2025; talks were broken off on 6 August 2025.',
      {
        parties: STATE.parties.slice(0, 1),
        phase: { value: 'LAUNCHED', since: '2025?' },
        activity: { value: 'TERMINATED', since: '2025-08-06T14:00:00-04:00' },
      },
    ],
    [
      'The 4 parties have been negotiating since 26–29 March 2025.',
      { parties: ['IN', 'US', 'FR', 'DE'].map((code) => ({ code, name: code })) },
    ],
    [
      'The agreement is in force among 2 of 4 parties, first since 5 June 2025.',
      {
        parties: ['IN', 'US', 'FR', 'DE'].map((code) => ({ code, name: code })),
        phase: { value: 'IN_FORCE', since },
        agreements: [
          treaty({
            ...{ status: 'IN_FORCE', inForceFrom: since },
            byParty: [party('DEFINITIVELY'), party('DEFINITIVELY'), party('NOT')],
          }),
        ],
      },
    ],
    ['The parties have been negotiating since 26–29 March 2025.', { parties: [] }],
  ])('is told as: %s', (words, change) => {
    expect(told(change)).toBe(words);
  });

  it('is told in plain words at every month of the shipped record', async () => {
    const months = Array.from({ length: 60 }, (_, i) =>
      new Date(Date.UTC(2023, i, 15)).toISOString().slice(0, 10),
    );
    const fields = `view { at } parties { code name } phase { value since certainty }
      activity { value scope since certainty } agreements { slug status inForceFrom provisional byParty { ratification bound } }`;
    const answer = await ask<
      Record<string, { nodes: (HeadlineState & { view: { at: string } })[] }>
    >(
      `{ ${months.map((day, i) => `m${i}: negotiations(asOf: { at: "${day}" }, first: 10) { nodes { ${fields} } }`).join('\n')} }`,
    );
    const sentences = Object.values(answer).flatMap(({ nodes }) =>
      nodes.map((state) => headline(state, Date.parse(state.view.at))),
    );
    expect(new Set(sentences).size).toBeGreaterThan(15);
    for (const sentence of sentences) {
      expect(sentence).toMatch(SENTENCE);
      expect(sentence).not.toMatch(FOREIGN);
    }
  });

  it('is told in plain words in any state that a log can lead to', () => {
    const view = histories.chain((log) => questions(log).map((question) => ({ log, question })));
    let told = 0;
    fc.assert(
      fc.property(view, ({ log, question }) => {
        for (const stream of new Set(log.map((event) => event.stream))) {
          if (!stream.startsWith('negotiation/')) continue;
          const { phase, activity, parties, agreements } = viewOf(log, stream, question);
          if (!phase || !activity) continue;
          const sentence = headline({ phase, activity, parties, agreements }, question.at);
          expect(sentence).toMatch(SENTENCE);
          expect(sentence).not.toMatch(FOREIGN);
          told += 1;
        }
      }),
      { numRuns: 30 },
    );
    expect(told).toBeGreaterThan(15);
  });
});

describe('what comes next', () => {
  const negotiation = (over: object) => mockNegotiation(over) as never;

  it('is what is planned or will take effect, soonest first, as such', () => {
    const coming = comingDates(
      negotiation({
        targets: [
          { slug: 'a', what: 'Sign it', due: '2026', status: 'DUE_WINDOW', kind: 'DEADLINE' },
          { slug: 'b', what: 'Double the trade', due: '2030', status: 'OPEN', kind: 'TARGET' },
          { slug: 'c', what: 'Old', due: '2026-03', status: 'OVERDUE', kind: 'TARGET' },
        ],
        rounds: [
          {
            ...{ number: 6, part: null, place: null, status: 'SCHEDULED' },
            dates: '2026-12-01/2026-12-04',
          },
          { number: 5, part: null, place: null, dates: '2026-06', status: 'HELD' },
        ],
        meetings: [{ dates: '2026-11-25/2026-11-27', level: 'MINISTERIAL' }],
        agreements: [{ title: 'The Deal', inForceFrom: '2027-04-01T00:00:00-04:00' }],
        parties: [{ code: 'x-dockers', name: 'the dockers', kind: 'UNION', until: '2027-01-01' }],
        duties: [
          {
            ...{ imposedBy: 'US', on: 'IN', total: 10 },
            pending: [
              { at: '2026-12-24T05:01:00Z', total: null, measure: null },
              { at: '2027-01-02T05:01:00Z', total: 25, measure: { slug: 'a' } },
            ],
          },
        ],
        measures: [
          {
            ...{ slug: 'fee', title: 'Port fee', form: 'FEE' },
            pending: [{ from: '2026-12-10', status: 'IN_FORCE', expression: '50 USD/t' }],
          },
          {
            ...{ slug: 'a', title: 'A tariff', form: 'IMPORT_DUTY' },
            pending: [{ from: '2027-01-02T05:01:00Z', status: 'IN_FORCE', expression: '25 %' }],
          },
          {
            // On some goods only: the figure for all goods does not tell of it.
            ...{ slug: 'copper', title: 'Copper duty', form: 'IMPORT_DUTY' },
            pending: [{ from: '2027-01-02T05:01:00Z', status: 'IN_FORCE', expression: '60 %' }],
          },
        ],
      }),
      AT,
      'America/New_York',
    );
    expect(coming.map(({ when, what }) => `${when}: ${what}`)).toEqual([
      '25–27 November 2026: Ministers meet, going on',
      '2026: Deadline: Sign it',
      '1–4 December 2026: Round 6 planned',
      '10 December 2026: Port fee to take effect at 50 USD/t',
      '24 December 2026: Duty of the United States on India to change',
      '1 January 2027: The dockers to leave',
      '2 January 2027: Duty of the United States on India to be 25\u00a0%',
      '2 January 2027: Copper duty to take effect at 60 %',
      '1 April 2027: The Deal to enter into force',
      '2030: Target: Double the trade',
    ]);
  });

  it.each([
    ['2026-11-26', 'today'],
    ['2026-11-27', 'tomorrow'],
    ['2026-11-25', 'yesterday'],
    ['2026-12-08', 'in 12 days'],
    ['2026-06-24', '5 months ago'],
    ['2030-01-01', 'in 3 years'],
  ])('%s is %s', (day, words) => {
    expect(relativeWords(Date.parse(day), AT)).toBe(words);
  });
});

describe('how fresh the record is', () => {
  it.each([
    [null, '2026-06-24', 'No check of sources is on record, so that later news may be missing'],
    [
      '2026-11-22',
      '2026-06-22/2026-06-24',
      'Sources checked through 22 November 2026; nothing since',
    ],
    ['2026-06-01', '2026-06-24', 'Sources last checked through 1 June 2026, before that event'],
    ['2026-06-01', null, 'Sources checked through 1 June 2026'],
  ])('checked through %s, the newest event of %s: %s', (checked, newest, words) => {
    expect(checkedWords(checked, newest)).toBe(words);
  });
});

describe('the heading of a view', () => {
  const now = { at: null, knownAt: null, publicAt: null };
  it.each([
    [now, 'Today, 26 November 2026'],
    [{ ...now, at: '2025-08-20' }, 'As it stood on 20 August 2025'],
    [{ ...now, at: '2027-03-01' }, 'Projection for 1 March 2027, by what is on record'],
    [
      { ...now, publicAt: '2025-08-05' },
      'Today, 26 November 2026, as the public could know by 5 August 2025',
    ],
  ])('of %o is "%s"', (clock, words) => {
    expect(viewHeading(clock, '2026-11-26')).toBe(words);
  });
});
