import {
  graphql,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { limitInputs, most } from '../../src/graphql/inputLimits.js';
import { emptyRecord, respond } from '../support/graphql.js';

const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({
    text: { type: GraphQLString, extensions: most(5) },
    names: { type: new GraphQLList(GraphQLString), extensions: most(2, 4) },
    not: { type: Filter },
  }),
});

const limited = limitInputs(
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        ask: {
          type: GraphQLString,
          args: {
            filter: { type: Filter },
            id: { type: GraphQLID },
            ids: { type: new GraphQLList(GraphQLID) },
          },
          resolve: () => 'answered',
        },
      },
    }),
  }),
);

async function ask(variables: Record<string, unknown>) {
  const source =
    'query ($filter: Filter, $id: ID, $ids: [ID]) { ask(filter: $filter, id: $id, ids: $ids) }';
  const { data, errors } = await graphql({ schema: limited, source, variableValues: variables });
  return errors?.[0]?.message ?? data?.['ask'];
}

describe('limits of arguments', () => {
  it.each([
    [{ id: 'x'.repeat(1_000), ids: Array.from({ length: 500 }, () => 'x') }],
    [{ filter: { text: '12345', names: ['1234', '1234'], not: { not: { text: '1' } } } }],
    [{ filter: null, id: null }],
    [{}],
  ])('let pass what is within them: %#', async (variables) => {
    expect(await ask(variables)).toBe('answered');
  });

  it.each([
    [{ id: 'x'.repeat(1_001) }, 'id is 1,001 characters long: write at most 1,000.'],
    [
      { ids: Array.from({ length: 501 }, () => 'x') },
      'ids holds 501 items: give at most 500 at a time.',
    ],
    [{ ids: ['a', 'x'.repeat(1_001)] }, 'ids[1] is 1,001 characters long: write at most 1,000.'],
    [{ filter: { text: '123456' } }, 'filter.text is 6 characters long: write at most 5.'],
    [
      { filter: { not: { not: { text: '123456' } } } },
      'filter.not.not.text is 6 characters long: write at most 5.',
    ],
    [
      { filter: { names: ['1', '2', '3'] } },
      'filter.names holds 3 items: give at most 2 at a time.',
    ],
    [
      { filter: { names: ['1', '12345'] } },
      'filter.names[1] is 5 characters long: write at most 4.',
    ],
  ])('refuse what is over them, naming it: %#', async (variables, message) => {
    expect(await ask(variables)).toBe(message);
  });
});

const LONG = 'x'.repeat(20_000);

describe('the schema', () => {
  it.each([
    ['negotiation', `{ negotiation(slug: "${LONG}") { title } }`],
    ['node', `{ node(id: "${LONG}") { id } }`],
    ['event', `{ event(id: "${LONG}") { id } }`],
    ['events', `{ events(filter: { text: "${LONG}" }) { totalCount } }`],
    ['events, after', `{ events(after: "${LONG}") { totalCount } }`],
    ['duty', `{ duty(imposedBy: "US", on: "IN", goods: { producer: "${LONG}" }) { total } }`],
  ])('limits the texts of %s', async (_, source) => {
    const { errors } = await respond(await emptyRecord(), source);
    expect(errors?.[0]?.message).toMatch(/is 20,000 characters long: write at most /);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('limits the names in a filter, and the events of a what-if', async () => {
    const parley = await emptyRecord();
    const many = Array.from({ length: 2_000 }, (_, i) => `negotiation/n${i}`);
    const asked = await respond(
      parley,
      'query ($streams: [String!]) { events(filter: { streams: $streams }) { totalCount } }',
      { streams: many },
    );
    expect(asked.errors?.[0]?.message).toBe(
      'filter.streams holds 2,000 items: give at most 500 at a time.',
    );
    const assumed = await respond(
      parley,
      'query ($without: [ID!]) { negotiation(slug: "a", assuming: { without: $without }) { title } }',
      { without: many },
    );
    expect(assumed.errors?.[0]?.extensions['code']).toMatch(/^(BAD_USER_INPUT|QUERY_TOO_LARGE)$/);
  });
});
