import { describe, expect, it } from 'vitest';
import { validateData, parseEvent, pathText } from '../../events/parse.js';

const NEGOTIATION = {
  stream: 'negotiation/ch-nz-fta',
  type: 'RoundHeld',
  occurred: '2031-05-19/2031-05-22',
  data: { round: 2 },
  sources: [{ kind: 'PRESS' }],
};
const MEASURE = {
  stream: 'measure/nz-surcharge',
  type: 'MeasureAdopted',
  occurred: '2031-06-27',
  data: {
    title: 'Surcharge',
    imposedBy: 'NZ',
    affects: ['CH'],
    kind: 'OTHER',
    rate: 25,
    effectiveFrom: '2031-07-07T00:01:00+12:00',
  },
  sources: [{ kind: 'INSTRUMENT' }],
};
const ID = '0195b3c0-0000-7000-8000-000000000001';

const round = (change: object) => ({ ...NEGOTIATION, ...change });
const measure = (data: object) => ({ ...MEASURE, data: { ...MEASURE.data, ...data } });
const without = (event: object, key: string) =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name !== key));
const other = (type: string, data: object, stream = 'measure/nz-surcharge') => ({
  ...MEASURE,
  stream,
  type,
  data,
});

/** `CODE path: message` of each problem. */
function refusals(sent: unknown): string[] {
  const result = parseEvent(sent);
  return result.ok
    ? ['taken']
    : result.problems.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

describe('an event is taken', () => {
  it('as it was sent, with nothing added and nothing changed', () => {
    expect(parseEvent(NEGOTIATION)).toEqual({ ok: true, event: NEGOTIATION });
    expect(parseEvent(MEASURE)).toEqual({ ok: true, event: MEASURE });
  });

  it.each([
    ['without a source when it is inferred', round({ sources: [], certainty: 'INFERRED' })],
    [
      'without the key sources when it is inferred',
      without(round({ certainty: 'INFERRED' }), 'sources'),
    ],
    ['on everyone', measure({ affects: ['*'] })],
    ['on the EU', measure({ affects: ['EU'], imposedBy: 'EU' })],
    ['at nothing', measure({ rate: 0 })],
    ['from a bare date', measure({ effectiveFrom: '2031-07-07' })],
    ['with text in any script', round({ data: { place: 'नई दिल्ली 🇮🇳' } })],
    [
      'with an address in any script',
      round({ sources: [{ kind: 'PRESS', url: 'https://hi.wikipedia.org/wiki/भारत' }] }),
    ],
    [
      'about an event of any stream',
      other('EventRetracted', { event: ID, reason: 'Twice.' }, 'rulebook/EU'),
    ],
    ['before it is known to the day', round({ occurred: '../2031-11~' })],
  ])('%s', (_, event) => {
    expect(refusals(event)).toEqual(['taken']);
  });

  it('with its ids in small letters, so that one id is one string', () => {
    const sent = {
      ...other('EventRetracted', { event: ID.toUpperCase(), reason: 'Twice.' }),
      id: ID.toUpperCase(),
    };
    expect(parseEvent(sent)).toMatchObject({ event: { id: ID, data: { event: ID } } });
  });
});

describe('an event is refused, with the path and what to do', () => {
  it.each([
    ['no object', [], 'INVALID : must be a JSON object'],
    ['no type', without(NEGOTIATION, 'type'), 'MISSING type: is missing'],
    ['a type of another kind', round({ type: 7 }), 'INVALID type: must be of type string'],
    [
      'a misspelt type',
      round({ type: 'roundheld' }),
      'UNKNOWN_TYPE type: "roundheld" is not an event type: did you mean RoundHeld?',
    ],
    ['no stream', without(NEGOTIATION, 'stream'), 'MISSING stream: is missing'],
    [
      'no such stream',
      round({ stream: 'talks/x' }),
      'INVALID stream: is not a stream: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>',
    ],
    [
      'the wrong kind of stream',
      round({ stream: 'measure/x' }),
      'WRONG_STREAM stream: RoundHeld belongs in a negotiation/… stream, not in measure/x',
    ],
    ['no date', without(NEGOTIATION, 'occurred'), 'MISSING occurred: is missing'],
    [
      'a day that does not exist',
      round({ occurred: '2031-02-30' }),
      'INVALID occurred: "2031-02-30" names a day that does not exist (2031-02-30)',
    ],
    [
      'an end before its start',
      round({ occurred: '2031-05-22/2031-05-19' }),
      'INVALID occurred: "2031-05-22/2031-05-19" ends before it starts',
    ],
    ['no data', without(NEGOTIATION, 'data'), 'MISSING data: is missing'],
    ['data of another kind', round({ data: [] }), 'INVALID data: must be of type object'],
    [
      'an unknown key of its data',
      round({ data: { rund: 2 } }),
      'UNKNOWN_KEY data.rund: "rund" is not a key here: check its spelling or leave it out',
    ],
    [
      'an unknown key of its own',
      round({ date: '2031' }),
      'UNKNOWN_KEY date: "date" is not a key here: check its spelling or leave it out',
    ],
    [
      'a key of the log',
      round({ position: 1 }),
      'UNKNOWN_KEY position: "position" is assigned by the log: leave it out',
    ],
    [
      'no source',
      round({ sources: [] }),
      'UNSOURCED sources: must name at least one source, unless certainty is INFERRED',
    ],
    [
      'a source without a kind',
      round({ sources: [{ kind: 'PRESS' }, { publisher: 'X' }] }),
      'MISSING sources[1].kind: is missing',
    ],
    [
      'a source elsewhere than on the web',
      round({ sources: [{ kind: 'PRESS', url: 'file:///etc/passwd' }] }),
      'INVALID sources[0].url: is not an http(s) address',
    ],
    [
      'an address with a space',
      round({ sources: [{ kind: 'PRESS', url: 'https://example.org/a b' }] }),
      'INVALID sources[0].url: contains a space, a control character or an unpaired surrogate: percent-encode it',
    ],
    [
      'a certainty that is none',
      round({ certainty: 'SURE' }),
      'INVALID certainty: must be one of CONFIRMED, REPORTED, DISPUTED, INFERRED',
    ],
    [
      'an unknown zone',
      round({ timeZone: '+05:30' }),
      'INVALID timeZone: is not an IANA time zone, such as Asia/Kolkata',
    ],
    ['an id that is none', round({ id: '7' }), 'INVALID id: is not a UUID'],
    [
      'part of a round',
      round({ data: { round: 1.5 } }),
      'INVALID data.round: must be a whole number',
    ],
    [
      'a blank',
      round({ data: { place: '  ' } }),
      'INVALID data.place: is blank: write it, or leave the key out',
    ],
    [
      'half of a character',
      round({ data: { place: '\ud83d' } }),
      'INVALID data.place: contains a NUL or an unpaired surrogate: remove it, or re-encode the text as UTF-8',
    ],
    [
      'an affected code that is no area',
      measure({ affects: ['CH', 'UK'] }),
      'INVALID data.affects[1]: is neither * for everyone nor an area: an ISO 3166-1 alpha-2 code in capitals, EU, XI, XK, or a group of 3 to 12 capitals and digits such as MERCOSUR; did you mean GB?',
    ],
    [
      'an imposer that is no area',
      measure({ imposedBy: 'UK' }),
      'INVALID data.imposedBy: is not an area: an ISO 3166-1 alpha-2 code in capitals, EU, XI, XK, or a group of 3 to 12 capitals and digits such as MERCOSUR; did you mean GB?',
    ],
    ['nobody affected', measure({ affects: [] }), 'INVALID data.affects: must not be empty'],
    [
      'a negative rate',
      measure({ rate: -1 }),
      'INVALID data.rate: is negative: a rate is zero or more',
    ],
    ['a rate in words', measure({ rate: '25%' }), 'INVALID data.rate: must be of type number'],
    [
      'a rate beyond reason',
      measure({ rate: 1e9 }),
      'INVALID data.rate: is too large: at most 100000',
    ],
    [
      'an HS code with a dot',
      measure({ goods: { hs: ['7208', '72.08'] } }),
      'INVALID data.goods.hs[1]: is not an HS code of 2, 4, 6, 8 or 10 digits without dots',
    ],
    [
      'a bad exception',
      measure({ goods: { except: { hs: ['7'] } } }),
      'INVALID data.goods.except.hs[0]: is not an HS code of 2, 4, 6, 8 or 10 digits without dots',
    ],
    [
      'an effect on no instant',
      measure({ effectiveFrom: '2031-07' }),
      'INVALID data.effectiveFrom: is neither an instant with offset (2025-08-27T00:01:00-04:00) nor a real date (2025-08-27)',
    ],
    [
      'an end before its effect',
      measure({ until: '2031-07-06T00:00:00+12:00' }),
      'INVALID data.until: ends before it starts: until must be after effectiveFrom',
    ],
    [
      'a suspension that ends as it begins',
      other('MeasureSuspended', { effectiveFrom: '2031-09-10', until: '2031-09-10' }),
      'INVALID data.until: ends before it starts: until must be after effectiveFrom',
    ],
    [
      'a prefix that is none',
      measure({ excludedBy: ['us*232'] }),
      'INVALID data.excludedBy[0]: is neither a slug nor a prefix followed by *',
    ],
    [
      'an order of nothing',
      other('PrecedenceSet', { order: [['a'], []], effectiveFrom: '2031-03-04' }, 'rulebook/NZ'),
      'INVALID data.order[1]: must not be empty',
    ],
    [
      'a rulebook of no area',
      other('PrecedenceSet', { order: [['a']], effectiveFrom: '2031-03-04' }, 'rulebook/UK'),
      'INVALID stream: is not a stream: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>',
    ],
    [
      'a correction of nothing',
      other('EventCorrected', { event: ID, reason: 'Wrong.' }),
      'INVALID data.event: corrects nothing: give at least one of occurred, data, certainty and sources',
    ],
    [
      'a dispute about nothing',
      other('ClaimDisputed', { by: 'NZ' }, 'negotiation/x'),
      'INVALID data.event: is missing: give the event that is disputed, or the claim in words',
    ],
    [
      'a retraction of no id',
      other('EventRetracted', { event: 'the last one', reason: 'Wrong.' }),
      'INVALID data.event: is not a UUID',
    ],
  ])('%s', (_, sent, problem) => {
    expect(refusals(sent)).toEqual([problem]);
  });

  it('with every problem it has, not just the first', () => {
    const sent = {
      ...measure({ rate: -1, goods: { hs: ['7'] }, colour: 'red' }),
      occurred: 'soon',
      also: ['x'],
    };
    expect(refusals(sent).map((line) => line.split(':')[0])).toEqual([
      'INVALID also[0]',
      'INVALID occurred',
      'INVALID data.rate',
      'INVALID data.goods.hs[0]',
      'UNKNOWN_KEY data.colour',
    ]);
  });
});

describe('data on its own', () => {
  it('is checked under the path it is given', () => {
    expect(validateData('TargetMet', { target: 'x' })).toEqual([]);
    expect(validateData('TargetMet', {}, ['events', 3, 'data'])).toEqual([
      { path: 'events[3].data.target', code: 'MISSING', message: 'is missing' },
    ]);
  });

  it.each([
    [[], ''],
    [['data', 'goods', 'hs', 0], 'data.goods.hs[0]'],
    [[0, 'a'], '[0].a'],
  ])('%j prints as "%s"', (path, printed) => {
    expect(pathText(path)).toBe(printed);
  });
});
