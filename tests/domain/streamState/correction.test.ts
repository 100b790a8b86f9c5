/** Corrections replace what an event says, wherever it is read, and leave what was known before. */
import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../events/catalogue.js';
import { given, measure, published, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const ROUND = talks.RoundHeld('2025-05-19/2025-05-22', { round: 3, place: 'Washington' });

const correct = (
  event: InterchangeEvent,
  parts: Omit<EventData<'EventCorrected'>, 'event' | 'reason'>,
  more: Partial<InterchangeEvent> = {},
) => talks.EventCorrected('2025-09-01', { event: event.id, reason: 'misread', ...parts }, more);

describe('a correction of when it happened', () => {
  const MOVED = correct(ROUND, { occurred: '2025-06-19/2025-06-22' });

  it('moves it on every timeline', async () => {
    const scenario = await given(LAUNCH, ROUND, MOVED);
    expect(await scenario.phase('2025-06-18')).toBe('LAUNCHED CERTAIN');
    expect(await scenario.phase('2025-06-19')).toBe('NEGOTIATING CERTAIN');
    expect((await scenario.negotiation('2025-06-01')).rounds).toEqual([]);
    expect((await scenario.negotiation('2025-06-22')).roundsCompleted.counted).toBe(1);
    expect((await scenario.negotiation('2025-06-22')).phase!.since).toBe('2025-06-19/2025-06-22');
  });

  it('changes the order of what it comes before and after', async () => {
    const framework = talks.FrameworkAgreed('2025-06-01', { title: 'BTA' });
    const course = async (...events: readonly InterchangeEvent[]) =>
      (await (await given(...events)).negotiation('2025-12-01')).phases.map(({ value }) => value);
    expect(await course(LAUNCH, framework, ROUND)).toEqual([
      'LAUNCHED',
      'NEGOTIATING',
      'FRAMEWORK_AGREED',
    ]);
    expect(await course(LAUNCH, framework, ROUND, MOVED)).toEqual(['LAUNCHED', 'FRAMEWORK_AGREED']);
  });

  it('turns a certain date into a possible one', async () => {
    const vague = correct(LAUNCH, { occurred: '2025-02' });
    const scenario = await given(LAUNCH, vague);
    expect(await scenario.phase('2025-02-14')).toBe('LAUNCHED POSSIBLE');
    expect(await scenario.phase('2025-02-28')).toBe('LAUNCHED CERTAIN');
  });

  it('moves the decisions of a measure', async () => {
    const tariff = measure('us-a');
    const first = tariff.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-06-01' });
    const second = tariff.MeasureAdopted('2025-04-01', { rate: 20, effectiveFrom: '2025-06-01' });
    expect(await (await given(first, second)).total('2025-06-02')).toBe(20);
    const swapped = await given(first, second, correct(first, { occurred: '2025-05-01' }));
    expect(await swapped.total('2025-06-02')).toBe(10);
  });
});

describe('a correction of what it says', () => {
  it('replaces the whole of it', async () => {
    const scenario = await given(LAUNCH, ROUND, correct(ROUND, { data: { formal: 'YES' } }));
    const { rounds } = await scenario.negotiation('2025-06-01');
    expect(rounds).toMatchObject([{ number: null, place: null, formal: 'YES' }]);
  });

  it('is followed by targets, counts, pauses and measures alike', async () => {
    const target = talks.TargetSet('2025-03-01', {
      target: 'tranche',
      what: 'a tranche',
      due: '2025-06',
      kind: 'TARGET',
    });
    const report = talks.RoundsReported('2025-04-01', { count: 5 });
    const pause = talks.TalksPaused('2025-05-01', { scope: 'ALL' });
    const tariff = measure('us-a').MeasureAdopted('2025-03-01', {
      rate: 10,
      effectiveFrom: '2025-06-01',
    });
    const scenario = await given(
      LAUNCH,
      target,
      report,
      pause,
      tariff,
      correct(target, { data: { ...target.data, due: '2025-09' } }),
      correct(report, { data: { count: 4 } }),
      correct(pause, { data: { scope: 'IN_PERSON' } }),
      correct(tariff, { data: { ...tariff.data, rate: 12, effectiveFrom: '2025-07-01' } }),
    );
    const view = await scenario.negotiation('2025-07-02');
    expect(view.targets).toMatchObject([{ due: '2025-09', status: 'OPEN', slips: 0 }]);
    expect(view.roundsCompleted.reported).toBe(4);
    expect(view.activity).toMatchObject({ value: 'PAUSED', scope: 'IN_PERSON' });
    expect(view.measures).toMatchObject([{ status: 'IN_FORCE', rate: 12 }]);
    expect(await scenario.total('2025-06-15')).toBe(0);
  });

  it('is shown as set by the event that was corrected', async () => {
    const scenario = await given(LAUNCH, ROUND, correct(ROUND, { data: { round: 4 } }));
    const { rounds } = await scenario.negotiation('2025-06-01');
    expect(rounds[0]!.setBy.event.id).toBe(ROUND.id);
    expect(rounds[0]!.setBy.data).toEqual({ round: 4 });
    expect(rounds[0]!.setBy.event.data).toEqual(ROUND.data);
  });

  it('of the zone of a negotiation changes how its dates are read', async () => {
    const delhi = correct(LAUNCH, { data: { ...LAUNCH.data, timeZone: 'Asia/Kolkata' } });
    const scenario = await given(LAUNCH, delhi);
    expect(await scenario.begun('2025-02-12T18:30:00Z')).toHaveProperty('slug', 'in-us');
    expect(await scenario.begun('2025-02-12T18:29:59Z')).toBeUndefined();
  });
});

describe('a correction of certainty or sources', () => {
  const five = talks.RoundsReported(
    '2025-05-01',
    { count: 5 },
    { sources: published('2025-05-01') },
  );
  const six = talks.RoundsReported(
    '2025-06-01',
    { count: 6 },
    { sources: published('2025-06-01') },
  );

  it('excludes a disputed report', async () => {
    const scenario = await given(LAUNCH, five, six, correct(six, { certainty: 'DISPUTED' }));
    expect((await scenario.negotiation('2025-07-01')).roundsCompleted).toMatchObject({
      reported: 5,
      disputed: true,
    });
  });

  it('gives a report better evidence', async () => {
    const better = correct(five, { sources: [{ kind: 'OFFICIAL', published: '2025-05-01' }] });
    const scenario = await given(LAUNCH, five, six, better);
    expect((await scenario.negotiation('2025-07-01')).roundsCompleted.reported).toBe(5);
  });

  it('leaves the rest of the event alone', async () => {
    const scenario = await given(LAUNCH, five, correct(five, { certainty: 'CONFIRMED' }));
    const { reports } = (await scenario.negotiation('2025-07-01')).roundsCompleted;
    expect(reports[0]!.setBy).toMatchObject({ certainty: 'CONFIRMED', occurred: '2025-05-01' });
    expect(reports[0]!.setBy.sources).toEqual(five.sources);
  });

  it('disputes a duty that rests on the event', async () => {
    const tariff = measure('us-a').MeasureAdopted('2025-03-01', {
      rate: 10,
      effectiveFrom: '2025-06-01',
    });
    const scenario = await given(tariff, correct(tariff, { certainty: 'DISPUTED' }));
    expect(await scenario.duty('2025-06-02')).toMatchObject({ total: 10, disputed: true });
  });
});

describe('a correction of an event that is corrected already', () => {
  it('is applied after it, part by part', async () => {
    const scenario = await given(
      LAUNCH,
      ROUND,
      correct(ROUND, { data: { round: 4 }, occurred: '2025-06-01' }),
      correct(ROUND, { data: { round: 5 } }),
    );
    const { rounds } = await scenario.negotiation('2025-07-01');
    expect(rounds).toMatchObject([{ number: 5, dates: '2025-06-01' }]);
  });

  it('leaves the earlier one standing when it is retracted', async () => {
    const second = correct(ROUND, { data: { round: 5 } });
    const scenario = await given(
      LAUNCH,
      ROUND,
      correct(ROUND, { data: { round: 4 } }),
      second,
      talks.EventRetracted('2025-10-01', { event: second.id, reason: 'wrong' }),
    );
    expect((await scenario.negotiation('2025-07-01')).rounds).toMatchObject([{ number: 4 }]);
  });
});

describe('a correction of a correction', () => {
  const first = correct(ROUND, { data: { round: 4 } });
  const second = talks.EventCorrected('2025-10-01', {
    event: first.id,
    reason: 'it was the fifth',
    data: { event: ROUND.id, reason: 'misread', data: { round: 5 } },
  });

  it('replaces what the first one said', async () => {
    const scenario = await given(LAUNCH, ROUND, first, second);
    expect((await scenario.negotiation('2025-07-01')).rounds).toMatchObject([{ number: 5 }]);
  });

  it('drops the parts it leaves out', async () => {
    const both = correct(ROUND, { data: { round: 4 }, occurred: '2025-06-01' });
    const less = talks.EventCorrected('2025-10-01', {
      event: both.id,
      reason: 'only the date was wrong',
      data: { event: ROUND.id, reason: 'misread', occurred: '2025-06-02' },
    });
    const scenario = await given(LAUNCH, ROUND, both, less);
    expect((await scenario.negotiation('2025-07-01')).rounds).toMatchObject([
      { number: 3, dates: '2025-06-02' },
    ]);
  });

  it('falls with a retraction of the first', async () => {
    const gone = talks.EventRetracted('2025-11-01', { event: first.id, reason: 'it was right' });
    const scenario = await given(LAUNCH, ROUND, first, second, gone);
    expect((await scenario.negotiation('2025-07-01')).rounds).toMatchObject([{ number: 3 }]);
  });
});

describe('what was known before a correction', () => {
  const late = correct(ROUND, { data: { round: 4 } }, { recordedAt: '2026-03-01T12:00:00Z' });
  const number = async (asOf: { knownAt?: string; publicAt?: string }) => {
    const scenario = await given(LAUNCH, ROUND, late);
    return (await scenario.negotiation({ at: '2025-07-01', ...asOf })).rounds[0]!.number;
  };

  it('stays what it was', async () => {
    expect(await number({ knownAt: '2026-03-01T11:59:59.999Z' })).toBe(3);
    expect(await number({ knownAt: '2026-03-01T12:00:00Z' })).toBe(4);
    expect(await number({ knownAt: '2026-02-28' })).toBe(3);
    expect(await number({ knownAt: '2026-03-01' })).toBe(4);
    expect(await number({})).toBe(4);
  });

  it('stays what it was for the public of that time', async () => {
    expect(await number({ publicAt: '2026-02-28' })).toBe(3);
    expect(await number({ publicAt: '2026-03-01' })).toBe(4);
  });
});
