import { describe, expect, it } from 'vitest';
import { LogUnavailable } from '../../src/log/core/errors.js';
import { createToken } from '../../src/server/auth/tokens.js';
import { createLogger } from '../../src/server/observability/logging.js';
import { startServer } from './testServer.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

interface Line extends Record<string, unknown> {
  readonly msg: string;
}

const parsed = (logLines: readonly string[]) => logLines.map((line) => JSON.parse(line) as Line);

describe('the request log', () => {
  it('has a line for each request with its operation and duration', async () => {
    const { get, logLines } = await startServer({ level: 'debug' });
    const response = await get('query Standing { log { headPosition } }', {
      'x-request-id': 'desk-7',
    });
    expect(response.headers.get('x-request-id')).toBe('desk-7');
    await response.text();
    expect(parsed(logLines).filter(({ msg }) => msg === 'request')).toEqual([
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

  it('gives an ID to a request that has none or an invalid one', async () => {
    const { url } = await startServer();
    const names = await Promise.all(
      [undefined, 'two words', 'x'.repeat(129)].map(async (id) => {
        const headers: HeadersInit = id === undefined ? {} : { 'x-request-id': id };
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

  it('is written at level debug only', async () => {
    const { get, logLines } = await startServer({ level: 'info' });
    await (await get('{ log { headPosition } }')).text();
    expect(logLines).toEqual([]);
  });
});

describe('the log lines of a server', () => {
  const writer = createToken('desk', 'writer');
  const secrets = [writer.secret, 'Bearer', 'a headline not out yet', 'SecretLiteral', 'hunter2'];
  const record = `mutation ($title: String!) {
    appendEvents(input: { idempotencyKey: "SecretLiteral", events: [{
      stream: "negotiation/c-d", occurred: "2025-02-13", certainty: INFERRED,
      data: { negotiationLaunched: { title: $title, parties: ["IN", "US"], timeZone: "UTC" } }
    }] }) { __typename }
  }`;
  const variables = { title: 'a headline not out yet' };

  const expectNoneIn = (logLines: readonly string[]) => {
    expect(logLines.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(logLines.join()).not.toContain(secret);
  };

  it('never hold a token, text that was sent, or a literal of a query', async () => {
    const { get, post, logLines, parley } = await startServer({
      level: 'debug',
      tokens: [writer.token],
    });
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
    expect(logLines.join()).toContain('closed');
    expectNoneIn(logLines);
  });

  it('never hold the password of a log URL or the contents of a row', () => {
    const logLines: string[] = [];
    const detail = 'Key (title)=(a headline not out yet) exists';
    const cause = Object.assign(new Error('at postgres://parley:hunter2@db/parley'), {
      code: '23505',
      detail,
      parameters: ['a headline not out yet'],
    });
    const error = new LogUnavailable('The log postgres://parley:hunter2@db/parley is away.', {
      cause,
    });
    createLogger('info', { write: (line) => void logLines.push(line) }).error(
      { err: error },
      'trouble',
    );
    expect(parsed(logLines)[0]).toMatchObject({
      err: {
        code: 'LOG_UNAVAILABLE',
        message: 'The log postgres://parley:***@db/parley is away.',
        cause: { code: '23505' },
      },
    });
    expectNoneIn(logLines);
  });
});

describe('a failing log', () => {
  it('is reported when it starts and when it ends', async () => {
    const { parley, get, logLines, server } = await startServer({ level: 'info' });
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
    expect(parsed(logLines).map(({ level, msg, code }) => [level, msg, code])).toEqual([
      ['error', 'log unhealthy', 'LOG_NOT_WRITABLE'],
      ['info', 'log healthy again', undefined],
    ]);
  });
});
