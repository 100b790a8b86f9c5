import { expect, it } from 'vitest';
import type { StreamSnapshot } from '../../../src/log/core/eventLog.js';
import { OTHER_TALKS, said, TALKS, type Setting } from '../support.js';

const at = (position: number, rest: Partial<StreamSnapshot> = {}): StreamSnapshot => ({
  stream: TALKS,
  version: '1',
  position,
  recordHash: 'a'.repeat(64),
  body: `{"dossier":"as of ${position}, with a \\u0000 and a \u20ac"}`,
  bodyHash: 'b'.repeat(64),
  ...rest,
});

export function checkpoints({ open }: Setting): void {
  it('is absent until one is kept', async () => {
    const log = await open();
    await log.append({ events: [said('a')] });
    expect(await log.snapshot(TALKS)).toBeUndefined();
  });

  it('comes back as it was kept', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    expect(await log.snapshot(TALKS)).toEqual(at(7));
  });

  it('takes the place of the one before, for its own stream only', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    await log.saveSnapshot(at(3, { stream: OTHER_TALKS }));
    await log.saveSnapshot(at(9, { version: '2', recordHash: 'c'.repeat(64) }));
    expect(await log.snapshot(TALKS)).toEqual(at(9, { version: '2', recordHash: 'c'.repeat(64) }));
    expect(await log.snapshot(OTHER_TALKS)).toEqual(at(3, { stream: OTHER_TALKS }));
  });

  it('is no event: neither the head nor the streams know of it', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    expect((await log.head()).position).toBe(0);
    expect(await log.streams()).toEqual([]);
  });
}

export function keptCheckpoints({ open }: Setting): void {
  it('keeps a checkpoint, which others read too', async () => {
    const log = await open();
    await log.saveSnapshot(at(7));
    await log.close();
    const [one, other] = [await open(), await open({ readonly: true })];
    expect(await one.snapshot(TALKS)).toEqual(at(7));
    expect(await other.snapshot(TALKS)).toEqual(at(7));
    await one.saveSnapshot(at(8));
    expect(await other.snapshot(TALKS)).toEqual(at(8));
  });

  it('read-only, it keeps no checkpoint and does not complain', async () => {
    await (await open()).saveSnapshot(at(7));
    const log = await open({ readonly: true });
    await log.saveSnapshot(at(8));
    expect(await log.snapshot(TALKS)).toEqual(at(7));
  });
}
