/** Several servers on one log: a decision of one holds against concurrent appends of another. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { measure, talks } from '../support/given.js';
import { newSchema } from '../support/postgres.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const leaving: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave();
});

async function inFile(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'parley-servers-'));
  leaving.push(() => rm(directory, { recursive: true }));
  return `sqlite:${path.join(directory, 'log.db')}`;
}

async function inPostgres(): Promise<string> {
  const { url, remove } = await newSchema();
  leaving.push(remove);
  return url;
}

async function servers(url: string, count: number): Promise<readonly Parley[]> {
  const all: Parley[] = [];
  for (let n = 0; n < count; n += 1) {
    const parley = new Parley(await openLog(url));
    all.push(parley);
    leaving.push(() => parley.close());
  }
  return all;
}

const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled
    .map((each) =>
      each.status === 'fulfilled'
        ? 'recorded'
        : (each.reason as { problems?: { code: string }[] }).problems
            ?.map(({ code }) => code)
            .join(),
    )
    .sort();

describe.each([
  ['a file of SQLite', inFile],
  ['PostgreSQL', inPostgres],
])('three servers on %s', (_, place) => {
  it('retract an event exactly once', async () => {
    const all = await servers(await place(), 3);
    await all[0]!.append([LAUNCH]);
    for (let n = 1; n <= 8; n += 1) {
      const round = talks.RoundHeld('2025-05-19/2025-05-22', { round: n });
      await all[0]!.append([round]);
      const settled = await Promise.allSettled(
        all.map((parley) => {
          const { id: __, ...gone } = talks.EventRetracted('2025-06-01', {
            event: round.id,
            reason: 'a mistake',
          });
          return parley.append([gone]);
        }),
      );
      expect(outcomes(settled)).toEqual(['RETRACTED_EVENT', 'RETRACTED_EVENT', 'recorded']);
    }
    expect((await all[0]!.head()).position).toBe(17);
  });

  it("read each other's appends at once and check new events against them", async () => {
    const [one, two] = await servers(await place(), 2);
    const tariff = measure('us-recip');
    const amended = () =>
      tariff.MeasureAmended('2025-08-06', { rate: 50, effectiveFrom: '2025-08-27' });
    await expect(two!.append([amended()])).rejects.toMatchObject({ code: 'REFUSED' });
    await one!.append([
      tariff.MeasureAdopted('2025-07-31', { rate: 25, effectiveFrom: '2025-08-07' }),
    ]);
    await two!.append([amended()]);
    expect((await one!.measure('us-recip', { at: '2025-08-28' }))?.subject.rate).toBe(50);
  });
});
