import { GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Extension, Resolvers } from '../../src/graphql/extensions/defineExtension.js';
import { ExtensionConflict } from '../../src/graphql/extensions/extensionConflict.js';
import { mergeExtension } from '../../src/graphql/extensions/mergeExtension.js';
import { schema } from '../../src/graphql/schema.js';

const one = () => 1;

/** Why an extension is refused; each reason is a fault of its own. */
function faults(typeDefs: Extension['typeDefs'], resolvers?: unknown, base = schema) {
  try {
    mergeExtension(base, { typeDefs, resolvers: resolvers as Resolvers }, 'mine.ts');
  } catch (error) {
    if (!(error instanceof ExtensionConflict)) throw error;
    expect(error).toMatchObject({ file: 'mine.ts', code: 'EXTENSION_CONFLICT' });
    expect(error.message).toContain('The extension mine.ts does not fit the schema:');
    for (const fault of error.problems) expect(error.message).toContain(fault);
    return error.problems;
  }
  return [];
}

describe('an extension is refused when it', () => {
  it('defines an existing type', () => {
    expect(faults('type Negotiation { a: Int } scalar EDTF')).toEqual([
      'Negotiation is defined already: to add fields to it, write "extend type Negotiation".',
      'EDTF is defined already: choose another name.',
    ]);
  });

  it('defines an existing field, with or without a resolver', () => {
    const taken = ['Negotiation.title is defined already: choose another name.'];
    const typeDefs = 'extend type Negotiation { title: Int }';
    expect(faults(typeDefs)).toEqual(taken);
    expect(faults(typeDefs, { Negotiation: { title: one } })).toEqual(taken);
  });

  it.each(['input Goods { a: Int }', 'enum Answer { MAYBE }', 'union AppendEventsResult = View'])(
    'extends a type that only resolvers of Parley use: extend %s',
    (extension) => {
      const [, name] = extension.split(' ');
      expect(faults(`extend ${extension}`)).toEqual([
        `${name} cannot be extended: the resolvers that use it know what it holds and nothing else.`,
      ]);
    },
  );

  it('resolves a field of Parley', () => {
    const resolvers = {
      Negotiation: { title: one, a: one, __isTypeOf: one },
      Event: { __resolveType: one },
      AppendEventsResult: { __resolveType: one },
      DateTime: new GraphQLScalarType({ name: 'DateTime' }),
    };
    expect(faults('extend type Negotiation { a: Int }', resolvers)).toEqual([
      'Negotiation.title is resolved already: its resolver cannot be replaced.',
      'Negotiation.__isTypeOf is resolved already: its resolver cannot be replaced.',
      'Event.__resolveType is resolved already: its resolver cannot be replaced.',
      'AppendEventsResult is defined already: how it resolves cannot be changed.',
      'DateTime is defined already: how it resolves cannot be changed.',
    ]);
  });

  it('resolves an undefined field', () => {
    const resolvers = { Negotiation: { risk: one, b: one }, Negotation: { a: one }, A: { c: one } };
    expect(
      faults('extend type Negotiation { b: Int } type A { b: Int } interface I { i: Int }', {
        ...resolvers,
        I: { i: one },
      }),
    ).toEqual([
      'Negotiation.risk has a resolver and is not in typeDefs.',
      'Negotation has resolvers and is not a type: is it misspelt?',
      'A.c has a resolver and is not in typeDefs.',
      'I.i is a field of an interface: it is resolved by the types that implement it.',
    ]);
  });

  it('defines a field without a resolver or a default', () => {
    const typeDefs = `
      extend type Negotiation { a: Int } extend type Query { b: B } extend type Mutation { c: Int }
      type B { d: Int }`;
    expect(faults(typeDefs, { Negotiation: { a: 1 }, Mutation: {} }).toSorted()).toEqual([
      'Mutation.c has no resolver: nothing else says what it is.',
      'Negotiation.a has no resolver: nothing else says what it is.',
      'Query.b has no resolver: nothing else says what it is.',
    ]);
    expect(
      faults(typeDefs, { Negotiation: { a: one }, Query: { b: one }, Mutation: { c: one } }),
    ).toEqual([]);
  });

  it.each([
    ['type A {', 'typeDefs, line 1: Syntax Error'],
    ['{ log { headPosition } }', 'typeDefs hold a query or a fragment'],
    ['extend type Talks { a: Int }', 'Cannot extend type "Talks"'],
    ['extend type Query { a: Riks }', 'Unknown type "Riks"'],
    ['type A implements Node { a: Int }', 'Interface field Node.id expected but A does not'],
    ['type A { __b: Int }', 'Name "__b" must not begin with "__"'],
  ])('is not valid SDL: %s', (typeDefs, reason) => {
    const [first] = faults(typeDefs, { Query: { a: one } });
    expect(first).toContain(reason);
  });

  it('collides with another extension', () => {
    const first = { typeDefs: 'extend type Query { a: Int }', resolvers: { Query: { a: one } } };
    const base = mergeExtension(schema, first, 'first.ts');
    expect(faults(first.typeDefs, first.resolvers, base)).toEqual([
      'Query.a is defined already: choose another name.',
    ]);
  });
});
