/** Runs operations on the schema with an extension. */
import { type ExecutionResult, graphql } from 'graphql';
import { expect } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { type Context, createContext } from '../../src/graphql/context.js';
import { defineExtension, type Extension } from '../../src/graphql/extensions/defineExtension.js';
import { mergeExtension } from '../../src/graphql/extensions/mergeExtension.js';
import { schema } from '../../src/graphql/schema.js';

type ContextOptions = Partial<Omit<Context, 'parley'>>;

/** The whole response, errors and all. */
export const respond = (
  parley: Parley,
  extension: Extension,
  source: string,
  contextOptions: ContextOptions = {},
): Promise<ExecutionResult> =>
  graphql({
    schema: mergeExtension(schema, extension, 'mine.ts'),
    source,
    contextValue: createContext(parley, contextOptions),
  });

/** The data of a response that must have no errors. */
export async function answer(
  parley: Parley,
  extension: Extension,
  source: string,
  contextOptions: ContextOptions = {},
  // Answers are as free as questions are.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<any> {
  const { data, errors } = await respond(parley, extension, source, contextOptions);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

export const riskScore = defineExtension({
  typeDefs: 'extend type Negotiation { "How likely it fails." riskScore: Float }',
  resolvers: { Negotiation: { riskScore: ({ subject }) => subject.rounds.length / 10 } },
});
