import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createToken } from '../../../src/server/auth/tokens.js';
import { startServer, type TestServer } from '../testServer.js';

const proposer = createToken('assistant', 'proposer');
const writer = createToken('desk', 'writer');
const TEXT = 'The second round of talks was held in Geneva on 3 March 2026.';
const draft = {
  type: 'RoundHeld',
  stream: 'negotiation/x-y',
  occurred: '2026-03-03',
  data: { round: 2 },
  spans: { occurred: '3 March 2026', 'data.round': 'second round' },
};
const source = { kind: 'PRESS', url: 'https://example.org/a' };

async function call(server: TestServer, args: Record<string, unknown>, secret?: string) {
  const client = new Client({ name: 'test', version: '1' });
  const headers = secret === undefined ? undefined : { authorization: `Bearer ${secret}` };
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${server.url}/mcp`),
      headers && { requestInit: { headers } },
    ),
  );
  onTestFinished(() => client.close());
  const result = await client.callTool({ name: 'propose_events', arguments: args });
  const [content] = result.content as { text: string }[];
  return { text: content!.text, isError: result.isError === true };
}

const guarded = () => startServer({ tokens: [proposer.token, writer.token] });

describe('an assistant that proposes', () => {
  it('is told what a person has to fill in, and records nothing', async () => {
    const server = await guarded();
    const before = await server.parley.head();
    const { text } = await call(server, { text: TEXT, drafts: [draft] }, proposer.secret);
    expect(text).toContain('1 event proposed; a person decides.');
    expect(text).toContain('needs: sources');
    expect(await server.parley.head()).toEqual(before);
    expect(await server.parley.proposals.list({ limit: 9 })).toMatchObject([
      { status: 'PENDING', proposedBy: 'assistant' },
    ]);
  });

  it('is told of a new negotiation named like one on record', async () => {
    const server = await guarded();
    const launch = {
      stream: 'negotiation/x-y',
      type: 'NegotiationLaunched',
      occurred: '2026-01-01',
      certainty: 'INFERRED',
      data: { title: 'Talks', parties: ['CH', 'US'] },
    };
    await server.parley.append([launch]);
    const args = { text: TEXT, source, drafts: [{ ...draft, stream: 'negotiation/y-x' }] };
    const { text } = await call(server, args, proposer.secret);
    expect(text).toContain('to check: "y-x" is a new negotiation, named like "x-y".');
  });

  it('without drafts has the text read by rules', async () => {
    const server = await guarded();
    const { text } = await call(server, { text: TEXT, source, dryRun: true }, proposer.secret);
    expect(text).toContain('RoundHeld in a stream to be named, 2026-03-03');
    expect(await server.parley.proposals.list({ limit: 9 })).toEqual([]);
  });

  it('is refused by name where a draft differs from its words', async () => {
    const server = await guarded();
    const wrong = { ...draft, data: { round: 3 } };
    expect(await call(server, { text: TEXT, drafts: [wrong] }, proposer.secret)).toEqual({
      isError: true,
      text: expect.stringContaining('drafts[0].data.round is 3, but its words are "second round"'),
    });
  });

  it('needs a token that may propose, where there are tokens', async () => {
    const server = await guarded();
    expect(await call(server, { text: TEXT, drafts: [draft] })).toMatchObject({ isError: true });
    await expect(call(server, { text: TEXT }, 'nobody')).rejects.toThrow();
  });
});

describe('two tokens', () => {
  it('propose and accept: the event names both', async () => {
    const server = await guarded();
    await call(server, { text: TEXT, drafts: [draft], source }, proposer.secret);
    const [proposal] = await server.parley.proposals.list({ limit: 1 });
    const accept = async (secret: string) => {
      const query = `mutation { acceptProposal(input: { id: "${proposal!.id}" }) {
        __typename ... on AcceptProposalSuccess { events { recordedBy } } } }`;
      const response = await server.post({ query }, { authorization: `Bearer ${secret}` });
      return ((await response.json()) as { data: { acceptProposal: object } }).data.acceptProposal;
    };
    expect(await accept(proposer.secret)).toEqual({ __typename: 'ForbiddenError' });
    expect(await accept(writer.secret)).toEqual({
      __typename: 'AcceptProposalSuccess',
      events: [{ recordedBy: 'proposed by assistant, accepted by desk' }],
    });
  });
});
