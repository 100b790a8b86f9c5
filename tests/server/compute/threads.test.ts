/** A server whose queries are answered in threads, over a log in a file. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { desk, PATIENCE } from '../../cli/running.js';

const SLOW = fileURLToPath(new URL('./slow.config.mjs', import.meta.url));

interface Answered {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

async function serve() {
  const { url } = await desk().serve('--record', '--extension', SLOW, '--deadline', '1');
  const ask = async (query: string, more: object = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, ...more }),
    });
    return (await response.json()) as Answered;
  };
  const position = async () => {
    const { data } = await ask('{ log { headPosition } }');
    return (data?.['log'] as { headPosition: number }).headPosition;
  };
  return { url, ask, position };
}

describe('a server with threads', PATIENCE, () => {
  it('answers with what was appended a moment ago', async () => {
    const { url, ask, position } = await serve();
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
    const { ask, position } = await serve();
    const before = await position();
    const endless = [1, 2, 3].map(() => ask('{ endless }'));
    expect(await position()).toBe(before);
    for (const { errors } of await Promise.all(endless)) {
      const error = errors?.[0];
      expect(error?.extensions).toEqual({
        code: 'DEADLINE_EXCEEDED',
        deadlineMs: 1_000,
        cost: 5_000,
      });
      expect(error?.message).toContain('longer than 1 s');
    }
    expect((await ask('{ long }')).errors?.[0]?.extensions['code']).toBe('ANSWER_TOO_LARGE');
  });

  it('waits for a position without counting the time as work', async () => {
    const { ask } = await serve();
    const { errors } = await ask(
      'query ($p: Int = 9999) { negotiation(slug: "in-us-bta", minPosition: $p) { title } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'POSITION_NOT_REACHED',
      minPosition: 9_999,
    });
  });

  it('gives up an answer that grows too large, with one error and no data', async () => {
    const { ask } = await serve();
    const { data, errors } = await ask('{ long }');
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['ANSWER_TOO_LARGE']);
  });

  it('tells the cost when asked for it', async () => {
    const { ask } = await serve();
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
    const { ask } = await serve();
    const { errors } = await ask('{ faulty }');
    expect(errors?.[0]?.message).toMatch(/^Internal error\. Quote request ID/);
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
