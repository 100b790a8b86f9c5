import { expect, it } from 'vitest';
import {
  DuplicateEvent,
  IdempotencyConflict,
  RevisionConflict,
} from '../../src/log/core/errors.js';
import {
  collect,
  NOON,
  OTHER_TALKS,
  pause,
  statement,
  summaries,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

export function appending({ open }: SuiteContext): void {
  it('begins empty', async () => {
    const log = await open();
    expect(await log.head()).toEqual({ position: 0, hash: '', recorded: 0, recordedAt: '' });
    expect(await collect(log)).toEqual([]);
    expect(await log.streams()).toEqual([]);
    expect(await log.byId([uuid(1)])).toEqual([undefined]);
    expect(await log.positionAt(NOON)).toBe(0);
  });

  it('returns what it recorded, and reads the same', async () => {
    const log = await open({ now: () => NOON });
    const { events, repeated } = await log.append({
      events: [statement('one', { id: uuid(1), timeZone: 'Asia/Kolkata' }), pause()],
      recordedBy: 'desk',
    });
    expect(repeated).toBe(false);
    expect(events[0]).toMatchObject({
      id: uuid(1),
      stream: TALKS,
      also: [],
      type: 'StatementMade',
      occurred: '2025-11-04',
      timeZone: 'Asia/Kolkata',
      data: { speaker: 'Karoline Leavitt', summary: 'one' },
      certainty: 'REPORTED',
      recordedAt: '2025-11-04T12:00:00.000Z',
      recorded: NOON,
      recordedBy: 'desk',
      position: 1,
      revision: 1,
    });
    expect(events[1]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(await collect(log)).toEqual(events);
    expect(await log.byId([uuid(1)])).toEqual([events[0]]);
    const { position, hash, recorded, recordedAt } = events[1]!;
    expect(await log.head()).toEqual({ position, hash, recorded, recordedAt });
  });

  it('counts revisions in each stream and positions in the whole', async () => {
    const log = await open();
    const other = statement('elsewhere', { stream: OTHER_TALKS });
    await log.append({ events: [statement('a'), other, statement('b')] });
    const { events } = await log.append({ events: [other, statement('c')] });
    expect(events.map(({ position, revision }) => [position, revision])).toEqual([
      [4, 2],
      [5, 3],
    ]);
    expect(await log.streams()).toEqual([
      { stream: OTHER_TALKS, revision: 2 },
      { stream: TALKS, revision: 3 },
    ]);
  });

  it('accepts an append of no events and records nothing', async () => {
    const log = await open();
    expect(await log.append({ events: [] })).toEqual({ events: [], repeated: false });
    expect((await log.head()).position).toBe(0);
  });

  it('does not modify the draft, and freezes the events it returns and reads', async () => {
    const log = await open();
    const draft = statement('one');
    const { events } = await log.append({ events: [draft] });
    (draft.data as { summary: string }).summary = 'changed';
    expect(await summaries(log)).toEqual(['one']);
    for (const event of [...events, ...(await collect(log))]) {
      expect(() => Object.assign(event.data, { speaker: 'nobody' })).toThrow(TypeError);
      expect(() => Object.assign(event.sources[0]!, { kind: 'SOCIAL' })).toThrow(TypeError);
      expect(() => Object.assign(event, { position: 9 })).toThrow(TypeError);
      expect(() => (event.also as string[]).push(TALKS)).toThrow(TypeError);
    }
  });

  it('accepts a matching expected revision, and 0 for a new stream', async () => {
    const log = await open();
    const expecting = (revision: number) => [{ stream: TALKS, revision }];
    await log.append({ events: [statement('first')], expectedRevisions: expecting(0) });
    await log.append({ events: [statement('second')], expectedRevisions: expecting(1) });
    expect(await summaries(log)).toEqual(['first', 'second']);
  });

  it('refuses an expected revision that is too low or too high, and records nothing', async () => {
    const log = await open();
    await log.append({ events: [statement('first')] });
    for (const revision of [0, 2]) {
      const refusal = log.append({
        events: [statement('late', { stream: OTHER_TALKS })],
        expectedRevisions: [
          { stream: OTHER_TALKS, revision: 0 },
          { stream: TALKS, revision },
        ],
      });
      await expect(refusal).rejects.toBeInstanceOf(RevisionConflict);
      await expect(refusal).rejects.toMatchObject({
        code: 'REVISION_CONFLICT',
        stream: TALKS,
        expected: revision,
        actual: 1,
      });
    }
    expect(await summaries(log)).toEqual(['first']);
  });

  it('answers a repeated idempotency key with the first result, though revisions moved on', async () => {
    const log = await open();
    const append = {
      events: [statement('once')],
      idempotencyKey: 'k',
      expectedRevisions: [{ stream: TALKS, revision: 0 }],
    };
    const first = await log.append(append);
    await log.append({ events: [statement('between')] });
    expect(await log.append(append)).toEqual({ events: first.events, repeated: true });
    expect(await log.append({ ...append, dryRun: true })).toMatchObject({ repeated: true });
    expect(await summaries(log)).toEqual(['once', 'between']);
  });

  it('compares the events of a repeated append whatever the order of their keys', async () => {
    const log = await open();
    const { type, stream, ...rest } = statement('once');
    await log.append({ events: [statement('once')], idempotencyKey: 'k' });
    const again = { ...rest, stream, type };
    expect(await log.append({ events: [again], idempotencyKey: 'k' })).toMatchObject({
      repeated: true,
    });
  });

  it('refuses an idempotency key that was used for other events', async () => {
    const log = await open();
    await log.append({ events: [statement('once')], idempotencyKey: 'k' });
    const refusal = log.append({ events: [statement('other')], idempotencyKey: 'k' });
    await expect(refusal).rejects.toBeInstanceOf(IdempotencyConflict);
    await expect(refusal).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', key: 'k' });
    expect(await summaries(log)).toEqual(['once']);
  });

  it('does not use up the idempotency key of a refused append', async () => {
    const log = await open();
    const late = [{ stream: TALKS, revision: 3 }];
    const append = { events: [statement('once')], idempotencyKey: 'k' };
    await expect(log.append({ ...append, expectedRevisions: late })).rejects.toThrow();
    expect(await log.append(append)).toMatchObject({ repeated: false });
  });

  it('refuses an existing id, names the event, and records nothing of the append', async () => {
    const log = await open();
    await log.append({ events: [statement('first', { id: uuid(1) })] });
    const refusal = log.append({ events: [statement('new'), statement('again', { id: uuid(1) })] });
    await expect(refusal).rejects.toBeInstanceOf(DuplicateEvent);
    await expect(refusal).rejects.toMatchObject({ id: uuid(1), index: 1 });
    expect(await summaries(log)).toEqual(['first']);
  });

  it('refuses the same id twice in one append', async () => {
    const log = await open();
    const twice = [statement('a', { id: uuid(1) }), statement('b', { id: uuid(1) })];
    await expect(log.append({ events: twice })).rejects.toMatchObject({ index: 1 });
    expect((await log.head()).position).toBe(0);
  });

  it('returns what a dry run would record and writes nothing', async () => {
    const log = await open({ now: () => NOON });
    const events = [statement('a', { id: uuid(1) }), statement('b', { id: uuid(2) })];
    const append = { events, idempotencyKey: 'k' };
    const dry = await log.append({ ...append, dryRun: true });
    expect((await log.head()).position).toBe(0);
    expect(await log.streams()).toEqual([]);
    expect(await log.append(append)).toEqual(dry);
    const duplicate = log.append({ events: [statement('c', { id: uuid(1) })], dryRun: true });
    await expect(duplicate).rejects.toBeInstanceOf(DuplicateEvent);
  });
}
