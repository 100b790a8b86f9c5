import { expect, it } from 'vitest';
import { collect, statement, type SuiteContext, until } from '../support/logFixtures.js';

const MODES = ['direct', 'notify', 'poll'];

export function notifications({ open }: SuiteContext): void {
  it('reach every listener after an append through the same log', async () => {
    const log = await open();
    const heard = [0, 0];
    const listening = [
      await log.listen(() => heard[0]!++),
      await log.listen(() => heard[1]!++),
    ] as const;
    expect(MODES).toContain(listening[0].mode);
    const before = [...heard];
    await log.append({ events: [statement('a')] });
    await until(() => heard.every((count, index) => count > before[index]!));
    await listening[0].stop();
    const [stopped] = heard;
    const after = heard[1]!;
    await log.append({ events: [statement('b')] });
    await until(() => heard[1]! > after);
    expect(heard[0]).toBe(stopped);
    await listening[1].stop();
  });

  it('resume for a new listener after all others stopped', async () => {
    const log = await open();
    await (await log.listen(() => undefined)).stop();
    let heard = 0;
    const listening = await log.listen(() => heard++);
    const before = heard;
    await log.append({ events: [statement('a')] });
    await until(() => heard > before);
    await listening.stop();
  });
}

/** For logs that can be open twice. */
export function remoteNotifications({ open }: SuiteContext): void {
  it('delivers appends by another process once and in order', async () => {
    const [writer, follower] = [await open(), await open()];
    const seen: number[] = [];
    const look = async () => {
      for (const { position } of await collect(follower, { after: seen.at(-1) ?? 0 }))
        seen.push(position);
    };
    let woken = false;
    const listening = await follower.listen(() => (woken = true));
    for (let n = 1; n <= 20; n++) {
      await writer.append({ events: [statement(`${n}`)] });
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
