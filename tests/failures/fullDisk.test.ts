import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { ask, type ServerProcess } from '../cluster/serverProcess.js';
import { append, LOG_IS_AWAY, readiness, recorded, serving } from './serverClient.js';
import { canMountDisks, fillUp, newDirectory, seenFromOutside, smallDisk } from './smallDisk.js';

const PATIENCE = 120_000;
const BATCH = { count: 20, length: 1_000 };

/** Appends until an append is refused: what was acknowledged, and the refusal. */
async function appendUntilRefused(server: ServerProcess) {
  const acknowledged: string[] = [];
  for (let n = 0; ; n++) {
    const answer = await append(server, `${n}`, BATCH);
    if (answer.errors) return { acknowledged, refusal: answer, refused: `${n}` };
    acknowledged.push(...recorded(answer));
  }
}

/** A copy of a log that nobody writes just now, opened elsewhere. */
async function copied(file: string) {
  const copy = path.join(newDirectory(), 'log.db');
  for (const part of ['', '-wal']) copyFileSync(`${file}${part}`, `${copy}${part}`);
  const log = await openLog(`sqlite:${copy}`);
  const ids: string[] = [];
  for await (const page of log.read()) ids.push(...page.map(({ id }) => id));
  const verification = await verify(log);
  await log.close();
  return { ids, verification };
}

describe.skipIf(!canMountDisks)('a log on a disk that is full', () => {
  it(
    'keeps acknowledged events, says what to do, and recovers when there is space',
    async () => {
      const disk = smallDisk(2_048);
      const { within } = disk;
      const server = await serving(`sqlite:${disk.directory}/log.db`, { within });
      const outside = seenFromOutside(disk, server.child.pid!);
      const reserve = path.join(outside, 'reserve');
      writeFileSync(reserve, Buffer.alloc(512 * 1_024));
      recorded(await append(server, 'before'));
      expect(await readiness(server)).toMatchObject({ status: 200, position: 1 });

      const { acknowledged, refusal, refused } = await appendUntilRefused(server);
      fillUp(outside);
      expect(refusal).toMatchObject(LOG_IS_AWAY);
      expect(await readiness(server)).toMatchObject({
        status: 503,
        code: 'LOG_NOT_WRITABLE',
        reason: expect.stringMatching(/the disk is full\. Free some space/),
      });

      // A view of the past is answered, whether or not anything can be promised about it.
      const past = `asOf: { knownAt: "${new Date().toISOString()}" }`;
      expect(
        await ask(server.url, `{ negotiations(${past}) { edges { node { slug } } } }`),
      ).toEqual({
        data: { negotiations: { edges: [{ node: { slug: 'in-us' } }] } },
      });

      // What is there can be read, here and from a copy, and nothing half is among it.
      const { data } = await ask(server.url, '{ log { headPosition } }');
      expect(data).toEqual({ log: { headPosition: 1 + acknowledged.length } });
      const { ids, verification } = await copied(path.join(outside, 'log.db'));
      expect(ids.slice(1)).toEqual(acknowledged);
      expect(verification).toMatchObject({ ok: true, count: ids.length });

      rmSync(reserve);
      expect(recorded(await append(server, 'small'))).toHaveLength(1);
      expect(await readiness(server)).toMatchObject({ status: 200, position: ids.length + 1 });
      expect(refused).not.toBe('0');
    },
    PATIENCE,
  );
});

describe('a log whose file may not grow', () => {
  it(
    'keeps acknowledged events, and recovers when the file may grow',
    async () => {
      const url = `sqlite:${path.join(newDirectory(), 'log.db')}`;
      const within = ['sh', '-c', 'ulimit -f 1024 && exec "$@"', 'sh'];
      const server = await serving(url, { within });
      const { acknowledged, refusal, refused } = await appendUntilRefused(server);
      expect(refusal).toMatchObject(LOG_IS_AWAY);
      // The journal comes through a pipe of its own, before the answer or after it.
      await expect
        .poll(() => server.journal.map(({ err }) => err), { timeout: 10_000 })
        .toContainEqual(
          expect.objectContaining({
            type: 'LogUnavailable',
            message: expect.stringMatching(/the disk reported an error\. Check the disk/),
          }),
        );
      await server.kill();

      expect(recorded(await append(await serving(url), refused, BATCH))).toHaveLength(BATCH.count);
      const log = await openLog(url, { readonly: true });
      const count = acknowledged.length + BATCH.count;
      expect(await verify(log)).toMatchObject({ ok: true, count });
      await log.close();
    },
    PATIENCE,
  );
});
