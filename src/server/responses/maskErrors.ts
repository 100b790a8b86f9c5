/** What a client sees of an error: what it can act on, and nothing of the server's internals. */
import { GraphQLError } from 'graphql';
import { LogUnavailable } from '../../log/core/errors.js';
import { internalErrorMessage } from '../http/app.js';
import { isExpected, originalErrorOf } from '../observability/errors.js';

const LOG_UNAVAILABLE = 'The log is not available at the moment. Try again; see /ready.';

/**
 * Returns the error itself when there is nothing to hide. The message of an internal error names
 * the request, so that the operator finds its cause in the log.
 */
export function maskError(error: unknown, requestId: string): Error {
  const original = originalErrorOf(error);
  if (original instanceof GraphQLError) return error as GraphQLError;
  const { message, code } = isExpected(original)
    ? original
    : original instanceof LogUnavailable
      ? { message: LOG_UNAVAILABLE, code: original.code }
      : {
          message: internalErrorMessage(requestId),
          code: 'INTERNAL_SERVER_ERROR',
        };
  const { nodes = null, path = null } = error instanceof GraphQLError ? error : {};
  return new GraphQLError(message, { nodes, path, extensions: { code } });
}

/** The masked error as a GraphQL error. */
export function maskedGraphQLError(error: unknown, requestId: string): GraphQLError {
  const masked = maskError(error, requestId);
  return masked instanceof GraphQLError ? masked : new GraphQLError(masked.message);
}
