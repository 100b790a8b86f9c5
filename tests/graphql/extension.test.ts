import {
  graphql,
  type GraphQLInputObjectType,
  GraphQLScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { createContext } from '../../src/graphql/context.js';
import { defineExtension } from '../../src/graphql/extensions/defineExtension.js';
import { mergeExtension } from '../../src/graphql/extensions/mergeExtension.js';
import { schema } from '../../src/graphql/schema.js';
import { emptyRecord } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';
import { answer, riskScore } from './extensionClient.js';

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

describe('an extension field of a type of Parley', () => {
  it('receives the same parent and context as the resolvers of Parley', async () => {
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
      parley,
      extension,
      '{ negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05" }) { riskScore title phase { value } } }',
      { principal: { name: 'asha', mayWrite: false } },
    );
    expect(negotiation).toMatchObject({ riskScore: 0.25, title: expect.any(String) });
    const at = '2025-11-06T04:59:59.999Z';
    expect(seen).toEqual(['in-us-bta', at, { at: '2025-11-05' }, parley]);
  });

  it('makes a response uncacheable, because its data is unknown to Parley', async () => {
    const currentReads: string[] = [];
    const cache = {
      usesView: () => undefined,
      usesCurrentLog: () => void currentReads.push('log'),
      usesHead: () => undefined,
    };
    const asked = (fields: string) =>
      `{ negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05", knownAt: "2026-11-22T12:00:00Z" }) { ${fields} } }`;
    await answer(parley, riskScore, asked('title'), { cache });
    expect(currentReads).toEqual([]);
    await answer(parley, riskScore, asked('title riskScore'), { cache });
    expect(currentReads).toEqual(['log']);
  });

  it('can belong to a single event type', async () => {
    const extension = defineExtension({
      typeDefs: 'extend type RoundHeld { label: String! }',
      resolvers: { RoundHeld: { label: ({ data }) => `Round ${data.round}` } },
    });
    const { events } = await answer(
      parley,
      extension,
      '{ events(filter: { types: ["RoundHeld"] }, first: 1) { edges { node { ... on RoundHeld { round label } } } } }',
    );
    const [{ node }] = events.edges;
    expect(node.label).toBe(`Round ${node.round}`);
  });
});

describe('the schema with an extension', () => {
  it('has all former types with their descriptions, and the added ones', () => {
    const merged = mergeExtension(schema, riskScore, 'mine.ts');
    const added = '\n\n  """How likely it fails."""\n  riskScore: Float';
    const printed = printSchema(lexicographicSortSchema(merged));
    expect(printed).toContain(added);
    expect(printed.replace(added, '')).toBe(printSchema(lexicographicSortSchema(schema)));
    expect((merged.getType('EventDataInput') as GraphQLInputObjectType).isOneOf).toBe(true);
    expect(schema.getType('Negotiation')).not.toHaveProperty('_fields.riskScore');
  });

  it('still resolves the type of an event, a node and a union member', async () => {
    const source = `{
      events(first: 3) { edges { node { __typename id stream } } }
      negotiation(slug: "in-us-bta") { __typename id phase { setBy { __typename } } }
    }`;
    const merged = await answer(parley, riskScore, source);
    const { data } = await graphql({ schema, source, contextValue: createContext(parley) });
    expect(merged).toEqual(JSON.parse(JSON.stringify(data)));
    const { node } = await answer(
      parley,
      riskScore,
      `{ node(id: "${merged.negotiation.id}") { __typename ... on Negotiation { slug riskScore } } }`,
    );
    expect(node).toMatchObject({ __typename: 'Negotiation', slug: 'in-us-bta' });
    const [{ node: event }] = merged.events.edges;
    expect(
      (await answer(parley, riskScore, `{ node(id: "${event.id}") { __typename } }`)).node,
    ).toEqual({
      __typename: event.__typename,
    });
  });

  it('still returns the result of a mutation, or its error', async () => {
    const parley = await emptyRecord();
    const append = (rounds: string, principal = { mayWrite: true }) =>
      answer(
        parley,
        riskScore,
        `mutation { appendEvents(input: { events: [${rounds}] }) {
          __typename ... on Error { code } ... on AppendEventsSuccess { events { __typename } negotiation { riskScore } } } }`,
        { principal },
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

describe('an extension with types of its own', () => {
  it('may use interfaces and scalars of Parley, and add unions, enums and scalars', async () => {
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
        parley,
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
