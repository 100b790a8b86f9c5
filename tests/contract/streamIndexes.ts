import { expect, it } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import { completeIndex, remakeIndex } from '../../src/log/core/streamIndex/completeIndex.js';
import type { StreamQuery } from '../../src/log/core/streamIndex/streamIndex.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { verify } from '../../src/log/core/verify.js';
import {
  OTHER_TALKS,
  retraction,
  statement,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

const sources = statement('').sources;

const adopted = (slug: string, data: object = {}, rest: Partial<EventDraft> = {}): EventDraft => ({
  stream: `measure/${slug}`,
  type: 'MeasureAdopted',
  occurred: '2025-08-06',
  data: {
    title: slug,
    imposedBy: 'US',
    affects: ['IN'],
    kind: 'OTHER',
    rate: 25,
    effectiveFrom: '2025-08-27',
    ...data,
  },
  sources,
  ...rest,
});

const correction = (event: string, data: object, rest: Partial<EventDraft> = {}): EventDraft =>
  ({
    stream: TALKS,
    type: 'EventCorrected',
    occurred: '2025-11-05',
    data: { event, reason: 'misread', data },
    sources,
    ...rest,
  }) as EventDraft;

const launched = (slug: string, parties: readonly string[]): EventDraft =>
  ({
    stream: `negotiation/${slug}`,
    type: 'NegotiationLaunched',
    occurred: '2025-02-13',
    data: { title: slug, parties },
    sources,
  }) as EventDraft;

const find = async (log: EventLog, query: StreamQuery) =>
  log.index.streams(query, (await log.head()).position);

const measures = (...keys: readonly string[][]): StreamQuery => ({ prefix: 'measure/', keys });

export function streamIndexes({ open }: SuiteContext): void {
  it('names the streams with a key of each list, in order of name', async () => {
    const log = await open();
    await log.append({
      events: [
        adopted('b', { affects: ['IN', 'CN'] }),
        adopted('c', { imposedBy: 'CN', affects: ['*'] }),
        adopted('a', { affects: ['*'], goods: { hs: ['7208', '76'] } }),
        launched('in-us', ['IN', 'US']),
      ],
    });
    expect(await find(log, measures(['imposedBy US']))).toEqual(['measure/a', 'measure/b']);
    expect(await find(log, measures(['imposedBy US'], ['affects CN', 'affects *']))).toEqual([
      'measure/a',
      'measure/b',
    ]);
    expect(await find(log, measures(['imposedBy US'], ['affects CN']))).toEqual(['measure/b']);
    expect(await find(log, measures(['hs 7208']))).toEqual(['measure/a']);
    expect(await find(log, measures(['hs *']))).toEqual(['measure/b', 'measure/c']);
    expect(await find(log, measures(['affects *'], ['imposedBy IN']))).toEqual([]);
    expect(await find(log, measures([]))).toEqual([]);
    expect(await find(log, { prefix: 'negotiation/', keys: [['party IN', 'party BR']] })).toEqual([
      'negotiation/in-us',
    ]);
  });

  it('finds every key that begins with a prefix', async () => {
    const log = await open();
    await log.append({
      events: [
        adopted('a', { goods: { hs: ['720851', '76'] } }),
        adopted('b', { goods: { hs: ['72'] } }),
        adopted('c', { goods: { hs: ['7208'] } }),
      ],
    });
    const steel = measures(['imposedBy US'], ['hs 72']);
    expect(await find(log, steel)).toEqual(['measure/b']);
    const query = {
      prefix: 'measure/',
      keys: [['hs 72', { prefix: 'hs 7208' }], ['imposedBy US']],
    };
    expect(await find(log, query)).toEqual(['measure/a', 'measure/b', 'measure/c']);
    expect(await find(log, { ...query, among: ['measure/c', 'measure/x'] })).toEqual(['measure/c']);
  });

  it('pages through names in both directions', async () => {
    const log = await open();
    const slugs = ['a', 'b', 'c', 'd', 'e'];
    await log.append({ events: [...slugs.map((slug) => adopted(slug)), launched('x', ['US'])] });
    const page = async (query: StreamQuery) =>
      (await find(log, { prefix: 'measure/', ...query }))?.map((name) => name.slice(8)).join('');
    for (const keys of [{}, { keys: [['imposedBy US', 'affects IN']] }]) {
      expect(await page(keys)).toBe('abcde');
      expect(await page({ ...keys, limit: 2 })).toBe('ab');
      expect(await page({ ...keys, after: 'measure/b', limit: 2 })).toBe('cd');
      expect(await page({ ...keys, backwards: true, limit: 2 })).toBe('ed');
      expect(await page({ ...keys, before: 'measure/d', backwards: true, limit: 2 })).toBe('cb');
      expect(await page({ ...keys, after: 'measure/a', before: 'measure/c' })).toBe('b');
      expect(await page({ ...keys, after: 'z' })).toBe('');
    }
    expect(await find(log, { after: 'measure/d' })).toEqual(['measure/e', 'negotiation/x']);
  });

  it('keeps every key that was ever stated, by corrections too', async () => {
    const log = await open();
    await log.append({ events: [adopted('a', {}, { id: uuid(1), also: [TALKS] })] });
    await log.append({
      events: [
        correction(uuid(1), { imposedBy: 'CN', affects: ['BR'] }, { id: uuid(2) }),
        correction(uuid(2), { data: { imposedBy: 'JP' } }, { id: uuid(3) }),
        retraction(uuid(2), { id: uuid(4) }),
      ],
    });
    for (const key of ['imposedBy US', 'imposedBy CN', 'imposedBy JP', 'affects IN', 'affects BR'])
      expect(await find(log, { keys: [[key]] })).toEqual(['measure/a']);
  });

  it('tells which histories have grown since a position', async () => {
    const log = await open();
    await log.append({
      events: [
        statement('one', { id: uuid(1), also: [OTHER_TALKS] }),
        statement('two', { id: uuid(2) }),
      ],
    });
    const { events } = await log.append({
      events: [retraction(uuid(1), { stream: 'negotiation/errata', id: uuid(3) })],
    });
    const { state, heads } = await log.index.changesAfter(2);
    expect(state).toMatchObject({ position: 3, recordHash: events[0]?.hash });
    expect([...heads].sort((a, b) => (a.stream < b.stream ? -1 : 1))).toEqual([
      { stream: 'negotiation/errata', revision: 1, position: 3 },
      { stream: OTHER_TALKS, revision: 0, position: 3 },
      { stream: TALKS, revision: 2, position: 3 },
    ]);
    expect((await log.index.changesAfter(3)).heads).toEqual([]);
  });

  it('tells the same since a position within an append, whatever the order of its streams', async () => {
    const log = await open();
    await log.append({
      events: [
        statement('one', { stream: TALKS }),
        statement('two', { stream: OTHER_TALKS }),
        statement('three', { stream: TALKS }),
      ],
    });
    const changed = async (since: number) => (await log.index.changesAfter(since)).heads;
    const other = { stream: OTHER_TALKS, revision: 1, position: 2 };
    const talks = { stream: TALKS, revision: 2, position: 3 };
    expect(await changed(0)).toEqual([other, talks]);
    expect(await changed(1)).toEqual([other, talks]);
    expect(await changed(2)).toEqual([talks]);
  });

  it('is as the events say after refused, repeated and trial appends', async () => {
    const log = await open();
    const request = { idempotencyKey: 'k', events: [adopted('a', {}, { id: uuid(1) })] };
    await log.append(request);
    await log.append(request);
    await log.append({ events: [adopted('b')], dryRun: true });
    await expect(log.append({ events: [adopted('c', {}, { id: uuid(1) })] })).rejects.toThrow();
    await log.append({ idempotencyKey: 'none', events: [adopted('d')] });
    expect(await find(log, measures(['imposedBy US']))).toEqual(['measure/a', 'measure/d']);
    expect(await log.index.streams({}, 3)).toBeUndefined();
    expect(await verify(log)).toMatchObject({ ok: true, count: 2 });
  });
}

/** A program of an older version appends without the index: here, one that lost what was indexed. */
export function durableStreamIndexes({ open }: SuiteContext): void {
  const emptied = async () => {
    const log = await open();
    await log.append({
      events: [
        adopted('a', {}, { id: uuid(1) }),
        correction(uuid(1), { imposedBy: 'CN' }, { id: uuid(2) }),
        launched('x', ['US', 'IN']),
      ],
    });
    const before = [];
    for await (const page of log.index.rows()) before.push(...page);
    await log.index.clear(await log.index.state());
    return { log, before };
  };

  it('is made again from the events, the same as before', async () => {
    const { log, before } = await emptied();
    expect(await log.index.streams({}, 1)).toBeUndefined();
    await log.append({ events: [adopted('b')] });
    expect(await log.index.state()).toMatchObject({ position: 0 });
    const seen: number[] = [];
    expect(await completeIndex(log, log.index, (position) => seen.push(position))).toBe(true);
    expect(seen).toEqual([4]);
    expect(await find(log, measures(['imposedBy CN']))).toEqual(['measure/a']);
    expect(await find(log, measures(['imposedBy US']))).toEqual(['measure/a', 'measure/b']);
    const after = [];
    for await (const page of log.index.rows()) after.push(...page);
    expect(after.filter(({ position }) => position <= 3)).toEqual(before);
    expect(await verify(log)).toMatchObject({ ok: true, count: 4 });
    await log.append({ events: [adopted('c')] });
    expect(await log.index.state()).toMatchObject({ position: 5 });
  });

  it('is made anew as the events say, whatever it holds, while others append', async () => {
    const log = await open();
    await log.append({ events: [adopted('a'), launched('x', ['US', 'IN'])] });
    await log.index.clear(await log.index.state());
    await log.index.write({
      after: 0,
      position: 2,
      recordHash: (await log.head()).hash,
      heads: [{ stream: 'measure/z', revision: 1, position: 1 }],
      rows: [{ key: 'imposedBy US', stream: 'measure/z', position: 1 }],
      texts: [],
    });
    expect(await verify(log)).toMatchObject({ ok: false, count: 2, isDerived: true });
    const other = await open();
    const slugs = ['b', 'c', 'd', 'e'];
    await Promise.all([
      remakeIndex(log),
      remakeIndex(other),
      ...slugs.map((slug) => other.append({ events: [adopted(slug)] })),
    ]);
    expect(await completeIndex(log)).toBe(true);
    expect(await verify(log)).toMatchObject({ ok: true, count: 6 });
    expect(await find(log, measures(['imposedBy US']))).toEqual(
      ['a', ...slugs].map((slug) => `measure/${slug}`),
    );
  });

  it('is not made anew by a log opened read-only', async () => {
    await emptied();
    const log = await open({ readonly: true });
    expect(await remakeIndex(log)).toBe(false);
  });

  it('is brought up to date by one of two that try at once', async () => {
    const { log } = await emptied();
    const other = await open();
    expect(await Promise.all([completeIndex(log), completeIndex(other)])).toEqual([true, true]);
    expect(await verify(other)).toMatchObject({ ok: true, count: 3 });
  });

  it('is not written through a log opened read-only', async () => {
    await emptied();
    const log = await open({ readonly: true });
    expect(await completeIndex(log)).toBe(false);
    expect(await log.index.state()).toMatchObject({ position: 0 });
  });
}
