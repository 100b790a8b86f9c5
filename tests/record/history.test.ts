/** What changed, why, and what if: asked of the shipped India-US record. */
import { describe, expect, it } from 'vitest';
import type { AsOf } from '../../src/app/queries/asOf.js';
import type { Assumptions } from '../../src/app/queries/whatIf.js';
import { diff } from '../../src/domain/history/diff.js';
import { explain } from '../../src/domain/history/explain.js';
import { timelineOf } from '../../src/domain/history/timeline.js';
import { shippedRecord } from '../support/record.js';

const parley = await shippedRecord();

async function picture(asOf: AsOf = {}, assuming: Assumptions = {}) {
  const found = await parley.negotiation('in-us-bta', asOf, assuming);
  if (!found) throw new Error('the record has no in-us-bta');
  return found.subject;
}

const year2025 = async () =>
  timelineOf(
    await picture(),
    Date.parse('2025-01-01T05:00:00Z'),
    Date.parse('2026-01-01T04:59:59Z'),
  ).flatMap(({ at, changes }) =>
    changes.map(({ path, before, after, causedBy }) => ({
      at: new Date(at).toISOString(),
      path,
      before,
      after,
      causedBy: causedBy.map((fact) => `${fact.type} ${fact.occurred}`),
    })),
  );

describe('the duty of the United States on goods of India', () => {
  it('is explained at every change by layers that add up to it', async () => {
    const path = 'duties.US-IN.total';
    const changes = timelineOf(
      await picture(),
      Date.parse('2025-02-14T05:00:00Z'),
      Date.parse('2026-11-01T00:00:00Z'),
    ).filter((point) => point.changes.some((change) => change.path.startsWith('duties.US-IN')));
    expect(changes.length).toBeGreaterThan(9);
    for (const { at } of changes) {
      const view = await picture({ at: new Date(at).toISOString() });
      const duty = view.duties.find(({ imposedBy }) => imposedBy === 'US');
      const layers = explain(view, path).filter(({ current }) => current);
      const sum = layers.reduce((total, { value }) => total + Number(value), 0);
      expect([new Date(at).toISOString(), sum]).toEqual([new Date(at).toISOString(), duty?.total]);
      expect(layers.map(({ setBy }) => setBy.event.id)).toEqual(
        duty?.layers.filter(({ applies }) => applies).map(({ setBy }) => setBy?.event.id),
      );
    }
  });
});

describe('the timeline of 2025', () => {
  it('lists every step of the duty table with its cause', async () => {
    const steps = (await year2025()).filter(({ path }) => path === 'duties.US-IN.total');
    expect(steps.map(({ at, after, causedBy }) => [at, after, causedBy])).toEqual([
      ['2025-02-13T05:00:00.000Z', 0, ['NegotiationLaunched 2025-02-13']],
      ['2025-04-05T04:01:00.000Z', 10, ['MeasureAdopted 2025-04-02']],
      ['2025-04-09T04:01:00.000Z', 26, ['MeasureAmended 2025-04-04~']],
      ['2025-04-10T04:01:00.000Z', 10, ['MeasureSuspended 2025-04-09']],
      ['2025-08-07T04:01:00.000Z', 25, ['MeasureAdopted 2025-07-31']],
      ['2025-08-27T04:01:00.000Z', 50, ['MeasureAdopted 2025-08-06']],
    ]);
  });

  it('lists the pause, possible, then certain, then over', async () => {
    const activity = (await year2025()).filter(({ path }) => path.startsWith('activity'));
    expect(
      activity.filter(({ at }) => at > '2025-07').map(({ at, path, after }) => [at, path, after]),
    ).toEqual([
      ['2025-07-18T04:00:00.000Z', 'activity', 'PAUSED'],
      ['2025-07-18T04:00:00.000Z', 'activity.certainty', 'POSSIBLE'],
      ['2025-07-18T04:00:00.000Z', 'activity.scope', 'FORMAL_ROUNDS'],
      ['2025-07-18T04:00:00.000Z', 'activity.since', '2025-07-18/2025-08-27~'],
      ['2025-08-28T03:59:59.999Z', 'activity.certainty', 'CERTAIN'],
      ['2025-09-16T04:00:00.000Z', 'activity', 'ACTIVE'],
      ['2025-09-16T04:00:00.000Z', 'activity.certainty', 'POSSIBLE'],
      ['2025-09-16T04:00:00.000Z', 'activity.scope', null],
      ['2025-09-16T04:00:00.000Z', 'activity.since', '2025-09-16'],
      ['2025-09-17T03:59:59.999Z', 'activity.certainty', 'CERTAIN'],
    ]);
  });

  it('lists the windows of the first tranche, which open and close with no event', async () => {
    const due = (await year2025()).filter(({ path }) => path === 'targets.first-tranche.status');
    expect(due.map(({ at, after, causedBy }) => [at, after, causedBy])).toEqual([
      ['2025-02-13T05:00:00.000Z', 'OPEN', ['TargetSet 2025-02-13']],
      ['2025-09-01T04:00:00.000Z', 'DUE_WINDOW', ['TargetSet 2025-02-13']],
      ['2025-12-01T05:00:00.000Z', 'OVERDUE', ['TargetSet 2025-02-13']],
    ]);
  });
});

describe('the public knowledge of 5 July compared with that of 2 August 2025', () => {
  const path = 'measures.us-recip-in.terms.2025-04-10T04:01:00.000Z.until';

  it.each([
    ['about today', {}, {}],
    ['about each day itself', { at: '2025-07-05' }, { at: '2025-08-02' }],
  ])('shows the date that moved and who moved it, %s', async (_, from, to) => {
    const changes = diff(
      await picture({ ...from, publicAt: '2025-07-05' }),
      await picture({ ...to, publicAt: '2025-08-02' }),
    );
    const moved = changes.find((change) => change.path === path);
    expect(moved).toMatchObject({
      before: '2025-07-09T04:01:00.000Z',
      after: '2025-08-07T04:01:00.000Z',
    });
    expect(
      moved?.causedBy.map(({ data }) => 'instrument' in data && data.instrument),
    ).toContainEqual(expect.stringContaining('EO 14326'));
  });
});

describe('explaining the reciprocal rate', () => {
  it('shows 26, 27, 26, 25 and the 18 that was only announced, with their instruments', async () => {
    const rates = explain(await picture(), 'measures.us-recip-in.rate');
    expect(
      rates.map(({ value, setBy }) => [
        value,
        setBy.type,
        'instrument' in setBy.data ? setBy.data.instrument?.match(/EO \d+/)?.[0] : undefined,
      ]),
    ).toEqual([
      [26, 'MeasureAnnounced', undefined],
      [27, 'MeasureAdopted', 'EO 14257'],
      [26, 'MeasureAmended', 'EO 14257'],
      [25, 'MeasureAdopted', 'EO 14326'],
      [18, 'MeasureAnnounced', undefined],
    ]);
  });

  it('says which is current: 25 while it is collected, none once it has ended', async () => {
    const current = async (at: string) =>
      explain(await picture({ at }), 'measures.us-recip-in.rate')
        .filter((each) => each.current)
        .map(({ value }) => value);
    expect(await current('2026-02-10')).toEqual([25]);
    expect(await current('2026-03-10')).toEqual([]);
  });

  it('suggests the nearest path for one that is not known', async () => {
    const view = await picture();
    expect(() => explain(view, 'measures.us-recip-in.rat')).toThrow(
      'did you mean "measures.us-recip-in.rate"?',
    );
  });
});

describe('without the August penalty', () => {
  it('the duty of 1 September is 25, and the log is untouched', async () => {
    const view = await picture({ at: '2025-09-01' });
    const penalty = view.measures.find(({ slug }) => slug === 'us-russia-oil-in');
    const adopted = penalty?.knowledge.factsOn('decisions')[0]?.event.id ?? '';
    const before = await parley.head();
    const asked = { imposedBy: 'US', on: 'IN' };
    const duty = await parley.duty(asked, { at: '2025-09-01' }, { without: [adopted] });
    expect(duty.subject.total).toBe(25);
    expect(await parley.head()).toEqual(before);
    expect((await parley.duty(asked, { at: '2025-09-01' })).subject.total).toBe(50);
  });
});
