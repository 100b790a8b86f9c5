import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BadTimePoint } from '../../src/app/errors.js';
import { LogUnavailable } from '../../src/log/core/errors.js';
import { serving } from './serving.js';

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

const told = async (response: Response) => {
  const { errors: all } = (await response.json()) as { errors: [GraphQLError] };
  const [{ message, extensions, path }] = all;
  return { message, code: extensions['code'], path };
};

describe('an internal error', () => {
  it('is hidden from the client, who gets the ID under which the log has its cause', async () => {
    const { get, notes } = await serving({ schema });
    const { message, code, path } = await told(await get('{ bug }', { 'x-request-id': 'desk-7' }));
    expect(message).toBe('Internal error. Quote request ID `desk-7` to the operator.');
    expect([code, path]).toEqual(['INTERNAL_SERVER_ERROR', ['bug']]);
    expect(notes.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({
        request: 'desk-7',
        err: expect.objectContaining({ message: 'secret: /srv/parley.db' }),
      }),
    ]);
  });
});

describe('an error of the log', () => {
  it('is told without what is nobody else’s business', async () => {
    const { get, notes } = await serving({ schema });
    const { message, code } = await told(await get('{ away }'));
    expect(code).toBe('LOG_UNAVAILABLE');
    expect(message).not.toContain('/srv');
    expect(notes.join()).toContain('/srv/parley.db is locked');
  });
});

describe('an error that was written for whoever asked', () => {
  it.each([
    ['time', 'BAD_TIME_POINT', /"soon" is neither a date/],
    ['written', 'OTHERWISE', /^Ask otherwise\.$/],
    ['nothing', 'GRAPHQL_VALIDATION_FAILED', /Cannot query field "nothing"/],
  ])('is told as it is: %s', async (field, code, message) => {
    const { get, notes } = await serving({ schema });
    const answer = await told(await get(`{ ${field} }`));
    expect(answer.code).toBe(code);
    expect(answer.message).toMatch(message);
    expect(notes).toEqual([]);
  });
});
