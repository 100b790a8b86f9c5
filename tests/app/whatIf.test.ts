/** What-if reads: the result equals that of a log with the assumptions recorded; nothing is recorded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import type { EventDraft } from '../../events/parse.js';
import { EventsRefused } from '../../src/app/errors.js';
import { type Assumptions, Parley } from '../../src/app/parley.js';
import type { FlatView } from '../../src/domain/history/flatten.js';
import { flattenView } from '../../src/domain/history/segments.js';
import { openLog } from '../../src/log/openLog.js';
import { given, idOf, measure, published, talks } from '../support/given.js';
import { held, histories } from '../support/histories.js';
import { instants } from '../support/logs.js';
import { SEED } from '../support/seed.js';
import { NEGOTIATIONS } from '../support/universe.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');

const sent = ({
  id,
  stream,
  also,
  type,
  occurred,
  timeZone,
  data,
  sources,
  certainty,
}: AnyEvent) => ({
  ...{ id, stream, also, type, occurred, data, sources, certainty },
  ...(timeZone !== undefined && { timeZone }),
});

/** Parley over a log of these events with their `recordedAt`; no rule is checked. */
async function recorded(events: readonly AnyEvent[]): Promise<Parley> {
  const log = await openLog('memory:', { now: () => NOW });
  const drafts = events.map((event) => ({ ...sent(event), recordedAt: event.recordedAt }));
  if (drafts.length > 0)
    await log.append({ events: drafts as unknown as readonly EventDraft[], restore: true });
  return new Parley(log, { now: () => NOW });
}

const iso = (at: number): string => new Date(at).toISOString();

/** The leaves of both negotiations; none where one has not begun. */
async function leaves(parley: Parley, asOf: object, assuming?: Assumptions) {
  const pictures: FlatView[] = [];
  for (const stream of NEGOTIATIONS) {
    const slug = stream.slice('negotiation/'.length);
    const viewed = await parley.negotiation(slug, asOf, assuming);
    pictures.push(viewed ? flattenView(viewed.subject) : new Map());
  }
  return pictures;
}

const looks = async (...asked: Parameters<typeof leaves>) => (await leaves(...asked)).map(held);

const cases = fc.tuple(histories, fc.nat(), instants);

describe('a what-if read without an event', () => {
  it('equals a read of a log in which the event is retracted', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([log, pick, at]) => {
        const target = log[pick % log.length]!;
        const parley = await recorded(log);
        const asOf = { at: iso(at) };
        const [before, head] = [await looks(parley, asOf), await parley.head()];
        const without = await looks(parley, asOf, { without: [target.id] });
        expect(await parley.head()).toEqual(head);
        expect(await looks(parley, asOf)).toEqual(before);
        const retraction = {
          ...sent(target),
          ...{ id: undefined, type: 'EventRetracted', certainty: 'INFERRED', sources: [] },
          data: { event: target.id, reason: 'r' },
        };
        await parley.log.append({ events: [retraction as unknown as EventDraft] });
        expect(without).toEqual(await looks(parley, asOf));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

/** Tells one after the other those that may be appended; the rest are left out. */
async function accepted(parley: Parley, events: readonly AnyEvent[]) {
  const [told, refused]: [object[], object[]] = [[], []];
  for (const event of events.map(sent))
    try {
      await parley.append([event]);
      told.push(event);
    } catch (error) {
      if (!(error instanceof EventsRefused)) throw error;
      refused.push(event);
    }
  return { told, refused };
}

/** The problems that an append of these events is refused for; empty when it is accepted. */
const problems = (asking: Promise<unknown>) =>
  asking.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof EventsRefused)) throw error;
      return error.problems.map((each) => ({
        ...each,
        path: each.path.replace(/^assuming.with/, 'events'),
      }));
    },
  );

describe('a what-if read with further events', () => {
  it('equals a read of a log to which they were appended', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([all, pick, at]) => {
        const cut = pick % all.length;
        const [log, more] = [all.slice(0, cut), all.slice(cut)];
        const [parley, real] = [await recorded(log), await recorded(log)];
        const asOf = { at: iso(at) };
        const [before, head] = [await looks(parley, asOf), await parley.head()];
        const { told, refused } = await accepted(real, more);
        const assuming = { with: told };
        const pictures = await leaves(parley, asOf, assuming);
        expect(pictures.map(held)).toEqual(await looks(real, asOf));
        const ids = new Set(told.map((event) => (event as { id: string }).id));
        for (const { setBy } of pictures.flatMap((picture) => [...picture.values()]))
          for (const { event } of setBy)
            expect(event.hypothetical ?? false).toBe(ids.has(event.id));
        expect(await parley.head()).toEqual(head);
        expect(await looks(parley, asOf)).toEqual(before);
        const batch = [...told, ...refused];
        if (batch.length === 0) return;
        expect(await problems(parley.negotiation('a', asOf, { with: batch }))).toEqual(
          await problems((await recorded(log)).append(batch)),
        );
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('adds them to what was known at a past knownAt', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([all, pick, at]) => {
        const cut = pick % all.length;
        const [log, more] = [all.slice(0, cut), all.slice(cut)];
        const known = log.slice(0, Math.ceil(cut / 2));
        const then = known.at(-1);
        if (!then) return;
        const [parley, real] = [await recorded(log), await recorded(known)];
        const { told, refused } = await accepted(real, more);
        const asOf = { at: iso(at), knownAt: then.recordedAt };
        const pinned = await looks(parley, asOf);
        expect(await looks(parley, asOf, { with: told })).toEqual(
          await looks(real, { at: asOf.at }),
        );
        expect(await looks(parley, asOf)).toEqual(pinned);
        // What is assumed is judged by what was known then, whatever came later.
        const batch = [...told, ...refused];
        if (batch.length === 0) return;
        expect(await problems(parley.negotiation('a', asOf, { with: batch }))).toEqual(
          await problems((await recorded(known)).append(batch)),
        );
      }),
      { seed: SEED, numRuns: 80 },
    );
  });
});

describe('a hypothetical event', () => {
  const slug = 'in-us';
  const meeting = talks.MeetingHeld('2025-05-02', { level: 'MINISTERIAL' });
  const { id: _, ...unnamed } = meeting;

  it('is the same in every read, so that the diff of a view with itself is empty', async () => {
    const { parley } = await given(talks.NegotiationLaunched('2025-02-13'));
    const assuming = { with: [unnamed, unnamed] };
    const viewed = await parley.negotiation(slug, {}, assuming);
    expect(viewed!.subject.meetings).toHaveLength(2);
    expect((await parley.diff(viewed!, {})).changes).toEqual([]);
    const again = await parley.negotiation(slug, {}, assuming);
    expect(again!.subject.meetings).toEqual(viewed!.subject.meetings);
  });

  it('is refused with the ID of a recorded or another hypothetical event', async () => {
    const { parley } = await given(talks.NegotiationLaunched('2025-02-13'), meeting);
    const second = { ...meeting, id: idOf(999) };
    const refused = (...events: object[]) =>
      expect(parley.negotiation(slug, {}, { with: events })).rejects;
    await refused(meeting).toMatchObject({
      problems: [{ path: 'assuming.with[0].id', code: 'DUPLICATE_EVENT' }],
    });
    await refused(second, second).toMatchObject({
      problems: [{ path: 'assuming.with[1].id', code: 'DUPLICATE_EVENT' }],
    });
  });

  it("is recorded at the reader's present", async () => {
    const { parley } = await given(talks.NegotiationLaunched('2025-02-13'));
    const viewed = await parley.negotiation(slug, {}, { with: [unnamed] });
    const { event } = viewed!.subject.meetings[0]!.setBy;
    expect(event).toMatchObject({ hypothetical: true, recordedAt: '2027-01-01T00:00:00.000Z' });
    expect(await parley.event(event.id)).toBeUndefined();
  });

  it('makes a view that is not pinned, while the same view without it is', async () => {
    const { parley } = await given(talks.NegotiationLaunched('2025-02-13'));
    const then = { at: '2025-06-01', knownAt: '2025-07-01' };
    const meetings = async (assuming?: Assumptions) => {
      const { subject, view } = (await parley.negotiation(slug, then, assuming))!;
      return [subject.meetings.length, view.pinned, view.immutable];
    };
    expect(await meetings()).toEqual([0, true, true]);
    expect(await meetings({ with: [unnamed] })).toEqual([1, false, false]);
    expect(await meetings()).toEqual([0, true, true]);
  });
});

describe('a what-if read without an event that the log does not have', () => {
  it('is refused with the path of the ID', async () => {
    const { parley } = await given(talks.NegotiationLaunched('2025-02-13'));
    await expect(parley.negotiation('in-us', {}, { without: [idOf(998)] })).rejects.toMatchObject({
      problems: [{ path: 'assuming.without[0]', code: 'UNKNOWN_EVENT' }],
    });
  });
});

describe('a hypothetical event that can have no effect', () => {
  const tariff = measure('us-a');
  const adopted = tariff.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-02' });
  const suspended = tariff.MeasureSuspended(
    '2025-04-01',
    { effectiveFrom: '2025-04-02' },
    { recordedAt: '2025-06-01T00:00:00Z', sources: published('2025-05-01') },
  );
  const undone = tariff.EventRetracted(
    '2025-08-01',
    { event: suspended.id, reason: 'never' },
    { recordedAt: '2025-08-01T00:00:00Z', sources: published('2025-08-01') },
  );
  const resumed = tariff.MeasureResumed('2025-05-01', { effectiveFrom: '2025-05-02' });
  const refusal = {
    problems: [{ path: 'assuming.with[0].type', code: 'NOT_SUSPENDED' }],
  };

  it('is judged by what was known and public at the view', async () => {
    const { parley } = await given(adopted, suspended, undone);
    const status = async (asOf: object) =>
      (await parley.measure('us-a', { at: '2025-05-10', ...asOf }, { with: [resumed] }))?.subject
        .status;
    expect(await status({ knownAt: '2025-07-01' })).toBe('IN_FORCE');
    expect(await status({ publicAt: '2025-06-01' })).toBe('IN_FORCE');
    await expect(status({ knownAt: '2025-05-01' })).rejects.toMatchObject(refusal);
    await expect(status({ publicAt: '2025-04-01' })).rejects.toMatchObject(refusal);
    await expect(status({})).rejects.toMatchObject(refusal);
    const duty = (knownAt: string) =>
      parley.duty({ imposedBy: 'US', on: 'IN' }, { knownAt }, { with: [resumed] });
    expect((await duty('2025-07-01')).subject.total).toBe(10);
    await expect(duty('2025-05-01')).rejects.toMatchObject(refusal);
  });

  it('is judged without what is assumed absent', async () => {
    const { parley } = await given(adopted, suspended);
    const read = (without: readonly string[]) =>
      parley.measure('us-a', {}, { without, with: [resumed] });
    expect((await read([]))?.subject.status).toBe('IN_FORCE');
    await expect(read([suspended.id])).rejects.toMatchObject(refusal);
  });

  it('is refused for an event that was not known then', async () => {
    const { parley } = await given(adopted, suspended);
    const correction = tariff.EventRetracted('2025-09-01', { event: suspended.id, reason: 'r' });
    const read = (knownAt: string) => parley.measure('us-a', { knownAt }, { with: [correction] });
    expect((await read('2025-07-01'))?.subject.status).toBe('IN_FORCE');
    await expect(read('2025-05-01')).rejects.toMatchObject({
      problems: [{ path: 'assuming.with[0].data.event', code: 'UNKNOWN_EVENT' }],
    });
  });
});

describe('a what-if read without an event that was not known at the view', () => {
  it('is a read of the view', async () => {
    const late = talks.MeetingHeld('2025-05-02', { level: 'MINISTERIAL' });
    const { parley } = await given(talks.NegotiationLaunched('2025-02-13'), {
      ...late,
      recordedAt: '2025-09-01T00:00:00Z',
    });
    const view = await parley.negotiation(
      'in-us',
      { knownAt: '2025-06-01' },
      { without: [late.id] },
    );
    expect(view?.subject.meetings).toEqual([]);
  });
});
