/** Which errors are the client's to mend, and which are the operator's to see. */
import { GraphQLError } from 'graphql';
import { BadTimePoint, BadTimeRange, EventsRefused, TooManyEvents } from '../../app/errors.js';
import { DuplicateEvent, IdempotencyConflict, RevisionConflict } from '../../log/core/errors.js';

/** Errors whose message is written for the client. */
const EXPECTED = [
  BadTimePoint,
  BadTimeRange,
  TooManyEvents,
  EventsRefused,
  RevisionConflict,
  IdempotencyConflict,
  DuplicateEvent,
];

/** The thrown error inside the GraphQL errors that wrap it. */
export function originalErrorOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError
    ? originalErrorOf(error.originalError)
    : error;
}

/** Whether an error is the client's to mend: its message may be sent as it is. */
export function isExpected(error: unknown): error is Error & { readonly code: string } {
  return EXPECTED.some((kind) => error instanceof kind);
}

/** Whether an error is a fault of the server or of its log. */
export function isUnexpected(error: unknown): boolean {
  const original = originalErrorOf(error);
  return !(original instanceof GraphQLError) && !isExpected(original);
}
