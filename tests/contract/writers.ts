import { expect, it } from 'vitest';
import { RevisionConflict } from '../../src/log/core/errors.js';
import { verify } from '../../src/log/core/verify.js';
import {
  collect,
  statement,
  summaries,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

export function writers({ open }: SuiteContext): void {
  it('lets exactly one of two that expect the same revision win', async () => {
    const log = await open();
    await log.append({ events: [statement('before')] });
    const expectedRevisions = [{ stream: TALKS, revision: 1 }];
    const results = await Promise.allSettled(
      ['left', 'right'].map((side) => log.append({ events: [statement(side)], expectedRevisions })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(RevisionConflict);
    expect(await collect(log)).toHaveLength(2);
  });

  it('acknowledges 64 concurrent appends in order, the events of each adjacent', async () => {
    const log = await open();
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        log.append({ events: [statement(`${n}a`), statement(`${n}b`)], idempotencyKey: String(n) }),
      ),
    );
    const positions = results.flatMap(({ events }) => events.map(({ position }) => position));
    expect(positions).toEqual(Array.from({ length: 128 }, (_, index) => index + 1));
    expect(await summaries(log)).toEqual(
      Array.from({ length: 64 }, (_, n) => [`${n}a`, `${n}b`]).flat(),
    );
    expect(await verify(log)).toMatchObject({ ok: true, count: 128 });
  });

  it('records the other appends of a group when one is refused', async () => {
    const log = await open();
    const results = await Promise.allSettled([
      log.append({ events: [statement('a', { id: uuid(1) })] }),
      log.append({ events: [statement('b'), statement('c', { id: uuid(1) })] }),
      log.append({ events: [statement('dry')], dryRun: true }),
      log.append({ events: [statement('d')] }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await summaries(log)).toEqual(['a', 'd']);
    expect(await verify(log)).toMatchObject({ ok: true, count: 2 });
  });

  it('records an idempotency key once however many writers send it', async () => {
    const log = await open();
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        log.append({ events: [statement('x')], idempotencyKey: 'k' }),
      ),
    );
    expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(results.map(({ events }) => events[0]?.id)).size).toBe(1);
    expect(await summaries(log)).toEqual(['x']);
  });
}
