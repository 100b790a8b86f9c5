/** Timeline, diff and explain of the shipped record, with the queries of a dashboard. */
import { describe, expect, it } from 'vitest';
import { query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

const parley = await indiaUsRecord();
const ask = (source: string, variables: Record<string, unknown> = {}) =>
  query(parley, source, variables);

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly causedBy: readonly { readonly type: string; readonly occurred: string }[];
}

const CHANGES = 'changes { path before after causedBy { type occurred } }';

type Row = [at: string, path: string, before: unknown, after: unknown, ...causes: string[]];

/** Every change of 2025 under the paths that begin so: when, where, from what to what, and why. */
async function changesOf2025(prefix: string): Promise<Row[]> {
  const { negotiation } = await ask(
    `{ negotiation(slug: "in-us-bta") {
      timeline(from: "2024-12-31", to: "2025-12-31") { at ${CHANGES} } } }`,
  );
  return (negotiation.timeline as { at: string; changes: Change[] }[]).flatMap(({ at, changes }) =>
    changes
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path, before, after, causedBy }): Row => [
        at,
        path,
        before,
        after,
        ...causedBy.map(({ type, occurred }) => `${type} ${occurred}`),
      ]),
  );
}

describe('the timeline of 2025', () => {
  it('has every step of the duty, with what decided it', async () => {
    const total = 'duties.US-IN.total';
    expect(await changesOf2025(total)).toEqual([
      ['2025-02-13T05:00:00.000Z', total, null, 0, 'NegotiationLaunched 2025-02-13'],
      ['2025-04-05T04:01:00.000Z', total, 0, 10, 'MeasureAdopted 2025-04-02'],
      ['2025-04-09T04:01:00.000Z', total, 10, 26, 'MeasureAmended 2025-04-04~'],
      ['2025-04-10T04:01:00.000Z', total, 26, 10, 'MeasureSuspended 2025-04-09'],
      ['2025-08-07T04:01:00.000Z', total, 10, 25, 'MeasureAdopted 2025-07-31'],
      ['2025-08-27T04:01:00.000Z', total, 25, 50, 'MeasureAdopted 2025-08-06'],
    ]);
  });

  it('has the pause: its possible beginning over weeks, and its end', async () => {
    const [paused, resumed] = ['TalksPaused 2025-07-18/2025-08-27~', 'TalksResumed 2025-09-16'];
    const changes = await changesOf2025('pauses.');
    expect(
      changes.map(([at, path, before, after, ...by]) => [
        at,
        /\w+$/.exec(path)?.[0],
        before,
        after,
        ...by,
      ]),
    ).toEqual([
      ['2025-07-18T04:00:00.000Z', 'from', null, '2025-07-18/2025-08-27~', paused],
      ['2025-07-18T04:00:00.000Z', 'reason', null, expect.stringMatching(/Russian oil/), paused],
      ['2025-07-18T04:00:00.000Z', 'scope', null, 'FORMAL_ROUNDS', paused],
      ['2025-09-16T04:00:00.000Z', 'days', null, [20, 60], resumed],
      ['2025-09-16T04:00:00.000Z', 'to', null, '2025-09-16', resumed],
    ]);
    const certainty = (await changesOf2025('activity.certainty')).filter(
      ([at]) => at > '2025-07' && at < '2025-09',
    );
    expect(certainty.map(([at, , before, after]) => [at, before, after])).toEqual([
      ['2025-07-18T04:00:00.000Z', 'CERTAIN', 'POSSIBLE'],
      ['2025-08-28T03:59:59.999Z', 'POSSIBLE', 'CERTAIN'],
    ]);
  });

  it('has the due window of the target, which opens and closes with no event', async () => {
    const set = 'TargetSet 2025-02-13';
    const status = 'targets.first-tranche.status';
    expect(await changesOf2025(status)).toEqual([
      ['2025-02-13T05:00:00.000Z', status, null, 'OPEN', set],
      ['2025-09-01T04:00:00.000Z', status, 'OPEN', 'DUE_WINDOW', set],
      ['2025-12-01T05:00:00.000Z', status, 'DUE_WINDOW', 'OVERDUE', set],
    ]);
  });

  it('ends at the view by default, and refuses an invalid date', async () => {
    const { negotiation } = await ask(
      '{ negotiation(slug: "in-us-bta", asOf: { at: "2025-04-06" }) { timeline { at } } }',
    );
    expect(negotiation.timeline.at(-1).at).toBe('2025-04-05T04:01:00.000Z');
    const { errors } = await respond(
      parley,
      '{ negotiation(slug: "in-us-bta") { timeline(from: "2025-04") { at } } }',
    );
    expect(errors).toHaveLength(1);
  });
});

describe('the public knowledge of 5 July compared with that of 2 August 2025', () => {
  const DIFF = `query ($from: AsOf, $to: AsOf!) {
    negotiation(slug: "in-us-bta", asOf: $from) {
      diff(to: $to) {
        from { publicAt } to { publicAt }
        changes {
          path before after
          causedBy { type occurred ... on MeasureAdopted { instrument } ... on MeasureAmended { instrument } }
        }
      }
    }
  }`;

  it('has the date that moved, and who moved it', async () => {
    const { negotiation } = await ask(DIFF, {
      from: { publicAt: '2025-07-05' },
      to: { publicAt: '2025-08-02' },
    });
    const { from, to, changes } = negotiation.diff;
    expect([from.publicAt, to.publicAt]).toEqual([
      '2025-07-06T03:59:59.999Z',
      '2025-08-03T03:59:59.999Z',
    ]);
    const path = 'measures.us-recip-in.terms.2025-04-10T04:01:00.000Z.until';
    expect(changes.find((change: Change) => change.path === path)).toMatchObject({
      before: '2025-07-09T04:01:00.000Z',
      after: '2025-08-07T04:01:00.000Z',
      causedBy: expect.arrayContaining([
        {
          type: 'MeasureAdopted',
          occurred: '2025-07-31',
          instrument: expect.stringMatching('EO 14326'),
        },
      ]),
    });
    for (const { causedBy } of changes) expect(causedBy).not.toEqual([]);
  });

  it('is empty for a view compared with itself', async () => {
    const same = { at: '2025-07-05', publicAt: '2025-07-05' };
    const { negotiation } = await ask(DIFF, { from: same, to: same });
    expect(negotiation.diff.changes).toEqual([]);
  });
});

describe('explaining a path', () => {
  const EXPLAIN = `query ($path: String!, $asOf: AsOf) {
    negotiation(slug: "in-us-bta", asOf: $asOf) {
      explain(path: $path) {
        value current certainty
        setBy { type ... on MeasureAdopted { instrument } ... on MeasureAmended { instrument } }
        alsoBy { type }
      }
    }
  }`;
  const path = 'measures.us-recip-in.rate';

  it('lists the reciprocal rates 26, 27, 26, 25 and the 18 that was only announced', async () => {
    const { negotiation } = await ask(EXPLAIN, { path });
    expect(
      negotiation.explain.map(
        ({ value, setBy }: { value: number; setBy: { type: string; instrument?: string } }) => [
          value,
          setBy.type,
          setBy.instrument,
        ],
      ),
    ).toEqual([
      [26, 'MeasureAnnounced', undefined],
      [27, 'MeasureAdopted', 'EO 14257 Annex I (as first issued)'],
      [26, 'MeasureAmended', 'EO 14257 Annex I (corrected)'],
      [25, 'MeasureAdopted', 'EO 14326'],
      [18, 'MeasureAnnounced', undefined],
    ]);
  });

  it('marks the value at the view', async () => {
    const { negotiation } = await ask(EXPLAIN, { path, asOf: { at: '2025-09-01' } });
    const current = negotiation.explain.filter((each: { current: boolean }) => each.current);
    expect(current).toMatchObject([{ value: 25, alsoBy: [{ type: 'MeasureAnnounced' }] }]);
  });

  it('without a value is refused, with the nearest path that has one', async () => {
    const { errors } = await respond(parley, EXPLAIN, { path: 'measures.us-recip-in.rats' });
    expect(errors?.map(({ message, extensions }) => [message, extensions])).toEqual([
      [
        expect.stringContaining(`did you mean "${path}"?`),
        { code: 'UNKNOWN_PATH', path: 'measures.us-recip-in.rats', nearest: path },
      ],
    ]);
  });
});
