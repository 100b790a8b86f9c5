/** An event that is malformed in itself is refused; every problem is named with its path. */
import { describe, expect, it } from 'vitest';
import {
  measure,
  emptyRecord,
  rulebook,
  type InterchangeEvent,
  talks,
} from '../../support/given.js';
import { refusal } from '../../support/refusal.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const ROUND = talks.RoundHeld('2025-05-19/2025-05-22', { round: 1 });
const ADOPTED = measure('us-a').MeasureAdopted('2025-03-01', {
  rate: 10,
  effectiveFrom: '2025-06-01',
});
const with_ = (event: InterchangeEvent, change: object) => ({ ...event, ...change });
const data = (event: InterchangeEvent, change: object) => ({
  ...event,
  data: { ...event.data, ...change },
});

describe('an event that is malformed in itself', () => {
  it.each([
    ['an unknown type', with_(ROUND, { type: 'RoundDreamt' }), 'events[0].type UNKNOWN_TYPE'],
    ['no type', with_(ROUND, { type: undefined }), 'events[0].type MISSING'],
    ['no date', with_(ROUND, { occurred: undefined }), 'events[0].occurred MISSING'],
    ['a season code', with_(ROUND, { occurred: '2025-23' }), 'events[0].occurred INVALID'],
    ['a day that is not', with_(ROUND, { occurred: '2025-02-29' }), 'events[0].occurred INVALID'],
    [
      'a span backwards',
      with_(ROUND, { occurred: '2025-05-22/2025-05-19' }),
      'events[0].occurred INVALID',
    ],
    ['an unknown key', with_(ROUND, { mood: 'good' }), 'events[0].mood UNKNOWN_KEY'],
    ['a key of the log', with_(ROUND, { position: 1 }), 'events[0].position UNKNOWN_KEY'],
    ['an unknown key of data', data(ROUND, { mood: 'good' }), 'events[0].data.mood UNKNOWN_KEY'],
    ['no source', with_(ROUND, { sources: [] }), 'events[0].sources UNSOURCED'],
    ['an unknown zone', with_(ROUND, { timeZone: 'Mars/Olympus' }), 'events[0].timeZone INVALID'],
    ['an offset for a zone', with_(ROUND, { timeZone: '+05:30' }), 'events[0].timeZone INVALID'],
    [
      'a stream of another kind',
      with_(ROUND, { stream: 'measure/x' }),
      'events[0].stream WRONG_STREAM',
    ],
    ['no stream', with_(ROUND, { stream: 'talks' }), 'events[0].stream INVALID'],
    ['an id that is none', with_(ROUND, { id: 'one' }), 'events[0].id INVALID'],
    ['half a round', data(ROUND, { round: 1.5 }), 'events[0].data.round INVALID'],
    [
      'an unknown country',
      data(LAUNCH, { parties: ['IN', 'UK'] }),
      'events[0].data.parties[1] INVALID',
    ],
    [
      'a country in small letters',
      data(LAUNCH, { parties: ['in'] }),
      'events[0].data.parties[0] INVALID',
    ],
    [
      'an unknown zone of a launch',
      data(LAUNCH, { timeZone: 'Delhi' }),
      'events[0].data.timeZone INVALID',
    ],
    ['a negative rate', data(ADOPTED, { rate: -1 }), 'events[0].data.rate INVALID'],
    ['a rate that is no number', data(ADOPTED, { rate: '10' }), 'events[0].data.rate INVALID'],
    ['an unknown imposer', data(ADOPTED, { imposedBy: 'XX' }), 'events[0].data.imposedBy INVALID'],
    [
      'an HS code of 3 digits',
      data(ADOPTED, { goods: { hs: ['720'] } }),
      'events[0].data.goods.hs[0] INVALID',
    ],
    [
      'an HS code with dots',
      data(ADOPTED, { goods: { hs: ['7208.25'] } }),
      'events[0].data.goods.hs[0] INVALID',
    ],
    [
      'an HS code of 12 digits',
      data(ADOPTED, { goods: { hs: ['720825000000'] } }),
      'events[0].data.goods.hs[0] INVALID',
    ],
    [
      'an end before its start',
      data(ADOPTED, { until: '2025-05-31' }),
      'events[0].data.until INVALID',
    ],
    ['an end at its start', data(ADOPTED, { until: '2025-06-01' }), 'events[0].data.until INVALID'],
    [
      'a local time',
      data(ADOPTED, { effectiveFrom: '2025-06-01T00:01:00' }),
      'events[0].data.effectiveFrom INVALID',
    ],
  ])('because of %s is refused', async (_what, event, problem) => {
    expect(await refusal(await emptyRecord(), event)).toEqual([problem]);
  });

  it('in a rulebook of no country is refused', async () => {
    const order = rulebook('ZZ').PrecedenceSet('2025-04-29', {
      order: [['us-a']],
      effectiveFrom: '2025-05-01',
    });
    expect(await refusal(await emptyRecord(), order)).toEqual(['events[0].stream INVALID']);
  });

  it('is named with every problem it has, beside those of others', async () => {
    const bad = data(with_(ADOPTED, { occurred: 'soon', sources: [] }), {
      rate: -1,
    });
    expect(
      (await refusal(await emptyRecord(), LAUNCH, bad, with_(ROUND, { id: 7 }))).toSorted(),
    ).toEqual([
      'events[1].data.rate INVALID',
      'events[1].occurred INVALID',
      'events[2].id INVALID',
    ]);
  });

  it.each([null, 7, 'RoundHeld', [], [ROUND], undefined])('%j is refused', async (event) => {
    expect(await refusal(await emptyRecord(), event)).toEqual(['events[0] INVALID']);
  });
});
