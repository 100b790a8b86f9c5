import { beforeEach, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { query, respond } from '../support/graphql.js';
import {
  as,
  at,
  launch,
  LIST,
  propose,
  recordWithLaunch,
  round,
  run,
  sources,
  tariff,
  TEXT,
} from './proposalFixture.js';

let parley: Parley;
beforeEach(async () => {
  parley = await recordWithLaunch();
});

describe('a proposal', () => {
  it('keeps the words of each field, the hash of the text, and not the text', async () => {
    const { proposals } = await propose(parley, [round, tariff]);
    expect(proposals).toHaveLength(2);
    expect(proposals[0]).toMatchObject({ status: 'PENDING', proposedBy: 'asha', needs: [] });
    expect(proposals[0].text).toMatchObject({
      length: TEXT.length,
      day: '2025-10-20',
      content: null,
    });
    expect(proposals[0].text.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(proposals[1].spans).toContainEqual({
      path: 'data.rate',
      ...at('5 per cent'),
      quote: '5 per cent',
    });
    expect(proposals[1].event.sources).toEqual(sources);
    expect((await parley.head()).position).toBe(1);
  });

  it('keeps the text where that is allowed', async () => {
    const { proposals } = await propose(parley, [round], { keepText: true });
    expect(proposals[0].text.content).toBe(TEXT);
  });

  it('tells what it would change', async () => {
    const { proposals } = await propose(parley, [round]);
    expect(proposals[0].changes).toContainEqual({
      negotiation: 'no-in',
      change: { path: 'phase', before: 'LAUNCHED', after: 'NEGOTIATING' },
    });
  });

  it('tells what on record may be the same', async () => {
    const { events } = await parley.append([
      { ...launch, type: 'RoundHeld', occurred: '2025-10', data: { round: 4 } },
    ]);
    const { proposals } = await propose(parley, [round]);
    expect(proposals[0].duplicates).toEqual([{ id: events[0]!.id }]);
  });

  it('names what the event must have and the text does not give', async () => {
    const { occurred: _, ...rest } = tariff;
    const { proposals } = await propose(parley, [
      { ...rest, type: 'MeasureSuspended', data: {}, spans: [], needs: ['data.until'] },
    ]);
    expect(proposals[0].needs).toEqual(['data.until', 'occurred', 'data.effectiveFrom']);
    expect(proposals[0].problems.map(({ code }: { code: string }) => code)).toContain('MISSING');
  });

  it('is checked and not kept in a dry run', async () => {
    expect((await propose(parley, [round], { dryRun: true })).proposals).toHaveLength(1);
    expect((await query(parley, LIST, {}, as('asha'))).proposals.nodes).toEqual([]);
  });

  it('gives its words instead of where they stand, when they stand there once', async () => {
    const { proposals } = await propose(parley, [
      {
        ...tariff,
        spans: [
          ...tariff.spans.slice(0, 2),
          { path: 'data.rate', quote: '5 per cent' },
          { path: 'data.effectiveFrom', quote: '1 December 2025' },
        ],
      },
    ]);
    expect(proposals[0].spans[2]).toMatchObject(at('5 per cent'));
  });
});

describe('two people', () => {
  const proposed = async (draft: object = round): Promise<string> =>
    (await propose(parley, [draft])).proposals[0].id;

  it('are needed: whoever proposes does not accept', async () => {
    const id = await proposed();
    expect(await run(parley, 'accept', { id }, as('asha'))).toMatchObject({
      __typename: 'ForbiddenError',
      code: 'NOT_FOR_YOU',
    });
    expect((await parley.head()).position).toBe(1);
  });

  it('are both named by the event', async () => {
    const id = await proposed();
    const accepted = await run(parley, 'accept', { id, reason: 'checked' }, as('ben'));
    expect(accepted.events).toMatchObject([
      { stream: 'negotiation/no-in', recordedBy: 'proposed by asha, accepted by ben' },
    ]);
    expect(accepted.proposal).toEqual({
      id,
      status: 'ACCEPTED',
      decision: { by: 'ben', reason: 'checked', amended: [], event: { id: accepted.events[0].id } },
    });
  });

  it('may amend: what was changed is named, the rest stays as proposed', async () => {
    const id = await proposed();
    const amendment = {
      occurred: '2025-10-13/2025-10-17',
      data: { round: 4, place: null, formal: 'YES' },
    };
    const accepted = await run(parley, 'accept', { id, amendment }, as('ben'));
    expect(accepted.events[0]).toMatchObject({
      occurred: '2025-10-13/2025-10-17',
      data: { round: 4, formal: 'YES' },
    });
    expect(accepted.events[0].data).not.toHaveProperty('place');
    expect(accepted.proposal.decision.amended).toEqual(['occurred', 'data.place', 'data.formal']);
  });

  it('fill in what the text does not give, and cannot accept before', async () => {
    const { stream: _, ...rest } = round;
    const id = await proposed(rest);
    expect(await run(parley, 'accept', { id }, as('ben'))).toMatchObject({
      __typename: 'ValidationError',
    });
    const amendment = { stream: 'negotiation/no-in' };
    expect(await run(parley, 'accept', { id, amendment }, as('ben'))).toMatchObject({
      proposal: { status: 'ACCEPTED', decision: { amended: ['stream'] } },
    });
  });

  it('decide once', async () => {
    const id = await proposed();
    await run(parley, 'accept', { id }, as('ben'));
    for (const verb of ['accept', 'reject'])
      expect(await run(parley, verb, { id, reason: 'late' }, as('cleo'))).toMatchObject({
        __typename: 'ValidationError',
        problems: [{ code: 'PROPOSAL_DECIDED' }],
      });
    expect((await parley.head()).position).toBe(2);
  });

  it('try an acceptance without writing', async () => {
    const id = await proposed();
    const tried = await run(parley, 'accept', { id, dryRun: true }, as('ben'));
    expect(tried).toMatchObject({ proposal: { status: 'PENDING' } });
    expect((await parley.head()).position).toBe(1);
  });

  it('reject with a reason that stays readable, and list by status', async () => {
    const [first, second] = [await proposed(), await proposed(tariff)];
    const rejected = await run(
      parley,
      'reject',
      { id: first, reason: 'The dates are of round 3.' },
      as('ben'),
    );
    expect(rejected.proposal).toMatchObject({ status: 'REJECTED', decision: { by: 'ben' } });
    const { proposals } = await query(
      parley,
      LIST,
      { status: ['REJECTED'] },
      as('ravi', { mayWrite: false }),
    );
    expect(proposals.nodes).toEqual([
      {
        id: first,
        status: 'REJECTED',
        type: 'RoundHeld',
        decision: { reason: 'The dates are of round 3.' },
      },
    ]);
    const page = (await query(parley, LIST, { first: 1 }, as('ben'))).proposals;
    expect(page.nodes[0].id).toBe(first);
    const rest = (await query(parley, LIST, { after: page.pageInfo.endCursor }, as('ben')))
      .proposals;
    expect(rest.nodes.map(({ id }: { id: string }) => id)).toEqual([second]);
    expect([page, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  it('leave withdrawing to whoever proposed', async () => {
    const id = await proposed();
    expect(await run(parley, 'withdraw', { id }, as('ben'))).toMatchObject({ code: 'NOT_FOR_YOU' });
    expect(await run(parley, 'withdraw', { id }, as('asha'))).toMatchObject({
      proposal: { status: 'WITHDRAWN' },
    });
  });

  it('propose with the right to propose, and accept with the right to write', async () => {
    const proposer = { principal: { name: 'asha', mayWrite: false, mayPropose: true } };
    const reader = as('ravi', { mayWrite: false });
    const { proposals } = await propose(parley, [round], {}, proposer);
    const [{ id }] = proposals;
    expect(await propose(parley, [round], {}, reader)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    for (const who of [proposer, reader])
      expect(await run(parley, 'accept', { id }, who)).toMatchObject({
        __typename: 'ForbiddenError',
      });
  });
});

describe('proposals', () => {
  it('are not for callers whom no token names', async () => {
    await propose(parley, [round]);
    const { errors } = await respond(parley, LIST, {}, { principal: { mayWrite: false } });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('that are not there are said not to be', async () => {
    const id = '01930000-0000-7000-8000-000000000000';
    expect(await run(parley, 'accept', { id }, as('ben'))).toMatchObject({
      __typename: 'NotFoundError',
      code: 'PROPOSAL_NOT_FOUND',
    });
    expect((await query(parley, `{ proposal(id: "${id}") { id } }`)).proposal).toBeNull();
  });
});

describe('a text without drafts', () => {
  it('is read by rules: what they find is proposed, what they do not understand is named', async () => {
    const text = `${TEXT}\nTariffs and dates were mentioned on 3 October 2025.`;
    const proposed = await propose(parley, [], { drafts: null, text, negotiation: 'no-in' });
    expect(proposed.proposals.map(({ type }: { type: string }) => type)).toEqual([
      'RoundHeld',
      'MeasureAnnounced',
      'StatementMade',
    ]);
    expect(proposed.proposals[0]).toMatchObject({ stream: 'negotiation/no-in', needs: [] });
  });
});
