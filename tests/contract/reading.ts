import { beforeEach, expect, it } from 'vitest';
import type { EventLog, Selection } from '../../src/log/core/eventLog.js';
import {
  collect,
  OTHER_TALKS,
  pause,
  statement,
  summaries,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

export function reading({ open }: SuiteContext): void {
  let log: EventLog;
  const positions = async (selection?: Selection, pageSize?: number) =>
    (await collect(log, selection, pageSize)).map(({ position }) => position);

  // Positions 1 to 9: every third is a pause, every second in the other stream, 9 in both.
  beforeEach(async () => {
    log = await open();
    for (let n = 1; n <= 9; n++) {
      const rest = {
        id: uuid(n),
        stream: n % 2 === 0 ? OTHER_TALKS : TALKS,
        ...(n === 9 ? { also: [OTHER_TALKS] } : {}),
        ...(n <= 2 ? { certainty: 'CONFIRMED' as const } : {}),
      };
      await log.append({ events: [n % 3 === 0 ? pause(rest) : statement(`${n}`, rest)] });
    }
  });

  it('returns the same events forwards and backwards for every page size', async () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    for (const size of [1, 2, 3, 9, 100]) {
      expect(await positions({}, size)).toEqual(all);
      expect(await positions({ backwards: true }, size)).toEqual([...all].reverse());
    }
  });

  it('returns pages of at most the requested size, and no empty page', async () => {
    const sizes: number[] = [];
    for await (const page of log.read({}, 3)) sizes.push(page.length);
    expect(sizes).toEqual([3, 3, 3]);
  });

  it('returns positions strictly between after and before, up to the limit', async () => {
    for (const size of [1, 2, 100]) {
      expect(await positions({ after: 3, before: 7 }, size)).toEqual([4, 5, 6]);
      expect(await positions({ after: 3, before: 7, backwards: true }, size)).toEqual([6, 5, 4]);
      expect(await positions({ after: 3, limit: 2 }, size)).toEqual([4, 5]);
      expect(await positions({ before: 7, limit: 2, backwards: true }, size)).toEqual([6, 5]);
    }
    expect(await positions({ limit: 0 })).toEqual([]);
    expect(await positions({ after: 9 })).toEqual([]);
    expect(await positions({ after: 5, before: 6 })).toEqual([]);
  });

  it('merges streams in position order without repeating an event', async () => {
    for (const size of [1, 2, 100]) {
      expect(await positions({ streams: [OTHER_TALKS] }, size)).toEqual([2, 4, 6, 8, 9]);
      expect(await positions({ streams: [TALKS, OTHER_TALKS, TALKS] }, size)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
      expect(
        await positions({ streams: [OTHER_TALKS, TALKS], backwards: true, after: 4 }, size),
      ).toEqual([9, 8, 7, 6, 5]);
    }
  });

  it('selects types and certainties, alone and together with streams', async () => {
    for (const size of [1, 100]) {
      expect(await positions({ types: ['TalksPaused'] }, size)).toEqual([3, 6, 9]);
      expect(await positions({ types: ['TalksPaused', 'StatementMade'], limit: 4 }, size)).toEqual([
        1, 2, 3, 4,
      ]);
      expect(
        await positions({ types: ['TalksPaused'], streams: [OTHER_TALKS], backwards: true }, size),
      ).toEqual([9, 6]);
      expect(await positions({ certainty: ['CONFIRMED'] }, size)).toEqual([1, 2]);
      expect(await positions({ certainty: ['REPORTED'], limit: 1 }, size)).toEqual([3]);
      expect(
        await positions({ certainty: ['CONFIRMED', 'DISPUTED'], streams: [OTHER_TALKS] }, size),
      ).toEqual([2]);
      expect(
        await positions({ certainty: ['REPORTED'], types: ['StatementMade'], after: 4 }, size),
      ).toEqual([5, 7, 8]);
    }
  });

  it('returns nothing for an empty list, an unknown stream or an unused type', async () => {
    expect(await positions({ streams: [] })).toEqual([]);
    expect(await positions({ types: [] })).toEqual([]);
    expect(await positions({ certainty: [] })).toEqual([]);
    expect(await positions({ streams: ['negotiation/none'] })).toEqual([]);
    expect(await positions({ types: ['RoundHeld'] })).toEqual([]);
  });

  it('finds events by id in the order asked', async () => {
    const found = await log.byId([uuid(3), uuid(99), uuid(1), uuid(3)]);
    expect(found.map((event) => event?.position)).toEqual([3, undefined, 1, 3]);
  });

  it('includes events appended during the read', async () => {
    const seen: (string | undefined)[] = [];
    for await (const page of log.read({ types: ['StatementMade'] }, 6)) {
      seen.push(...page.map(({ id }) => id));
      if (seen.length === 6) await log.append({ events: [statement('late', { id: uuid(10) })] });
    }
    expect(seen.at(-1)).toBe(uuid(10));
  });

  it('stores canonical JSON without absent fields', async () => {
    const bodies: string[] = [];
    for await (const page of log.records()) bodies.push(...page.map(({ body }) => body));
    expect(bodies).toHaveLength(9);
    expect(Object.keys(JSON.parse(bodies[3]!) as object)).toEqual([
      'data',
      'id',
      'occurred',
      'position',
      'previous',
      'recordedAt',
      'revision',
      'sources',
      'stream',
      'type',
    ]);
    expect(await summaries(log, { after: 3, limit: 1 })).toEqual(['4']);
  });
}
