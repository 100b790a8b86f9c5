/** What a caller is told of an error: what they can act on, and nothing of the inside. */
import { GraphQLError } from 'graphql';
import { BadTimePoint, BadTimeRange, EventsRefused, TooManyEvents } from '../../app/errors.js';
import {
  DuplicateEvent,
  IdempotencyConflict,
  LogUnavailable,
  RevisionConflict,
} from '../../log/core/errors.js';

/** Errors whose message was written for the caller. */
const EXPECTED = [
  BadTimePoint,
  BadTimeRange,
  TooManyEvents,
  EventsRefused,
  RevisionConflict,
  IdempotencyConflict,
  DuplicateEvent,
];

const LOG_IS_AWAY = 'The log is not available at the moment. Try again; see /ready.';
const BUG = 'Something went wrong in the server, and it was noted there. This is a bug.';

/** The thrown error within the GraphQL errors around it. */
export function originalErrorOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError
    ? originalErrorOf(error.originalError)
    : error;
}

/** For Yoga's `maskError`: returns the error itself, as it does, when there is nothing to hide. */
export function maskError(error: unknown): Error {
  const origin = originalErrorOf(error);
  if (origin instanceof GraphQLError) return error as GraphQLError;
  const expected = EXPECTED.some((kind) => origin instanceof kind);
  const { message, code } = expected
    ? (origin as Error & { code: string })
    : origin instanceof LogUnavailable
      ? { message: LOG_IS_AWAY, code: origin.code }
      : { message: BUG, code: 'INTERNAL_SERVER_ERROR' };
  const { nodes = null, path = null } = error instanceof GraphQLError ? error : {};
  return new GraphQLError(message, { nodes, path, extensions: { code } });
}

/** Whether an error is one that whoever runs the server should hear of. */
export function isUnexpected(error: unknown): boolean {
  const origin = originalErrorOf(error);
  return !(origin instanceof GraphQLError) && !EXPECTED.some((kind) => origin instanceof kind);
}
