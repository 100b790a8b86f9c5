// @vitest-environment happy-dom
/** What a headline typed into the picker says of the fields of the chosen type. */
import { describe, expect, it } from 'vitest';
import { matchingEventTypes } from '../../src/dashboard/features/entry/model/findEventTypes.js';
import { eventTypeOf } from '../../src/dashboard/features/entry/model/formSchema.js';
import { headlineValues } from '../../src/dashboard/features/entry/model/headlineValues.js';

const MEASURES = [
  { value: 'us-recip-in', label: 'Reciprocal tariff on India' },
  { value: 'us-recip-all', label: 'Reciprocal tariff, baseline for all countries' },
  { value: 'us-232-steel', label: 'Section 232 duties on steel and aluminium' },
];
const TARGETS = [
  { slug: 'first-tranche', what: 'Negotiate the first tranche of the agreement' },
  { slug: 'trade-500bn', what: 'Raise the trade to 500 billion' },
];
const CONTEXT = {
  ...{ parties: ['IN', 'US'], measures: MEASURES, targets: TARGETS },
  today: '2026-11-26',
};
const UNUSED = new Map<string, number>();

const HEADLINES: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['India, US end thirteenth round of trade talks', 'RoundHeld', { round: '13' }],
  [
    'India, US hold 14th round of talks in New Delhi on 12-14 Jan 2027',
    'RoundHeld',
    { round: '14', place: 'New Delhi', occurred: '12-14 Jan 2027' },
  ],
  [
    'US puts 25 % duty on Indian medicines from 1 December 2026',
    'MeasureAdopted',
    { rate: '25', imposedBy: 'US', affects: 'IN', effectiveFrom: '1 December 2026' },
  ],
  [
    'U.S. slaps 35% tariff on Indian steel under HS 7208, 7210.12 from Jan 1, 2027',
    'MeasureAdopted',
    {
      ...{ rate: '35', imposedBy: 'US', affects: 'IN', effectiveFrom: 'Jan 1, 2027' },
      'goods.hs': '7208, 7210.12',
    },
  ],
  [
    'India retaliates with 20 percent duty on American almonds, 0802.11',
    'MeasureAdopted',
    { rate: '20', imposedBy: 'IN', kind: 'RETALIATORY', 'goods.hs': '0802.11' },
  ],
  [
    'US delays reciprocal tariff on Indian goods until 1 March 2027',
    'MeasureSuspended',
    { until: '1 March 2027', stream: 'us-recip-in' },
  ],
  ['US cuts reciprocal tariff from 25% to 10%', 'MeasureAmended', { rate: '10' }],
  [
    'US cuts Section 232 duty on steel to 25%',
    'MeasureAmended',
    { rate: '25', stream: 'us-232-steel' },
  ],
  ['Trump threatens 100% tariff on China', 'MeasureThreatened', { rate: '100', affects: 'CN' }],
  ['India, US seal interim trade deal in Washington', 'AgreementConcluded', {}],
  ['India, US sign trade pact in Washington', 'AgreementSigned', { place: 'Washington' }],
  ['Leaders of India and US speak in a call', 'MeetingHeld', { level: 'LEADERS', kind: 'CALL' }],
  [
    'Trade ministers hold summit in Johannesburg yesterday',
    'MeetingHeld',
    { level: 'MINISTERIAL', place: 'Johannesburg', occurred: 'yesterday' },
  ],
  ['Workers strike over US trade deal', 'TalksTerminated', {}],
  ['US court strikes down reciprocal tariff on India', 'MeasureEnded', { stream: 'us-recip-in' }],
  ['US lifts reciprocal tariff on India from 1 Dec 2026', 'MeasureEnded', { how: 'LIFTED' }],
  ['Leaked draft: US to demand dairy access', 'StatementMade', {}],
  [
    'First tranche of the deal now expected by March',
    'TargetSet',
    { due: 'March', target: 'first-tranche' },
  ],
  ['Trade talks on hold until after the elections', 'TalksPaused', {}],
  ['Senate ratifies India trade pact', 'RatificationStepTaken', {}],
  ['US exempts smartphones from tariffs', 'ExemptionGranted', {}],
  ['Tariff-rate quota for steel filled', 'QuotaReported', {}],
  ['Round 7 postponed to 3 May 2027', 'RoundPostponed', { round: '7', to: '3 May 2027' }],
];

describe('a headline', () => {
  it.each(HEADLINES)('“%s” is first taken for %s and fills in %j', (text, type, expected) => {
    const found = matchingEventTypes(text, UNUSED, MEASURES);
    expect(found.slice(0, 2).map((each) => each.type)).toContain(type);
    const values = headlineValues(text, eventTypeOf(type)!, CONTEXT);
    const named = [...values].map(([path, value]) => [path.replace(/^data\./, ''), value]);
    expect(Object.fromEntries(named)).toMatchObject(expected);
    if (Object.keys(expected).length === 0) expect(named).toEqual([]);
  });

  it.each([
    ['US cuts duty from 25 % to 10 % on cars and 15 % to 5 % on vans', 'two rates'],
    ['In March India and the US talked on trade', 'a month that is no place'],
    ['A delay of the round', 'no name in "in"'],
    ['tariff', 'one word'],
  ])('“%s” fills in nothing of %s', (text) => {
    const values = headlineValues(text, eventTypeOf('MeasureAmended')!, CONTEXT);
    expect([...values]).toEqual([]);
    const round = headlineValues(text, eventTypeOf('RoundHeld')!, CONTEXT);
    expect([...round.keys()].filter((path) => path !== 'data.formal')).toEqual([]);
  });
});

describe('a headline of a measure', () => {
  const first = (text: string) => matchingEventTypes(text, UNUSED, MEASURES)[0]?.type;

  it('is of its change where it is on record, and else of its beginning', () => {
    expect(first('US cuts reciprocal tariff to 10 %')).toBe('MeasureAmended');
    expect(first('US cuts copper tariff to 10 %')).not.toBe('MeasureAmended');
    expect(first('cut')).toBe('MeasureAmended');
  });
});
