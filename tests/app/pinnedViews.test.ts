/** A view whose `knownAt` lies in the past is pinned: nothing appended later changes its answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import type { AsOf } from '../../src/app/queries/asOf.js';
import { findingsOf } from '../../src/domain/rules/findings.js';
import { EventsRefused } from '../../src/app/errors.js';
import { given, type Scenario, emptyRecord, talks } from '../support/given.js';
import { instants, logs, publics } from '../support/logs.js';
import { SEED } from '../support/seed.js';

const INNER = new Set(['knowledge', 'measure', 'streamState', 'related']);
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (key, inner: unknown) =>
      INNER.has(key) ? undefined : typeof inner === 'number' ? String(inner) : inner,
    ),
  );

/** Everything a reader may see at a view, the view itself included. */
async function answer({ parley }: Scenario, asOf: AsOf): Promise<unknown> {
  const negotiations = await Promise.all(
    ['a', 'b'].map(async (slug) => {
      const found = await parley.negotiation(slug, asOf);
      if (!found) return null;
      const { subject: n, view } = found;
      return {
        view,
        parts: [n.phases, n.activity, n.pauses, n.rounds, n.roundsCompleted, n.targets],
        more: [n.agreements, n.statements, n.measures, n.duties, findingsOf(n)],
      };
    }),
  );
  const all = await parley.negotiations(asOf);
  const duty = await parley.duty({ imposedBy: 'US', on: 'IN' }, asOf);
  return plain([
    negotiations,
    all.map(({ subject }) => subject.slug),
    await parley.measures(asOf),
    duty.view,
    duty.subject,
    duty.subject.pending,
    duty.subject.schedule(Date.UTC(2025, 0), Date.UTC(2027, 0)),
  ]);
}

/** Appends events; those that Parley refuses are left out. */
async function say(scenario: Scenario, { position, revision, hash, recorded, ...sent }: AnyEvent) {
  expect([position, revision, hash, recorded]).toHaveLength(4);
  try {
    await scenario.append([sent]);
  } catch (error) {
    if (!(error instanceof EventsRefused)) throw error;
  }
}

const days = ['2025-02-01', '2025-02-03', '2025-02-05', '2025-02-09', '2025-02-20', '2026-06-01'];
const views: fc.Arbitrary<AsOf> = fc.record({
  at: instants.map((at) => new Date(at).toISOString()),
  knownAt: fc.oneof(
    fc.constantFrom(...days),
    fc.constantFrom(...days).map((day) => `${day}T12:00:00.004Z`),
  ),
  publicAt: publics,
});

describe('an append after any prefix of the log', () => {
  it('never changes the result of a pinned view', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.nat(20),
        fc.array(views, { minLength: 1, maxLength: 4 }),
        async (log, cut, asked) => {
          const scenario = await emptyRecord();
          const at = cut % (log.length + 1);
          for (const event of log.slice(0, at)) await say(scenario, event);
          const before = await Promise.all(asked.map((asOf) => answer(scenario, asOf)));
          for (const event of log.slice(at)) await say(scenario, event);
          const after = await Promise.all(asked.map((asOf) => answer(scenario, asOf)));
          expect(after).toEqual(before);
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  });
});

describe('a date as knownAt', () => {
  const LAUNCH = talks.NegotiationLaunched(
    '2025-02-13',
    { timeZone: 'America/New_York' },
    { recordedAt: '2025-03-01T10:00:00Z' },
  );
  const moved = (timeZone: string) =>
    talks.EventCorrected(
      '2025-03-01',
      { event: LAUNCH.id, reason: 'zone', data: { ...LAUNCH.data, timeZone } },
      { recordedAt: '2025-03-01T20:00:00Z' },
    );
  const zones = ['Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'];

  it('means its close in the zone of the negotiation, as known then', async () => {
    const scenario = await given(LAUNCH);
    const { view } = (await scenario.parley.negotiation('in-us', { knownAt: '2025-03-01' }))!;
    expect(new Date(view.knownAt).toISOString()).toBe('2025-03-02T04:59:59.999Z');
    expect(view).toMatchObject({ pinned: true, position: 1 });
  });

  it.each(zones)('is not moved by a later correction of that zone to %s', async (zone) => {
    for (const knownAt of ['2025-03-01', '2025-03-02', '2025-02-28']) {
      const scenario = await given(LAUNCH);
      const asOf = { at: '2025-02-13', knownAt };
      const before = plain(await scenario.parley.negotiation('in-us', asOf));
      await scenario.and(moved(zone));
      expect(plain(await scenario.parley.negotiation('in-us', asOf))).toEqual(before);
    }
  });

  it('is read in the corrected zone once the correction counts', async () => {
    const scenario = await given(LAUNCH, moved('Asia/Kolkata'));
    const { view } = (await scenario.parley.negotiation('in-us', { knownAt: '2025-03-02' }))!;
    expect(new Date(view.knownAt).toISOString()).toBe('2025-03-02T18:29:59.999Z');
  });
});

describe('a view', () => {
  const LAUNCH = talks.NegotiationLaunched(
    '2025-02-13',
    {},
    { recordedAt: '2025-03-01T10:00:00Z' },
  );
  const view = async (asOf: AsOf) =>
    (await (await given(LAUNCH)).parley.negotiation('in-us', asOf))!.view;

  it('is pinned when knownAt lies in the past', async () => {
    expect(await view({ knownAt: '2025-03-01T10:00:00Z' })).toMatchObject({ pinned: true });
    expect(await view({ knownAt: '2026-12-31T23:59:59.999Z' })).toMatchObject({ pinned: true });
  });

  it('is not pinned when knownAt is now, in the future or absent', async () => {
    expect(await view({ knownAt: '2027-01-01T00:00:00Z' })).toMatchObject({ pinned: false });
    expect(await view({ knownAt: '2030-01-01' })).toMatchObject({ pinned: false });
    expect(await view({ at: '2025-03-01' })).toMatchObject({ pinned: false });
  });

  it('is immutable only with `at` as well', async () => {
    expect(await view({ knownAt: '2026-01-01' })).toMatchObject({ pinned: true, immutable: false });
    expect(await view({ knownAt: '2026-01-01', at: '2025-03-01' })).toMatchObject({
      immutable: true,
    });
  });

  it('may have an `at` later than its knownAt', async () => {
    const scenario = await given(
      LAUNCH,
      talks.TargetSet(
        '2025-03-05',
        { target: 'x', what: 'x', due: '2025-06', kind: 'TARGET' },
        { recordedAt: '2025-03-05T10:00:00Z' },
      ),
    );
    const asOf = { at: '2025-07-01', knownAt: '2025-03-06' };
    expect((await scenario.negotiation(asOf)).targets).toMatchObject([{ status: 'OVERDUE' }]);
    expect((await scenario.negotiation({ ...asOf, knownAt: '2025-03-04' })).targets).toEqual([]);
  });

  it('with an invalid time point is refused', async () => {
    const { parley } = await given(LAUNCH);
    for (const asOf of [{ at: '2025-03' }, { knownAt: 'now' }, { publicAt: '2025-02-30' }])
      await expect(parley.negotiation('in-us', asOf)).rejects.toMatchObject({
        code: 'BAD_TIME_POINT',
        argument: Object.keys(asOf)[0],
      });
  });
});
