/** Proposals over restarts and in both databases; what they say against their text is in tests/graphql. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { ProposalDecided } from '../../src/app/proposals/errors.js';
import { acceptedEventId } from '../../src/app/proposals/recordedEvent.js';
import { inPostgres, onDisk } from '../support/logFixtures.js';

const TEXT = 'The second round was held in Geneva on 3 March 2026.';
const at = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length] as const;
const draft = {
  type: 'RoundHeld',
  stream: 'negotiation/ch-in',
  occurred: '2026-03-03',
  sources: [{ kind: 'PRESS', url: 'https://example.org/a' }],
  data: { round: 2, place: 'Geneva' },
  spans: { occurred: at('3 March 2026'), 'data.round': at('second round'), 'data.place': 'Geneva' },
};

describe.each([
  ['SQLite', onDisk],
  ['PostgreSQL', inPostgres],
])('proposals in %s', (_engine, prepare) => {
  async function place() {
    const log = await prepare();
    onTestFinished(() => log.dispose());
    return async () => new Parley(await log.open());
  }

  it('lose nothing in a restart', async () => {
    const open = await place();
    const before = await open();
    const text = { text: TEXT, keep: true, day: '2026-03-05' };
    const [first, second, third] = await before.proposals.propose([draft, draft, draft], {
      proposedBy: 'asha',
      text,
    });
    await before.proposals.reject(second!.id, { by: 'ben', reason: 'The same again.' });
    await before.close();

    const between = await open();
    expect(await between.proposals.get(first!.id)).toEqual(first);
    await between.proposals.accept(first!.id, { by: 'ben' });
    await between.close();

    const after = await open();
    const found = await after.proposals.list({ limit: 10 });
    expect(found.map(({ status }) => status)).toEqual(['ACCEPTED', 'REJECTED', 'PENDING']);
    expect(found[1]!.decision).toMatchObject({ by: 'ben', reason: 'The same again.' });
    expect(await after.proposals.text(third!.text!.hash)).toBe(TEXT);
    expect(await after.event(found[0]!.decision!.event!)).toMatchObject({
      type: 'RoundHeld',
      recordedBy: 'proposed by asha, accepted by ben',
      data: { round: 2 },
    });
    await after.close();
  });

  it('are accepted once the event is on record, though nobody got to say so', async () => {
    const open = await place();
    const parley = await open();
    const [proposal] = await parley.proposals.propose([draft], {
      text: { text: TEXT, day: '2026-03-05' },
    });
    const { spans: _, ...event } = draft;
    await parley.append([{ ...event, id: acceptedEventId(proposal!.id) }]);
    await expect(parley.proposals.reject(proposal!.id, { reason: 'no' })).rejects.toThrow(
      ProposalDecided,
    );
    expect(await parley.proposals.get(proposal!.id)).toMatchObject({ status: 'ACCEPTED' });
    await parley.close();
  });

  it('are accepted by one of two who accept at the same time', async () => {
    const open = await place();
    const [one, other] = [await open(), await open()];
    const [proposal] = await one.proposals.propose([draft], {
      proposedBy: 'asha',
      text: { text: TEXT, day: '2026-03-05' },
    });
    const outcomes = await Promise.allSettled([
      one.proposals.accept(proposal!.id, { by: 'ben' }),
      other.proposals.accept(proposal!.id, { by: 'cleo', amendment: { occurred: '2026-03' } }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await one.head()).position).toBe(1);
    await one.close();
    await other.close();
  });
});
