/** Types and fields of a user's own beside ours: checked against the schema, then merged with it. */
import { addResolversToSchema } from '@graphql-tools/schema';
import {
  concatAST,
  type DocumentNode,
  extendSchema,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validateSchema,
} from 'graphql';
import type { Extension } from './defineExtension.js';
import { ExtensionConflict } from './extensionConflict.js';
import { resolverProblems, typeDefProblems } from './extensionProblems.js';
import { guardResolvers } from './guardResolvers.js';

function parseTypeDefs({ typeDefs }: Extension): DocumentNode {
  const parts: readonly (string | DocumentNode)[] =
    typeof typeDefs === 'string' || 'kind' in typeDefs ? [typeDefs] : typeDefs;
  return concatAST(parts.map((part) => (typeof part === 'string' ? parse(part) : part)));
}

/** Why graphql-js refused, a fault to a line. */
function problemsFrom(error: unknown): readonly string[] {
  if (!(error instanceof Error)) throw error;
  const [at] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  const location = at === undefined ? '' : `typeDefs, line ${at.line}: `;
  return error.message.split('\n\n').map((reason) => location + reason);
}

/**
 * The schema with an extension merged in. What ours resolves, limits, authorises and refuses stays
 * as it is; `base` is not changed. Throws {@link ExtensionConflict}, which names `file`.
 */
export function mergeExtension(
  base: GraphQLSchema,
  extension: Extension,
  file: string,
): GraphQLSchema {
  const refuse = (problems: readonly string[]): void => {
    if (problems.length > 0) throw new ExtensionConflict(file, problems);
  };
  const orConflict = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      throw new ExtensionConflict(file, problemsFrom(error));
    }
  };
  const document = orConflict(() => parseTypeDefs(extension));
  refuse(typeDefProblems(base, document));
  const extendedSchema = orConflict(() => extendSchema(base, document));
  refuse(validateSchema(extendedSchema).map(({ message }) => message));
  const { resolvers = {} } = extension;
  refuse(resolverProblems(base, extendedSchema, resolvers));
  return orConflict(() =>
    addResolversToSchema({
      schema: extendedSchema,
      resolvers: guardResolvers(base, extendedSchema, resolvers),
    }),
  );
}
