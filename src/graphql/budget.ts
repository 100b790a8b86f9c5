/** What an operation may cost, counted from its document and arguments before it is carried out. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  visit,
} from 'graphql';

/** The most a request may ask for; a page of a thousand full events passes, pages in pages do not. */
export const LIMITS = { complexity: 200_000, depth: 15, breadth: 1500 } as const;

/** Complexity is about what it costs in fields, depth how far they nest, breadth how many are named. */
export type Cost = { readonly [Name in keyof typeof LIMITS]: number };

/** Each time the schema is asked for, counted in fields. */
const INTROSPECTION_COMPLEXITY = 5_000;

const INTROSPECTION: readonly string[] = ['__schema', '__type'];

/** The refusal of a request of which one measure is over its limit. */
export const tooMuch = (kind: keyof Cost, measured: number): GraphQLError =>
  new GraphQLError(
    `This asks for too much at once: its ${kind} is ${measured}, the most allowed ${LIMITS[kind]}. Ask for smaller pages, fewer fields, or in several requests.`,
    { extensions: { code: 'QUERY_TOO_LARGE', measure: kind, cost: measured, limit: LIMITS[kind] } },
  );

const introspections = (document: DocumentNode): number => {
  let found = 0;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (INTROSPECTION.includes(name.value)) found += 1;
    },
  });
  return found;
};

/** What is asked: a valid document, one operation of it, and the variables as sent. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * The cost of an operation by the schema, O(document). Undefined where it cannot be carried out for
 * its name or its variables.
 */
export function costOf(
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
): Cost | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  // Of variables that are refused one error is enough here; execution gives them in full.
  const { errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables ?? {},
    { maxErrors: 1 },
  );
  if (errors) return undefined;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  try {
    const { complexity, depth, breadth } = complexityFromQuery(
      { ...document, definitions: [operation, ...fragments] },
      { schema, variables: variables ?? {} },
    );
    const asksSchema = introspections(document);
    return { complexity: complexity + asksSchema * INTROSPECTION_COMPLEXITY, depth, breadth };
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** Why an operation of this cost is refused; undefined when it is not. */
export function refusalOf(cost: Cost): GraphQLError | undefined {
  const over = (Object.keys(LIMITS) as (keyof Cost)[]).find((kind) => cost[kind] > LIMITS[kind]);
  return over && tooMuch(over, cost[over]);
}
