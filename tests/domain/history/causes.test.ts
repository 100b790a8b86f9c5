/** One cause, told once: pending, timeline, diff and explain name the same event for one change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/domain/history/explain.js';
import { timelineOf } from '../../../src/domain/history/timeline.js';
import type { NegotiationView } from '../../../src/domain/negotiation/negotiationView.js';
import type { Fact } from '../../../src/domain/streamState/knowledgeView.js';
import { eventBuilders, given, instant, measure, rulebook, talks } from '../../support/given.js';
import { causesToldAt, dutyTurnsOf } from '../../support/dutyCauses.js';
import { dutyHistories, histories, knowledge, viewOf } from '../../support/histories.js';
import { SEED } from '../../support/seed.js';
import { NEGOTIATIONS } from '../../support/universe.js';

const [FROM, TO] = [Date.UTC(2024, 10, 1), Date.UTC(2027, 0, 15)];
const questionsOn = (about: typeof histories, streams: readonly string[]) =>
  about.chain((log) => fc.tuple(fc.constant(log), knowledge(log), fc.constantFrom(...streams)));
const cases = questionsOn(histories, NEGOTIATIONS);
const dutyCases = questionsOn(dutyHistories, ['negotiation/a']);

describe('the cause of a change of a duty', () => {
  it.each([
    ['any kind', cases, 60],
    ['measures alone', dutyCases, 20],
  ])('is the same event in pending, timeline, diff and explain on logs of %s', (_, about, runs) => {
    fc.assert(
      fc.property(about, ([log, known, stream]) => {
        const view = viewOf(log, stream, { ...known, at: TO });
        const turns = dutyTurnsOf(view, FROM, TO);
        turns.forEach((turn, i) => {
          const { timeline, ...others } = causesToldAt(view, turn);
          expect([turn.at, others.diff]).toEqual([turn.at, timeline]);
          if (others.pending) expect([turn.at, others.pending]).toEqual([turn.at, timeline[0]]);
          // The last total is explained by the layers that add up to it.
          const isLast = !turns.slice(i + 1).some(({ path }) => path === turn.path);
          if (!isLast)
            expect([turn.at, others.explain]).toContainEqual(expect.arrayContaining([timeline]));
        });
      }),
      { seed: SEED, numRuns: runs },
    );
  });
});

const launch = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });
const base = measure('us-base');
const next = measure('us-next');
const adopted = base.MeasureAdopted('2025-02-01', { rate: 10, effectiveFrom: '2025-03-01' });
const words = (fact: Fact): string => `${fact.type} ${fact.occurred}`;

/** What the timeline says of a path at an instant, and who caused it. */
function told(view: NegotiationView, at: string, path: string): readonly unknown[] {
  const [point] = timelineOf(view, instant(at), instant(at));
  return (point?.changes ?? [])
    .filter((change) => change.path.startsWith(path))
    .map(({ path: p, after, causedBy }) => [p, after, causedBy.map(words)]);
}

describe('a country that joins a group after the day it counts from', () => {
  it('is the cause of what the measures of the group take from then on, also while pending', async () => {
    const club = eventBuilders('area/CLUB1');
    const ours = measure('club-a');
    const scenario = await given(
      launch,
      ours.MeasureAdopted('2025-02-01', {
        ...{ rate: 10, effectiveFrom: '2025-03-01', imposedBy: 'CLUB1', affects: ['IN'] },
      }),
      club.MemberJoined('2025-06-10', { member: 'US', effectiveFrom: '2025-06-01' }),
    );
    const duty = await scenario.duty('2025-05-01', { imposedBy: 'US', on: 'IN' });
    expect(duty.pending.map(({ total, setBy }) => [total, words(setBy)])).toEqual([
      [10, 'MemberJoined 2025-06-10'],
    ]);
  });
});

describe('another act at the same rate', () => {
  const until = '2025-06-01T04:00:00Z';
  it('is told as a change of cause where it takes over from another measure', async () => {
    const scenario = await given(
      launch,
      base.MeasureAdopted('2025-02-01', { rate: 10, effectiveFrom: '2025-03-01', until }),
      next.MeasureAdopted('2025-05-01', { rate: 10, effectiveFrom: until }),
    );
    const view = await scenario.negotiation('2025-12-31');
    expect(told(view, until, 'duties.US-IN.layers.us-next.applies')).toEqual([
      ['duties.US-IN.layers.us-next.applies', true, ['MeasureAdopted 2025-05-01']],
    ]);
    expect(
      explain(view, 'duties.US-IN.total').map(({ value, setBy, current }) => [
        value,
        words(setBy),
        current,
      ]),
    ).toEqual([
      [0, 'MeasureAdopted 2025-02-01', false],
      [10, 'MeasureAdopted 2025-02-01', false],
      [10, 'MeasureAdopted 2025-05-01', true],
    ]);
  });

  it('is told where a measure is adopted anew', async () => {
    const scenario = await given(
      launch,
      adopted,
      base.MeasureAdopted('2025-05-01', { rate: 10, effectiveFrom: until }),
    );
    const view = await scenario.negotiation('2025-12-31');
    expect(told(view, until, 'duties.US-IN')).toEqual([
      [
        'duties.US-IN.layers.us-base.act',
        'us-base: 10 % on India from 1 June 2025, 04:00 UTC',
        ['MeasureAdopted 2025-05-01'],
      ],
    ]);
    const history = explain(view, 'duties.US-IN.layers.us-base.rate').at(-1);
    expect(history?.alsoBy.map(words)).toContain('MeasureAdopted 2025-05-01');
  });
});

describe('a change that no measure makes by itself', () => {
  it('is caused by the order of precedence that begins then', async () => {
    const scenario = await given(
      launch,
      adopted,
      next.MeasureAdopted('2025-02-01', { rate: 25, effectiveFrom: '2025-03-01' }),
      rulebook('US').PrecedenceSet('2025-04-01', {
        order: [['us-next'], ['us-base']],
        effectiveFrom: '2025-06-01',
      }),
    );
    const view = await scenario.negotiation('2025-12-31');
    expect(told(view, '2025-06-01T04:00:00Z', 'duties.US-IN.total')).toEqual([
      ['duties.US-IN.total', 25, ['PrecedenceSet 2025-04-01']],
    ]);
    const [pending] = (await scenario.duty('2025-05-01')).pending;
    expect(pending && words(pending.setBy)).toBe('PrecedenceSet 2025-04-01');
  });

  it('is caused by the amendment that makes another give way', async () => {
    const scenario = await given(
      launch,
      adopted,
      next.MeasureAdopted('2025-02-01', { rate: 25, effectiveFrom: '2025-03-01' }),
      next.MeasureAmended('2025-04-01', { replaces: ['us-base'], effectiveFrom: '2025-06-01' }),
    );
    const view = await scenario.negotiation('2025-12-31');
    expect(told(view, '2025-06-01T04:00:00Z', 'duties.US-IN.total')).toEqual([
      ['duties.US-IN.total', 25, ['MeasureAmended 2025-04-01']],
    ]);
  });

  it('is told at the instant a quota period ends, and caused by the grant', async () => {
    const scenario = await given(
      launch,
      adopted,
      base.ExemptionGranted('2025-02-01', {
        ...{ goods: {}, relief: 'r', effectiveFrom: '2025-03-01' },
        until: '2025-06-01',
      }),
    );
    const view = await scenario.negotiation('2025-12-31');
    expect(told(view, '2025-06-01T04:00:00Z', 'duties.US-IN.total')).toEqual([
      ['duties.US-IN.total', 10, ['ExemptionGranted 2025-02-01']],
    ]);
    const [pending] = (await scenario.duty('2025-05-01')).pending;
    expect(pending && words(pending.setBy)).toBe('ExemptionGranted 2025-02-01');
  });
});
