import { expect, it } from 'vitest';
import type { StreamSnapshot } from '../../src/log/core/eventLog.js';
import { OTHER_TALKS, statement, TALKS, type SuiteContext } from '../support/logFixtures.js';

const at = (position: number, rest: Partial<StreamSnapshot> = {}): StreamSnapshot => ({
  stream: TALKS,
  version: '1',
  position,
  recordHash: 'a'.repeat(64),
  body: `{"dossier":"as of ${position}, with a \\u0000 and a \u20ac"}`,
  bodyHash: 'b'.repeat(64),
  ...rest,
});

export function snapshots({ open }: SuiteContext): void {
  it('is undefined until one is saved', async () => {
    const log = await open();
    await log.append({ events: [statement('a')] });
    expect(await log.snapshot(TALKS)).toBeUndefined();
  });

  it('is returned as saved', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    expect(await log.snapshot(TALKS)).toEqual(at(7));
  });

  it('replaces the previous one of its stream only', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    await log.saveSnapshot(at(3, { stream: OTHER_TALKS }));
    await log.saveSnapshot(at(9, { version: '2', recordHash: 'c'.repeat(64) }));
    expect(await log.snapshot(TALKS)).toEqual(at(9, { version: '2', recordHash: 'c'.repeat(64) }));
    expect(await log.snapshot(OTHER_TALKS)).toEqual(at(3, { stream: OTHER_TALKS }));
  });

  it('is not an event: head and streams are unchanged', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    expect((await log.head()).position).toBe(0);
    expect(await log.streams()).toEqual([]);
  });
}

export function durableSnapshots({ open }: SuiteContext): void {
  it('keeps a snapshot that other processes read, too', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    await log.close();
    const [one, other] = [await open(), await open({ readonly: true })];
    expect(await one.snapshot(TALKS)).toEqual(at(7));
    expect(await other.snapshot(TALKS)).toEqual(at(7));
    await one.saveSnapshot(at(8));
    expect(await other.snapshot(TALKS)).toEqual(at(8));
  });

  it('opened read-only ignores a snapshot to save', async () => {
    await (await open()).saveSnapshot(at(7));
    const log = await open({ readonly: true });
    await log.saveSnapshot(at(8));
    expect(await log.snapshot(TALKS)).toEqual(at(7));
  });
}
