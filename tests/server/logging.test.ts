import { describe, expect, it } from 'vitest';
import { LogUnavailable } from '../../src/log/core/errors.js';
import { createToken } from '../../src/server/auth/authenticator.js';
import { createLogger } from '../../src/server/observability/logging.js';
import { serving } from './serving.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

interface Line extends Record<string, unknown> {
  readonly msg: string;
}

const parsed = (notes: readonly string[]) => notes.map((line) => JSON.parse(line) as Line);

describe('the journal of requests', () => {
  it('has one line for each, with the operation and how long it took', async () => {
    const { get, notes } = await serving({ level: 'debug' });
    const response = await get('query Standing { log { headPosition } }', {
      'x-request-id': 'desk-7',
    });
    expect(response.headers.get('x-request-id')).toBe('desk-7');
    await response.text();
    expect(parsed(notes).filter(({ msg }) => msg === 'request')).toEqual([
      expect.objectContaining({
        level: 'debug',
        request: 'desk-7',
        method: 'GET',
        route: '/graphql',
        status: 200,
        operation: 'Standing',
        type: 'query',
        ms: expect.any(Number),
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      }),
    ]);
  });

  it('gives a name of its own to a request without one, or with one that is no name', async () => {
    const { url } = await serving();
    const names = await Promise.all(
      [undefined, 'two words', 'x'.repeat(129)].map(async (given) => {
        const headers: HeadersInit = given === undefined ? {} : { 'x-request-id': given };
        return (await fetch(`${url}/health`, { headers })).headers.get('x-request-id')!;
      }),
    );
    expect(names).toEqual([
      expect.stringMatching(UUID),
      expect.stringMatching(UUID),
      expect.stringMatching(UUID),
    ]);
    expect(new Set(names).size).toBe(3);
  });

  it('says nothing of requests unless it is asked to', async () => {
    const { get, notes } = await serving({ level: 'info' });
    await (await get('{ log { headPosition } }')).text();
    expect(notes).toEqual([]);
  });
});

describe('what the journal never holds', () => {
  const writer = createToken('desk', 'writer');
  const secrets = [writer.secret, 'Bearer', 'a headline not out yet', 'SecretLiteral', 'hunter2'];
  const record = `mutation ($title: String!) {
    appendEvents(input: { idempotencyKey: "SecretLiteral", events: [{
      stream: "negotiation/c-d", occurred: "2025-02-13", certainty: INFERRED,
      data: { negotiationLaunched: { title: $title, parties: ["IN", "US"], timeZone: "UTC" } }
    }] }) { __typename }
  }`;
  const variables = { title: 'a headline not out yet' };

  const expectNoneIn = (notes: readonly string[]) => {
    expect(notes.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(notes.join()).not.toContain(secret);
  };

  it('is a token, a text that was sent, or a literal in a question', async () => {
    const { get, post, notes, parley } = await serving({ level: 'debug', tokens: [writer.token] });
    const authorization = `Bearer ${writer.secret}`;
    await (await post({ query: record, variables }, { authorization })).text();
    expect((await parley.head()).position).toBe(2);
    await (await get('{ negotiation(slug: "SecretLiteral") { title } }', { authorization })).text();
    await (
      await get('{ nothing(of: "SecretLiteral") }', { authorization: 'Bearer hunter2' })
    ).text();
    await (await post(`{"query":"SecretLiteral`, { authorization })).text();
    await parley.log.close();
    await (await post({ query: record, variables }, { authorization })).text();
    expect(notes.join()).toContain('closed');
    expectNoneIn(notes);
  });

  it('is a password in the address of a log, or what an engine says of a row', () => {
    const notes: string[] = [];
    const detail = 'Key (title)=(a headline not out yet) exists';
    const cause = Object.assign(new Error('at postgres://parley:hunter2@db/parley'), {
      code: '23505',
      detail,
      parameters: ['a headline not out yet'],
    });
    const error = new LogUnavailable('The log postgres://parley:hunter2@db/parley is away.', {
      cause,
    });
    createLogger('info', { write: (line) => void notes.push(line) }).error(
      { err: error },
      'trouble',
    );
    expect(parsed(notes)[0]).toMatchObject({
      err: {
        code: 'LOG_UNAVAILABLE',
        message: 'The log postgres://parley:***@db/parley is away.',
        cause: { code: '23505' },
      },
    });
    expectNoneIn(notes);
  });
});

describe('trouble with the log', () => {
  it('is told when it begins and when it is over', async () => {
    const { parley, get, notes, server } = await serving({ level: 'info' });
    const { logHealth } = server.observability;
    logHealth.failed('write', new LogUnavailable('The disk is full.'));
    logHealth.failed('write', new LogUnavailable('The disk is full.'));
    await (await get('{ log { headPosition } }')).text();
    await parley.append([
      {
        stream: 'negotiation/c-d',
        type: 'NegotiationLaunched',
        occurred: '2025-02-13',
        certainty: 'INFERRED',
        data: { title: 'C and D', parties: ['IN', 'US'], timeZone: 'UTC' },
      },
    ]);
    expect(parsed(notes).map(({ level, msg, code }) => [level, msg, code])).toEqual([
      ['error', 'log unhealthy', 'LOG_NOT_WRITABLE'],
      ['info', 'log healthy again', undefined],
    ]);
  });
});
