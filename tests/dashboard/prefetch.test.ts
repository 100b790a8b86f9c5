import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SnapshotCache } from '../../src/dashboard/api/cache/snapshotCache.js';
import { createQueryClient } from '../../src/dashboard/api/client/apiProvider.js';
import { mockServer } from './mockServer.js';

const days = (month: string) =>
  Array.from({ length: 28 }, (_, i) => ({ at: `2025-${month}-${String(i + 1).padStart(2, '0')}` }));

/** A snapshot cache over a server that is unreachable until `server.up`. */
function store() {
  const server = { up: false };
  const { client, requests } = mockServer({
    Query: {
      negotiation: () => {
        if (!server.up) throw new Error('Failed to fetch');
        return null;
      },
    },
  });
  return {
    server,
    requests,
    snapshots: new SnapshotCache(createQueryClient(), client, 'a-b', null),
  };
}

/** Resolves after pending requests have been answered. */
const answered = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('prefetching while the server is unreachable', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('does not repeat at each step', async () => {
    const { requests, snapshots } = store();
    for (const month of ['01', '02', '03', '04']) {
      snapshots.prefetch(days(month));
      await answered();
    }
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it('does not delay what the reader requests', async () => {
    const { requests, snapshots } = store();
    snapshots.prefetch(days('01'));
    await answered();
    const before = requests.length;
    expect((await snapshots.fetch({ at: '2025-09-01' })).problem).not.toBeNull();
    expect(requests.length).toBe(before + 1);
  });

  it('resumes after some seconds', async () => {
    const { server, requests, snapshots } = store();
    snapshots.prefetch(days('01'));
    await answered();
    server.up = true;
    vi.advanceTimersByTime(6_000);
    snapshots.prefetch(days('02'));
    await answered();
    expect(requests.length).toBeGreaterThan(20);
  });

  it('resumes at once after a response', async () => {
    const { server, requests, snapshots } = store();
    snapshots.prefetch(days('01'));
    await answered();
    server.up = true;
    await snapshots.fetch({ at: '2025-09-01' });
    snapshots.prefetch(days('02'));
    await answered();
    expect(requests.length).toBeGreaterThan(20);
  });
});
