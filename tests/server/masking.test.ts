import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BadTimePoint } from '../../src/app/errors.js';
import { LogUnavailable } from '../../src/log/core/errors.js';
import { startServer } from './testServer.js';

const errors: Readonly<Record<string, () => unknown>> = {
  bug: () => {
    throw new TypeError('secret: /srv/parley.db');
  },
  away: () => {
    throw new LogUnavailable('/srv/parley.db is locked');
  },
  time: () => {
    throw new BadTimePoint('at', 'soon');
  },
  written: () => {
    throw new GraphQLError('Ask otherwise.', { extensions: { code: 'OTHERWISE' } });
  },
};

const schema = makeExecutableSchema({
  typeDefs: `type Query { ${Object.keys(errors)
    .map((name) => `${name}: Int`)
    .join(' ')} }`,
  resolvers: { Query: errors },
});

const firstError = async (response: Response) => {
  const { errors: all } = (await response.json()) as { errors: [GraphQLError] };
  const [{ message, extensions, path }] = all;
  return { message, code: extensions['code'], path };
};

describe('an internal error', () => {
  it('is hidden from the client, who gets the ID under which the log has its cause', async () => {
    const { get, logLines } = await startServer({ schema });
    const { message, code, path } = await firstError(
      await get('{ bug }', { 'x-request-id': 'desk-7' }),
    );
    expect(message).toBe('Internal error. Quote request ID `desk-7` to the operator.');
    expect([code, path]).toEqual(['INTERNAL_SERVER_ERROR', ['bug']]);
    expect(logLines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({
        request: 'desk-7',
        err: expect.objectContaining({ message: 'secret: /srv/parley.db' }),
      }),
    ]);
  });
});

describe('an error of the log', () => {
  it('reaches the client without paths, and the log lines in full', async () => {
    const { get, logLines } = await startServer({ schema });
    const { message, code } = await firstError(await get('{ away }'));
    expect(code).toBe('LOG_UNAVAILABLE');
    expect(message).not.toContain('/srv');
    expect(logLines.join()).toContain('/srv/parley.db is locked');
  });
});

describe('an error meant for the client', () => {
  it.each([
    ['time', 'BAD_TIME_POINT', /"soon" is neither a date/],
    ['written', 'OTHERWISE', /^Ask otherwise\.$/],
    ['nothing', 'GRAPHQL_VALIDATION_FAILED', /Cannot query field "nothing"/],
  ])('is sent unchanged: %s', async (field, code, message) => {
    const { get, logLines } = await startServer({ schema });
    const answer = await firstError(await get(`{ ${field} }`));
    expect(answer.code).toBe(code);
    expect(answer.message).toMatch(message);
    expect(logLines).toEqual([]);
  });
});
