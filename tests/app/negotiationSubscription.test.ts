/** Negotiation subscriptions: first the state, then every change with its cause. */
import { describe, expect, it } from 'vitest';
import type { AsOf } from '../../src/app/queries/asOf.js';
import { type NegotiationUpdate, Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import {
  given,
  type Scenario,
  measure,
  negotiation,
  emptyRecord,
  NOW,
  talks,
} from '../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const round = (n: number) => talks.RoundHeld('2026-12-01/2026-12-03', { round: n });
const tariff = measure('us-recip');
const adopted = tariff.MeasureAdopted('2025-07-31', { rate: 25, effectiveFrom: '2025-08-07' });

function watching(parley: Parley, asOf: AsOf = {}, slug = 'in-us') {
  const leave = new AbortController();
  const updates = parley.subscriptions.negotiation(slug, asOf, leave.signal);
  return {
    next: async (): Promise<NegotiationUpdate> => {
      const { value, done } = await updates.next();
      if (done) throw new Error('it ended');
      return value;
    },
    ended: async () => (await updates.next()).done,
    leave: async () => {
      leave.abort();
      await updates.return();
    },
  };
}

const changed = ({ changes }: NegotiationUpdate) => changes.map(({ path }) => path);
const causes = ({ causedBy }: NegotiationUpdate) => causedBy.map(({ id }) => id);

describe('a negotiation subscription', () => {
  it('begins with the current state', async () => {
    const { parley } = await given(LAUNCH);
    const watch = watching(parley);
    const first = await watch.next();
    expect(first.state.subject?.phase?.value).toBe('LAUNCHED');
    expect(first).toMatchObject({ changes: [], causedBy: [] });
    await watch.leave();
    expect(parley.subscriptions.state().subscribers).toBe(0);
  });

  it('sends an update for each event, with changes and causes', async () => {
    const scenario = await given(LAUNCH);
    const watch = watching(scenario.parley);
    await watch.next();
    const [first, second] = [round(1), round(2)];
    await scenario.append([first, second]);
    const one = await watch.next();
    expect(one.state.subject?.phase?.value).toBe('NEGOTIATING');
    expect(one.state.subject?.rounds).toHaveLength(1);
    expect(changed(one)).toContain('phase');
    expect(causes(one)).toEqual([first.id]);
    const two = await watch.next();
    expect(two.state.subject?.rounds).toHaveLength(2);
    expect(changed(two)).not.toContain('phase');
    expect(causes(two)).toEqual([second.id]);
    await watch.leave();
  });

  it('sends measures between the parties, and no unrelated events', async () => {
    const scenario = await given(LAUNCH);
    const watch = watching(scenario.parley);
    await watch.next();
    const others = negotiation('eu-us');
    await scenario.append([
      others.NegotiationLaunched('2025-03-01', { parties: ['EU', 'US'] }),
      measure('us-steel').MeasureAdopted('2025-03-12', {
        affects: ['BR'],
        rate: 25,
        effectiveFrom: '2025-03-12',
      }),
      adopted,
    ]);
    const update = await watch.next();
    expect(causes(update)).toEqual([adopted.id]);
    expect(update.state.subject?.duties.find(({ on }) => on === 'IN')?.total).toBe(25);
    await watch.leave();
  });

  it('sends an event of its history that changes no value', async () => {
    const scenario = await given(LAUNCH);
    const watch = watching(scenario.parley);
    await watch.next();
    const more = talks.SourceAdded('2025-03-01', {
      event: LAUNCH.id,
      sources: [{ kind: 'WIRE', publisher: 'A', published: '2025-03-01' }],
    });
    await scenario.append([more]);
    expect(causes(await watch.next())).toEqual([more.id]);
    await watch.leave();
  });

  it('sends a batch of many events as one update', async () => {
    const scenario = await given(LAUNCH);
    const watch = watching(scenario.parley);
    await watch.next();
    const rounds = Array.from({ length: 60 }, (_, n) => round(n + 1));
    await scenario.append(rounds);
    const update = await watch.next();
    expect(update.state.subject?.rounds).toHaveLength(60);
    expect(causes(update)).toHaveLength(60);
    await watch.leave();
  });

  it('sends null until the negotiation is recorded, then its state', async () => {
    const scenario = await emptyRecord();
    const watch = watching(scenario.parley);
    expect((await watch.next()).state.subject).toBeUndefined();
    await scenario.append([LAUNCH]);
    const update = await watch.next();
    expect(update.state.subject?.slug).toBe('in-us');
    expect(changed(update)).toContain('phase');
    await watch.leave();
  });

  it('sends a change that comes with time alone', async () => {
    const began = Date.parse(NOW);
    const shown = Date.now();
    const clock = { now: () => began + Date.now() - shown };
    const parley = new Parley(await openLog('memory:', clock), clock);
    const effectiveFrom = new Date(began + 1_000).toISOString();
    const soon = tariff.MeasureAdopted('2026-12-30', { rate: 40, effectiveFrom });
    await parley.append([LAUNCH, soon]);
    const watch = watching(parley);
    const duty = ({ state }: NegotiationUpdate) =>
      state.subject?.duties.find(({ on }) => on === 'IN')?.total;
    expect(duty(await watch.next())).toBe(0);
    const update = await watch.next();
    expect(duty(update)).toBe(40);
    expect(causes(update)).toEqual([soon.id]);
    expect(update.state.view.at).toBeGreaterThanOrEqual(Date.parse(effectiveFrom));
    await watch.leave();
  });

  it('is one update for all who have seen the same, whenever they began', async () => {
    let now = Date.parse(NOW);
    const clock = { now: () => now };
    const parley = new Parley(await openLog('memory:', clock), clock);
    await parley.append([LAUNCH]);
    const watchers = [watching(parley), watching(parley)];
    const [one, other] = await Promise.all(watchers.map((watch) => watch.next()));
    expect(other).toBe(one);
    now += 3_600_000;
    const late = watching(parley);
    expect((await late.next()).state.view.at).toBe(now);
    now += 1_000;
    await parley.append([round(1)]);
    const updates = await Promise.all([...watchers, late].map((watch) => watch.next()));
    expect(new Set(updates).size).toBe(1);
    expect(updates[0]?.state.view.at).toBe(now);
    for (const watch of [...watchers, late]) await watch.leave();
  });

  it('ends after the first state of an immutable view', async () => {
    const { parley } = await given(LAUNCH);
    const watch = watching(parley, { at: '2025-06-01', knownAt: '2026-06-01' });
    expect((await watch.next()).state.view.immutable).toBe(true);
    expect(await watch.ended()).toBe(true);
  });

  it('with a fixed `at` sends only changes of knowledge', async () => {
    const scenario: Scenario = await given(LAUNCH);
    const watch = watching(scenario.parley, { at: '2025-08-10' });
    await watch.next();
    await scenario.append([adopted]);
    const update = await watch.next();
    expect(update.state.view.at).toBe((await scenario.negotiation('2025-08-10')).at);
    expect(causes(update)).toEqual([adopted.id]);
    await watch.leave();
  });
});
