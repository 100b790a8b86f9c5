/** Corrections: what was known before a correction stays readable with knownAt. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { entryClient, type Enter, sources } from '../support/entryMutations.js';
import { query } from '../support/graphql.js';

const clock = { now: 0 };
let parley: Parley;
let enter: Enter;
let round: string;
let adoption: string;

/** The days on which things are entered, and the instants between. */
const at = (day: number) => Date.parse(`2025-06-${String(day).padStart(2, '0')}T12:00:00Z`);
const [BEFORE, AFTER] = ['2025-06-10T00:00:00Z', '2025-06-20T00:00:00Z'];

const on = (day: number) => {
  clock.now = at(day);
  return enter;
};

beforeEach(async () => {
  const now = () => clock.now;
  clock.now = at(1);
  parley = new Parley(await openLog('memory:', { now }), { now });
  enter = entryClient(parley);
  await enter('launchNegotiation', {
    ...{ negotiation: 'in-us', title: 'IN-US', parties: ['IN', 'US'], occurred: '2025-02-13' },
    ...{ timeZone: 'America/New_York', sources },
  });
  const held = await enter('recordRound', {
    ...{ negotiation: 'in-us', round: 1, occurred: '2025-03-26', place: 'New Delhi', sources },
  });
  const adopted = await enter('imposeMeasure', {
    ...{ measure: 'm', title: 'M', imposedBy: 'US', affects: ['IN'], kind: 'OTHER', rate: 26 },
    ...{ effectiveFrom: '2025-04-09', occurred: '2025-04-02', sources },
  });
  round = held.events[0].id as string;
  adoption = adopted.events[0].id as string;
});

const BELIEVED = `query ($asOf: AsOf!) {
  negotiation(slug: "in-us", asOf: $asOf) {
    phase { value since }
    rounds { number dates place setBy { id } }
    measures { rate setBy { id } }
  }
  duty(imposedBy: "US", on: "IN", asOf: $asOf) { total }
}`;

/** What the record believed of 31 May, as it stood at an instant. */
const believed = async (knownAt: string, more = {}) => {
  clock.now = at(30);
  return query(parley, BELIEVED, { asOf: { at: '2025-05-31', knownAt, ...more } });
};

const eventOf = async (id: string) =>
  (
    await query(
      parley,
      'query ($id: ID!) { event(id: $id) { occurred sources { publisher } retracted corrections { __typename } } }',
      { id },
    )
  ).event;

describe('correcting an event', () => {
  it('of its date shows the old date before the correction was recorded, the new one after', async () => {
    const reason = 'The round began on the 24th.';
    const corrected = await on(15)('correctEvent', {
      event: round,
      reason,
      occurred: '2025-03-24',
    });
    expect(corrected).toMatchObject({ events: [{ __typename: 'EventCorrected' }], findings: [] });
    expect((await believed(BEFORE)).negotiation).toMatchObject({
      phase: { value: 'NEGOTIATING', since: '2025-03-26' },
      rounds: [{ dates: '2025-03-26', setBy: { id: round } }],
    });
    expect((await believed(AFTER)).negotiation).toMatchObject({
      phase: { value: 'NEGOTIATING', since: '2025-03-24' },
      rounds: [{ dates: '2025-03-24', setBy: { id: round } }],
    });
    expect(await eventOf(round)).toMatchObject({
      ...{ occurred: '2025-03-26', retracted: false },
      corrections: [{ __typename: 'EventCorrected' }],
    });
  });

  it('of its rate replaces the data as a whole', async () => {
    const { event } = await query(parley, 'query ($id: ID!) { event(id: $id) { data } }', {
      id: adoption,
    });
    const about = { event: adoption, reason: 'The annex said 27.' };
    const part = await on(15)('correctEvent', { ...about, data: { rate: 27 } });
    expect(part.problems.map(({ path }: { path: string }) => path)).toContain('data.imposedBy');
    await on(15)('correctEvent', { ...about, data: { ...event.data, rate: 27 } });
    const beliefs = [await believed(BEFORE), await believed(AFTER)];
    expect(beliefs.map(({ duty }) => duty.total)).toEqual([26, 27]);
    expect(beliefs.map(({ negotiation }) => negotiation.measures)).toEqual([
      [{ rate: 26, setBy: { id: adoption } }],
      [{ rate: 27, setBy: { id: adoption } }],
    ]);
  });

  it('of its source changes from when it is public', async () => {
    const later = [{ kind: 'OFFICIAL', publisher: 'The Gazette', published: '2025-06-12' }];
    // A correction is itself known to the public only from its own source.
    const about = { event: round, reason: 'Wrong paper.', citing: sources };
    await on(15)('correctEvent', { ...about, sources: later });
    const onTheSixth = { publicAt: '2025-06-06' };
    expect((await believed(BEFORE, onTheSixth)).negotiation.rounds).toHaveLength(1);
    expect((await believed(AFTER, onTheSixth)).negotiation.rounds).toEqual([]);
    expect((await believed(AFTER, { publicAt: '2025-06-12' })).negotiation.rounds).toHaveLength(1);
  });
});

describe('retracting an event', () => {
  it('removes it from then on; retracting the retraction restores it', async () => {
    const first = await on(15)('retractEvent', { event: round, reason: 'Never held.' });
    expect((await eventOf(round)).retracted).toBe(true);
    const [retraction] = first.events;
    const twice = await on(16)('retractEvent', { event: round, reason: 'Again.' });
    expect(twice.problems).toMatchObject([{ path: 'event', code: 'RETRACTED_EVENT' }]);
    await on(25)('retractEvent', { event: retraction.id, reason: 'It was held after all.' });
    const beliefs = [BEFORE, AFTER, '2025-06-29'].map((knownAt) => believed(knownAt));
    expect(
      (await Promise.all(beliefs)).map(({ negotiation }) => negotiation.rounds.length),
    ).toEqual([1, 0, 1]);
    expect(await eventOf(round)).toMatchObject({ retracted: false });
  });
});

describe('adding sources to an event', () => {
  it('makes it public from the earliest source, and lists the sources', async () => {
    const early = [{ kind: 'WIRE', publisher: 'The Wire', published: '2025-03-27' }];
    const added = await on(15)('addSources', { event: round, sources: early });
    expect(added.events[0]).toMatchObject({ stream: 'negotiation/in-us', sources: early });
    const then = { publicAt: '2025-03-31' };
    expect((await believed(BEFORE, then)).negotiation).toBeNull();
    expect((await believed(AFTER, then)).negotiation.rounds).toHaveLength(1);
    expect((await eventOf(round)).corrections).toEqual([{ __typename: 'SourceAdded' }]);
  });
});
