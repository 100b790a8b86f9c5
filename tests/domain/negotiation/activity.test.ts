/** Whether talks go on is another axis than the phase. */
import { describe, expect, it } from 'vitest';
import { given, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');

describe('talks paused at some time between 18 July and 27 August', () => {
  const PAUSE = talks.TalksPaused('2025-07-18/2025-08-27', { scope: 'FORMAL_ROUNDS' });
  const RESUMED = talks.TalksResumed('2025-09-16', { scope: 'FORMAL_ROUNDS' });
  const known = () => given(LAUNCH, PAUSE, RESUMED);

  it.each([
    ['2025-07-17', 'ACTIVE CERTAIN'],
    ['2025-07-18', 'PAUSED FORMAL_ROUNDS POSSIBLE'],
    ['2025-08-26', 'PAUSED FORMAL_ROUNDS POSSIBLE'],
    ['2025-08-27', 'PAUSED FORMAL_ROUNDS CERTAIN'],
    ['2025-08-28T03:59:59Z', 'PAUSED FORMAL_ROUNDS POSSIBLE'],
    ['2025-08-28T04:00:00Z', 'PAUSED FORMAL_ROUNDS CERTAIN'],
    ['2025-09-15', 'PAUSED FORMAL_ROUNDS CERTAIN'],
    ['2025-09-16', 'ACTIVE CERTAIN'],
  ])('on %s are %s', async (at, activity) => {
    expect(await (await known()).activity(at)).toBe(activity);
  });

  it('lasted at least 20 and at most 60 days', async () => {
    const { pauses } = await (await known()).negotiation('2025-10-01');
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toMatchObject({
      from: '2025-07-18/2025-08-27',
      to: '2025-09-16',
      days: { min: 20, max: 60 },
    });
    expect(pauses[0]!.setBy.event.id).toBe(PAUSE.id);
    expect(pauses[0]!.endedBy!.event.id).toBe(RESUMED.id);
  });

  it('have lasted up to the view while they last', async () => {
    const { pauses } = await (await known()).negotiation('2025-09-06');
    expect(pauses[0]).toMatchObject({ to: null, endedBy: null, days: { min: 10, max: 50 } });
  });

  it('leave the phase alone', async () => {
    expect(await (await known()).phase('2025-09-01')).toBe('LAUNCHED CERTAIN');
  });
});

describe('the scope of a pause', () => {
  const pause = (scope: 'ALL' | 'FORMAL_ROUNDS' | 'IN_PERSON', at = '2025-04-01') =>
    talks.TalksPaused(at, { scope });
  const resume = (scope?: 'ALL' | 'FORMAL_ROUNDS' | 'IN_PERSON', at = '2025-05-01') =>
    talks.TalksResumed(at, scope ? { scope } : {});
  const on = async (...events: readonly InterchangeEvent[]) =>
    (await given(LAUNCH, ...events)).activity('2025-06-01');

  it('is ended by a resumption of that scope, or of all', async () => {
    expect(await on(pause('IN_PERSON'), resume('IN_PERSON'))).toBe('ACTIVE CERTAIN');
    expect(await on(pause('IN_PERSON'), resume('ALL'))).toBe('ACTIVE CERTAIN');
    expect(await on(pause('IN_PERSON'), resume())).toBe('ACTIVE CERTAIN');
  });

  it('is not ended by a resumption of something else, which is reported', async () => {
    const events = [pause('IN_PERSON'), resume('FORMAL_ROUNDS')] as const;
    expect(await on(...events)).toBe('PAUSED IN_PERSON CERTAIN');
    expect(await (await given(LAUNCH, ...events)).codes('2025-06-01')).toEqual([
      'RESUMED_WITHOUT_PAUSE',
    ]);
  });

  it('of all talks is ended by a resumption of any', async () => {
    expect(await on(pause('ALL'), resume('FORMAL_ROUNDS'))).toBe('ACTIVE CERTAIN');
  });

  it('that is wider is shown before one that is narrower', async () => {
    expect(await on(pause('ALL'), pause('IN_PERSON', '2025-04-10'))).toBe('PAUSED ALL CERTAIN');
    expect(await on(pause('FORMAL_ROUNDS'), pause('IN_PERSON', '2025-04-10'))).toBe(
      'PAUSED IN_PERSON CERTAIN',
    );
  });

  it('begins again with the next pause', async () => {
    expect(await on(pause('ALL'), resume(), pause('ALL', '2025-05-20'))).toBe('PAUSED ALL CERTAIN');
    const { pauses } = await (
      await given(LAUNCH, pause('ALL'), resume(), pause('ALL', '2025-05-20'))
    ).negotiation('2025-06-01');
    expect(pauses.map(({ to, days }) => [to, days.max])).toEqual([
      ['2025-05-01', 30],
      [null, 12],
    ]);
  });

  it('is not ended by a resumption that came before', async () => {
    expect(await on(resume(undefined, '2025-03-20'), pause('ALL'))).toBe('PAUSED ALL CERTAIN');
  });
});

describe('talks terminated', () => {
  const END = talks.TalksTerminated('2025-06-01', { by: 'US' });
  it('stay so until they are resumed, whatever else is reported', async () => {
    const scenario = await given(
      LAUNCH,
      END,
      talks.MeetingHeld('2025-07-01', { level: 'MINISTERIAL' }),
      talks.TalksResumed('2025-09-01', {}),
    );
    expect(await scenario.activity('2025-05-31')).toBe('ACTIVE CERTAIN');
    expect(await scenario.activity('2025-06-01')).toBe('TERMINATED CERTAIN');
    expect(await scenario.activity('2025-08-31')).toBe('TERMINATED CERTAIN');
    expect(await scenario.activity('2025-09-01')).toBe('ACTIVE CERTAIN');
  });

  it('never become UNKNOWN', async () => {
    expect(await (await given(LAUNCH, END)).activity('2027-06-01')).toBe('TERMINATED CERTAIN');
  });

  it('are resumed without a finding', async () => {
    const scenario = await given(LAUNCH, END, talks.TalksResumed('2025-09-01', {}));
    expect(await scenario.codes('2025-09-01')).toEqual([]);
  });

  it('dated to a window are POSSIBLE in it', async () => {
    const scenario = await given(LAUNCH, talks.TalksTerminated('2025-06', {}));
    expect(await scenario.activity('2025-06-10')).toBe('TERMINATED POSSIBLE');
    expect(await scenario.activity('2025-06-30')).toBe('TERMINATED CERTAIN');
  });
});

describe('nine months without a report', () => {
  it.each([
    ['2025-11-13', 'ACTIVE CERTAIN'],
    ['2025-11-14', 'UNKNOWN CERTAIN'],
    // The launch was on a day that closed at midnight in New York, in winter as in winter.
    ['2025-11-14T04:59:59.999Z', 'ACTIVE CERTAIN'],
    ['2025-11-14T05:00:00Z', 'UNKNOWN CERTAIN'],
  ])('on %s are %s', async (at, activity) => {
    expect(await (await given(LAUNCH)).activity(at)).toBe(activity);
  });

  it('are counted on the calendar where clocks have changed between', async () => {
    const scenario = await given(talks.NegotiationLaunched('2025-01-15'));
    expect(await scenario.activity('2025-10-16T03:59:59.999Z')).toBe('ACTIVE CERTAIN');
    expect(await scenario.activity('2025-10-16T04:00:00Z')).toBe('UNKNOWN CERTAIN');
  });

  it('count from the end of a month that is shorter', async () => {
    const scenario = await given(talks.NegotiationLaunched('2025-02-28'));
    expect(await scenario.activity('2025-11-30')).toBe('ACTIVE CERTAIN');
    expect(await scenario.activity('2025-12-01')).toBe('UNKNOWN CERTAIN');
  });

  it('never go back to ACTIVE by themselves', async () => {
    const scenario = await given(talks.NegotiationLaunched('2025-02-28T12:00:00-05:00'));
    expect(await scenario.activity('2025-11-28T12:00:00-05:00')).toBe('ACTIVE CERTAIN');
    expect(await scenario.activity('2025-11-28T12:00:01-05:00')).toBe('UNKNOWN CERTAIN');
    expect(await scenario.activity('2025-11-29T09:00:00-05:00')).toBe('UNKNOWN CERTAIN');
    expect(await scenario.activity('2025-11-30T09:00:00-05:00')).toBe('UNKNOWN CERTAIN');
  });

  it('count from the last report of any kind, and from the end of what lasts', async () => {
    const scenario = await given(
      LAUNCH,
      talks.MeetingHeld('2025-05-01/2025-05-09', { level: 'TECHNICAL' }),
      talks.StatementMade('2025-05-05', { speaker: 'Goyal', summary: 'it goes on' }),
    );
    expect(await scenario.activity('2026-02-09')).toBe('ACTIVE CERTAIN');
    expect(await scenario.activity('2026-02-10')).toBe('UNKNOWN CERTAIN');
  });

  it('are over with the next report', async () => {
    const scenario = await given(LAUNCH, talks.RoundsReported('2026-03-01', { count: 1 }));
    expect(await scenario.activity('2026-02-28')).toBe('UNKNOWN CERTAIN');
    expect(await scenario.activity('2026-03-01')).toBe('ACTIVE CERTAIN');
  });

  it('are not over with a report that was retracted', async () => {
    const report = talks.RoundsReported('2026-03-01', { count: 1 });
    const scenario = await given(
      LAUNCH,
      report,
      talks.EventRetracted('2026-03-02', { event: report.id, reason: 'another negotiation' }),
    );
    expect(await scenario.activity('2026-03-02')).toBe('UNKNOWN CERTAIN');
  });
});
