import { expect, it } from 'vitest';
import {
  DuplicateEvent,
  IdempotencyConflict,
  RevisionConflict,
} from '../../../src/log/core/errors.js';
import {
  collect,
  NOON,
  OTHER_TALKS,
  paused,
  said,
  sayings,
  TALKS,
  uuid,
  type Setting,
} from '../support.js';

export function appending({ open }: Setting): void {
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
      events: [said('one', { id: uuid(1), timeZone: 'Asia/Kolkata' }), paused()],
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
    const other = said('elsewhere', { stream: OTHER_TALKS });
    await log.append({ events: [said('a'), other, said('b')] });
    const { events } = await log.append({ events: [other, said('c')] });
    expect(events.map(({ position, revision }) => [position, revision])).toEqual([
      [4, 2],
      [5, 3],
    ]);
    expect(await log.streams()).toEqual([
      { stream: OTHER_TALKS, revision: 2 },
      { stream: TALKS, revision: 3 },
    ]);
  });

  it('takes nothing at all as nothing', async () => {
    const log = await open();
    expect(await log.append({ events: [] })).toEqual({ events: [], repeated: false });
    expect((await log.head()).position).toBe(0);
  });

  it('leaves the draft alone, and freezes what it returns and reads', async () => {
    const log = await open();
    const draft = said('one');
    const { events } = await log.append({ events: [draft] });
    (draft.data as { summary: string }).summary = 'changed';
    expect(await sayings(log)).toEqual(['one']);
    for (const event of [...events, ...(await collect(log))]) {
      expect(() => Object.assign(event.data, { speaker: 'nobody' })).toThrow(TypeError);
      expect(() => Object.assign(event.sources[0]!, { kind: 'SOCIAL' })).toThrow(TypeError);
      expect(() => Object.assign(event, { position: 9 })).toThrow(TypeError);
      expect(() => (event.also as string[]).push(TALKS)).toThrow(TypeError);
    }
  });

  it('takes a revision that was expected, and 0 for a new stream', async () => {
    const log = await open();
    const expecting = (revision: number) => [{ stream: TALKS, revision }];
    await log.append({ events: [said('first')], expectedRevisions: expecting(0) });
    await log.append({ events: [said('second')], expectedRevisions: expecting(1) });
    expect(await sayings(log)).toEqual(['first', 'second']);
  });

  it('refuses a revision that has moved on, or is not reached, and records nothing', async () => {
    const log = await open();
    await log.append({ events: [said('first')] });
    for (const revision of [0, 2]) {
      const refusal = log.append({
        events: [said('late', { stream: OTHER_TALKS })],
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
    expect(await sayings(log)).toEqual(['first']);
  });

  it('answers a repeated idempotency key with the first result, though revisions moved on', async () => {
    const log = await open();
    const append = {
      events: [said('once')],
      idempotencyKey: 'k',
      expectedRevisions: [{ stream: TALKS, revision: 0 }],
    };
    const first = await log.append(append);
    await log.append({ events: [said('between')] });
    expect(await log.append(append)).toEqual({ events: first.events, repeated: true });
    expect(await log.append({ ...append, dryRun: true })).toMatchObject({ repeated: true });
    expect(await sayings(log)).toEqual(['once', 'between']);
  });

  it('compares what was sent, whatever the order of its keys', async () => {
    const log = await open();
    const { type, stream, ...rest } = said('once');
    await log.append({ events: [said('once')], idempotencyKey: 'k' });
    const again = { ...rest, stream, type };
    expect(await log.append({ events: [again], idempotencyKey: 'k' })).toMatchObject({
      repeated: true,
    });
  });

  it('refuses an idempotency key that was used for other events', async () => {
    const log = await open();
    await log.append({ events: [said('once')], idempotencyKey: 'k' });
    const refusal = log.append({ events: [said('other')], idempotencyKey: 'k' });
    await expect(refusal).rejects.toBeInstanceOf(IdempotencyConflict);
    await expect(refusal).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', key: 'k' });
    expect(await sayings(log)).toEqual(['once']);
  });

  it('keeps an idempotency key free when the append was refused', async () => {
    const log = await open();
    const late = [{ stream: TALKS, revision: 3 }];
    const append = { events: [said('once')], idempotencyKey: 'k' };
    await expect(log.append({ ...append, expectedRevisions: late })).rejects.toThrow();
    expect(await log.append(append)).toMatchObject({ repeated: false });
  });

  it('refuses an id that it holds, naming the event, and records nothing of the append', async () => {
    const log = await open();
    await log.append({ events: [said('first', { id: uuid(1) })] });
    const refusal = log.append({ events: [said('new'), said('again', { id: uuid(1) })] });
    await expect(refusal).rejects.toBeInstanceOf(DuplicateEvent);
    await expect(refusal).rejects.toMatchObject({ id: uuid(1), index: 1 });
    expect(await sayings(log)).toEqual(['first']);
  });

  it('refuses the same id twice in one append', async () => {
    const log = await open();
    const twice = [said('a', { id: uuid(1) }), said('b', { id: uuid(1) })];
    await expect(log.append({ events: twice })).rejects.toMatchObject({ index: 1 });
    expect((await log.head()).position).toBe(0);
  });

  it('runs dry: shows what would be recorded and leaves no trace', async () => {
    const log = await open({ now: () => NOON });
    const events = [said('a', { id: uuid(1) }), said('b', { id: uuid(2) })];
    const append = { events, idempotencyKey: 'k' };
    const dry = await log.append({ ...append, dryRun: true });
    expect((await log.head()).position).toBe(0);
    expect(await log.streams()).toEqual([]);
    expect(await log.append(append)).toEqual(dry);
    const duplicate = log.append({ events: [said('c', { id: uuid(1) })], dryRun: true });
    await expect(duplicate).rejects.toBeInstanceOf(DuplicateEvent);
  });
}
