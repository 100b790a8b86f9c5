/** What has no known beginning, who only mentions a negotiation, and what one millisecond holds. */
import { describe, expect, it } from 'vitest';
import {
  emptyRecord,
  given,
  type InterchangeEvent,
  negotiation,
  talks,
} from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('1960-09-01', { timeZone: 'UTC' });

describe('an event whose beginning is unknown', () => {
  const concluded = talks.AgreementConcluded('/1962-07-16', { title: 'Dillon' });

  it('makes no picture before the launch', async () => {
    const scenario = await given(LAUNCH, concluded);
    expect(await scenario.begun('1950-01-01')).toBeUndefined();
    expect(await scenario.begun('1960-08-31')).toBeUndefined();
    expect(await scenario.phase('1960-09-01')).toBe('CONCLUDED POSSIBLE');
  });

  it('is POSSIBLE until its last bound and CERTAIN after', async () => {
    const scenario = await given(LAUNCH, concluded);
    expect(await scenario.phase('1962-07-15')).toBe('CONCLUDED POSSIBLE');
    expect(await scenario.phase('1962-07-16')).toBe('CONCLUDED CERTAIN');
  });

  it('makes a picture at any time where no launch is on record', async () => {
    const scenario = await given(concluded);
    expect(await scenario.phase('1950-01-01')).toBe('CONCLUDED POSSIBLE');
  });
});

describe('an end that is unknown', () => {
  const launch = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });

  it('leaves it open for ever whether talks went on again', async () => {
    const scenario = await given(
      launch,
      talks.TalksPaused('2025-02-01', { scope: 'ALL' }),
      talks.TalksResumed('2025-04-01/', {}),
    );
    expect(await scenario.activity('2025-03-31')).toBe('PAUSED ALL CERTAIN');
    expect(await scenario.activity('2025-04-05')).toBe('ACTIVE POSSIBLE');
    expect(await scenario.activity('2025-09-05')).toBe('ACTIVE POSSIBLE');
  });

  it('leaves a round going on', async () => {
    const scenario = await given(launch, talks.RoundHeld('2025-02-03/', { round: 1 }));
    const { rounds, roundsCompleted } = await scenario.negotiation('2026-02-01');
    expect(rounds).toMatchObject([{ status: 'IN_PROGRESS' }]);
    expect(roundsCompleted.counted).toBe(0);
  });

  it('of a plan leaves the plan standing', async () => {
    const plan = talks.RoundScheduled('2025-02-01', { round: 1, dates: '2025-03-01/' });
    const scenario = await given(launch, plan);
    expect((await scenario.negotiation('2026-02-01')).rounds).toMatchObject([
      { status: 'SCHEDULED' },
    ]);
    expect(await scenario.codes('2026-02-01')).toEqual([]);
  });
});

describe('a stream that only the events of others mention', () => {
  const launch = talks.NegotiationLaunched('2025-01-01');
  const also = { also: ['negotiation/in-eu'] };
  const statement = talks.StatementMade('2025-02-01', { speaker: 'Goyal', summary: 'soon' }, also);
  const slugs = async (...events: readonly InterchangeEvent[]) => {
    const { parley } = await given(...events);
    return (await parley.negotiations()).map(({ subject }) => subject.slug);
  };

  it('is no negotiation, in lists and by its slug', async () => {
    expect(await slugs(launch, statement)).toEqual(['in-us']);
    expect(await (await given(launch, statement)).begun('2025-06-01', 'in-eu')).toBeUndefined();
  });

  it('is one once it has an event of its own, and then has what others told', async () => {
    const own = negotiation('in-eu').MeetingHeld('2025-03-01', { level: 'LEADERS' });
    expect(await slugs(launch, statement, own)).toEqual(['in-eu', 'in-us']);
    const scenario = await given(launch, statement, own);
    expect((await scenario.negotiation('2025-06-01', 'in-eu')).statements).toHaveLength(1);
  });

  it('is none again when its only event is retracted', async () => {
    const own = negotiation('in-eu').MeetingHeld('2025-03-01', { level: 'LEADERS' });
    const gone = talks.EventRetracted('2025-04-01', { event: own.id, reason: 'another' });
    expect(await slugs(launch, statement, own, gone)).toEqual(['in-us']);
  });

  it('is one where a launch was filed elsewhere and bears on it too', async () => {
    expect(await slugs({ ...launch, ...also })).toEqual(['in-eu', 'in-us']);
  });
});

describe('two events recorded within one millisecond', () => {
  const events = () => [1, 2].map((n) => talks.RoundHeld(`2025-02-0${n}`, { round: n }));

  it('are given a millisecond each, in one append or in two', async () => {
    for (const split of [false, true]) {
      const { parley } = await emptyRecord();
      const [a, b] = events();
      const results = split
        ? [await parley.append([a]), await parley.append([b])]
        : [await parley.append([a, b])];
      const recorded = results.flatMap((result) => result.events.map((event) => event.recorded));
      expect(recorded[1]! - recorded[0]!).toBe(1);
    }
  });

  it('are told apart by knownAt, whatever digits it has beyond the millisecond', async () => {
    const { parley } = await emptyRecord();
    const [first] = (await parley.append(events())).events;
    const known = (digits: string) => first!.recordedAt.replace('Z', `${digits}Z`);
    const count = async (knownAt: string) =>
      (await parley.negotiation('in-us', { at: '2025-06-01', knownAt }))?.subject.rounds.length;
    expect(await count(known(''))).toBe(1);
    expect(await count(known('999'))).toBe(1);
    expect(await count(new Date(first!.recorded + 1).toISOString())).toBe(2);
  });

  it('are kept equal by a restore, which cannot tell them apart', async () => {
    const { parley } = await emptyRecord();
    const at = (digits: string) => `2025-01-01T12:00:00.123${digits}Z`;
    const restored = events().map((event, n) => ({ ...event, recordedAt: at(n ? '900' : '200') }));
    await parley.append(restored, { restore: true });
    const count = async (knownAt: string) =>
      (await parley.negotiation('in-us', { at: '2025-06-01', knownAt }))?.subject.rounds.length;
    expect(await count(at('500'))).toBe(2);
    expect(await count('2025-01-01T12:00:00.122Z')).toBeUndefined();
  });
});
