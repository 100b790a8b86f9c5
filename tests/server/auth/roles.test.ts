import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROLES } from '../../../src/server/auth/roles.js';
import { createToken } from '../../../src/server/auth/tokens.js';
import { ask, client } from '../socketClients.js';
import { sharedServer } from '../testServer.js';

const holders = Object.fromEntries(ROLES.map((role) => [role, createToken(role, role)]));
const colleague = createToken('colleague', 'admin');
const scoped = createToken('scoped', 'admin', {
  streams: ['negotiation/in-scope', 'measure/in-*'],
});
const tokens = [...Object.values(holders), colleague, scoped].map(({ token }) => token);
const server = sharedServer(() => ({ tokens }));

interface Result {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly events?: readonly { readonly id: string; readonly recordedBy: string | null }[];
  readonly proposals?: readonly { readonly id: string }[];
}

/** Sends one mutation over HTTP; a reader without a secret sends no token. */
async function mutate(secret: string | undefined, field: string, input: object): Promise<Result> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const records = !/Proposal|propose/.test(field) || field === 'acceptProposal';
  const query = `mutation ($input: ${type}Input!) { result: ${field}(input: $input) {
    __typename ... on Error { code message }
    ${records ? `... on ${type}Success { events { id recordedBy } }` : ''}
    ${field === 'proposeEvents' ? '... on ProposeEventsSuccess { proposals { id } }' : ''} } }`;
  const headers = secret === undefined ? undefined : { authorization: `Bearer ${secret}` };
  const response = await server().post({ query, variables: { input } }, headers);
  const { data, errors } = (await response.json()) as {
    data?: { result: Result };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data!.result;
}

const meeting = (stream = 'negotiation/a-b') => ({
  events: [
    {
      stream,
      occurred: '2025-03-01',
      certainty: 'INFERRED',
      data: { talksPaused: { scope: 'ALL' } },
    },
  ],
});
const draft = {
  drafts: [
    {
      type: 'RoundHeld',
      stream: 'negotiation/a-b',
      occurred: '2025-03-03',
      certainty: 'INFERRED',
      data: { round: 2 },
    },
  ],
};
const source = { kind: 'PRESS', publisher: 'Example Gazette', published: '2025-03-02' };

const recorded = async (secret: string, stream?: string): Promise<string> =>
  (await mutate(secret, 'appendEvents', meeting(stream))).events![0]!.id;
const proposed = async (): Promise<string> =>
  (await mutate(colleague.secret, 'proposeEvents', draft)).proposals![0]!.id;

async function callTool(secret: string | undefined): Promise<Result> {
  const assistant = new Client({ name: 'test', version: '1' });
  const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  const url = new URL(`${server().url}/mcp`);
  await assistant.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  onTestFinished(() => assistant.close());
  const called = await assistant.callTool({
    name: 'propose_events',
    arguments: {
      text: 'A second round of talks was held.',
      drafts: draft.drafts.map(({ certainty: _, ...each }) => each),
    },
  });
  const [content] = called.content as { text: string }[];
  return content!.text.includes('send a token that may')
    ? { __typename: 'ForbiddenError', message: content!.text }
    : { __typename: 'ProposeEventsSuccess' };
}

const pause = `mutation { result: appendEvents(input: { events: [{ stream: "negotiation/a-b",
  occurred: "2025-03-01", certainty: INFERRED, data: { talksPaused: { scope: ALL } } }] }) { __typename } }`;

/** Every way to write, by a caller with a secret or without. */
const doors: Record<string, (secret: string | undefined) => Promise<Result>> = {
  'append events': (secret) => mutate(secret, 'appendEvents', meeting()),
  'append events in a dry run': (secret) =>
    mutate(secret, 'appendEvents', { ...meeting(), dryRun: true }),
  'append events over a WebSocket': async (secret) => {
    const asked = ask(client(server().url, secret && `Bearer ${secret}`), pause);
    return ((await asked) as { data: { result: Result } }).data.result;
  },
  'record by an entry form': (secret) =>
    mutate(secret, 'recordRound', {
      negotiation: 'a-b',
      round: 1,
      occurred: '2025-03-01',
      certainty: 'INFERRED',
    }),
  "add sources to another's event": async (secret) =>
    mutate(secret, 'addSources', {
      event: await recorded(colleague.secret),
      sources: [source],
    }),
  "correct another's event": async (secret) =>
    mutate(secret, 'correctEvent', {
      event: await recorded(colleague.secret),
      occurred: '2025-03-02',
      reason: 'The report was of the day after.',
      certainty: 'INFERRED',
    }),
  "retract another's event": async (secret) =>
    mutate(secret, 'retractEvent', {
      event: await recorded(colleague.secret),
      reason: 'Entered twice.',
    }),
  propose: (secret) => mutate(secret, 'proposeEvents', draft),
  'propose as an assistant': callTool,
  'accept a proposal': async (secret) => mutate(secret, 'acceptProposal', { id: await proposed() }),
  'reject a proposal': async (secret) =>
    mutate(secret, 'rejectProposal', { id: await proposed(), reason: 'Not held.' }),
};

const YES = 'yes';
const NO = 'no';

describe.each`
  door                                | anonymous | reader | proposer | analyst | admin  | writer
  ${'append events'}                  | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
  ${'append events in a dry run'}     | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
  ${'append events over a WebSocket'} | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
  ${'record by an entry form'}        | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
  ${"add sources to another's event"} | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
  ${"correct another's event"}        | ${NO}     | ${NO}  | ${NO}    | ${NO}   | ${YES} | ${YES}
  ${"retract another's event"}        | ${NO}     | ${NO}  | ${NO}    | ${NO}   | ${YES} | ${YES}
  ${'propose'}                        | ${NO}     | ${NO}  | ${YES}   | ${YES}  | ${YES} | ${YES}
  ${'propose as an assistant'}        | ${NO}     | ${NO}  | ${YES}   | ${YES}  | ${YES} | ${YES}
  ${'accept a proposal'}              | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
  ${'reject a proposal'}              | ${NO}     | ${NO}  | ${NO}    | ${YES}  | ${YES} | ${YES}
`('may "$door"', ({ door, ...byRole }: Record<string, string>) => {
  it.each(Object.entries(byRole))('%s: %s', async (role, may) => {
    const secret = holders[role]?.secret;
    const before = await server().parley.head();
    const { __typename } = await doors[door!]!(secret);
    if (may === YES) expect(__typename).toMatch(/Success$/);
    else expect(__typename).toBe('ForbiddenError');
    // What others recorded for the case is the only thing that may be new.
    const { position } = await server().parley.head();
    if (may === NO) expect(position - before.position).toBe(/another/.test(door!) ? 1 : 0);
  });
});

describe('an analyst', () => {
  const { secret } = holders['analyst']!;

  it('corrects and retracts what they recorded themselves, under their own name', async () => {
    const event = await recorded(secret);
    const corrected = await mutate(secret, 'correctEvent', {
      event,
      occurred: '2025-03-02',
      reason: 'A day later.',
    });
    expect(corrected.events).toMatchObject([{ recordedBy: 'analyst' }]);
    const retracted = await mutate(secret, 'retractEvent', { event, reason: 'Not held.' });
    expect(retracted.events).toMatchObject([{ recordedBy: 'analyst' }]);
  });

  it('retracts what they accepted, and not what others did', async () => {
    const accept = async (by: string) => {
      const id = await proposed();
      return (await mutate(by, 'acceptProposal', { id })).events![0]!;
    };
    const own = await accept(secret);
    expect(own.recordedBy).toBe('proposed by colleague, accepted by analyst');
    const reason = 'Not held.';
    expect((await mutate(secret, 'retractEvent', { event: own.id, reason })).code).toBeUndefined();
    const other = await accept(holders['admin']!.secret);
    const refused = await mutate(secret, 'retractEvent', { event: other.id, reason });
    expect(refused).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
    expect(refused.message).toContain('was recorded by proposed by colleague, accepted by admin');
  });

  it('does not accept a proposal that retracts what others recorded', async () => {
    const event = await recorded(colleague.secret);
    const { proposals } = await mutate(holders['proposer']!.secret, 'proposeEvents', {
      drafts: [
        {
          type: 'EventRetracted',
          stream: 'negotiation/a-b',
          occurred: '2025-03-03',
          certainty: 'INFERRED',
          data: { event, reason: 'Not held.' },
        },
      ],
    });
    const id = proposals![0]!.id;
    expect((await mutate(secret, 'acceptProposal', { id })).code).toBe('FORBIDDEN');
    expect((await mutate(holders['admin']!.secret, 'acceptProposal', { id })).code).toBeUndefined();
  });
});

describe('a token limited to some streams', () => {
  const { secret } = scoped;

  it.each(['negotiation/in-scope', 'measure/in-tariff'])('writes to %s', async (stream) => {
    const data = stream.startsWith('measure/')
      ? { measureAnnounced: { title: 'Tariff', imposedBy: 'US', affects: ['IN'], rate: 5 } }
      : { negotiationLaunched: { title: 'A', parties: ['IN', 'US'], timeZone: 'UTC' } };
    const event = { stream, occurred: '2025-03-01', certainty: 'INFERRED', data };
    expect((await mutate(secret, 'appendEvents', { events: [event] })).code).toBeUndefined();
  });

  it.each([
    ['an event', 'appendEvents', meeting()],
    ['a proposal', 'proposeEvents', draft],
  ])('writes %s nowhere else, and is told where', async (_, field, input) => {
    expect(await mutate(secret, field, input)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining(
        'negotiation/a-b, only to negotiation/in-scope, measure/in-*',
      ),
    });
  });

  it('puts no event into the history of another stream', async () => {
    const [event] = meeting('negotiation/in-scope').events;
    const input = { events: [{ ...event, also: ['negotiation/a-b'] }] };
    expect((await mutate(secret, 'appendEvents', input)).code).toBe('FORBIDDEN');
  });

  it('corrects no event of another stream, whatever stream the correction names', async () => {
    const event = await recorded(colleague.secret);
    const correction = {
      stream: 'negotiation/in-scope',
      occurred: '2025-03-01',
      certainty: 'INFERRED',
      data: { eventRetracted: { event, reason: 'Not held.' } },
    };
    expect((await mutate(secret, 'appendEvents', { events: [correction] })).code).toBe('FORBIDDEN');
  });

  it('decides on no proposal for another stream', async () => {
    const id = await proposed();
    expect((await mutate(secret, 'acceptProposal', { id })).code).toBe('FORBIDDEN');
    const rejection = { id, reason: 'Not held.' };
    expect((await mutate(secret, 'rejectProposal', rejection)).code).toBe('FORBIDDEN');
  });
});

describe('a key of idempotency', () => {
  it('is of one writer: with that of another the events are recorded again', async () => {
    const input = { ...meeting(), idempotencyKey: 'monday' };
    const first = await mutate(colleague.secret, 'appendEvents', input);
    const again = await mutate(colleague.secret, 'appendEvents', input);
    expect(again.events).toEqual(first.events);
    const other = await mutate(holders['analyst']!.secret, 'appendEvents', input);
    expect(other.events).toMatchObject([{ recordedBy: 'analyst' }]);
    expect(other.events![0]!.id).not.toBe(first.events![0]!.id);
  });

  it('is named as it was sent where it was used for other events', async () => {
    const key = { idempotencyKey: 'tuesday' };
    await mutate(colleague.secret, 'appendEvents', { ...meeting(), ...key });
    const input = { ...meeting(), ...key, events: [...meeting().events, ...meeting().events] };
    expect((await mutate(colleague.secret, 'appendEvents', input)).message).toMatch(
      /^The idempotency key "tuesday" was used for other events/,
    );
  });
});

describe('proposals', () => {
  const read = async (secret?: string) => {
    const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const { get } = server();
    const response = await get('{ proposals(first: 1) { nodes { id } } }', headers);
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code;
  };

  it('are read with a token of any role, and not without one, even right after', async () => {
    for (const role of ROLES) {
      expect(await read(holders[role]!.secret)).toBeUndefined();
      expect(await read()).toBe('FORBIDDEN');
    }
  });
});
