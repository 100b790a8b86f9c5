import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { given, measure, published, talks } from '../support/given.js';
import { query, respond } from '../support/graphql.js';

const LATE = { recordedAt: '2026-03-01T00:00:00Z', sources: published('2026-03-01') };
const launch = talks.NegotiationLaunched('2025-02-13');
const planned = talks.RoundScheduled('2025-04-01', { round: 1, dates: '2025-05-05/2025-05-09' });
const first = talks.RoundHeld('2025-05-05/2025-05-09', { round: 1, place: 'Delhi' });
const moved = talks.EventCorrected(
  '2025-06-01',
  { event: first.id, reason: 'the place', data: { round: 1, place: 'Washington' } },
  LATE,
);
const wrong = talks.MeetingHeld('2025-07-01', { level: 'MINISTERIAL' });
const retracted = talks.EventRetracted('2025-07-10', { event: wrong.id, reason: 'never' }, LATE);

const KNOWN = '2026-01-01T00:00:00Z';

let parley: Parley;
beforeAll(async () => {
  ({ parley } = await given(
    launch,
    planned,
    first,
    wrong,
    talks.SourcesChecked('2025-08-01', { through: '2025-07-31' }),
    talks.SourcesChecked('2025-09-01', { through: '2025-06-30' }),
    moved,
    retracted,
  ));
});

interface Entry {
  kind: string;
  occurred: string;
  summary: string;
  event: { id: string; type: string };
  corrects: { id: string } | null;
  correctedBy: { id: string }[];
}

async function chronicle(asOf: object = {}): Promise<Entry[]> {
  const { negotiation } = await query(
    parley,
    `query ($asOf: AsOf) { negotiation(slug: "in-us", asOf: $asOf) { chronicle { totalCount nodes {
       kind occurred certainty summary event { id type } corrects { id } correctedBy { id } } } } }`,
    { asOf },
  );
  expect(negotiation.chronicle.totalCount).toBe(negotiation.chronicle.nodes.length);
  return negotiation.chronicle.nodes;
}

const told = (entries: readonly Entry[]) => entries.map(({ kind, event }) => [kind, event.type]);

describe('the chronicle of a negotiation', () => {
  it('tells what happened newest first, with plans and corrections as such', async () => {
    const entries = await chronicle({ at: '2026-06-01' });
    expect(told(entries)).toEqual([
      ['RETRACTION', 'EventRetracted'],
      ['CORRECTION', 'EventCorrected'],
      ['HAPPENED', 'RoundHeld'],
      ['PLANNED', 'RoundScheduled'],
      ['HAPPENED', 'NegotiationLaunched'],
    ]);
    const [retraction, correction, round] = entries;
    expect(retraction?.corrects).toEqual({ id: wrong.id });
    expect(correction).toMatchObject({ corrects: { id: first.id }, correctedBy: [] });
    expect(round).toMatchObject({ corrects: null, correctedBy: [{ id: moved.id }] });
    expect(round?.summary).toContain('Washington');
  });

  it('is as known and as of the view', async () => {
    const entries = await chronicle({ at: '2025-12-01', knownAt: KNOWN });
    expect(told(entries)).toEqual([
      ['HAPPENED', 'MeetingHeld'],
      ['HAPPENED', 'RoundHeld'],
      ['PLANNED', 'RoundScheduled'],
      ['HAPPENED', 'NegotiationLaunched'],
    ]);
    expect(entries[1]?.summary).toContain('Delhi');
    expect(told(await chronicle({ at: '2025-04-30' }))).toEqual([
      ['PLANNED', 'RoundScheduled'],
      ['HAPPENED', 'NegotiationLaunched'],
    ]);
    // What is known later has been corrected before it was read: no entry of it, but its mark.
    expect((await chronicle({ at: '2025-05-20' }))[0]).toMatchObject({
      event: { type: 'RoundHeld' },
      correctedBy: [{ id: moved.id }],
    });
  });

  it('tells what takes effect later as planned until then', async () => {
    const scenario = await given(
      launch,
      talks.AgreementSigned('2025-08-01', { title: 'BTA' }),
      talks.AgreementEnteredIntoForce('2025-09-01', {
        mode: 'DEFINITIVE',
        effectiveFrom: '2026-01-01',
      }),
      measure('us-a').MeasureAdopted(
        '2025-10-01',
        { rate: 10, effectiveFrom: '2025-11-01T00:00:00Z' },
        { also: ['negotiation/in-us'] },
      ),
      talks.RoundPostponed('2025-10-02', { round: 1, was: '2025-10-05' }),
      talks.TargetSet('2025-10-03', { target: 't', what: 'w', due: '2026', kind: 'TARGET' }),
    );
    const kinds = async (at: string) => {
      const { negotiation } = await query(
        scenario.parley,
        `query ($at: TimePoint) { negotiation(slug: "in-us", asOf: { at: $at }) {
           chronicle(first: 4) { nodes { kind event { type } } } } }`,
        { at },
      );
      return negotiation.chronicle.nodes.map(({ kind, event }: Entry) => `${event.type} ${kind}`);
    };
    expect(await kinds('2025-10-15')).toEqual([
      'TargetSet PLANNED',
      'RoundPostponed HAPPENED',
      'MeasureAdopted PLANNED',
      'AgreementEnteredIntoForce PLANNED',
    ]);
    expect(await kinds('2026-01-02')).toEqual([
      'TargetSet PLANNED',
      'RoundPostponed HAPPENED',
      'MeasureAdopted HAPPENED',
      'AgreementEnteredIntoForce HAPPENED',
    ]);
  });

  it('is paged by cursors that stay where they are', async () => {
    const page = async (args: string) => {
      const { negotiation } = await query(
        parley,
        `{ negotiation(slug: "in-us", asOf: { at: "2026-06-01" }) { chronicle(${args}) {
             nodes { event { id } } pageInfo { endCursor hasNextPage hasPreviousPage } } } }`,
      );
      return negotiation.chronicle;
    };
    const all = (await chronicle({ at: '2026-06-01' })).map(({ event: { id } }) => ({
      event: { id },
    }));
    const start = await page('first: 2');
    expect(start.nodes).toEqual(all.slice(0, 2));
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await page(`after: "${start.pageInfo.endCursor}"`);
    expect(rest.nodes).toEqual(all.slice(2));
    const { errors } = await respond(
      parley,
      '{ negotiation(slug: "in-us") { chronicle(after: "x") { nodes { kind } } } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('has an event without a known beginning on a page of its own', async () => {
    const { parley: one } = await given(
      launch,
      talks.MeetingHeld('../2025-03-01', { level: 'MINISTERIAL' }),
    );
    const page = async (after?: string) => {
      const { negotiation } = await query(
        one,
        `query ($after: String) { negotiation(slug: "in-us") {
           chronicle(first: 1, after: $after) { nodes { event { type } } pageInfo { endCursor } } } }`,
        { after },
      );
      return negotiation.chronicle;
    };
    const start = await page();
    const next = await page(start.pageInfo.endCursor);
    expect([...start.nodes, ...next.nodes].map(({ event }: Entry) => event.type).sort()).toEqual([
      'MeetingHeld',
      'NegotiationLaunched',
    ]);
  });
});

describe('the latest event and the last check of sources', () => {
  const ask = async (asOf: object) => {
    const { negotiation } = await query(
      parley,
      `query ($asOf: AsOf) { negotiation(slug: "in-us", asOf: $asOf) {
         latestEvent { type } checkedThrough { date setBy { occurred } } } }`,
      { asOf },
    );
    return [negotiation.latestEvent?.type, negotiation.checkedThrough];
  };

  it('are those of the view, and a correction or a check is no news', async () => {
    expect(await ask({ at: '2026-06-01' })).toEqual([
      'RoundHeld',
      { date: '2025-07-31', setBy: { occurred: '2025-08-01' } },
    ]);
    expect((await ask({ at: '2026-06-01', knownAt: KNOWN }))[0]).toBe('MeetingHeld');
    expect(await ask({ at: '2025-07-31' })).toEqual(['RoundHeld', null]);
    expect((await ask({ at: '2025-03-01' }))[0]).toBe('NegotiationLaunched');
  });

  it('is the check that reaches furthest, whenever it was made', async () => {
    expect((await ask({ at: '2025-09-02' }))[1]).toMatchObject({ date: '2025-07-31' });
  });

  it('are told in the timeline', async () => {
    const { negotiation } = await query(
      parley,
      `{ negotiation(slug: "in-us", asOf: { at: "2025-12-01" }) {
           timeline(from: "2025-07-31") { changes { path before after causedBy { type } } }
           explain(path: "checkedThrough") { value current setBy { type } } } }`,
    );
    expect(negotiation.timeline.flatMap(({ changes }: { changes: object[] }) => changes)).toEqual([
      {
        path: 'checkedThrough',
        before: null,
        after: '2025-07-31',
        causedBy: [{ type: 'SourcesChecked' }],
      },
    ]);
    expect(negotiation.explain).toEqual([
      { value: '2025-07-31', current: true, setBy: { type: 'SourcesChecked' } },
    ]);
  });
});

describe('the activity of a track', () => {
  it('is told in the timeline and explained', async () => {
    const opened = talks.TrackOpened('2025-03-01', { track: 'goods', title: 'Goods' });
    const { parley: one } = await given(
      launch,
      opened,
      talks.TalksPaused('2025-04-01', { scope: 'ALL', track: 'goods' }),
      talks.TalksResumed('2025-05-01', { track: 'goods' }),
      talks.TalksTerminated('2025-06-01', {}),
    );
    const path = `tracks.${opened.id}.activity`;
    const { negotiation } = await query(
      one,
      `query ($path: String!) { negotiation(slug: "in-us", asOf: { at: "2025-07-01" }) {
         tracks { activity } timeline { changes { path after causedBy { type } } }
         explain(path: $path) { value current setBy { type } } } }`,
      { path },
    );
    interface Change {
      path: string;
      after: string;
      causedBy: { type: string }[];
    }
    const changes = negotiation.timeline
      .flatMap((point: { changes: Change[] }) => point.changes)
      .filter((change: Change) => change.path === path);
    expect(
      changes.map(({ after, causedBy }: Change) => [after, ...causedBy.map(({ type }) => type)]),
    ).toEqual([
      ['ACTIVE', 'TrackOpened'],
      ['PAUSED', 'TalksPaused'],
      ['ACTIVE', 'TalksResumed'],
      ['TERMINATED', 'TalksTerminated'],
    ]);
    expect(negotiation.tracks).toEqual([{ activity: 'TERMINATED' }]);
    expect(negotiation.explain.at(-1)).toEqual({
      value: 'TERMINATED',
      current: true,
      setBy: { type: 'TalksTerminated' },
    });
  });
});
