/** A server whose queries are answered in threads, over a log in a file. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, lastingDesk, PATIENCE } from '../../cli/running.js';
import { raw, subscribe } from '../socketClients.js';
import { readUntil, waitForMetric } from '../subscriptionFixtures.js';

const SLOW = fileURLToPath(new URL('./slow.config.mjs', import.meta.url));

interface Answered {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

const at = lastingDesk();
let stop: (() => Promise<void>) | undefined;
let url = '';

/** Enough for any answer here, on the slowest machine. */
const LONG = ['--deadline', '60'];

beforeAll(async () => {
  const options = ['--record', '--extension', SLOW, ...LONG];
  ({ url } = await at.serveUntil((end) => (stop = end), ...options));
}, PATIENCE.timeout);

afterAll(async () => {
  await stop?.();
  at.remove();
});

async function ask(query: string, more: object = {}, server = url): Promise<Answered> {
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, ...more }),
  });
  return (await response.json()) as Answered;
}

async function position(): Promise<number> {
  const { data } = await ask('{ log { headPosition } }');
  return (data?.['log'] as { headPosition: number }).headPosition;
}

describe('a server with threads', PATIENCE, () => {
  it('answers with what was appended a moment ago', async () => {
    const before = await position();
    const { data } = await ask(`mutation { appendEvents(input: { events: [{
      stream: "negotiation/a-b", occurred: "2026-11-20", certainty: INFERRED,
      data: { negotiationLaunched: { title: "A and B", parties: ["IN", "US"], timeZone: "UTC" } }
    }] }) { __typename } }`);
    expect(data).toEqual({ appendEvents: { __typename: 'AppendEventsSuccess' } });
    expect(await position()).toBe(before + 1);
    const listed = await fetch(`${url}/api/negotiations/a-b`);
    expect(await listed.json()).toMatchObject({ title: 'A and B' });
  });

  it('ends work at the deadline, while others are answered, and goes on', async () => {
    const { url: hasty } = await desk().serve(
      '--no-record',
      '--extension',
      SLOW,
      '--deadline',
      '1',
    );
    const endless = [1, 2, 3].map(() => ask('{ endless }', {}, hasty));
    const { data } = await ask('{ log { headPosition } }', {}, hasty);
    expect(data).toEqual({ log: { headPosition: 0 } });
    for (const { errors } of await Promise.all(endless)) {
      const error = errors?.[0];
      expect(error?.extensions).toEqual({
        code: 'DEADLINE_EXCEEDED',
        deadlineMs: 1_000,
        cost: 5_000,
      });
      expect(error?.message).toContain('longer than 1 s');
    }
    expect((await ask('{ long }', {}, hasty)).errors?.[0]?.extensions['code']).toBe(
      'ANSWER_TOO_LARGE',
    );
  });

  it('waits for a position without counting the time as work', async () => {
    const { errors } = await ask(
      'query ($p: Int = 9999) { negotiation(slug: "in-us-bta", minPosition: $p) { title } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'POSITION_NOT_REACHED',
      minPosition: 9_999,
    });
  });

  it('gives up an answer that grows too large, with one error and no data', async () => {
    const { data, errors } = await ask('{ long }');
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['ANSWER_TOO_LARGE']);
  });

  it('tells the cost when asked for it', async () => {
    const query = '{ log { headPosition } }';
    expect((await ask(query)).extensions).toBeUndefined();
    const { extensions } = await ask(query, { extensions: { cost: true } });
    expect(extensions).toEqual({
      cost: {
        complexity: 2,
        depth: 2,
        breadth: 2,
        limits: { complexity: 200_000, depth: 15, breadth: 1_500 },
      },
    });
  });

  it('masks faults', async () => {
    const { errors } = await ask('{ faulty }');
    expect(errors?.[0]?.message).toMatch(/^Internal error\. Quote request ID/);
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('carries out requests too long to be read beside others, as it does short ones', async () => {
    const before = await position();
    const sources = [{ publisher: 'X', kind: 'PRESS', url: 'https://example.org/' }];
    const events = Array.from({ length: 100 }, (_, n) => ({
      stream: 'negotiation/in-us-bta',
      occurred: '2026-03-01',
      sources,
      data: { statementMade: { speaker: `Person ${n}`, summary: 'Said so.', stance: 'POSITIVE' } },
    }));
    const append = `mutation ($events: [EventInput!]!, $dryRun: Boolean) {
      appendEvents(input: { events: $events, dryRun: $dryRun, idempotencyKey: "long" }) {
        __typename
        ... on AppendEventsSuccess { events { position } repeated }
        ... on ValidationError { problems { path } }
      }
    }`;
    const send = (variables: object) => ask(append, { variables });
    const positions = events.map((_, n) => ({ position: before + 1 + n }));
    const recorded = { __typename: 'AppendEventsSuccess', events: positions };
    const dry = await send({ events, dryRun: true });
    expect(dry.data).toEqual({ appendEvents: { ...recorded, repeated: false } });
    expect(await position()).toBe(before);

    const follow = await fetch(`${url}/graphql?query=subscription{events{position}}`, {
      headers: { accept: 'text/event-stream' },
    });
    const reader = follow.body!.getReader();
    await readUntil(reader, ':\n\n');
    expect((await send({ events })).data).toEqual({
      appendEvents: { ...recorded, repeated: false },
    });
    await readUntil(reader, `"position":${before + events.length}`);
    await reader.cancel();
    expect((await send({ events })).data).toEqual({
      appendEvents: { ...recorded, repeated: true },
    });

    const [first, ...others] = events;
    const refused = await send({ events: [{ ...first, occurred: 'soon' }, ...others] });
    expect(JSON.stringify(refused)).toContain('occurred');
    const streams = Array.from({ length: 2_000 }, (_, n) => `negotiation/n${n}`);
    const listed =
      'query ($streams: [String!]) { events(filter: { streams: $streams }) { edges { cursor } } }';
    const { errors } = await ask(listed, { variables: { streams } });
    expect(errors?.[0]?.message).toContain('at most 500');
    const subscription = await ask('subscription { events { id } }', { variables: { streams } });
    expect(subscription.errors?.[0]?.message).toContain('Send shorter variables');
    expect(await position()).toBe(before + events.length);
  });

  it('finds the errors of a long document where they are', async () => {
    const { errors } = await ask(`{ log { ${'headPosition '.repeat(100)}\n nothing } }`);
    expect(errors).toEqual([
      {
        message: 'Cannot query field "nothing" on type "Log".',
        locations: [{ line: 2, column: 2 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  it('ends a subscription that takes too long, and interrupts others for a moment', async () => {
    const { url: hasty } = await desk().serve(
      '--no-record',
      '--extension',
      SLOW,
      '--deadline',
      '1',
    );
    const open = async (query: string) => {
      const address = `${hasty}/graphql?query=${encodeURIComponent(`subscription { ${query} }`)}`;
      const headers = { accept: 'text/event-stream' };
      return (await fetch(address, { headers })).body!.getReader();
    };
    const other = await open('negotiation(slug: "a-b") { view { position } }');
    expect(await readUntil(other, 'event: next')).toContain('"position":0');
    const stuck = await open('negotiation(slug: "a-b") { view { endless } }');
    const answer = await ask('{ log { headPosition } }', {}, hasty);
    expect(answer.data).toEqual({ log: { headPosition: 0 } });
    expect(await readUntil(stuck, 'event: complete')).toContain('DEADLINE_EXCEEDED');
    expect(await readUntil(other, 'event: complete')).toContain('SUBSCRIPTION_INTERRUPTED');
    const again = await open('negotiation(slug: "a-b") { view { position } }');
    expect(await readUntil(again, 'event: next')).toContain('"position":0');
    await again.cancel();
    const refused = await open('negotiation(slug: "a-b", asOf: { at: "soon" }) { view { at } }');
    expect(await readUntil(refused, 'event: complete')).toContain('BAD_USER_INPUT');
  });

  it('sends the same over WebSockets', async () => {
    const { send, next } = await raw(url);
    send(subscribe('1', 'subscription { events(after: "0") { position } }'));
    expect(await next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { events: { position: 1 } } },
    });
    expect(await waitForMetric(url, 'parley_open_streams{transport="ws"}', 1)).toBe(1);
  });

  it('answers or refuses attacks, and then answers others', async () => {
    const { url: hasty } = await desk().serve('--record', '--deadline', '1');
    const aliases = (count: number, field: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(' ');
    const of = (fields: string) => `{ negotiation(slug: "in-us-bta") { ${fields} } }`;
    const chain = Array.from(
      { length: 20 },
      (_, n) => `fragment f${n} on Negotiation { ...f${n + 1} ...f${n + 1} }`,
    );
    const id = Buffer.from('["Negotiation","in-us-bta",{}]').toString('base64url');
    const statement = { summary: 'said', speaker: 'X', negotiation: 'in-us-bta' };
    const attacks: readonly (readonly [string, object?])[] = [
      [of(aliases(500, () => 'timeline { at }'))],
      [of(aliases(100, (n) => `diff(to: { at: "2025-${1 + (n % 9)}-01" }) { changes { path } }`))],
      [of(aliases(300, () => 'explain(path: "phase") { value }'))],
      [
        'query ($path: String!) { negotiation(slug: "in-us-bta") { explain(path: $path) { value } } }',
        { path: 'a.'.repeat(450_000) },
      ],
      [
        'query ($with: [EventInput!]) { negotiation(slug: "in-us-bta", assuming: { with: $with }) { id } }',
        { with: Array.from({ length: 6_000 }, () => ({ statementMade: statement })) },
      ],
      [
        `query ($ids: [ID!]!) { ${aliases(400, () => 'nodes(ids: $ids) { id }')} }`,
        { ids: Array.from({ length: 100 }, () => id) },
      ],
      [
        `{ negotiation(slug: "in-us-bta") { ...f0 } } ${chain.join(' ')} fragment f20 on Negotiation { title }`,
      ],
      [`{ ${aliases(50, () => '__schema { types { fields { args { name } } } }')} }`],
    ];
    const answers = await Promise.all(
      attacks.map(([query, variables]) => ask(query, { variables }, hasty)),
    );
    for (const { data, errors } of answers) {
      const codes = errors?.map(
        (error: { extensions?: Record<string, unknown> }) => error.extensions?.['code'],
      );
      if (errors) expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      else expect(data).toBeTruthy();
    }
    expect((await ask(of('title'), {}, hasty)).data).toMatchObject({
      negotiation: { title: expect.any(String) as string },
    });
  });
});
