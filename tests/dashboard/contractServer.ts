/** Executes operations against the printed contract, with the resolvers of a test. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  defaultFieldResolver,
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFieldResolver,
  isObjectType,
  subscribe,
  validate,
} from 'graphql';

/** Functions or values for fields, by type and field name. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Built once for all tests of a file: building the contract takes a quarter of a second. */
const schema = buildSchema(
  readFileSync(path.join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'),
);

const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

/** The errors of a document that the contract does not allow. */
export function contractErrors(document: DocumentNode): readonly GraphQLError[] {
  const errors = validated.get(document) ?? validate(schema, document);
  validated.set(document, errors);
  return errors;
}

/** As tariffs write a plain percentage. */
const expression = ({
  total = null,
  rate = total,
}: {
  total?: number | null;
  rate?: number | null;
}) => (rate === null ? 'not on record' : `${rate} %`);

/** Fields that follow from the others where a test does not say otherwise. */
const DERIVED: Resolvers = {
  Duty: {
    expression,
    timeZone: () => 'UTC',
    coverage: () => ({ status: 'PARTIAL', note: null, setBy: null }),
    leastCertainty: ({ disputed }: { disputed?: boolean }) => (disputed ? 'DISPUTED' : 'CONFIRMED'),
    scope: () => ({ ordinary: false, reliefs: 0, elsewhere: [] }),
  },
  DutyLayer: { expression },
  DutyChange: { expression },
  DutyStep: { expression, leastCertainty: () => 'CONFIRMED', layers: () => [], setBy: () => [] },
  Measure: { form: () => 'IMPORT_DUTY', exceptFor: () => [], expression },
  MeasureTerm: { expression },
};

export interface Operation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context?: unknown;
}

export interface ContractServer {
  readonly execute: (operation: Operation) => Promise<ExecutionResult>;
  readonly subscribe: (
    operation: Operation,
  ) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

/** A server with resolvers for fields of the contract. Throws for a field that it does not have. */
export function contractServer(resolvers: Resolvers): ContractServer {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    for (const name of Object.keys(fields))
      if (!isObjectType(type) || !type.getFields()[name])
        throw new Error(`The contract has no field ${typeName}.${name}: remove its resolver.`);
  }
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const resolver =
      resolvers[info.parentType.name]?.[info.fieldName] ??
      (Object.hasOwn(source ?? {}, info.fieldName)
        ? undefined
        : DERIVED[info.parentType.name]?.[info.fieldName]);
    // The server answers these with null only where it gives an error, too.
    if (
      !resolver &&
      info.parentType.name === 'Query' &&
      /Connection$|^Duty$/.test(String(info.returnType))
    )
      throw new Error(`No resolver answers ${info.fieldName}.`);
    return typeof resolver === 'function'
      ? (resolver as typeof fieldResolver)(source, args, context, info)
      : defaultFieldResolver(source, args, context, info);
  };
  const subscribeFieldResolver: GraphQLFieldResolver<unknown, unknown> = (
    source,
    args,
    context,
    info,
  ) => {
    const field = resolvers[info.parentType.name]?.[info.fieldName];
    const { subscribe: resolver } = field as { subscribe: typeof fieldResolver };
    return resolver(source, args, context, info);
  };
  const argsOf = ({ document, variables, context }: Operation) => ({
    ...{ schema, document, fieldResolver, subscribeFieldResolver },
    variableValues: variables,
    contextValue: context,
  });
  return {
    execute: async (operation) => execute(argsOf(operation)),
    subscribe: async (operation) => subscribe(argsOf(operation)),
  };
}
