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
import { resolverFaults, typeDefFaults } from './extensionProblems.js';
import { guarded } from './guardResolvers.js';

/** An extension that does not fit the schema: what is wrong with it, each by type and field. */
export class ExtensionConflict extends Error {
  readonly code = 'EXTENSION_CONFLICT';
  constructor(
    readonly file: string,
    readonly faults: readonly string[],
  ) {
    const [first, ...others] = faults;
    const told = others.length === 0 ? ` ${first}` : faults.map((fault) => `\n  ${fault}`).join('');
    super(`The extension ${file} does not fit the schema:${told}`);
    this.name = 'ExtensionConflict';
  }
}

function parsed({ typeDefs }: Extension): DocumentNode {
  const parts: readonly (string | DocumentNode)[] =
    typeof typeDefs === 'string' || 'kind' in typeDefs ? [typeDefs] : typeDefs;
  return concatAST(parts.map((part) => (typeof part === 'string' ? parse(part) : part)));
}

/** Why graphql-js refused, a fault to a line. */
function reasons(error: unknown): readonly string[] {
  if (!(error instanceof Error)) throw error;
  const [at] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  const where = at === undefined ? '' : `typeDefs, line ${at.line}: `;
  return error.message.split('\n\n').map((reason) => where + reason);
}

/**
 * The schema with an extension merged in. What ours resolves, limits, authorises and refuses stays
 * as it is; `base` is not changed. Throws {@link ExtensionConflict}, which names `file`.
 */
export function extended(base: GraphQLSchema, extension: Extension, file: string): GraphQLSchema {
  const refuse = (faults: readonly string[]): void => {
    if (faults.length > 0) throw new ExtensionConflict(file, faults);
  };
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new ExtensionConflict(file, reasons(error));
    }
  };
  const document = attempt(() => parsed(extension));
  refuse(typeDefFaults(base, document));
  const widened = attempt(() => extendSchema(base, document));
  refuse(validateSchema(widened).map(({ message }) => message));
  const { resolvers = {} } = extension;
  refuse(resolverFaults(base, widened, resolvers));
  return attempt(() =>
    addResolversToSchema({ schema: widened, resolvers: guarded(base, widened, resolvers) }),
  );
}
