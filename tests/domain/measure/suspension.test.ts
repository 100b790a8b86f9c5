/** A suspended measure returns by itself; later decisions move when it does. */
import { describe, expect, it } from 'vitest';
import { given, iso, measure, published, type InterchangeEvent } from '../../support/given.js';

const baseline = measure('us-baseline');
const country = measure('us-recip-in');

const BASELINE = baseline.MeasureAdopted(
  '2025-04-02',
  { affects: ['*'], rate: 10, effectiveFrom: '2025-04-05T00:01:00-04:00' },
  { sources: published('2025-04-02') },
);
const COUNTRY = country.MeasureAdopted(
  '2025-04-02',
  { rate: 26, effectiveFrom: '2025-04-09T00:01:00-04:00', replaces: ['us-baseline'] },
  { sources: published('2025-04-02') },
);
const PAUSE = country.MeasureSuspended(
  '2025-04-09',
  { effectiveFrom: '2025-04-10T00:01:00-04:00', until: '2025-07-09T00:01:00-04:00' },
  { sources: published('2025-04-10') },
);
const EXTENSION = country.MeasureSuspended(
  '2025-07-07',
  { effectiveFrom: '2025-07-09T00:01:00-04:00', until: '2025-08-01T00:01:00-04:00' },
  { sources: published('2025-07-08') },
);
const NEW_TERMS = country.MeasureAdopted(
  '2025-07-31',
  { rate: 25, effectiveFrom: '2025-08-07T00:01:00-04:00', replaces: ['us-baseline'] },
  { sources: published('2025-08-01') },
);
const ALL = [BASELINE, COUNTRY, PAUSE, EXTENSION, NEW_TERMS];

/** The total at each of these, from these events. */
const totals = async (events: readonly InterchangeEvent[], ...at: readonly string[]) => {
  const scenario = await given(...events);
  return Promise.all(at.map((when) => scenario.total(when)));
};

describe('a country rate in force for one day', () => {
  it('is 26 in lieu of 10 on 9 April, and 10 the days around it', async () => {
    expect(await totals(ALL, '2025-04-08', '2025-04-09', '2025-04-10')).toEqual([10, 26, 10]);
  });

  it('begins and ends on the second', async () => {
    expect(
      await totals(
        ALL,
        '2025-04-09T04:00:59Z',
        '2025-04-09T04:01:00Z',
        '2025-04-10T04:00:59Z',
        '2025-04-10T04:01:00Z',
      ),
    ).toEqual([10, 26, 26, 10]);
  });

  it('is SUSPENDED after it, and the baseline it replaced applies again', async () => {
    const scenario = await given(...ALL);
    expect(await scenario.status('us-recip-in', '2025-05-01')).toBe('SUSPENDED');
    expect(await scenario.layers('2025-05-01')).toEqual([
      'us-baseline 10 IN_FORCE',
      '-us-recip-in 26 SUSPENDED',
    ]);
  });
});

describe('a measure suspended until 9 July', () => {
  it('is in force again on 10 July with no further event', async () => {
    const scenario = await given(BASELINE, COUNTRY, PAUSE);
    expect(await scenario.status('us-recip-in', '2025-07-08')).toBe('SUSPENDED');
    expect(await scenario.status('us-recip-in', '2025-07-10')).toBe('IN_FORCE');
    expect(await scenario.total('2025-07-10')).toBe(26);
  });

  it('says so in advance: pending on 1 June, from 9 July', async () => {
    const scenario = await given(BASELINE, COUNTRY, PAUSE);
    const { pending } = await scenario.duty('2025-06-01');
    expect(pending.map(({ at, total }) => [iso(at), total])).toEqual([
      ['2025-07-09T04:01:00Z', 26],
    ]);
  });

  it('returned, as the public of 1 June knew it, on 10 July', async () => {
    const scenario = await given(...ALL);
    expect(await scenario.total({ at: '2025-07-10', publicAt: '2025-06-01' })).toBe(26);
  });

  it('did not, as the public of 8 July knew it: the extension had moved its end', async () => {
    const scenario = await given(...ALL);
    expect(await scenario.total({ at: '2025-07-10', publicAt: '2025-07-08' })).toBe(10);
    expect(await scenario.total({ at: '2025-07-10', publicAt: '2025-07-07' })).toBe(26);
    expect(await scenario.total({ at: '2025-08-02', publicAt: '2025-07-08' })).toBe(26);
    expect(await scenario.total({ at: '2025-08-02', publicAt: '2025-08-01' })).toBe(10);
  });

  it('returns at the second', async () => {
    expect(
      await totals([BASELINE, COUNTRY, PAUSE], '2025-07-09T04:00:59Z', '2025-07-09T04:01:00Z'),
    ).toEqual([10, 26]);
  });
});

describe('a gap between the deadline and the new terms', () => {
  it('leaves 10 on 3 August: what is suspended stays so until the new terms begin', async () => {
    expect(await totals(ALL, '2025-08-01', '2025-08-03', '2025-08-06', '2025-08-07')).toEqual([
      10, 10, 10, 25,
    ]);
  });

  it('had not been decided on 30 July: then 26 was to return on 1 August', async () => {
    const scenario = await given(...ALL);
    const { pending } = await scenario.duty('2025-07-30');
    expect(pending.map(({ at, total }) => [iso(at), total])).toEqual([
      ['2025-08-01T04:01:00Z', 26],
    ]);
  });

  it('is one change on 31 July: 25 from 7 August', async () => {
    const scenario = await given(...ALL);
    const { pending } = await scenario.duty('2025-07-31');
    expect(pending.map(({ at, total }) => [iso(at), total])).toEqual([
      ['2025-08-07T04:01:00Z', 25],
    ]);
  });

  it('is bridged by an amendment of the rate as well', async () => {
    const amended = country.MeasureAmended('2025-07-31', {
      rate: 25,
      effectiveFrom: '2025-08-07T00:01:00-04:00',
    });
    const events = [BASELINE, COUNTRY, PAUSE, EXTENSION, amended];
    expect(await totals(events, '2025-08-03', '2025-08-06', '2025-08-07')).toEqual([10, 10, 25]);
  });

  it('is not bridged when the terms are decided after the measure had returned', async () => {
    const late = country.MeasureAdopted('2025-08-03', {
      rate: 25,
      effectiveFrom: '2025-08-07T00:01:00-04:00',
      replaces: ['us-baseline'],
    });
    const events = [BASELINE, COUNTRY, PAUSE, EXTENSION, late];
    expect(await totals(events, '2025-07-31', '2025-08-02', '2025-08-04', '2025-08-07')).toEqual([
      10, 26, 26, 25,
    ]);
  });
});

describe('a suspension while suspended', () => {
  const base = [COUNTRY, PAUSE];
  it('moves the end later', async () => {
    const later = country.MeasureSuspended('2025-06-15', {
      effectiveFrom: '2025-06-16',
      until: '2025-09-01',
    });
    expect(await totals([...base, later], '2025-07-10', '2025-08-31', '2025-09-01')).toEqual([
      0, 0, 26,
    ]);
  });

  it('moves the end earlier', async () => {
    const sooner = country.MeasureSuspended('2025-05-15', {
      effectiveFrom: '2025-05-16',
      until: '2025-06-01',
    });
    expect(await totals([...base, sooner], '2025-05-31', '2025-06-01', '2025-07-10')).toEqual([
      0, 26, 26,
    ]);
    expect(await totals([...base, sooner], '2025-06-01T03:59:59Z')).toEqual([0]);
  });

  it('without an end leaves it suspended until someone says otherwise', async () => {
    const open = country.MeasureSuspended('2025-05-15', { effectiveFrom: '2025-05-16' });
    expect(await totals([...base, open], '2025-07-10', '2026-07-10')).toEqual([0, 0]);
    const back = country.MeasureResumed('2026-01-05', { effectiveFrom: '2026-01-10' });
    expect(await totals([...base, open, back], '2026-01-09', '2026-01-10')).toEqual([0, 26]);
  });

  it('decided later for an earlier time leaves the other one its own end', async () => {
    const earlier = country.MeasureSuspended('2025-04-12', {
      effectiveFrom: '2025-04-09T12:00:00-04:00',
      until: '2025-05-01',
    });
    expect(
      await totals(
        [...base, earlier],
        '2025-04-09T15:59:59Z',
        '2025-04-09T16:00:00Z',
        '2025-06-01',
      ),
    ).toEqual([26, 0, 0]);
  });

  it('moved twice ends where the last one says', async () => {
    const events = [
      ...base,
      country.MeasureSuspended('2025-06-15', { effectiveFrom: '2025-07-09', until: '2025-08-01' }),
      country.MeasureSuspended('2025-07-15', { effectiveFrom: '2025-07-16', until: '2025-07-20' }),
    ];
    expect(await totals(events, '2025-07-15', '2025-07-19', '2025-07-20')).toEqual([0, 0, 26]);
  });
});

describe('a suspended measure that is resumed early', () => {
  const resumed = country.MeasureResumed('2025-05-20', { effectiveFrom: '2025-05-25' });
  it('is in force from then', async () => {
    expect(await totals([COUNTRY, PAUSE, resumed], '2025-05-24', '2025-05-25')).toEqual([0, 26]);
  });

  it('stays in force past the end that had been set', async () => {
    expect(await totals([COUNTRY, PAUSE, resumed], '2025-07-08', '2025-07-10')).toEqual([26, 26]);
  });

  it('is not moved by a resumption that a correction leaves without a suspension', async () => {
    const long = country.MeasureSuspended(PAUSE.occurred, {
      ...PAUSE.data,
      until: '2025-09-01',
    });
    const idle = country.MeasureResumed('2025-08-20', { effectiveFrom: '2025-08-25' });
    const shorter = country.EventCorrected('2025-08-21', {
      event: long.id,
      reason: 'misread',
      data: PAUSE.data,
    });
    expect(await totals([COUNTRY, long, idle, shorter], '2025-06-01', '2025-08-25')).toEqual([
      0, 26,
    ]);
  });

  it('is resumed through all its extensions', async () => {
    const events = [
      COUNTRY,
      PAUSE,
      EXTENSION,
      country.MeasureResumed('2025-07-08', { effectiveFrom: '2025-07-08' }),
    ];
    expect(await totals(events, '2025-07-07', '2025-07-08', '2025-07-20')).toEqual([0, 26, 26]);
  });
});

describe('an amendment while suspended', () => {
  it('with a new rate ends the suspension where it begins', async () => {
    const amended = country.MeasureAmended('2025-05-01', { rate: 20, effectiveFrom: '2025-06-01' });
    expect(
      await totals([COUNTRY, PAUSE, amended], '2025-05-31', '2025-06-01', '2025-07-10'),
    ).toEqual([0, 20, 20]);
  });

  it('with other terms leaves it suspended', async () => {
    const amended = country.MeasureAmended('2025-05-01', {
      effectiveFrom: '2025-06-01',
      capTotalAt: 30,
    });
    expect(await totals([COUNTRY, PAUSE, amended], '2025-06-02', '2025-07-10')).toEqual([0, 30]);
  });

  it('with effect from before the suspension leaves it suspended', async () => {
    const amended = country.MeasureAmended('2025-05-01', { rate: 20, effectiveFrom: '2025-04-09' });
    expect(
      await totals([COUNTRY, PAUSE, amended], '2025-04-09', '2025-06-02', '2025-07-10'),
    ).toEqual([20, 0, 20]);
  });

  it('decided before the suspension was is covered by it', async () => {
    const amended = country.MeasureAmended('2025-04-09', { rate: 20, effectiveFrom: '2025-05-01' });
    expect(await totals([COUNTRY, amended, PAUSE], '2025-05-02', '2025-07-10')).toEqual([0, 20]);
  });
});

describe('a suspension decided before the measure begins', () => {
  it('holds it back from its first day', async () => {
    const early = country.MeasureSuspended('2025-04-03', {
      effectiveFrom: '2025-04-04',
      until: '2025-05-01',
    });
    const scenario = await given(COUNTRY, early);
    expect(await scenario.status('us-recip-in', '2025-04-05')).toBe('PENDING');
    expect(await scenario.status('us-recip-in', '2025-04-09')).toBe('SUSPENDED');
    expect(await scenario.status('us-recip-in', '2025-05-01')).toBe('IN_FORCE');
  });
});
