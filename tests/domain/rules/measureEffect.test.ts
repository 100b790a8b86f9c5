/** Steps of a measure that can have no effect are refused, judged by all that is known before them. */
import { describe, expect, it } from 'vitest';
import {
  emptyRecord,
  eventBuilders,
  given,
  type InterchangeEvent,
  measure,
  negotiation,
} from '../../support/given.js';
import { refusal } from '../../support/refusal.js';

const us = measure('us-a');
const ADOPTED = us.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-04-01' });
const UNSET = eventBuilders('measure/us-a').MeasureAdopted('2025-03-01', {
  title: 'A duty from a day to be notified',
  imposedBy: 'US',
  affects: ['IN'],
  kind: 'OTHER',
  rate: 10,
});
const GRANTED = us.ExemptionGranted('2025-05-01', {
  goods: {},
  effectiveFrom: '2025-05-01',
  relief: 'cars',
});
const QUOTA = us.ExemptionGranted('2025-05-01', {
  goods: {},
  effectiveFrom: '2025-05-01',
  relief: 'steel',
  quota: { volume: 100, unit: 'TNE', from: '2025-05-01', until: '2026-01-01' },
});

/** Why the last of these is refused after the others; the same within one append. */
async function refused(...events: readonly InterchangeEvent[]): Promise<readonly string[]> {
  const last = events.at(-1)!;
  const before = events.slice(0, -1);
  const separately = await refusal(await given(...before), last);
  const together = await refusal(await emptyRecord(), ...events);
  expect(together.map((problem) => problem.replace(/\[\d+\]/, '[0]'))).toEqual(separately);
  return separately;
}

async function isTaken(...events: readonly InterchangeEvent[]): Promise<boolean> {
  await (await given(...events.slice(0, -1))).append([events.at(-1)!]);
  await (await emptyRecord()).append(events);
  return true;
}

describe('a measure whose day is set', () => {
  const commenced = (at: string, effectiveFrom: string) =>
    us.MeasureCommenced(at, { effectiveFrom });

  it('must have been adopted', async () => {
    expect(
      await refused(
        ADOPTED,
        measure('us-b').MeasureCommenced('2025-03-05', {
          effectiveFrom: '2025-04-01',
        }),
      ),
    ).toEqual(['events[0].stream UNKNOWN_MEASURE']);
  });

  it('may have had no day, or one that has not come', async () => {
    expect(await isTaken(UNSET, commenced('2025-06-01', '2025-07-01'))).toBe(true);
    expect(await isTaken(ADOPTED, commenced('2025-03-31', '2025-05-01'))).toBe(true);
  });

  it('must not have taken effect already', async () => {
    expect(await refused(ADOPTED, commenced('2025-04-02', '2025-05-01'))).toEqual([
      'events[0].type ALREADY_COMMENCED',
    ]);
    expect(await refused(ADOPTED, commenced('2025-04-01', '2025-05-01'))).toEqual([
      'events[0].type ALREADY_COMMENCED',
    ]);
  });

  it('has the day that was set last', async () => {
    const first = commenced('2025-03-10', '2025-06-01');
    expect(await isTaken(ADOPTED, first, commenced('2025-05-01', '2025-07-01'))).toBe(true);
    expect(await refused(ADOPTED, first, commenced('2025-06-02', '2025-07-01'))).toEqual([
      'events[0].type ALREADY_COMMENCED',
    ]);
  });

  it('may end on a day before the one it was adopted for', async () => {
    const ended = us.MeasureEnded('2025-03-25', { how: 'LIFTED', effectiveFrom: '2025-03-28' });
    expect(await refused(ADOPTED, ended)).toEqual([
      'events[0].data.effectiveFrom ENDS_BEFORE_START',
    ]);
    expect(await isTaken(ADOPTED, commenced('2025-03-05', '2025-03-20'), ended)).toBe(true);
  });
});

describe('a measure that is reinstated', () => {
  const ENDED = us.MeasureEnded('2025-05-28', { how: 'INVALIDATED', effectiveFrom: '2025-06-07' });
  const reinstated = (effectiveFrom: string, until?: string) =>
    us.MeasureReinstated('2025-07-01', { effectiveFrom, ...(until !== undefined && { until }) });

  it('has ended, or is about to', async () => {
    expect(await isTaken(ADOPTED, ENDED, reinstated('2025-07-01'))).toBe(true);
    const before = us.MeasureReinstated('2025-05-29', { effectiveFrom: '2025-05-29' });
    expect(await isTaken(ADOPTED, ENDED, before)).toBe(true);
    expect(await refused(ADOPTED, reinstated('2025-07-01'))).toEqual(['events[0].type NOT_ENDED']);
  });

  it('is resumed instead where it is suspended', async () => {
    const suspended = us.MeasureSuspended('2025-05-01', { effectiveFrom: '2025-05-02' });
    const scenario = await given(ADOPTED, suspended);
    await expect(scenario.append([reinstated('2025-07-01')])).rejects.toThrow(/MeasureResumed/);
  });

  it('needs another end where it ran out', async () => {
    const short = us.MeasureAdopted('2025-03-01', {
      rate: 10,
      effectiveFrom: '2025-04-01',
      until: '2025-06-01',
    });
    expect(await refused(short, reinstated('2025-07-01'))).toEqual([
      'events[0].data.until MISSING',
    ]);
    expect(await isTaken(short, reinstated('2025-07-01', '2025-12-01'))).toBe(true);
  });
});

describe('an end of a relief', () => {
  const ended = (relief: string) =>
    us.ExemptionEnded('2025-08-01', { relief, effectiveFrom: '2025-08-02' });

  it('names one that was granted', async () => {
    expect(await isTaken(ADOPTED, GRANTED, ended('cars'))).toBe(true);
    expect(await refused(ADOPTED, GRANTED, ended('lorries'))).toEqual([
      'events[0].data.relief UNKNOWN_RELIEF',
    ]);
    expect(await refused(ADOPTED, ended('cars'))).toEqual(['events[0].data.relief UNKNOWN_RELIEF']);
  });

  it('is told which there are', async () => {
    const scenario = await given(ADOPTED, GRANTED, QUOTA);
    await expect(scenario.append([ended('lorries')])).rejects.toThrow(/known are cars and steel/);
  });

  it('is no end of a relief whose grant was retracted', async () => {
    const gone = us.EventRetracted('2025-06-01', { event: GRANTED.id, reason: 'a mistake' });
    expect(await refused(ADOPTED, GRANTED, gone, ended('cars'))).toEqual([
      'events[0].data.relief UNKNOWN_RELIEF',
    ]);
  });

  it('stays, with a finding, where a later retraction takes the grant away', async () => {
    const talks = negotiation('in-us').NegotiationLaunched('2025-01-01');
    const gone = us.EventRetracted('2025-09-01', { event: GRANTED.id, reason: 'a mistake' });
    const scenario = await given(talks, ADOPTED, GRANTED, ended('cars'), gone);
    expect(await scenario.codes('2025-10-01')).toEqual(['WITHOUT_EFFECT']);
  });

  it('is of the measure that granted it', async () => {
    const other = measure('us-b');
    const adopted = other.MeasureAdopted('2025-03-01', { rate: 5, effectiveFrom: '2025-04-01' });
    const endedThere = other.ExemptionEnded('2025-08-01', {
      relief: 'cars',
      effectiveFrom: '2025-08-02',
    });
    expect(await refused(ADOPTED, GRANTED, adopted, endedThere)).toEqual([
      'events[0].data.relief UNKNOWN_RELIEF',
    ]);
  });
});

describe('a report of a quota', () => {
  const report = (relief: string) =>
    us.QuotaReported('2025-08-01', { relief, status: 'EXHAUSTED', from: '2025-08-01' });

  it('names a relief with a quota', async () => {
    expect(await isTaken(ADOPTED, QUOTA, report('steel'))).toBe(true);
    expect(await refused(ADOPTED, GRANTED, report('cars'))).toEqual([
      'events[0].data.relief WITHOUT_QUOTA',
    ]);
    expect(await refused(ADOPTED, QUOTA, report('cars'))).toEqual([
      'events[0].data.relief UNKNOWN_RELIEF',
    ]);
  });
});
