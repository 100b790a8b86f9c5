import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { catalogue, definition, EVENT_TYPES } from '../../events/catalogue.js';
import { dataInputs, inputKey } from '../../src/graphql/catalogue/eventInput.js';
import { fieldName } from '../../src/graphql/catalogue/event.js';
import { schema } from '../../src/graphql/schema.js';

const printed = printSchema(lexicographicSortSchema(schema));
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const fields = (name: string) => (schema.getType(name) as GraphQLObjectType).getFields();
const typesOf = (name: string) =>
  Object.fromEntries(Object.entries(fields(name)).map(([key, { type }]) => [key, String(type)]));

describe('the schema', () => {
  it('is the one printed in schema/schema.graphql (npm run codegen prints it)', () => {
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(committed.trim()).toBe(printed);
  });

  it('reads back from its printed form as it was', () => {
    const again = makeExecutableSchema({ typeDefs: printed });
    expect(printSchema(lexicographicSortSchema(again))).toBe(printed);
  });

  it('describes every type, field, argument, enum value and input field', () => {
    const missing: string[] = [];
    const look = (path: string, { description }: { description?: string | null | undefined }) => {
      if (!description?.trim()) missing.push(path);
    };
    for (const type of types) {
      look(type.name, type);
      if (isEnumType(type))
        for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields()))
          look(`${type.name}.${field.name}`, field);
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field);
          for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name}:)`, arg);
        }
    }
    expect(missing).toEqual([]);
  });

  it('has the queries of the contract', () => {
    // Each may be null: a question that is wrong does not take the others' answers away.
    expect(typesOf('Query')).toMatchObject({
      node: 'Node',
      nodes: '[Node]!',
      negotiation: 'Negotiation',
      negotiations: 'QueryNegotiationsConnection',
      measure: 'Measure',
      measures: 'QueryMeasuresConnection',
      duty: 'Duty',
      event: 'Event',
      events: 'QueryEventsConnection',
      log: 'Log!',
    });
    expect(typesOf('View')).toEqual({
      at: 'DateTime!',
      knownAt: 'DateTime!',
      publicAt: 'DateTime',
      position: 'Int!',
      pinned: 'Boolean!',
    });
    expect(typesOf('Negotiation')).toMatchObject({
      phase: 'PhaseSpan!',
      activity: 'Activity!',
      roundsCompleted: 'RoundCount!',
      statements: 'NegotiationStatementsConnection!',
      events: 'NegotiationEventsConnection!',
      measures: '[Measure!]!',
      duties: '[Duty!]!',
    });
    expect(typesOf('Measure')).toMatchObject({
      imposedBy: 'CountryCode!',
      affects: '[String!]!',
      kind: 'String',
      rate: 'Float',
      endedHow: 'String',
      events: 'MeasureEventsConnection!',
    });
    expect(String(fields('Mutation')['appendEvents']?.type)).toBe('AppendEventsResult!');
  });
});

describe('the vocabulary in the schema', () => {
  const shared = Object.keys((schema.getType('Event') as GraphQLInterfaceType).getFields());

  it.each(EVENT_TYPES)('%s has an object type with all that it can say', (type) => {
    const object = schema.getType(type) as GraphQLObjectType;
    expect(object.getInterfaces().map(({ name }) => name)).toContain('Event');
    expect(object.description).toBe(definition(type).describe);
    const said = Object.keys(catalogue[type].data.shape).map((key) => fieldName(type, key) ?? key);
    expect(Object.keys(object.getFields()).toSorted()).toEqual(
      [...new Set([...shared, ...said])].toSorted(),
    );
    // A name that the interface has already never hides what the data says under it.
    for (const key of Object.keys(catalogue[type].data.shape))
      if (shared.includes(key) && key !== 'data' && type !== 'StatementMade')
        expect(fieldName(type, key)).toBe(`data${key.charAt(0).toUpperCase()}${key.slice(1)}`);
  });

  it.each(EVENT_TYPES)('%s has an input with the same keys and the same must', (type) => {
    const data = (schema.getType('EventDataInput') as GraphQLInputObjectType).getFields();
    expect(String(data[inputKey(type)]?.type)).toBe(`${type}Input`);
    expect(dataInputs.has(type)).toBe(true);
    const input = (schema.getType(`${type}Input`) as GraphQLInputObjectType).getFields();
    const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> =
      catalogue[type].data.shape;
    expect(Object.keys(input).toSorted()).toEqual(Object.keys(shape).toSorted());
    for (const [key, { type: inputType }] of Object.entries(input))
      expect([key, String(inputType).endsWith('!')]).toEqual([
        key,
        !shape[key]?.safeParse(undefined).success,
      ]);
  });

  it('takes exactly one kind of data for each event', () => {
    expect((schema.getType('EventDataInput') as GraphQLInputObjectType).isOneOf).toBe(true);
    expect(String(fields('PrecedenceSet')['order']?.type)).toBe('[[String!]!]!');
    expect(String(fields('RoundHeld')['round']?.type)).toBe('Int');
    expect(String(fields('RoundsReported')['count']?.type)).toBe('Int!');
    expect(String(fields('MeasureAdopted')['rate']?.type)).toBe('Float');
    expect(String(fields('MeasureSuspended')['effectiveFrom']?.type)).toBe('EffectiveTime!');
    expect(String(fields('MeasureAdopted')['effectiveFrom']?.type)).toBe('EffectiveTime');
    expect(String(fields('EventCorrected')['event']?.type)).toBe('ID!');
  });
});
