import { describe, expect, it } from 'vitest';
import { summarize } from '../../events/catalogue.js';
import { parseEvent } from '../../events/parse.js';

const sources = [{ kind: 'OFFICIAL', publisher: 'Example Ministry' }];
const event = (type: string, data: object, stream = 'negotiation/n') => ({
  stream,
  type,
  occurred: '2031-03-04',
  data,
  sources,
});
const problems = (sent: object): readonly string[] => {
  const result = parseEvent(sent);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${code} ${path}`);
};
const UNION = { code: 'x-writers', name: 'Writers', kind: 'UNION' };
const title = 'Interim agreement';

describe('an event of the wider field is taken', () => {
  it.each([
    ['a launch between groups', 'NegotiationLaunched', { title, parties: ['EU', 'MERCOSUR'] }],
    ['a launch with Kosovo', 'NegotiationLaunched', { title, parties: ['XK', 'RS'] }],
    [
      'a launch between those who are no areas',
      'NegotiationLaunched',
      { title, parties: ['x-writers', 'x-studios'], actors: [UNION] },
    ],
    ['a party that joins', 'PartyJoined', { party: 'GB' }],
    ['a party that joins with a name', 'PartyJoined', { party: 'x-m23', kind: 'ARMED_GROUP' }],
    ['a party that leaves', 'PartyLeft', { party: 'IN', effectiveFrom: '2031-05' }],
    ['a new name', 'NegotiationRenamed', { title }],
    ['a second part of a round', 'RoundHeld', { round: 5, part: 2, track: 'plenary' }],
    ['a plan of a track', 'RoundScheduled', { round: 3, dates: '2031-06', track: 'goods' }],
    ['a pause of a track', 'TalksPaused', { scope: 'ALL', track: 'ep' }],
    [
      'a target of a track',
      'TargetSet',
      { target: 't', what: 'x', due: '2031', kind: 'TARGET', track: 'ep' },
    ],
    [
      'a step of a group',
      'RatificationStepTaken',
      { party: 'EU', body: 'Parliament', step: 'refused', outcome: 'REJECTED' },
    ],
    [
      'an entry into force until a day',
      'AgreementEnteredIntoForce',
      { mode: 'DEFINITIVE', until: '2031-11-19' },
    ],
    [
      'an entry into force in a month, until a day in it',
      'AgreementEnteredIntoForce',
      { mode: 'DEFINITIVE', effectiveFrom: '2031-11', until: '2031-11-19' },
    ],
    ['an extension', 'AgreementExtended', { agreement: 'grain', until: '2032-03-19' }],
    [
      'a suspension of parts',
      'AgreementSuspended',
      { effectiveFrom: '2031-10-29', parts: ['Chapter 3'], by: 'RU' },
    ],
    ['a resumption', 'AgreementResumed', { effectiveFrom: '2031-11-02T00:00:00+03:00' }],
    ['a withdrawal', 'PartyWithdrew', { party: 'IT', effectiveFrom: '2032-01-01' }],
  ])('%s', (_, type, data) => {
    expect(problems(event(type, data))).toEqual([]);
  });

  it.each(['negotiation/n', 'measure/m', 'rulebook/SACU', 'rulebook/XI'])(
    'a check of the sources of %s',
    (stream) => {
      expect(problems(event('SourcesChecked', { through: '2031-03-03' }, stream))).toEqual([]);
    },
  );

  it.each([
    ['AreaDefined', { name: 'Cairns Group', kind: 'LIST' }],
    ['MemberJoined', { member: 'AU', effectiveFrom: '2031-01-01' }],
    ['MemberLeft', { member: 'ASEAN', effectiveFrom: '2031-01-01T00:00:00Z' }],
  ])('%s in the stream of an area', (type, data) => {
    expect(problems(event(type, data, 'area/CAIRNS'))).toEqual([]);
    expect(problems(event(type, data))).toEqual(['WRONG_STREAM stream']);
  });

  it('a measure by a group, on groups', () => {
    const data = { title, imposedBy: 'SACU', affects: ['XI', 'ASEAN', '*'], kind: 'OTHER' };
    const measure = { ...data, rate: 1, effectiveFrom: '2031-01-01' };
    expect(problems(event('MeasureAdopted', measure, 'measure/m'))).toEqual([]);
  });

  it('a correction and a further source in the stream of an area', () => {
    const id = '0195b3c0-0000-7000-8000-000000000001';
    const correction = event('EventCorrected', { event: id, reason: 'x', occurred: '2031' });
    expect(problems({ ...correction, stream: 'area/CAIRNS' })).toEqual([]);
    expect(problems({ ...correction, also: ['area/EU'] })).toEqual([]);
  });
});

describe('an event of the wider field is refused at the place that is wrong', () => {
  it.each([
    ['a number of a round with a fraction', 'RoundHeld', { round: 5.2 }, 'INVALID data.round'],
    ['a first part', 'RoundHeld', { round: 5, part: 1 }, 'INVALID data.part'],
    ['half a part', 'RoundScheduled', { dates: '2031', part: 2.5 }, 'INVALID data.part'],
    ['a party in capitals', 'PartyJoined', { party: 'x-M23' }, 'INVALID data.party'],
    ['a party that left without a code', 'PartyLeft', { party: 'India' }, 'INVALID data.party'],
    [
      'an area as an actor',
      'NegotiationLaunched',
      { title, parties: ['EU'], actors: [{ ...UNION, code: 'EU' }] },
      'INVALID data.actors[0].code',
    ],
    [
      'an actor without a name',
      'NegotiationLaunched',
      { title, parties: ['EU'], actors: [{ code: 'x-a', kind: 'UNION' }] },
      'MISSING data.actors[0].name',
    ],
    [
      'an agreement by its title',
      'AgreementSigned',
      { title, agreement: title },
      'INVALID data.agreement',
    ],
    ['an extension without an end', 'AgreementExtended', {}, 'MISSING data.until'],
    ['an extension until a month', 'AgreementExtended', { until: '2031-05' }, 'INVALID data.until'],
    [
      'a suspension that ends before it starts',
      'AgreementSuspended',
      { effectiveFrom: '2031-10-29', until: '2031-10-01' },
      'INVALID data.until',
    ],
    [
      'an entry into force that ends before it starts',
      'AgreementEnteredIntoForce',
      { mode: 'DEFINITIVE', effectiveFrom: '2031-11', until: '2031-10-01' },
      'INVALID data.until',
    ],
    [
      'a part of nothing',
      'AgreementEnteredIntoForce',
      { mode: 'PROVISIONAL', exceptParts: [] },
      'INVALID data.exceptParts',
    ],
    ['a withdrawal without a day', 'PartyWithdrew', { party: 'IT' }, 'MISSING data.effectiveFrom'],
    [
      'an outcome that is none',
      'RatificationStepTaken',
      { party: 'EU', body: 'x', step: 'y', outcome: 'DONE' },
      'INVALID data.outcome',
    ],
    ['a check of a period', 'SourcesChecked', { through: '2031/2032' }, 'INVALID data.through'],
  ])('%s', (_, type, data, problem) => {
    expect(problems(event(type, data))).toEqual([problem]);
  });

  it('a check of the sources of an area', () => {
    const sent = event('SourcesChecked', { through: '2031-03-03' }, 'area/EU');
    expect(problems(sent)).toEqual(['WRONG_STREAM stream']);
  });

  it.each(['area/', 'area/eu', 'area/UK', 'area/x-a', 'area/AB/CD', 'rulebook/x-a'])(
    'a stream "%s"',
    (stream) => {
      const sent = event('AreaDefined', { name: 'x', kind: 'LIST' }, stream);
      expect(problems(sent)).toContain('INVALID stream');
    },
  );

  it('a member that is no area', () => {
    const joined = { member: 'x-union', effectiveFrom: '2031-01-01' };
    expect(problems(event('MemberJoined', joined, 'area/CAIRNS'))).toEqual(['INVALID data.member']);
  });
});

describe('a summary of the wider field', () => {
  it.each([
    ['RoundHeld', { round: 5, part: 2, place: 'Geneva' }, 'Round 5 (part 2) held in Geneva'],
    ['TalksPaused', { scope: 'ALL', track: 'ep' }, 'Talks on the track “ep” paused'],
    ['PartyJoined', { party: 'x-m23', name: 'M23' }, 'M23 joined'],
    ['PartyLeft', { party: 'IN', reason: 'Imports' }, 'India left: Imports'],
    [
      'AgreementSuspended',
      { effectiveFrom: '2031-10-29', by: 'RU' },
      'The agreement suspended from 29 October 2031 by Russia',
    ],
    [
      'PartyWithdrew',
      { party: 'IT', effectiveFrom: '2032-01-01' },
      'Italy withdrew from the agreement with effect from 1 January 2032',
    ],
    [
      'AreaDefined',
      { name: 'Cairns Group', kind: 'FREE_TRADE_AREA' },
      'Defined: Cairns Group (free trade area)',
    ],
  ] as const)('%s %j', (type, data, line) => {
    expect(summarize({ type, data })).toBe(line);
  });
});
