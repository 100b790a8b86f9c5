import { expect, it } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import { foldText, trigramsToFind } from '../../events/searchText.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { completeIndex, remakeIndex } from '../../src/log/core/streamIndex/completeIndex.js';
import type { TextQuery } from '../../src/log/core/streamIndex/streamIndex.js';
import { verify } from '../../src/log/core/verify.js';
import { statement, uuid, type SuiteContext } from '../support/logFixtures.js';

const text = (summary: string, n: number): EventDraft => statement(summary, { id: uuid(n) });

/** Those of a durable log, by what its events say. */
export function textIndexes({ open }: SuiteContext): void {
  const search = async (log: EventLog, asked: string, rest: Partial<TextQuery> = {}) => {
    const trigrams = trigramsToFind([foldText(asked)]);
    const all = { trigrams, after: 0, before: 100, backwards: false, limit: 100 };
    const found = await log.index.search?.({ ...all, ...rest }, (await log.head()).position);
    return found?.map(({ position }) => position);
  };

  it('finds events by any part of what they say, letters folded', async () => {
    const log = await open();
    await log.append({
      events: [
        text("Türkiye's Evrim Ağacı called it “unfair”", 1),
        text('O\'Neill said: 50% \\ "quote" & | ! <-> *', 2),
        text('日本は関税を引き下げる 😀😀😀', 3),
        text('ΟΔΟΣ και Straße, ŁÓDŹ, Ελλάς', 4),
      ],
    });
    for (const [asked, found] of [
      ['evrim agaci', [1]],
      ['VRIM A', [1]],
      ["o'neill", [2]],
      ['% \\ "quo', [2]],
      ['& | !', [2]],
      ['<->', [2]],
      ['関税を', [3]],
      ['😀😀😀', [3]],
      ['οδος', [4]],
      ['strasse', [4]],
      ['lodz', [4]],
      ['ελλας', [4]],
      ['nowhere', []],
    ] as const)
      expect([asked, await search(log, asked)]).toEqual([asked, found]);
  });

  it('pages through them in both directions, up to what it holds', async () => {
    const log = await open();
    const texts = ['tariff one', 'other', 'tariff two', 'tariff three', 'tariff four'];
    await log.append({ events: texts.map((each, i) => text(each, i + 1)) });
    expect(await search(log, 'tariff')).toEqual([1, 3, 4, 5]);
    expect(await search(log, 'tariff', { limit: 2 })).toEqual([1, 3]);
    expect(await search(log, 'tariff', { backwards: true, limit: 2 })).toEqual([5, 4]);
    expect(await search(log, 'tariff', { before: 4, backwards: true })).toEqual([3, 1]);
    expect(await search(log, 'tariff', { after: 3 })).toEqual([4, 5]);
    const query = { trigrams: ['tar'], after: 0, before: 9, backwards: false, limit: 1 };
    expect(await log.index.search?.(query, 6)).toBeUndefined();
  });

  it('holds what is appended while it is made anew', async () => {
    const log = await open();
    await log.append({ events: [text('first', 1), text('second', 2)] });
    await Promise.all([remakeIndex(log), log.append({ events: [text('third', 3)] })]);
    expect(await completeIndex(log)).toBe(true);
    expect(await search(log, 'first')).toEqual([1]);
    expect(await search(log, 'third')).toEqual([3]);
    expect(await verify(log)).toMatchObject({ ok: true, count: 3 });
  });

  it('holds a text with more trigrams than a database takes at once', async () => {
    const log = await open();
    const characters = Array.from({ length: 15_000 }, (_, i) =>
      String.fromCodePoint(0x4e00 + ((i * 7) % 20_000), 0x4e00 + ((i * 13) % 20_000)),
    );
    await log.append({ events: [text(characters.join(''), 1), text('other', 2)] });
    expect(await search(log, characters.slice(14_000, 14_003).join(''))).toEqual([1]);
    expect(await verify(log)).toMatchObject({ ok: true, count: 2 });
  });
}
