/** Event subscriptions: all events after a cursor, then live ones, each once and in order. */
import { describe, expect, it } from 'vitest';
import type { EventFilter } from '../../src/app/parley.js';
import { given, type Scenario, measure, emptyRecord, talks } from '../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const round = (n: number) => talks.RoundHeld('2025-05-19/2025-05-22', { round: n });
const statement = (summary: string) => talks.StatementMade('2025-06-01', { speaker: 'A', summary });

/** What a follower has taken, and waiting until it is so many. */
function following({ parley }: Scenario, filter: EventFilter = {}, after?: number) {
  const leave = new AbortController();
  const positions: number[] = [];
  let wake: () => void = () => undefined;
  const done = (async () => {
    for await (const page of parley.subscriptions.events(filter, after, leave.signal)) {
      positions.push(...page.map(({ position }) => position));
      wake();
    }
  })();
  const until = async (count: number): Promise<readonly number[]> => {
    while (positions.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return positions;
  };
  return { positions, until, done, leave: () => leave.abort() };
}

const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => from + i);

describe('an event subscription from a cursor', () => {
  it('delivers the events after it, then live ones', async () => {
    const scenario = await given(LAUNCH, round(1), round(2));
    const { until, leave, done } = following(scenario, {}, 1);
    expect(await until(2)).toEqual([2, 3]);
    await scenario.append([round(3)]);
    expect(await until(3)).toEqual([2, 3, 4]);
    leave();
    await done;
    expect(scenario.parley.subscriptions.state().subscribers).toBe(0);
  });

  it('has no gap and no repeated event during concurrent appends', async () => {
    const scenario = await given(LAUNCH);
    const all = Array.from({ length: 1_200 }, (_, n) => statement(`${n}`));
    await scenario.append(all.slice(0, 700));
    const early = following(scenario, {}, 0);
    const late: ReturnType<typeof following>[] = [];
    for (let n = 700; n < 1_200; n += 10) {
      await scenario.append(all.slice(n, n + 10));
      if (n % 100 === 0) late.push(following(scenario, {}, n));
    }
    expect(await early.until(1_201)).toEqual(upTo(1_201));
    for (const [i, { until }] of late.entries()) {
      const after = 700 + 100 * i;
      expect(await until(1_201 - after)).toEqual(upTo(1_201, after + 1));
    }
    for (const { leave, done } of [early, ...late]) {
      leave();
      await done;
    }
  });

  it('begins with the next event without a cursor', async () => {
    const scenario = await given(LAUNCH, round(1));
    const { until, leave, done } = following(scenario);
    while (scenario.parley.subscriptions.state().subscribers === 0) await Promise.resolve();
    await scenario.append([round(2)]);
    expect(await until(1)).toEqual([3]);
    leave();
    await done;
  });
});

describe('a subscription filter', () => {
  const tariff = measure('us-recip');
  const adopted = tariff.MeasureAdopted('2025-07-31', { rate: 25, effectiveFrom: '2025-08-07' });

  const ended = tariff.MeasureEnded('2026-02-01', { how: 'LIFTED', effectiveFrom: '2026-02-07' });

  it.each<[string, EventFilter, readonly number[]]>([
    ['by type', { types: ['RoundHeld'] }, [2, 5]],
    ['by stream, with what is about its events', { streams: ['measure/us-recip'] }, [4, 7, 8]],
    ['by words', { text: 'tough' }, [3, 6]],
    ['by country, of a measure heard of meanwhile', { party: 'IN' }, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['by certainty', { certainty: ['DISPUTED'] }, [6]],
    ['by when it was recorded', { recorded: { to: '2025-12-31' } }, [1, 2, 3]],
    ['that lets nothing through', { types: [] }, []],
  ])('%s matches the same events in the backlog and live', async (_, filter, expected) => {
    const scenario = await given(LAUNCH, round(1), statement('Tough talks'));
    const { until, leave, done, positions } = following(scenario, filter, 0);
    await scenario.append([adopted, round(2)]);
    await scenario.append([{ ...statement('tougher'), certainty: 'DISPUTED' }]);
    await scenario.append([ended]);
    await scenario.append([talks.EventRetracted('2025-09-01', { event: ended.id, reason: 'no' })]);
    const all = following(scenario, {}, 0);
    await all.until(8);
    await until(expected.length);
    expect(positions).toEqual(expected);
    for (const each of [all, { leave, done }]) {
      each.leave();
      await each.done;
    }
  });

  it('with an invalid value is refused before any event is read', async () => {
    const scenario = await emptyRecord();
    const { done } = following(scenario, { occurred: { from: 'spring' } }, 0);
    await expect(done).rejects.toMatchObject({ code: 'BAD_TIME_POINT' });
    expect(scenario.parley.subscriptions.state().subscribers).toBe(0);
  });
});

describe('a server that stops', () => {
  it('sends every subscriber the cursor to resume from', async () => {
    const scenario = await given(LAUNCH, round(1));
    const { until, done } = following(scenario, {}, 0);
    await until(2);
    const ended = expect(done).rejects.toMatchObject({ code: 'SERVER_STOPPING', position: 2 });
    scenario.parley.subscriptions.stop();
    await ended;
  });
});
