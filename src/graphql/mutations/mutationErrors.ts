/** What can come of a write: what was recorded, or why nothing was. Expected refusals never throw. */
import type { Problem } from '../../../events/parse.js';
import { builder } from '../builder.js';
import { ProblemRef } from '../types/problem.js';

export interface MutationError {
  readonly __typename:
    | 'ValidationError'
    | 'RevisionConflictError'
    | 'IdempotencyConflictError'
    | 'NotFoundError'
    | 'ForbiddenError';
  readonly code: string;
  readonly message: string;
}

interface ValidationError extends MutationError {
  readonly problems: readonly Problem[];
}

interface RevisionConflictError extends MutationError {
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
}

const ErrorRef = builder.interfaceRef<MutationError>('Error').implement({
  description: 'Why nothing was written.',
  resolveType: ({ __typename }) => __typename,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code of the refusal.' }),
    message: t.exposeString('message', { description: 'What is wrong and what to do about it.' }),
  }),
});

export const ValidationErrorRef = builder.objectRef<ValidationError>('ValidationError').implement({
  description: 'What was sent cannot be recorded; every problem is named.',
  interfaces: [ErrorRef],
  fields: (t) => ({
    problems: t.expose('problems', {
      type: [ProblemRef],
      description: 'Every problem, in the order of the events.',
    }),
  }),
});

export const RevisionConflictErrorRef = builder
  .objectRef<RevisionConflictError>('RevisionConflictError')
  .implement({
    description: 'The stream is not at the expected revision, because of another append.',
    interfaces: [ErrorRef],
    fields: (t) => ({
      stream: t.exposeString('stream', { description: 'Which stream.' }),
      expected: t.exposeInt('expected', { description: 'The revision expected.' }),
      actual: t.exposeInt('actual', { description: 'The revision it is at.' }),
    }),
  });

export const IdempotencyConflictErrorRef = builder
  .objectRef<MutationError>('IdempotencyConflictError')
  .implement({
    description: 'The idempotency key was used for other events.',
    interfaces: [ErrorRef],
  });

export const NotFoundErrorRef = builder.objectRef<MutationError>('NotFoundError').implement({
  description: 'What the request is about is not in the log.',
  interfaces: [ErrorRef],
});

export const ForbiddenErrorRef = builder.objectRef<MutationError>('ForbiddenError').implement({
  description: 'The caller may not do this.',
  interfaces: [ErrorRef],
});

export const mutationErrorRefs = [
  ValidationErrorRef,
  RevisionConflictErrorRef,
  IdempotencyConflictErrorRef,
  NotFoundErrorRef,
  ForbiddenErrorRef,
] as const;

/** Errors that Parley and the log throw for a refused append, told apart by their stable `code`. */
type ExpectedError = { readonly message: string } & (
  | { readonly code: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly code: 'DUPLICATE_EVENT'; readonly index: number }
  | (Pick<RevisionConflictError, 'stream' | 'expected' | 'actual'> & {
      readonly code: 'REVISION_CONFLICT';
    })
  | { readonly code: 'IDEMPOTENCY_CONFLICT' }
  | { readonly code: 'EVENT_NOT_FOUND' | 'PROPOSAL_NOT_FOUND' }
  | { readonly code: 'PROPOSAL_DECIDED' | 'NOT_FOR_YOU' | 'FORBIDDEN' }
);

const validationError = (message: string, problems: readonly Problem[]): ValidationError => ({
  __typename: 'ValidationError',
  code: 'VALIDATION_FAILED',
  message,
  problems,
});

const revisionConflict = (
  facts: Omit<RevisionConflictError, '__typename'>,
): RevisionConflictError => ({
  __typename: 'RevisionConflictError',
  ...facts,
});

export const forbiddenError: MutationError = {
  __typename: 'ForbiddenError',
  code: 'FORBIDDEN',
  message: 'You may read this log and not write to it: send a token that may.',
};

/** The mutation error for a thrown error; undefined when a caller cannot expect it. */
export function toMutationError(error: unknown): MutationError | undefined {
  if (!(error instanceof Error)) return undefined;
  const thrown = error as unknown as ExpectedError | { readonly code: undefined };
  switch (thrown.code) {
    case 'REFUSED': {
      const noEvents = { path: 'events', code: 'MISSING', message: 'must hold at least one event' };
      const { message, problems } = thrown;
      return validationError(message, problems.length > 0 ? problems : [noEvents]);
    }
    case 'DUPLICATE_EVENT': {
      const { code, message, index } = thrown;
      return validationError(message, [{ path: `events[${index}].id`, code, message }]);
    }
    case 'REVISION_CONFLICT': {
      const { code, message, stream, expected, actual } = thrown;
      return revisionConflict({ code, message, stream, expected, actual });
    }
    case 'EVENT_NOT_FOUND':
    case 'PROPOSAL_NOT_FOUND':
      return { __typename: 'NotFoundError', code: thrown.code, message: thrown.message };
    case 'PROPOSAL_DECIDED': {
      const { code, message } = thrown;
      return validationError(message, [{ path: 'id', code, message }]);
    }
    case 'NOT_FOR_YOU':
    case 'FORBIDDEN':
      return { __typename: 'ForbiddenError', code: thrown.code, message: thrown.message };
    case 'IDEMPOTENCY_CONFLICT':
      return { __typename: 'IdempotencyConflictError', code: thrown.code, message: thrown.message };
    default:
      return undefined;
  }
}
