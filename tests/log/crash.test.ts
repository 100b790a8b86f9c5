import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { collect, onDisk } from '../support/logFixtures.js';

const WRITER = fileURLToPath(new URL('crashWriter.ts', import.meta.url));

let place: Awaited<ReturnType<typeof onDisk>>;
const children: ChildProcess[] = [];

beforeEach(async () => {
  place = await onDisk();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await place.dispose();
});

/** Kills a writer after it has acknowledged `enough` events; all that it acknowledged. */
async function killAfter(enough: number): Promise<string[]> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, place.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(writer);
  const closed = once(writer, 'close');
  let printed = '';
  let seen = 0;
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    seen += text.split('\n').length - 1;
    if (seen >= enough) writer.kill('SIGKILL');
  });
  expect(await closed).toEqual([null, 'SIGKILL']);
  // The kill may have cut the last line short.
  return printed.split('\n').slice(0, -1);
}

it('killed writers lose nothing that they acknowledged, kill after kill', async () => {
  const acknowledged: string[] = [];
  for (let kills = 0; kills < 3; kills++) {
    const soon = () => killAfter(1 + Math.floor(Math.random() * 150));
    acknowledged.push(...(await Promise.all([soon(), soon()])).flat());
    const log = await place.open();
    const ids = (await collect(log)).map(({ id }) => id);
    const found = new Map<string, number>();
    for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
    for (const id of acknowledged) expect(found.get(id)).toBe(1);
    expect(await verify(log)).toMatchObject({ ok: true, count: ids.length });
    await log.close();
  }
}, 60_000);
