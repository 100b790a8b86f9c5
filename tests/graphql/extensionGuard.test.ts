import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { defineExtension } from '../../src/graphql/extensions/defineExtension.js';
import { runMutation } from '../../src/graphql/mutations/runMutation.js';
import { emptyRecord } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';
import { answer, respond, riskScore } from './extensionClient.js';

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

describe('the limits of a request, with an extension', () => {
  it('hold for the fields of Parley', async () => {
    const { errors } = await respond(
      parley,
      riskScore,
      '{ negotiations(first: 1000) { edges { node { events(first: 1000) { edges { node { id } } } } } } }',
    );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
  });

  const similar = (size?: number) =>
    defineExtension({
      typeDefs: 'extend type Query { similar: [Negotiation!]! }',
      resolvers: {
        Query: {
          similar: {
            resolve: () => [],
            ...(size !== undefined && { extensions: { complexity: { multiplier: size } } }),
          },
        },
      },
    });

  it('hold for a request of only extension fields', async () => {
    const asked = '{ similar { events(first: 1000) { edges { node { id } } } } }';
    expect(await answer(parley, similar(), asked)).toEqual({ similar: [] });
    const { errors } = await respond(parley, similar(500), asked);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
    expect(errors?.[0]?.message).toContain('This asks for too much at once: its complexity is');
  });

  it('count extension fields like those of Parley', async () => {
    const fields = Array.from({ length: 1501 }, (_, i) => `f${i}: riskScore`).join(' ');
    const { errors } = await respond(
      parley,
      riskScore,
      `{ negotiation(slug: "in-us-bta") { ${fields} } }`,
    );
    expect(errors?.[0]?.message).toContain('its breadth is 1502');
  });
});

describe('a mutation of an extension', () => {
  const launch = {
    stream: 'negotiation/x-y',
    type: 'NegotiationLaunched',
    occurred: '2025-03-04',
    sources: [{ kind: 'PRESS', publisher: 'P' }],
    data: { title: 'X-Y', parties: ['IN', 'US'] },
  };
  const extension = defineExtension({
    typeDefs: `
      extend type Mutation {
        launch: AppendEventsResult!
        count: Int
      }`,
    resolvers: {
      Mutation: {
        launch: (_, __, context) =>
          runMutation(context, false, (recordedBy) =>
            context.parley.append([launch], { recordedBy }),
          ),
        count: async (_, __, context) => (await context.parley.append([launch])).events.length,
      },
    },
  });

  it('returns a result union of Parley, records the caller and applies the checks of Parley', async () => {
    const parley = await emptyRecord();
    const source =
      'mutation { launch { __typename ... on AppendEventsSuccess { events { recordedBy } } } }';
    expect(
      await answer(parley, extension, source, { principal: { name: 'asha', mayWrite: true } }),
    ).toEqual({ launch: { __typename: 'AppendEventsSuccess', events: [{ recordedBy: 'asha' }] } });
  });

  it.each([
    ['who may not write', { name: 'ravi', mayWrite: false }],
    ['limited to some streams', { name: 'ravi', mayWrite: true, streams: ['negotiation/x-y'] }],
  ])('is refused before it is resolved to a caller %s', async (_, principal) => {
    const parley = await emptyRecord();
    const { data, errors } = await respond(
      parley,
      extension,
      'mutation { count launch { __typename ... on Error { code } } }',
      { principal },
    );
    expect(data).toMatchObject({
      count: null,
      launch: { __typename: 'ForbiddenError', code: 'FORBIDDEN' },
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['count'], 'FORBIDDEN'],
    ]);
    expect((await parley.head()).position).toBe(0);
  });
});
