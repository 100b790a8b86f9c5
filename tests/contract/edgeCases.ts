import { expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import {
  collect,
  statement,
  summaries,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

/** Text that some engines cannot hold, index or compare. */
const ODD = ['\0', 'negotiation/\0', '\ud83d', '', "'; DROP TABLE events; --", '%', '\\'];

export function edgeCases({ open }: SuiteContext): void {
  it('finds nothing under impossible names', async () => {
    const log = await open();
    await log.append({ events: [statement('a', { id: uuid(1) })] });
    expect(await log.byId([...ODD, uuid(1)])).toMatchObject([...ODD.map(() => undefined), {}]);
    expect(await log.byTarget(ODD)).toEqual([]);
    expect(await collect(log, { streams: ODD })).toEqual([]);
    for (const stream of ODD) {
      const append = { events: [statement('b')], expectedRevisions: [{ stream, revision: 1 }] };
      await expect(log.append(append)).rejects.toMatchObject({ actual: 0 });
    }
  });

  it('accepts and distinguishes idempotency keys of any length and any characters', async () => {
    const log = await open();
    const keys = [...ODD, 'k'.repeat(10_000), `${'k'.repeat(9_999)}l`, 'k\0', 'k\0l'];
    for (const repeated of [false, true])
      for (const [n, idempotencyKey] of keys.entries())
        expect(await log.append({ events: [statement(`${n}`)], idempotencyKey })).toMatchObject({
          repeated,
          events: [{ position: n + 1 }],
        });
  });

  it('keeps every character of a text, and selects by certainty whatever it holds', async () => {
    const words = [
      'zero \0',
      'quoted "certainty":"CONFIRMED",',
      '\u2028\ufeff',
      '\\u0000 \\',
      '🤝',
    ];
    const log = await open();
    await log.append({ events: words.map((each) => statement(each, { certainty: 'DISPUTED' })) });
    await log.append({ events: words.map((each) => statement(each, { also: [TALKS] })) });
    expect(await summaries(log)).toEqual([...words, ...words]);
    expect(await summaries(log, { certainty: ['DISPUTED'] })).toEqual(words);
    expect(await summaries(log, { certainty: ['REPORTED'], streams: [TALKS] })).toEqual(words);
    expect(await summaries(log, { certainty: ['CONFIRMED'] })).toEqual([]);
    expect(await verify(log)).toMatchObject({ ok: true, count: 10 });
  });

  it('lists streams by a literal prefix of their names', async () => {
    const log = await open();
    const names = [
      'negotiation/a',
      'negotiation/a-b',
      'negotiation/ab',
      'measure/a',
      'rulebook/IN',
    ];
    await log.append({ events: names.map((stream) => statement('a', { stream })) });
    await log.append({
      events: [statement('b', { stream: 'measure/a', also: ['measure/guest'] })],
    });
    const listed = async (prefix?: string) =>
      (await log.streams(prefix)).map(({ stream, revision }) => `${stream} ${revision}`);
    expect(await listed()).toEqual([
      'measure/a 2',
      'measure/guest 0',
      'negotiation/a 1',
      'negotiation/a-b 1',
      'negotiation/ab 1',
      'rulebook/IN 1',
    ]);
    expect(await listed('negotiation/a')).toHaveLength(3);
    expect(await listed('negotiation/a-')).toEqual(['negotiation/a-b 1']);
    expect(await listed('measure/g')).toEqual(['measure/guest 0']);
    for (const prefix of ['negotiation_', '%', 'negotiation/A', 'n\0', 'z'])
      expect(await listed(prefix)).toEqual([]);
  });

  it('finds the position at any numeric instant', async () => {
    const log = await open({ now: () => 1_000 });
    await log.append({ events: [statement('a')] });
    const asked = [-Infinity, NaN, 999.9, 1_000, 1e300, Infinity];
    expect(await Promise.all(asked.map((instant) => log.positionAt(instant)))).toEqual([
      0, 0, 0, 1, 1, 1,
    ]);
  });
}
