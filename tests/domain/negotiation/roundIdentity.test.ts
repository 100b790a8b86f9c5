/** A round is known by its track, its number and its part; reports of one round are one round. */
import { describe, expect, it } from 'vitest';
import { given, type InterchangeEvent, published, talks } from '../../support/given.js';
import { refusal } from '../../support/refusal.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });

const view = async (at: string, ...events: readonly InterchangeEvent[]) =>
  (await given(LAUNCH, ...events)).negotiation(at);

const rounds = async (at: string, ...events: readonly InterchangeEvent[]) =>
  (await view(at, ...events)).rounds.map(({ track, number, part, dates, status }) =>
    [track ?? '-', number ?? '-', part ?? '-', dates, status].join(' '),
  );

describe('a part from 2 continues a round', () => {
  const first = talks.RoundHeld('2025-02-03/2025-02-07', { round: 5 });
  const second = talks.RoundHeld('2025-04-07/2025-04-11', { round: 5, part: 2 });
  const third = talks.RoundHeld('2025-06-02/2025-06-06', { round: 5, part: 3 });

  it('and is no further one, however many there are', async () => {
    const { roundsCompleted } = await view('2025-07-01', first, second, third);
    expect(roundsCompleted.counted).toBe(1);
  });

  it('and is listed by itself', async () => {
    expect(await rounds('2025-05-01', first, second)).toEqual([
      '- 5 - 2025-02-03/2025-02-07 HELD',
      '- 5 2 2025-04-07/2025-04-11 HELD',
    ]);
  });

  it('and makes the round count where its first part is not on record', async () => {
    expect((await view('2025-07-01', second)).roundsCompleted.counted).toBe(1);
  });

  it('and its plan is not overtaken by the first part', async () => {
    const plan = talks.RoundScheduled('2025-02-20', {
      round: 5,
      part: 2,
      dates: '2025-04-07/2025-04-11',
    });
    expect(await rounds('2025-03-01', first, plan)).toEqual([
      '- 5 - 2025-02-03/2025-02-07 HELD',
      '- 5 2 2025-04-07/2025-04-11 SCHEDULED',
    ]);
  });

  it('and is refused without the number of the round', async () => {
    const unnumbered = talks.RoundHeld('2025-04-07', { part: 2 });
    expect(await refusal(await given(LAUNCH), unnumbered)).toEqual(['events[0].data.part INVALID']);
  });
});

describe('reports of one round', () => {
  const press = talks.RoundHeld(
    '2025-04-23/2025-04-26',
    { round: 2, place: 'Delhi' },
    { sources: published('2025-04-27', 'PRESS') },
  );
  const official = talks.RoundHeld(
    '2025-04-23/2025-04-25',
    { round: 2 },
    { sources: published('2025-04-29', 'OFFICIAL') },
  );

  it('are one, by the best evidence, whatever the order of entry', async () => {
    for (const events of [
      [press, official],
      [official, press],
    ]) {
      const { rounds: all, roundsCompleted } = await view('2025-06-01', ...events);
      expect(all).toMatchObject([{ number: 2, dates: '2025-04-23/2025-04-25', place: 'Delhi' }]);
      expect(all[0]!.reports.map(({ event }) => event.id)).toEqual(events.map(({ id }) => id));
      expect(all[0]!.setBy.event.id).toBe(official.id);
      expect(roundsCompleted.counted).toBe(1);
    }
  });

  it('without a number stay two, since nothing tells that they are one', async () => {
    const held = () => talks.RoundHeld('2025-04-23/2025-04-25', { formal: 'YES' });
    expect((await view('2025-06-01', held(), held())).roundsCompleted.counted).toBe(2);
  });

  it('of which one is retracted are one with the other', async () => {
    const gone = talks.EventRetracted('2025-05-01', { event: official.id, reason: 'wrong round' });
    const { rounds: all } = await view('2025-06-01', press, official, gone);
    expect(all).toMatchObject([{ dates: '2025-04-23/2025-04-26' }]);
    expect(all[0]!.reports).toHaveLength(1);
  });

  it('that lie apart are a finding', async () => {
    const later = talks.RoundHeld('2025-06-02', { round: 2 });
    const scenario = await given(LAUNCH, press, later);
    expect(await scenario.codes('2025-07-01')).toEqual(['CONFLICTING_DATES']);
  });
});

describe('rounds of two tracks', () => {
  const goods = talks.RoundHeld('2025-05-05/2025-05-07', { round: 3, track: 'goods' });
  const services = talks.RoundHeld('2025-05-05/2025-05-07', { round: 3, track: 'services' });

  it('with one number are two, counted by track and in all', async () => {
    const { roundsCompleted } = await view('2025-06-01', goods, services);
    expect(roundsCompleted.counted).toBe(2);
    expect(roundsCompleted.byTrack.map(({ track, counted }) => [track, counted])).toEqual([
      ['goods', 1],
      ['services', 1],
    ]);
  });

  it('on the same days are no duplicates', async () => {
    expect(await (await given(LAUNCH, goods, services)).codes('2025-06-01')).toEqual([]);
  });

  it('leave the plan of the other track standing, though it has no number', async () => {
    const plan = talks.RoundScheduled('2025-04-20', { dates: '2025-05-06', track: 'services' });
    expect(await rounds('2025-05-08', goods, plan)).toEqual([
      'goods 3 - 2025-05-05/2025-05-07 HELD',
      'services - - 2025-05-06 SCHEDULED',
    ]);
  });

  it('overtake a plan without a track only on its dates', async () => {
    const near = talks.RoundScheduled('2025-04-20', { round: 3, dates: '2025-05-06' });
    const far = talks.RoundScheduled('2025-04-20', { round: 3, dates: '2025-06-16' });
    expect(await rounds('2025-05-08', goods, near)).toHaveLength(1);
    expect(await rounds('2025-05-08', goods, far)).toHaveLength(2);
  });

  it('are reported by track without a word on the rounds in all', async () => {
    const report = (count: number, track?: string) =>
      talks.RoundsReported('2025-05-20', { count, ...(track !== undefined && { track }) });
    const { roundsCompleted } = await view('2025-06-01', goods, report(9), report(3, 'goods'));
    expect(roundsCompleted).toMatchObject({ reported: 9, disputed: false });
    expect(roundsCompleted.byTrack).toMatchObject([{ track: 'goods', reported: 3, counted: 1 }]);
  });
});
