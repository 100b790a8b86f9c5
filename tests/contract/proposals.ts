import { expect, it } from 'vitest';
import { LogUnavailable } from '../../src/log/core/errors.js';
import type { StoredDecision, StoredProposal } from '../../src/log/core/stores/proposalStore.js';
import { statement, type SuiteContext } from '../support/logFixtures.js';

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const proposal = (n: number): StoredProposal => ({
  id: id(n),
  proposed: 1_700_000_000_000 + n,
  body: `{"note":"number ${n}, with a \\u0000 and a \u20ac"}`,
});

const decision = (n: number, rest: Partial<StoredDecision> = {}): StoredDecision => ({
  id: id(n),
  status: 'REJECTED',
  decided: 1_700_000_100_000,
  body: '{"reason":"not so"}',
  ...rest,
});

export function proposals({ open }: SuiteContext): void {
  it('are returned as proposed, undecided, in the order asked for', async () => {
    const { proposals: store } = await open();
    await store.add([proposal(1), proposal(2)]);
    expect(await store.byId([id(2), id(9), id(1), 'nonsense\0'])).toEqual([
      { proposal: proposal(2), decision: undefined },
      undefined,
      { proposal: proposal(1), decision: undefined },
      undefined,
    ]);
  });

  it('are decided once: a second decision changes nothing', async () => {
    const { proposals: store } = await open();
    await store.add([proposal(1)]);
    const decisions = [
      decision(1),
      decision(1, { status: 'ACCEPTED', body: '{"reason":"so"}' }),
    ] as const;
    const taken = await Promise.all(decisions.map((each) => store.decide(each)));
    // Which of the two comes first is the engine's to say.
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await store.byId([id(1)])).toEqual([
      { proposal: proposal(1), decision: decisions[taken.indexOf(true)] },
    ]);
  });

  it('are decided only where they exist', async () => {
    const { proposals: store } = await open();
    expect(await store.decide(decision(1))).toBe(false);
    expect(await store.decide(decision(1, { id: 'nonsense\0' }))).toBe(false);
  });

  it('are listed by status, from either end, between two ids', async () => {
    const { proposals: store } = await open();
    await store.add([1, 2, 3, 4, 5].map(proposal));
    await store.decide(decision(2));
    await store.decide(decision(4, { status: 'ACCEPTED' }));
    const listed = async (selection: Omit<Parameters<typeof store.page>[0], 'limit'>, limit = 9) =>
      (await store.page({ ...selection, limit })).map(({ proposal: { id: found } }) =>
        Number(found.slice(-2)),
      );
    expect(await listed({})).toEqual([1, 2, 3, 4, 5]);
    expect(await listed({ statuses: ['PENDING'] })).toEqual([1, 3, 5]);
    expect(await listed({ statuses: ['PENDING', 'REJECTED'], backwards: true })).toEqual([
      5, 3, 2, 1,
    ]);
    expect(await listed({ statuses: ['ACCEPTED'] })).toEqual([4]);
    expect(await listed({ statuses: [] })).toEqual([]);
    expect(await store.count()).toBe(5);
    expect(await store.count(['PENDING', 'REJECTED'])).toBe(4);
    expect(await store.count([])).toBe(0);
    expect(await listed({ after: id(1), before: id(5) }, 2)).toEqual([2, 3]);
    expect(await listed({ after: id(1), before: id(5), backwards: true }, 2)).toEqual([4, 3]);
  });

  it('rest on a text that is kept once, and only where it was given', async () => {
    const { proposals: store } = await open();
    const text = { hash: 'a'.repeat(64), text: 'A round was held.\n\u20ac' };
    await store.add([proposal(1)], text);
    await store.add([proposal(2)], text);
    expect(await store.text(text.hash)).toBe(text.text);
    expect(await store.text('b'.repeat(64))).toBeUndefined();
  });

  it('are no events: head and streams are unchanged', async () => {
    const log = await open();
    await log.append({ events: [statement('a')] });
    await log.proposals.add([proposal(1)]);
    await log.proposals.decide(decision(1));
    expect((await log.head()).position).toBe(1);
    expect(await log.streams()).toHaveLength(1);
  });
}

export function durableProposals({ open }: SuiteContext): void {
  it('has the proposals, decisions and texts of before', async () => {
    const log = await open();
    const text = { hash: 'a'.repeat(64), text: 'A round was held.' };
    await log.proposals.add([proposal(1), proposal(2)], text);
    await log.proposals.decide(decision(1));
    await log.close();
    for (const readonly of [false, true]) {
      const again = await open({ readonly });
      expect(await again.proposals.page({ limit: 9 })).toEqual([
        { proposal: proposal(1), decision: decision(1) },
        { proposal: proposal(2), decision: undefined },
      ]);
      expect(await again.proposals.text(text.hash)).toBe(text.text);
    }
  });

  it('opened read-only refuses to propose and to decide', async () => {
    await (await open()).proposals.add([proposal(1)]);
    const log = await open({ readonly: true });
    await expect(log.proposals.add([proposal(2)])).rejects.toThrow(LogUnavailable);
    await expect(log.proposals.decide(decision(1))).rejects.toThrow(LogUnavailable);
  });
}
