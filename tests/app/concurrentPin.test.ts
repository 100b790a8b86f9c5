/** An event that is recorded while a read advances the closed timestamp to pin its view. */
import { describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { instant, measure, NOW, type InterchangeEvent, talks } from '../support/given.js';

const KNOWN = '2026-06-01T00:00:00.000Z';
const asOf = { at: '2026-06-01', knownAt: KNOWN };

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const adopted = (slug: string) =>
  measure(slug).MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-01' });

/** A log that appends an event just before it first closes a timestamp. */
class Interrupted extends MemoryLog {
  before: (() => Promise<unknown>) | undefined;

  override async closeTimestamp(at: number): Promise<boolean> {
    const { before } = this;
    this.before = undefined;
    await before?.();
    return super.closeTimestamp(at);
  }
}

/** Reads twice: the first time, an event is recorded at the instant of the read. */
async function askedTwice<Answer>(
  late: InterchangeEvent,
  ask: (parley: Parley) => Promise<Answer>,
) {
  let clock = instant('2026-01-01T00:00:00Z');
  const log = new Interrupted('memory:', { now: () => clock });
  const parley = new Parley(log, { now: () => instant(NOW) });
  await parley.append([LAUNCH, adopted('us-base')]);
  log.before = async () => {
    clock = instant(KNOWN);
    await parley.append([late]);
    clock = instant(NOW);
  };
  return [await ask(parley), await ask(parley)];
}

const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

describe('a pinned read during which an event is recorded', () => {
  it('includes the event, as every later read does', async () => {
    const round = talks.RoundHeld('2025-05-19/2025-05-22', { round: 1 });
    const [first, second] = await askedTwice(round, async (parley) => {
      const { subject, view } = (await parley.negotiation('in-us', asOf))!;
      return { rounds: subject.rounds.map(({ number }) => number), view };
    });
    expect(first).toMatchObject({ rounds: [1], view: { pinned: true, position: 3 } });
    expect(first).toEqual(second);
  });

  it('lists the negotiation that the event launches', async () => {
    const [first, second] = await askedTwice(adopted('us-late'), async (parley) =>
      (await parley.measures(asOf)).map(({ subject }) => subject.slug),
    );
    expect(first).toEqual(['us-base', 'us-late']);
    expect(first).toEqual(second);
  });

  it('includes the duty that the event imposes', async () => {
    const [first, second] = await askedTwice(adopted('us-late'), async (parley) =>
      plain((await parley.duty({ imposedBy: 'US', on: 'IN' }, asOf)).subject),
    );
    expect(first).toMatchObject({ total: 20 });
    expect(first).toEqual(second);
  });

  it('reads dates in the zone that the event sets', async () => {
    const moved = talks.EventCorrected('2025-03-01', {
      event: LAUNCH.id,
      reason: 'zone',
      data: { ...LAUNCH.data, timeZone: 'Asia/Kolkata' },
    });
    const date = { at: '2026-06-01', knownAt: '2026-06-01' };
    const [first, second] = await askedTwice(moved, async (parley) => {
      const { view } = (await parley.negotiation('in-us', date))!;
      return view;
    });
    expect(first).toMatchObject({ pinned: true, knownAt: instant('2026-06-01T18:29:59.999Z') });
    expect(first).toEqual(second);
  });

  it('is included in the only update of a subscription to a pinned view', async () => {
    const round = talks.RoundHeld('2025-05-19/2025-05-22', { round: 1 });
    const [first] = await askedTwice(round, async (parley) => {
      const rounds: (number | null)[][] = [];
      const watching = parley.subscriptions.negotiation(
        'in-us',
        asOf,
        new AbortController().signal,
      );
      for await (const { state } of watching)
        rounds.push(state.subject!.rounds.map(({ number }) => number));
      return rounds;
    });
    expect(first).toEqual([[1]]);
  });
});
