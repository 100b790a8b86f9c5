import { expect, it } from 'vitest';
import { LogUnavailable } from '../../src/log/core/errors.js';
import type { DeliveryState, StoredWebhook } from '../../src/log/core/stores/webhookStore.js';
import { statement, until, type SuiteContext } from '../support/logFixtures.js';

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const webhook = (n: number): StoredWebhook => ({
  id: id(n),
  created: 1_700_000_000_000 + n,
  body: `{"url":"https://example.org/${n}","note":"a € and a \\u0000"}`,
});

const fresh = (position: number): DeliveryState => ({
  position,
  status: 'ACTIVE',
  attempts: 0,
  nextAttempt: 0,
  problem: null,
});

const failed: DeliveryState = {
  position: 7,
  status: 'PARKED',
  attempts: 3,
  nextAttempt: 1_800_000_000_000,
  problem: 'status 500',
};

const LEASE_MS = 60_000;

export function webhooks({ open }: SuiteContext): void {
  it('are listed by id, with the position after which they begin', async () => {
    const { webhooks: store } = await open();
    expect(await store.list()).toEqual([]);
    await store.add(webhook(2), 0);
    await store.add(webhook(1), 5);
    expect(await store.list()).toEqual([
      { webhook: webhook(1), delivery: fresh(5) },
      { webhook: webhook(2), delivery: fresh(0) },
    ]);
  });

  it('are leased to one owner, who may claim the lease again', async () => {
    const { webhooks: store } = await open();
    await store.add(webhook(1), 0);
    const claims = await Promise.all(
      ['a', 'b', 'c'].map((owner) => store.claim(id(1), owner, LEASE_MS)),
    );
    const [owner, ...others] = ['a', 'b', 'c'].filter((_, index) => claims[index]);
    expect(others).toEqual([]);
    expect(await store.claim(id(1), owner!, LEASE_MS)).toEqual({
      webhook: webhook(1),
      delivery: fresh(0),
    });
    expect(await store.claim(id(9), 'a', LEASE_MS)).toBeUndefined();
  });

  it('are saved by the owner of the lease only', async () => {
    const { webhooks: store } = await open();
    await store.add(webhook(1), 0);
    await store.claim(id(1), 'a', LEASE_MS);
    expect(await store.save(id(1), 'b', failed, LEASE_MS)).toBe(false);
    expect(await store.save(id(1), 'a', failed, LEASE_MS)).toBe(true);
    expect(await store.list()).toEqual([{ webhook: webhook(1), delivery: failed }]);
    expect(await store.claim(id(1), 'b', LEASE_MS)).toBeUndefined();
  });

  it('are free when their lease has ended or run out', async () => {
    const { webhooks: store } = await open();
    await store.add(webhook(1), 0);
    await store.claim(id(1), 'a', LEASE_MS);
    await store.save(id(1), 'a', fresh(3), 0);
    expect((await store.claim(id(1), 'b', 1))?.delivery).toEqual(fresh(3));
    await until(async () => (await store.claim(id(1), 'c', LEASE_MS)) !== undefined);
    expect(await store.save(id(1), 'b', failed, LEASE_MS)).toBe(false);
  });

  it('are resumed where they stopped or after a position, whoever holds the lease', async () => {
    const { webhooks: store } = await open();
    await store.add(webhook(1), 0);
    await store.claim(id(1), 'a', LEASE_MS);
    await store.save(id(1), 'a', failed, LEASE_MS);
    expect(await store.resume(id(1))).toBe(true);
    expect((await store.list())[0]?.delivery).toEqual(fresh(7));
    expect(await store.save(id(1), 'a', failed, LEASE_MS)).toBe(false);
    expect(await store.resume(id(1), 2)).toBe(true);
    expect((await store.claim(id(1), 'b', LEASE_MS))?.delivery).toEqual(fresh(2));
    expect(await store.resume(id(9))).toBe(false);
  });

  it('are removed, and then neither claimed nor saved', async () => {
    const { webhooks: store } = await open();
    await store.add(webhook(1), 0);
    await store.claim(id(1), 'a', LEASE_MS);
    expect(await store.remove(id(1))).toBe(true);
    expect(await store.remove(id(1))).toBe(false);
    expect(await store.save(id(1), 'a', failed, LEASE_MS)).toBe(false);
    expect(await store.list()).toEqual([]);
  });

  it('are no events: head and streams are unchanged', async () => {
    const log = await open();
    await log.append({ events: [statement('a')] });
    const before = [await log.head(), await log.streams()];
    await log.webhooks.add(webhook(1), 0);
    expect([await log.head(), await log.streams()]).toEqual(before);
  });
}

export function durableWebhooks({ open }: SuiteContext): void {
  it('keeps webhooks and how far they have come', async () => {
    const log = await open();
    await log.webhooks.add(webhook(1), 0);
    await log.webhooks.claim(id(1), 'a', LEASE_MS);
    await log.webhooks.save(id(1), 'a', failed, LEASE_MS);
    await log.close();
    const again = await open();
    expect(await again.webhooks.list()).toEqual([{ webhook: webhook(1), delivery: failed }]);
    expect(await again.webhooks.claim(id(1), 'b', LEASE_MS)).toBeUndefined();
  });

  it('opened read-only lists webhooks and changes none', async () => {
    await (await open()).webhooks.add(webhook(1), 0);
    const { webhooks: store } = await open({ readonly: true });
    expect(await store.list()).toHaveLength(1);
    await expect(store.add(webhook(2), 0)).rejects.toThrow(LogUnavailable);
    await expect(store.claim(id(1), 'a', LEASE_MS)).rejects.toThrow(LogUnavailable);
    await expect(store.resume(id(1))).rejects.toThrow(LogUnavailable);
    await expect(store.remove(id(1))).rejects.toThrow(LogUnavailable);
  });
}
