import { expect, it } from 'vitest';
import { RevisionConflict } from '../../../src/log/core/errors.js';
import { verify } from '../../../src/log/core/verify.js';
import { collect, said, sayings, TALKS, uuid, type Setting } from '../support.js';

export function writers({ open }: Setting): void {
  it('lets exactly one of two that expect the same revision win', async () => {
    const log = await open();
    await log.append({ events: [said('before')] });
    const expectedRevisions = [{ stream: TALKS, revision: 1 }];
    const results = await Promise.allSettled(
      ['left', 'right'].map((side) => log.append({ events: [said(side)], expectedRevisions })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(RevisionConflict);
    expect(await collect(log)).toHaveLength(2);
  });

  it('acknowledges 64 at once, in order, each append next to each other', async () => {
    const log = await open();
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        log.append({ events: [said(`${n}a`), said(`${n}b`)], idempotencyKey: String(n) }),
      ),
    );
    const positions = results.flatMap(({ events }) => events.map(({ position }) => position));
    expect(positions).toEqual(Array.from({ length: 128 }, (_, index) => index + 1));
    expect(await sayings(log)).toEqual(
      Array.from({ length: 64 }, (_, n) => [`${n}a`, `${n}b`]).flat(),
    );
    expect(await verify(log)).toMatchObject({ ok: true, count: 128 });
  });

  it('records the others when one among them is refused', async () => {
    const log = await open();
    const results = await Promise.allSettled([
      log.append({ events: [said('a', { id: uuid(1) })] }),
      log.append({ events: [said('b'), said('c', { id: uuid(1) })] }),
      log.append({ events: [said('dry')], dryRun: true }),
      log.append({ events: [said('d')] }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await sayings(log)).toEqual(['a', 'd']);
    expect(await verify(log)).toMatchObject({ ok: true, count: 2 });
  });

  it('records an idempotency key once, however many send it at once', async () => {
    const log = await open();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => log.append({ events: [said('x')], idempotencyKey: 'k' })),
    );
    expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(results.map(({ events }) => events[0]?.id)).size).toBe(1);
    expect(await sayings(log)).toEqual(['x']);
  });
}
