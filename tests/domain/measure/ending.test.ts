/** How measures end: struck down, expired, withdrawn, replaced; and how they come back. */
import { describe, expect, it } from 'vitest';
import { given, instant, iso, measure, type InterchangeEvent } from '../../support/given.js';

const country = measure('us-recip-in');
const successor = measure('us-s122');

const COUNTRY = country.MeasureAdopted('2025-07-31', {
  rate: 25,
  effectiveFrom: '2025-08-07T00:01:00-04:00',
});
const RULING = country.MeasureEnded('2026-02-20', {
  how: 'INVALIDATED',
  effectiveFrom: '2026-02-24T00:00:00-05:00',
  legalEffectFrom: '2026-02-20T10:00:00-05:00',
});
const SUCCESSOR = successor.MeasureAdopted('2026-02-20', {
  affects: ['*'],
  rate: 10,
  effectiveFrom: '2026-02-24T00:01:00-05:00',
  until: '2026-07-24T00:01:00-04:00',
});
const HEIR = measure('us-s301').MeasureAdopted('2026-07-23', {
  rate: 10,
  effectiveFrom: '2026-07-24T00:01:00-04:00',
});

const totals = async (events: readonly InterchangeEvent[], ...at: readonly string[]) => {
  const scenario = await given(...events);
  return Promise.all(at.map((when) => scenario.total(when)));
};

describe('a measure struck down on 20 February and collected until 24 February', () => {
  it.each([
    ['2026-02-20T14:59:59Z', true, true],
    ['2026-02-20T15:00:00Z', false, true],
    ['2026-02-22', false, true],
    ['2026-02-24T04:59:59Z', false, true],
    ['2026-02-24T05:00:00Z', false, false],
    ['2026-03-01', false, false],
  ])('at %s: lawful %s, collected %s', async (at, lawful, collected) => {
    const scenario = await given(COUNTRY, RULING);
    expect(await scenario.measure('us-recip-in', at)).toMatchObject({
      lawful,
      collected,
      status: collected ? 'IN_FORCE' : 'ENDED',
      rate: collected ? 25 : null,
    });
    expect(await scenario.total(at)).toBe(collected ? 25 : 0);
  });

  it('says how it ended only once it has', async () => {
    const scenario = await given(COUNTRY, RULING);
    const ended = await scenario.measure('us-recip-in', '2026-02-25');
    expect(ended).toMatchObject({ endedHow: 'INVALIDATED' });
    expect(ended!.setBy.event.id).toBe(RULING.id);
    expect((await scenario.measure('us-recip-in', '2026-02-22'))!.endedHow).toBeNull();
  });

  it('was lawful on 19 February, with nothing pending', async () => {
    const scenario = await given(COUNTRY, RULING);
    expect((await scenario.measure('us-recip-in', '2026-02-19'))!.lawful).toBe(true);
    expect((await scenario.duty('2026-02-19')).pending).toEqual([]);
    expect((await scenario.duty('2026-02-20')).pending.map(({ total }) => total)).toEqual([0]);
  });

  it('is lawful again once it is adopted anew', async () => {
    const scenario = await given(
      COUNTRY,
      RULING,
      country.MeasureAdopted('2026-02-22', { rate: 12, effectiveFrom: '2026-02-23' }),
    );
    expect(await scenario.measure('us-recip-in', '2026-02-22')).toMatchObject({
      lawful: false,
      rate: 25,
    });
    expect(await scenario.measure('us-recip-in', '2026-02-23')).toMatchObject({
      lawful: true,
      rate: 12,
    });
    expect(await scenario.measure('us-recip-in', '2026-03-23')).toMatchObject({
      lawful: true,
      rate: 12,
    });
  });
});

describe('the minute between one measure and the next', () => {
  const all = [COUNTRY, RULING, SUCCESSOR];
  it('is free of duty: from 05:00 to 05:01 on 24 February', async () => {
    expect(
      await totals(
        all,
        '2026-02-24T04:59:59Z',
        '2026-02-24T05:00:00Z',
        '2026-02-24T05:00:59Z',
        '2026-02-24T05:01:00Z',
      ),
    ).toEqual([25, 0, 0, 10]);
  });

  it('is a step of the schedule', async () => {
    const { schedule } = await (await given(...all)).duty('2026-02-20');
    const steps = schedule(instant('2026-02-23T00:00:00Z'), instant('2026-02-25T00:00:00Z'));
    expect(steps.map(({ from, until, total }) => [iso(from), iso(until), total])).toEqual([
      ['2026-02-23T00:00:00Z', '2026-02-24T05:00:00Z', 25],
      ['2026-02-24T05:00:00Z', '2026-02-24T05:01:00Z', 0],
      ['2026-02-24T05:01:00Z', '2026-02-25T00:00:00Z', 10],
    ]);
  });
});

describe('one measure followed by another at the same rate', () => {
  it('makes two steps of the schedule', async () => {
    const { schedule } = await (await given(SUCCESSOR, HEIR)).duty('2026-07-23');
    const steps = schedule(instant('2026-07-01T00:00:00Z'), instant('2026-08-01T00:00:00Z'));
    expect(steps.map(({ from, until, total }) => [iso(from), iso(until), total])).toEqual([
      ['2026-07-01T00:00:00Z', '2026-07-24T04:01:00Z', 10],
      ['2026-07-24T04:01:00Z', null, 10],
    ]);
  });

  it('is pending as a change from 10 to 10 by the second measure', async () => {
    const { pending } = await (await given(SUCCESSOR, HEIR)).duty('2026-07-23');
    expect(pending.map(({ at, total, setBy }) => [iso(at), total, setBy.event.id])).toEqual([
      ['2026-07-24T04:01:00Z', 10, HEIR.id],
    ]);
  });

  it('is one step when one measure is merely adopted anew at the same rate', async () => {
    const again = country.MeasureAdopted('2025-12-01', { rate: 25, effectiveFrom: '2025-12-10' });
    const { schedule } = await (await given(COUNTRY, again)).duty('2025-12-01');
    expect(schedule(instant('2025-12-01T00:00:00Z'), instant('2026-01-01T00:00:00Z'))).toHaveLength(
      1,
    );
  });
});

describe('a measure with an end of its own', () => {
  it('expires at that instant, with no further event', async () => {
    const scenario = await given(SUCCESSOR);
    expect(await scenario.total('2026-07-24T04:00:59Z')).toBe(10);
    expect(await scenario.total('2026-07-24T04:01:00Z')).toBe(0);
    expect(await scenario.measure('us-s122', '2026-07-25')).toMatchObject({
      status: 'ENDED',
      endedHow: 'EXPIRED',
      lawful: true,
      collected: false,
    });
  });

  it('expires while it is suspended, too', async () => {
    const scenario = await given(
      SUCCESSOR,
      successor.MeasureSuspended('2026-06-01', { effectiveFrom: '2026-06-02' }),
    );
    expect(await scenario.status('us-s122', '2026-07-23')).toBe('SUSPENDED');
    expect(await scenario.status('us-s122', '2026-07-25')).toBe('ENDED');
  });

  it('ends sooner when an amendment moves its end earlier', async () => {
    const sooner = successor.MeasureAmended('2026-03-01', {
      effectiveFrom: '2026-03-02',
      until: '2026-04-01',
    });
    expect(await totals([SUCCESSOR, sooner], '2026-03-31', '2026-04-01', '2026-07-01')).toEqual([
      10, 0, 0,
    ]);
  });

  it('lasts longer when an amendment moves its end later', async () => {
    const later = successor.MeasureAmended('2026-07-01', {
      effectiveFrom: '2026-07-02',
      until: '2026-09-01',
    });
    expect(await totals([SUCCESSOR, later], '2026-07-25', '2026-08-31', '2026-09-01')).toEqual([
      10, 10, 0,
    ]);
    const scenario = await given(SUCCESSOR, later);
    expect((await scenario.measure('us-s122', '2026-09-02'))!.setBy.event.id).toBe(later.id);
  });

  it('ends sooner when it is lifted before', async () => {
    const lifted = successor.MeasureEnded('2026-05-01', {
      how: 'LIFTED',
      effectiveFrom: '2026-05-02',
    });
    const scenario = await given(SUCCESSOR, lifted);
    expect(await scenario.measure('us-s122', '2026-09-02')).toMatchObject({ endedHow: 'LIFTED' });
  });
});

describe('a measure withdrawn before it came into force', () => {
  const ADOPTED = country.MeasureAdopted('2025-03-01', { rate: 25, effectiveFrom: '2025-06-01' });
  const WITHDRAWN = country.MeasureEnded('2025-04-10', {
    how: 'WITHDRAWN',
    effectiveFrom: '2025-04-15',
  });
  it('never comes into force', async () => {
    const scenario = await given(ADOPTED, WITHDRAWN);
    expect(await scenario.total('2025-06-02')).toBe(0);
    expect(await scenario.measure('us-recip-in', '2025-06-02')).toMatchObject({
      status: 'ENDED',
      endedHow: 'WITHDRAWN',
    });
  });

  it('was PENDING until it was withdrawn, and nothing is pending after', async () => {
    const scenario = await given(ADOPTED, WITHDRAWN);
    expect(await scenario.status('us-recip-in', '2025-04-09')).toBe('PENDING');
    expect((await scenario.measure('us-recip-in', '2025-04-09'))!.pending).toHaveLength(1);
    expect((await scenario.measure('us-recip-in', '2025-04-10'))!.pending).toEqual([]);
    expect((await scenario.duty('2025-04-12')).pending).toEqual([]);
    expect(await scenario.status('us-recip-in', '2025-04-15')).toBe('ENDED');
  });

  it('may have been no more than announced', async () => {
    const scenario = await given(country.MeasureAnnounced('2025-03-01', { rate: 25 }), WITHDRAWN);
    expect(await scenario.status('us-recip-in', '2025-04-14')).toBe('ANNOUNCED');
    expect(await scenario.status('us-recip-in', '2025-04-15')).toBe('ENDED');
  });
});

describe('a measure adopted again', () => {
  it('after it ended is in force on the new terms', async () => {
    const events = [
      COUNTRY,
      country.MeasureEnded('2025-09-01', { how: 'LIFTED', effectiveFrom: '2025-09-10' }),
      country.MeasureAdopted('2025-10-01', { rate: 30, effectiveFrom: '2025-10-10' }),
    ];
    expect(await totals(events, '2025-09-09', '2025-09-10', '2025-10-09', '2025-10-10')).toEqual([
      25, 0, 0, 30,
    ]);
  });

  it('before a scheduled end voids that end from its own start', async () => {
    const events = [
      COUNTRY,
      country.MeasureEnded('2025-09-01', { how: 'LIFTED', effectiveFrom: '2025-12-01' }),
      country.MeasureAdopted('2025-10-01', { rate: 30, effectiveFrom: '2025-10-10' }),
    ];
    expect(await totals(events, '2025-10-09', '2025-10-10', '2025-12-02')).toEqual([25, 30, 30]);
  });

  it('from after a scheduled end leaves the days between free', async () => {
    const events = [
      COUNTRY,
      country.MeasureEnded('2025-09-01', { how: 'LIFTED', effectiveFrom: '2025-12-01' }),
      country.MeasureAdopted('2025-10-01', { rate: 30, effectiveFrom: '2025-12-10' }),
    ];
    expect(await totals(events, '2025-11-30', '2025-12-01', '2025-12-09', '2025-12-10')).toEqual([
      25, 0, 0, 30,
    ]);
  });

  it('loses the amendments and the end of the terms before', async () => {
    const events = [
      successor.MeasureAdopted('2025-01-01', {
        rate: 10,
        effectiveFrom: '2025-02-01',
        until: '2025-08-01',
      }),
      successor.MeasureAmended('2025-03-01', {
        effectiveFrom: '2025-09-01',
        rate: 99,
        until: '2025-12-01',
      }),
      successor.MeasureAdopted('2025-04-01', { rate: 12, effectiveFrom: '2025-05-01' }),
    ];
    expect(await totals(events, '2025-04-30', '2025-05-01', '2025-08-02', '2025-12-02')).toEqual([
      10, 12, 12, 12,
    ]);
  });

  it('is governed by what was taken last, not by what takes effect last', async () => {
    const events = [
      country.MeasureAdopted('2025-01-01', { rate: 10, effectiveFrom: '2025-06-01' }),
      country.MeasureAdopted('2025-02-01', { rate: 20, effectiveFrom: '2025-03-01' }),
    ];
    expect(await totals(events, '2025-03-01', '2025-06-02')).toEqual([20, 20]);
    // The order in which the log learns of them does not matter.
    expect(await totals(events.toReversed(), '2025-03-01', '2025-06-02')).toEqual([20, 20]);
  });
});
