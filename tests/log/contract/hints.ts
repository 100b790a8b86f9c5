import { expect, it } from 'vitest';
import { collect, said, type Setting, until } from '../support.js';

const MODES = ['direct', 'notify', 'poll'];

export function hints({ open }: Setting): void {
  it('come after an append through the same log, to everyone who listens', async () => {
    const log = await open();
    const heard = [0, 0];
    const listening = [
      await log.listen(() => heard[0]!++),
      await log.listen(() => heard[1]!++),
    ] as const;
    expect(MODES).toContain(listening[0].mode);
    const before = [...heard];
    await log.append({ events: [said('a')] });
    await until(() => heard.every((count, index) => count > before[index]!));
    await listening[0].stop();
    const [stopped] = heard;
    const after = heard[1]!;
    await log.append({ events: [said('b')] });
    await until(() => heard[1]! > after);
    expect(heard[0]).toBe(stopped);
    await listening[1].stop();
  });

  it('can be asked for again after everyone stopped listening', async () => {
    const log = await open();
    await (await log.listen(() => undefined)).stop();
    let heard = 0;
    const listening = await log.listen(() => heard++);
    const before = heard;
    await log.append({ events: [said('a')] });
    await until(() => heard > before);
    await listening.stop();
  });
}

/** For logs that can be open twice. */
export function distantHints({ open }: Setting): void {
  it('is followed through another that has it open, each event once and in order', async () => {
    const [writer, follower] = [await open(), await open()];
    const seen: number[] = [];
    const look = async () => {
      for (const { position } of await collect(follower, { after: seen.at(-1) ?? 0 }))
        seen.push(position);
    };
    let woken = false;
    const listening = await follower.listen(() => (woken = true));
    for (let n = 1; n <= 20; n++) {
      await writer.append({ events: [said(`${n}`)] });
      if (listening.mode === 'notify') await until(() => woken);
      woken = false;
      await look();
    }
    await until(async () => {
      await look();
      return seen.length >= 20;
    });
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await listening.stop();
  });
}
