/** Rounds scheduled, postponed and held; rounds as counted and as reported. */
import { describe, expect, it } from 'vitest';
import { given, published, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');

const rounds = async (at: string, ...events: readonly InterchangeEvent[]) => {
  const view = await (await given(LAUNCH, ...events)).negotiation(at);
  return view.rounds.map(({ number, dates, status }) => `${number ?? '-'} ${dates} ${status}`);
};

const count = async (at: string, ...events: readonly InterchangeEvent[]) => {
  const { reported, counted, disputed } = (await (await given(LAUNCH, ...events)).negotiation(at))
    .roundsCompleted;
  return { reported, counted, disputed };
};

describe('a round scheduled, postponed and held', () => {
  const PLAN = talks.RoundScheduled('2025-07-21', { round: 6, dates: '2025-08-16/2025-08-31' });
  const OFF = talks.RoundPostponed('2025-08-16', {
    round: 6,
    was: '2025-08-25/2025-08-29',
    to: '2025-09-20/2025-09-22',
  });
  const HELD = talks.RoundHeld('2025-09-21/2025-09-23', { round: 6 });

  it('is one round throughout', async () => {
    const all = [PLAN, OFF, HELD];
    expect(await rounds('2025-07-20', ...all)).toEqual([]);
    expect(await rounds('2025-07-21', ...all)).toEqual(['6 2025-08-16/2025-08-31 SCHEDULED']);
    expect(await rounds('2025-08-16', ...all)).toEqual(['6 2025-09-20/2025-09-22 POSTPONED']);
    expect(await rounds('2025-09-22', ...all)).toEqual(['6 2025-09-21/2025-09-23 IN_PROGRESS']);
    expect(await rounds('2025-09-23', ...all)).toEqual(['6 2025-09-21/2025-09-23 HELD']);
  });

  it('postponed without a new date keeps the old one', async () => {
    const off = talks.RoundPostponed('2025-08-16', { round: 6, was: '2025-08-25/2025-08-29' });
    expect(await rounds('2025-09-01', PLAN, off)).toEqual(['6 2025-08-25/2025-08-29 POSTPONED']);
  });

  it('is recognised by overlapping dates where a number is missing', async () => {
    const plan = talks.RoundScheduled('2025-05-29', {
      dates: '2025-06-05/2025-06-06',
      place: 'Delhi',
    });
    const held = talks.RoundHeld('2025-06-04/2025-06-10', { round: 4 });
    const view = await (await given(LAUNCH, plan, held)).negotiation('2025-07-01');
    expect(view.rounds).toMatchObject([{ number: 4, status: 'HELD', place: 'Delhi' }]);
    expect(view.rounds).toHaveLength(1);
  });

  it('is another round when the numbers differ or the dates are apart', async () => {
    const other = talks.RoundHeld('2025-08-20/2025-08-22', { round: 7 });
    expect(await rounds('2025-10-01', PLAN, other)).toHaveLength(2);
    const unnumbered = talks.RoundHeld('2025-09-10/2025-09-12', {});
    expect(await rounds('2025-10-01', PLAN, unnumbered)).toHaveLength(2);
  });

  it('stays held when its plan is reported only afterwards', async () => {
    const late = talks.RoundScheduled('2025-09-30', { round: 6, dates: '2025-09-21/2025-09-23' });
    const unnumbered = talks.RoundPostponed('2025-09-30', { was: '2025-09-22' });
    expect(await rounds('2025-10-01', HELD, late, unnumbered)).toEqual([
      '6 2025-09-21/2025-09-23 HELD',
    ]);
  });

  it('scheduled again after it was postponed is SCHEDULED', async () => {
    const again = talks.RoundScheduled('2025-08-30', { round: 6, dates: '2025-10-01' });
    expect(await rounds('2025-09-01', PLAN, OFF, again)).toEqual(['6 2025-10-01 SCHEDULED']);
  });

  it('postponed that was never scheduled is POSTPONED', async () => {
    expect(await rounds('2025-09-01', OFF)).toEqual(['6 2025-09-20/2025-09-22 POSTPONED']);
  });

  it('reported twice as held is one round, with the dates of the later report', async () => {
    const again = talks.RoundHeld('2025-09-25', { round: 6 });
    expect(await rounds('2025-10-01', HELD, again)).toEqual(['6 2025-09-25 HELD']);
  });
});

describe('a round of three days', () => {
  const HELD = talks.RoundHeld('2025-04-23/2025-04-25', { round: 2 });
  it.each([
    ['2025-04-22', []],
    ['2025-04-23T04:00:00Z', ['2 2025-04-23/2025-04-25 IN_PROGRESS']],
    ['2025-04-26T03:59:59Z', ['2 2025-04-23/2025-04-25 IN_PROGRESS']],
    ['2025-04-26T04:00:00Z', ['2 2025-04-23/2025-04-25 HELD']],
  ])('at %s is %j', async (at, expected) => {
    expect(await rounds(at, HELD)).toEqual(expected);
  });

  it('is counted when it has ended, not before', async () => {
    expect((await count('2025-04-24', HELD)).counted).toBe(0);
    expect((await count('2025-04-25', HELD)).counted).toBe(1);
  });

  it('is not over while its end is not known', async () => {
    const open = talks.RoundHeld('2025-04-23/', { round: 2 });
    expect(await rounds('2025-12-01', open)).toEqual(['2 2025-04-23/ IN_PROGRESS']);
    expect((await count('2025-12-01', open)).counted).toBe(0);
  });
});

describe('rounds counted', () => {
  it('have a number or are formal', async () => {
    const events = [
      talks.RoundHeld('2025-03-26/2025-03-29', { round: 1 }),
      talks.RoundHeld('2025-04-23/2025-04-25', { formal: 'YES' }),
      talks.RoundHeld('2025-06-26/2025-07-02', { formal: 'UNDETERMINED' }),
      talks.RoundHeld('2025-09-16', { formal: 'NO' }),
      talks.RoundHeld('2025-10-15/2025-10-17', {}),
      talks.RoundHeld('2025-11-15', { round: 0, formal: 'NO' }),
    ];
    expect((await count('2025-12-01', ...events)).counted).toBe(3);
  });

  it('are not rounds that were only scheduled, nor meetings', async () => {
    const events = [
      talks.RoundScheduled('2025-03-01', { round: 1, dates: '2025-03-26' }),
      talks.MeetingHeld('2025-03-26', { level: 'MINISTERIAL' }),
    ];
    expect((await count('2025-12-01', ...events)).counted).toBe(0);
  });
});

describe('rounds reported', () => {
  const report = (at: string, n: number, kind: 'PRESS' | 'OFFICIAL' | 'WIRE', certainty?: string) =>
    talks.RoundsReported(
      at,
      { count: n },
      { sources: published(at, kind), ...(certainty && { certainty }) },
    );

  it('are kept as reported, and add no rounds', async () => {
    const held = talks.RoundHeld('2025-03-26/2025-03-29', { round: 1 });
    expect(await count('2025-11-05', held, report('2025-11-05', 5, 'PRESS'))).toEqual({
      reported: 5,
      counted: 1,
      disputed: false,
    });
  });

  it('are null without reports', async () => {
    expect((await count('2025-11-04', report('2025-11-05', 5, 'PRESS'))).reported).toBeNull();
  });

  it('follow the best evidence, then the latest', async () => {
    const official = report('2025-07-15', 5, 'OFFICIAL');
    expect((await count('2026-01-01', official, report('2025-12-05', 6, 'PRESS'))).reported).toBe(
      5,
    );
    expect(
      (await count('2026-01-01', official, report('2025-12-05', 6, 'OFFICIAL'))).reported,
    ).toBe(6);
    expect((await count('2026-01-01', report('2025-12-05', 6, 'PRESS'), official)).reported).toBe(
      5,
    );
  });

  it('use a disputed report only where there is no other', async () => {
    const disputed = report('2025-12-05', 9, 'OFFICIAL', 'DISPUTED');
    expect(await count('2026-01-01', disputed)).toEqual({
      reported: 9,
      counted: 0,
      disputed: true,
    });
    expect(await count('2026-01-01', disputed, report('2025-09-02', 5, 'PRESS'))).toEqual({
      reported: 5,
      counted: 0,
      disputed: true,
    });
  });

  it('are disputed when a later report is smaller', async () => {
    const five = report('2025-07-15', 5, 'PRESS');
    expect((await count('2026-01-01', five, report('2025-09-02', 5, 'PRESS'))).disputed).toBe(
      false,
    );
    expect((await count('2026-01-01', five, report('2025-09-02', 4, 'PRESS'))).disputed).toBe(true);
    expect((await count('2025-09-01', five, report('2025-09-02', 4, 'PRESS'))).disputed).toBe(
      false,
    );
  });

  it('below the number counted are a finding', async () => {
    const scenario = await given(
      LAUNCH,
      talks.RoundHeld('2025-03-26/2025-03-29', { round: 1 }),
      talks.RoundHeld('2025-04-23/2025-04-25', { round: 2 }),
      report('2025-05-01', 1, 'PRESS'),
    );
    expect(await scenario.codes('2025-05-02')).toEqual(['REPORTED_BELOW_COUNTED']);
    expect(await scenario.codes('2025-04-30')).toEqual([]);
  });

  it('that disagree are a finding', async () => {
    const scenario = await given(
      LAUNCH,
      report('2025-05-01', 3, 'PRESS'),
      report('2025-06-01', 2, 'WIRE'),
    );
    expect(await scenario.codes('2025-06-02')).toEqual(['REPORTS_DISAGREE']);
  });

  it('change when a better source is added later', async () => {
    const press = report('2025-07-15', 5, 'PRESS');
    const wire = report('2025-08-15', 6, 'WIRE');
    const scenario = await given(
      LAUNCH,
      press,
      wire,
      talks.SourceAdded('2025-09-01', {
        event: press.id,
        sources: [{ kind: 'INSTRUMENT', publisher: 'The ministry' }],
      }),
    );
    expect((await scenario.negotiation('2025-10-01')).roundsCompleted.reported).toBe(5);
  });
});
