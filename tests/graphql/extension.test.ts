import {
  graphql,
  type GraphQLInputObjectType,
  GraphQLScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import tariffWatch from '../../examples/extension/parley.config.js';
import type { Parley } from '../../src/app/parley.js';
import { type Context, createContext } from '../../src/graphql/context.js';
import { defineExtension, type Extension } from '../../src/graphql/defineExtension.js';
import { extended } from '../../src/graphql/extension.js';
import { recording } from '../../src/graphql/recording.js';
import { schema } from '../../src/graphql/schema.js';
import { emptyRecord } from '../support/graphql.js';
import { shippedRecord } from '../support/record.js';

let parley: Parley;
beforeAll(async () => {
  parley = await shippedRecord();
});

type Around = Partial<Omit<Context, 'parley'>>;

/** Asks the schema as an extension leaves it. */
const respond = (extension: Extension, source: string, around: Around = {}, door = parley) =>
  graphql({
    schema: extended(schema, extension, 'mine.ts'),
    source,
    contextValue: createContext(door, around),
  });

async function answer(extension: Extension, source: string, around?: Around, door?: Parley) {
  const { data, errors } = await respond(extension, source, around, door);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

const riskScore = defineExtension({
  typeDefs: 'extend type Negotiation { "How likely it fails." riskScore: Float }',
  resolvers: { Negotiation: { riskScore: ({ subject }) => subject.rounds.length / 10 } },
});

describe('a field added to a type of ours', () => {
  it('is given the same parent and the same context as our own resolvers', async () => {
    const seen: unknown[] = [];
    const extension = defineExtension({
      typeDefs: 'extend type Negotiation { riskScore: Float }',
      resolvers: {
        Negotiation: {
          riskScore: ({ subject, view, asOf }, _, context) => {
            seen.push(subject.slug, new Date(view.at).toISOString(), asOf, context.parley);
            return context.principal.name === 'asha' ? 0.25 : null;
          },
        },
      },
    });
    const { negotiation } = await answer(
      extension,
      '{ negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05" }) { riskScore title phase { value } } }',
      { principal: { name: 'asha', mayWrite: false } },
    );
    expect(negotiation).toMatchObject({ riskScore: 0.25, title: expect.any(String) });
    const at = '2025-11-06T04:59:59.999Z';
    expect(seen).toEqual(['in-us-bta', at, { at: '2025-11-05' }, parley]);
  });

  it('makes an answer one that is not kept: nobody knows here what it rests on', async () => {
    const lives: string[] = [];
    const cache = { pinned: () => undefined, live: () => void lives.push('live') };
    const asked = (fields: string) =>
      `{ negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05", knownAt: "2026-11-22T12:00:00Z" }) { ${fields} } }`;
    await answer(riskScore, asked('title'), { cache });
    expect(lives).toEqual([]);
    await answer(riskScore, asked('title riskScore'), { cache });
    expect(lives).toEqual(['live']);
  });

  it('can belong to one type of event', async () => {
    const extension = defineExtension({
      typeDefs: 'extend type RoundHeld { label: String! }',
      resolvers: { RoundHeld: { label: ({ data }) => `Round ${data.round}` } },
    });
    const { events } = await answer(
      extension,
      '{ events(filter: { types: ["RoundHeld"] }, first: 1) { edges { node { ... on RoundHeld { round label } } } } }',
    );
    const [{ node }] = events.edges;
    expect(node.label).toBe(`Round ${node.round}`);
  });
});

describe('the schema with an extension', () => {
  it('has everything it had, described as it was, and what was added', () => {
    const merged = extended(schema, riskScore, 'mine.ts');
    const added = '\n\n  """How likely it fails."""\n  riskScore: Float';
    const printed = printSchema(lexicographicSortSchema(merged));
    expect(printed).toContain(added);
    expect(printed.replace(added, '')).toBe(printSchema(lexicographicSortSchema(schema)));
    expect((merged.getType('EventDataInput') as GraphQLInputObjectType).isOneOf).toBe(true);
    expect(schema.getType('Negotiation')).not.toHaveProperty('_fields.riskScore');
  });

  it('still knows of which type an event, a node and a member of a union is', async () => {
    const source = `{
      events(first: 3) { edges { node { __typename id stream } } }
      negotiation(slug: "in-us-bta") { __typename id phase { setBy { __typename } } }
    }`;
    const merged = await answer(riskScore, source);
    const { data } = await graphql({ schema, source, contextValue: createContext(parley) });
    expect(merged).toEqual(JSON.parse(JSON.stringify(data)));
    const { node } = await answer(
      riskScore,
      `{ node(id: "${merged.negotiation.id}") { __typename ... on Negotiation { slug riskScore } } }`,
    );
    expect(node).toMatchObject({ __typename: 'Negotiation', slug: 'in-us-bta' });
    const [{ node: event }] = merged.events.edges;
    expect((await answer(riskScore, `{ node(id: "${event.id}") { __typename } }`)).node).toEqual({
      __typename: event.__typename,
    });
  });

  it('still answers a write with what came of it, or why nothing did', async () => {
    const door = await emptyRecord();
    const append = (rounds: string, principal = { mayWrite: true }) =>
      answer(
        riskScore,
        `mutation { appendEvents(input: { events: [${rounds}] }) {
          __typename ... on Error { code } ... on AppendEventsSuccess { events { __typename } negotiation { riskScore } } } }`,
        { principal },
        door,
      );
    const launch =
      '{ stream: "negotiation/x-y", occurred: "2025-03-04", sources: [{ kind: PRESS, publisher: "P" }], data: { negotiationLaunched: { title: "X-Y", parties: ["IN", "US"] } } }';
    expect(await append(launch)).toEqual({
      appendEvents: {
        __typename: 'AppendEventsSuccess',
        events: [{ __typename: 'NegotiationLaunched' }],
        negotiation: { riskScore: 0 },
      },
    });
    expect(await append('')).toMatchObject({ appendEvents: { __typename: 'ValidationError' } });
    expect(await append(launch, { mayWrite: false })).toMatchObject({
      appendEvents: { __typename: 'ForbiddenError', code: 'FORBIDDEN' },
    });
  });
});

describe('the limits of a request, with an extension', () => {
  const DEEP = `first: 1000) { edges { node { events(first: 1000) { edges { node { id } } } } } }`;

  it('hold for what we answer', async () => {
    const { errors } = await respond(riskScore, `{ negotiations(${DEEP} }`);
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

  it('hold where all that is asked for is its own', async () => {
    const asked = '{ similar { events(first: 1000) { edges { node { id } } } } }';
    expect(await answer(similar(), asked)).toEqual({ similar: [] });
    const { errors } = await respond(similar(500), asked);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_LARGE']);
    expect(errors?.[0]?.message).toContain('This asks for too much at once: its complexity is');
  });

  it('count its fields like ours', async () => {
    const fields = Array.from({ length: 1501 }, (_, i) => `f${i}: riskScore`).join(' ');
    const { errors } = await respond(riskScore, `{ negotiation(slug: "in-us-bta") { ${fields} } }`);
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
          recording(context, false, (recordedBy) =>
            context.parley.append([launch], { recordedBy }),
          ),
        count: async (_, __, context) => (await context.parley.append([launch])).events.length,
      },
    },
  });

  it("answers in the union of ours, and records who asked, with the door's own checks", async () => {
    const door = await emptyRecord();
    const source =
      'mutation { launch { __typename ... on AppendEventsSuccess { events { recordedBy } } } }';
    expect(
      await answer(extension, source, { principal: { name: 'asha', mayWrite: true } }, door),
    ).toEqual({ launch: { __typename: 'AppendEventsSuccess', events: [{ recordedBy: 'asha' }] } });
  });

  it('is refused to whoever may not write before it is resolved', async () => {
    const door = await emptyRecord();
    const principal = { name: 'ravi', mayWrite: false };
    const { data, errors } = await respond(
      extension,
      'mutation { count launch { __typename ... on Error { code } } }',
      { principal },
      door,
    );
    expect(data).toMatchObject({
      count: null,
      launch: { __typename: 'ForbiddenError', code: 'FORBIDDEN' },
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['count'], 'FORBIDDEN'],
    ]);
    expect((await door.head()).position).toBe(0);
  });
});

describe('an extension with types of its own', () => {
  it('may use our interfaces and scalars, and bring unions, enums and scalars', async () => {
    const extension = defineExtension({
      typeDefs: [
        parse('extend type Query { verdicts: [Verdict!]! }'),
        `union Verdict = Good | Bad
         type Good { score: Score! level: Level! since: DateTime! }
         type Bad implements Error { code: String! message: String! }
         scalar Score
         enum Level { HIGH LOW }`,
      ],
      resolvers: {
        Query: {
          verdicts: () => [
            { __typename: 'Good', score: 3, level: 1, since: 0 },
            { __typename: 'Bad', code: 'NONE', message: 'Nothing.' },
          ],
        },
        Score: new GraphQLScalarType({ name: 'Score', serialize: (value) => `${String(value)}/5` }),
        Level: { HIGH: 1, LOW: 0 },
      },
    });
    expect(
      await answer(
        extension,
        '{ verdicts { __typename ... on Good { score level since } ... on Error { code message } } }',
      ),
    ).toEqual({
      verdicts: [
        { __typename: 'Good', score: '3/5', level: 'HIGH', since: '1970-01-01T00:00:00.000Z' },
        { __typename: 'Bad', code: 'NONE', message: 'Nothing.' },
      ],
    });
  });
});

describe('the example', () => {
  it('counts the days since the last round at the view', async () => {
    const { before, after } = await answer(
      tariffWatch,
      `{
        before: negotiation(slug: "in-us-bta", asOf: { at: "2025-03-05" }) { daysSinceLastRound }
        after: negotiation(slug: "in-us-bta", asOf: { at: "2025-04-30" }) { daysSinceLastRound rounds { dates status } }
      }`,
    );
    expect(before).toEqual({ daysSinceLastRound: null });
    expect(after.rounds).toContainEqual({ dates: '2025-04-23/2025-04-25', status: 'HELD' });
    expect(after.daysSinceLastRound).toBe(5);
  });

  it('watches the measures on a country, with all that a measure can say', async () => {
    const watch = (code: string) =>
      respond(
        tariffWatch,
        `{ tariffWatch(code: "${code}") { nextChange measure { id slug status } } }`,
      );
    const { data } = await watch('IN');
    const slugs = (data?.['tariffWatch'] as { measure: { slug: string } }[]).map(
      ({ measure }) => measure.slug,
    );
    expect(slugs).toContain('us-232-metals');
    expect((await watch('in')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
