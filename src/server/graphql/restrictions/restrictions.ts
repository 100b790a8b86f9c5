/** What of GraphQL a server keeps from strangers. */
import { type DocumentNode, GraphQLError, visit, BREAK } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { cutMessage } from '../../http/httpError.js';
import type { AnswerRestrictions } from '../../responses/query.js';
import type { ServerContext } from '../serverContext.js';
import type { TrustedDocuments } from './trustedDocuments.js';

export interface Restrictions extends AnswerRestrictions {
  /** The page for queries is not served. */
  readonly noGraphiql?: boolean | undefined;
  /** The only documents that callers without a token may send; any when undefined. */
  readonly documents?: TrustedDocuments | undefined;
}

const SUGGESTION = / Did you mean (?:to use )?.*\?(?=$|\s)/s;

/** An error as a client sees it: cut, without suggestions where these are restrictions. */
export function shownError(
  error: GraphQLError,
  { noSuggestions = false }: AnswerRestrictions = {},
): GraphQLError {
  const told = noSuggestions ? error.message.replace(SUGGESTION, '') : error.message;
  const message = cutMessage(told);
  // Of a body that is not JSON its message holds what was sent; the status of the answer rests on its presence.
  const original = error.extensions['originalError'];
  if (original) Object.assign(original, { message: 'It is not shown.' });
  if (message === error.message) return error;
  const { nodes = null, source, positions, path = null, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}

/** Whether a document asks for the schema. O(document). */
export function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name: { value } }) {
      if (value !== '__schema' && value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

const noIntrospection = () =>
  new GraphQLError(
    'This server does not answer questions about its schema. The schema is part of the package: "parley schema" prints it.',
    { extensions: { code: 'INTROSPECTION_DISABLED' } },
  );

const hasErrors = (
  result: unknown,
): result is ExecutionResult & { readonly errors: readonly GraphQLError[] } =>
  typeof result === 'object' &&
  result !== null &&
  'errors' in result &&
  Array.isArray(result.errors);

/** Refuses questions about the schema, and shows errors as {@link shownError} does. */
export const restrictAnswers: Plugin<object, ServerContext> = {
  onValidate:
    ({ params: { documentAST }, context }) =>
    ({ result, setResult }) => {
      const { restrictions } = context as unknown as ServerContext;
      const errors = result as readonly GraphQLError[];
      if (restrictions?.noIntrospection && asksForSchema(documentAST as DocumentNode))
        setResult([noIntrospection()]);
      else if (errors.length > 0) setResult(errors.map((error) => shownError(error, restrictions)));
    },
  onResultProcess(hook) {
    const { result } = hook;
    if (!hasErrors(result)) return;
    const { restrictions } = hook.serverContext;
    const errors = result.errors.map((error) => shownError(error, restrictions));
    if (errors.some((error, index) => error !== result.errors[index]))
      hook.setResult({ ...result, errors });
  },
};
