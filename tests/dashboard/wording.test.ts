import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  dateWords,
  instantWords,
  sinceWords,
  whenWords,
} from '../../src/dashboard/lib/time/edtfWords.js';
import { pathWords, topicOf, valueWords } from '../../src/dashboard/lib/words/paths.js';
import { activityWords, phaseWords, statusWords } from '../../src/dashboard/lib/words/status.js';

const DAY = 86_400_000;

describe('a date of the record', () => {
  it.each([
    ['2025', '2025'],
    ['202X', 'the 2020s'],
    ['19XX', 'the 1900s'],
    ['2025-04', 'April 2025'],
    ['2025-XX', '2025'],
    ['2025-04-XX', 'April 2025'],
    ['2025-04-05', '5 April 2025'],
    ['2025-08-15~', 'about 15 August 2025'],
    ['2025-08?', 'possibly August 2025'],
    ['2025%', 'possibly about 2025'],
    ['2025-08-06T14:00:00-04:00', '6 August 2025, 14:00 UTC−04:00'],
    ['2025-08-06T18:00:00Z', '6 August 2025, 18:00 UTC'],
    ['2025-07-18/2025-08-27~', 'between 18 July and about 27 August 2025'],
    ['2025-03-26/2025-03-29', 'between 26 and 29 March 2025'],
    ['2025-09/2025-11', 'between September and November 2025'],
    ['2025-12-30/2026-01-02', 'between 30 December 2025 and 2 January 2026'],
    ['2025/2026', 'between 2025 and 2026'],
    ['2025-09-16/', 'from 16 September 2025 on'],
    ['2025-09-16/..', 'from 16 September 2025 on'],
    ['../2025-11-02', 'until 2 November 2025'],
    ['/2025-11-02', 'until 2 November 2025'],
    ['fall 2025', 'fall 2025'],
  ])('%s is "%s"', (edtf, words) => {
    expect(dateWords(edtf)).toBe(words);
  });

  it.each([
    ['2025-03-26/2025-03-29', '26–29 March 2025'],
    ['2025-06-26/2025-07-02?', '26 June to possibly 2 July 2025'],
    ['2025-06-04?/2025-06-10', 'possibly 4 to 10 June 2025'],
    ['2025-03-04', '4 March 2025'],
  ])('%s of a session is "%s"', (edtf, words) => {
    expect(dateWords(edtf, 'session')).toBe(words);
  });

  it.each([
    ['2025-04', 'window', 'since April 2025'],
    ['2025-07-18/2025-08-27', 'window', 'since some time between 18 July and 27 August 2025'],
    ['2025-03-26/2025-03-29', 'session', 'since 26–29 March 2025'],
    ['2025-09-16/', 'window', 'since 16 September 2025'],
  ] as const)('%s, a %s, after "since" is "%s"', (edtf, means, words) => {
    expect(sinceWords(edtf, means)).toBe(words);
  });

  it.each([
    ['2026-02-06', 'on 6 February 2026'],
    ['2025-04', 'in April 2025'],
    ['2025', 'in 2025'],
    ['202X', 'in the 2020s'],
    ['2025-08-15~', 'about 15 August 2025'],
    ['2025-07-18/2025-08-27', 'between 18 July and 27 August 2025'],
  ])('%s, as when something happened, is "%s"', (edtf, words) => {
    expect(whenWords(edtf)).toBe(words);
  });

  it('is on the time axis from the start of its first day to the end of its last', () => {
    const july = Date.UTC(2025, 6, 1);
    expect(boundsOf('2025-07')).toEqual({ from: july, to: july + 31 * DAY - 1 });
    expect(boundsOf('2025-07-01/2025-07-03')).toEqual({ from: july, to: july + 3 * DAY - 1 });
    expect(boundsOf('2025-07-01T04:00:00-04:00')).toEqual({
      from: july + DAY / 3,
      to: july + DAY / 3,
    });
    expect(boundsOf('2025-07-01/')).toEqual({ from: july, to: july + DAY - 1 });
    expect(boundsOf('no date')).toBeNull();
  });

  it('that is an instant is in UTC, to the minute', () => {
    expect(instantWords('2025-08-27T04:01:00.000Z')).toBe('27 August 2025, 04:01 UTC');
    expect(instantWords('2025-08-27T04:01:07.000Z')).toBe('27 August 2025, 04:01 UTC');
  });

  it('that is an instant has seconds on request, if they are not zero', () => {
    expect(instantWords('2025-08-27T04:01:07.000Z', true)).toBe('27 August 2025, 04:01:07 UTC');
    expect(instantWords('2025-08-27T04:01:00.000Z', true)).toBe('27 August 2025, 04:01 UTC');
  });
});

describe('the status of talks', () => {
  it('is one line of plain words', () => {
    expect(
      statusWords(
        { value: 'NEGOTIATING', since: '2025-04', certainty: 'CERTAIN' },
        { value: 'PAUSED', scope: 'FORMAL_ROUNDS', certainty: 'POSSIBLE' },
      ),
    ).toBe('Negotiating since April 2025; formal rounds possibly paused');
  });

  it.each([
    ['IN_FORCE', 'UNKNOWN', 'In force since 2023'],
    ['IN_FORCE', 'ACTIVE', 'In force since 2023'],
    ['IN_FORCE', 'PAUSED', 'In force since 2023; talks paused'],
    ['NEGOTIATING', 'UNKNOWN', 'Negotiating since 2023; no news of the talks for over nine months'],
  ] as const)('of %s and %s tells of talks only where they matter', (phase, activity, words) => {
    expect(
      statusWords(
        { value: phase, since: '2023', certainty: 'CERTAIN' },
        { value: activity, scope: null, certainty: 'CERTAIN' },
      ),
    ).toBe(words);
  });

  it.each([
    ['EXPLORATORY', 'Exploring whether to negotiate since 2025'],
    ['LAUNCHED', 'Launched in 2025'],
    ['MANDATE_AGREED', 'Terms of reference agreed in 2025'],
    ['NEGOTIATING', 'Negotiating since 2025'],
    ['FRAMEWORK_AGREED', 'Framework agreed in 2025'],
    ['CONCLUDED', 'Text concluded in 2025'],
    ['SIGNED', 'Signed in 2025'],
    ['RATIFYING', 'Being ratified since 2025'],
    ['IN_FORCE', 'In force since 2025'],
    ['TERMINATED', 'Agreement ended in 2025'],
  ] as const)('names the phase %s', (value, words) => {
    expect(phaseWords({ value, since: '2025', certainty: 'CERTAIN' })).toBe(words);
    const possibly = phaseWords({ value, since: '2025', certainty: 'POSSIBLE' });
    expect(possibly).toBe(`Possibly ${words.charAt(0).toLowerCase()}${words.slice(1)}`);
  });

  it.each([
    ['ACTIVE', null, 'talks going on', 'talks possibly going on'],
    ['PAUSED', 'ALL', 'talks paused', 'talks possibly paused'],
    ['PAUSED', 'FORMAL_ROUNDS', 'formal rounds paused', 'formal rounds possibly paused'],
    ['PAUSED', 'IN_PERSON', 'meetings in person paused', 'meetings in person possibly paused'],
    ['TERMINATED', null, 'talks broken off', 'talks possibly broken off'],
    [
      'UNKNOWN',
      null,
      'no news of the talks for over nine months',
      'no news of the talks for over nine months',
    ],
  ] as const)('names the activity %s of %s', (value, scope, certain, possible) => {
    expect(activityWords({ value, scope, certainty: 'CERTAIN' })).toBe(certain);
    expect(activityWords({ value, scope, certainty: 'POSSIBLE' })).toBe(possible);
  });
});

describe('a path of the snapshot', () => {
  const names = {
    titles: new Map([
      ['measures.us-x', 'A tariff'],
      ['targets.t', 'A goal'],
    ]),
    parties: new Map([['x-union', 'The Union']]),
    tracks: new Map([['goods', 'Trade in goods']]),
  };

  it.each([
    ['phase', 'Phase', 'NEGOTIATING', 'Negotiating', 'Status'],
    ['phase.since', 'Phase: since when', '2025-04', 'April 2025', 'Status'],
    ['activity.scope', 'Talks: which talks', 'FORMAL_ROUNDS', 'formal rounds', 'Status'],
    ['activity.scope', 'Talks: which talks', 'ALL', 'all talks', 'Status'],
    ['duties.US-IN.total', 'Duty of the United States on India', 25, '25 %', 'Duties'],
    [
      'duties.US-IN.layers.us-x.reason',
      'Duty of the United States on India, A tariff: why or why not',
      'NOT_YET',
      'not yet in effect',
      'Duties',
    ],
    ['measures.us-x.status', 'A tariff', 'IN_FORCE', 'in force', 'Measures'],
    ['measures.us-x.rate', 'A tariff: rate', 2.5, '2.5 %', 'Measures'],
    [
      'measures.us-x.affects',
      'A tariff: who is affected',
      ['IN', '*'],
      'India, all countries',
      'Measures',
    ],
    [
      'measures.us-x.terms.2025-04-05T04:01:00.000Z.until',
      'A tariff: term from 5 April 2025, 04:01 UTC: until',
      '2025-07-09T04:01:00.000Z',
      '9 July 2025, 04:01 UTC',
      'Measures',
    ],
    [
      'targets.t.due',
      'A goal: due date',
      '2025-09/2025-11',
      'between September and November 2025',
      'Targets',
    ],
    ['rounds.6.status', 'Round 6', 'POSTPONED', 'put off', 'Rounds'],
    [
      'rounds.2026-01-13.dates',
      'Round of 13 January 2026: dates',
      '2026-01-13',
      '13 January 2026',
      'Rounds',
    ],
    ['roundsCompleted.reported', 'Rounds completed: as reported', 6, '6', 'Rounds'],
    ['rounds.5-2.status', 'Round 5, part 2', 'HELD', 'held', 'Rounds'],
    [
      'rounds.goods.5-2#2.place',
      'Round 5, part 2, Trade in goods, report 2: place',
      'Rome',
      'Rome',
      'Rounds',
    ],
    [
      'rounds.goods.2026-01-13.status',
      'Round of 13 January 2026, Trade in goods',
      'HELD',
      'held',
      'Rounds',
    ],
    [
      'roundsCompleted.byTrack.goods.counted',
      'Rounds completed, Trade in goods: as counted',
      2,
      '2',
      'Rounds',
    ],
    [
      'parties',
      'Parties',
      ['EU', 'x-union', 'MERCOSUR'],
      'the European Union, The Union, Mercosur',
      'Status',
    ],
    ['pauses.id.track', 'Pause: which track', 'goods', 'Trade in goods', 'Pauses'],
    [
      'agreements.Part 1.5.byParty.x-union.bound',
      'Part 1.5, The Union: how bound',
      'PROVISIONALLY',
      'bound provisionally',
      'Agreements',
    ],
    [
      'agreements.A.byParty.CA.ratification',
      'A, Canada: ratification',
      'REJECTED',
      'consent refused',
      'Agreements',
    ],
    [
      'agreements.A.ratification.id-1',
      'A: a step of ratification',
      'US approved',
      'The United States: approved',
      'Agreements',
    ],
    [
      'agreements.A.signatories',
      'A: who signed',
      ['CA', 'A minister'],
      'Canada, A minister',
      'Agreements',
    ],
    ['agreements.Part 1.5.status', 'Part 1.5: status', 'SIGNED', 'signed', 'Agreements'],
    ['measures.us-x.lawful', 'A tariff: lawful', false, 'no', 'Measures'],
    ['rounds.6.place', 'Round 6: place', null, '–', 'Rounds'],
  ])('%s is "%s" and %j is "%s"', (path, words, value, valueText, topic) => {
    expect(pathWords(path, names)).toBe(words);
    expect(valueWords(path, value, names)).toBe(valueText);
    expect(topicOf(path)).toBe(topic);
  });
});
