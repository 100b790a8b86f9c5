/** Sends an entry request, as a dry run or to be recorded, and maps every response to a result. */
import { type GraphqlClient, type GraphqlError } from '../../../api/client/client.js';
import {
  AddSourcesDocument,
  type AddSourcesInput,
  AppendEventsDocument,
  type AppendEventsInput,
  CorrectEventDocument,
  type CorrectEventInput,
  type ErrorFieldsFragment,
  RetractEventDocument,
  type RetractEventInput,
  type FindingFieldsFragment,
  type RecordedEventFieldsFragment,
} from '../../../generated/graphql.js';
import { problemWords } from '../../../lib/words/findingWords.js';
import type { FieldProblem } from '../model/formValues.js';

/** A mutation and its input. */
export type EntryRequest =
  | { readonly mutation: 'appendEvents'; readonly input: AppendEventsInput }
  | { readonly mutation: 'correctEvent'; readonly input: CorrectEventInput }
  | { readonly mutation: 'retractEvent'; readonly input: RetractEventInput }
  | { readonly mutation: 'addSources'; readonly input: AddSourcesInput };

export interface Conflict {
  readonly kind: 'conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
  readonly message: string;
}

export interface AcceptedResult {
  readonly kind: 'accepted';
  readonly events: readonly RecordedEventFieldsFragment[];
  readonly findings: readonly FindingFieldsFragment[];
  readonly repeated: boolean;
}

export type SubmitResult =
  | AcceptedResult
  | Conflict
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  /** A token is missing or unknown, or does not allow writing. */
  | { readonly kind: 'unauthorized'; readonly message: string }
  /** No response: it is unknown whether the event was recorded; sending it again is safe. */
  | { readonly kind: 'unreachable' }
  /** The form was recorded before with other content under the same idempotency key. */
  | { readonly kind: 'idempotencyConflict' }
  | { readonly kind: 'failed'; readonly message: string };

type Payload =
  | ({ readonly __typename: `${string}Success` } & Omit<AcceptedResult, 'kind'>)
  | ({ readonly __typename: `${string}Error` } & ErrorFieldsFragment);

/** Sends a request; with `dryRun` it is checked and nothing is recorded. Never throws. */
export async function submit(
  client: GraphqlClient,
  request: EntryRequest,
  dryRun: boolean,
): Promise<SubmitResult> {
  const { payload, error } = await mutate(client, request, dryRun);
  if (!payload) return resultOfError(error);
  if ('events' in payload) {
    const { events, findings, repeated } = payload;
    return { kind: 'accepted', events, findings, repeated };
  }
  return resultOfRefusal(payload);
}

async function mutate(client: GraphqlClient, { mutation, input }: EntryRequest, dryRun: boolean) {
  const variables = { input: { ...input, dryRun } };
  switch (mutation) {
    case 'appendEvents': {
      const { data, error } = await client.mutate(
        AppendEventsDocument,
        variables as { input: AppendEventsInput },
      );
      return { payload: data?.appendEvents as Payload | undefined, error };
    }
    case 'correctEvent': {
      const { data, error } = await client.mutate(
        CorrectEventDocument,
        variables as { input: CorrectEventInput },
      );
      return { payload: data?.correctEvent as Payload | undefined, error };
    }
    case 'retractEvent': {
      const { data, error } = await client.mutate(
        RetractEventDocument,
        variables as { input: RetractEventInput },
      );
      return { payload: data?.retractEvent as Payload | undefined, error };
    }
    case 'addSources': {
      const { data, error } = await client.mutate(
        AddSourcesDocument,
        variables as { input: AddSourcesInput },
      );
      return { payload: data?.addSources as Payload | undefined, error };
    }
  }
}

function resultOfRefusal(refused: ErrorFieldsFragment): SubmitResult {
  switch (refused.__typename) {
    case 'ValidationError':
      return {
        kind: 'problems',
        problems: refused.problems.map(({ path, message }) => ({
          // A form sends one event, so the index of the event is dropped.
          path: path.replace(/^events\[0\]\.?/, ''),
          message: problemWords(message),
        })),
      };
    case 'RevisionConflictError': {
      const { stream, expected, actual, message } = refused;
      return { kind: 'conflict', stream, expected, actual, message };
    }
    case 'ForbiddenError':
      return { kind: 'unauthorized', message: refused.message };
    case 'IdempotencyConflictError':
      return { kind: 'idempotencyConflict' };
    case 'NotFoundError':
      return { kind: 'failed', message: refused.message };
  }
}

function resultOfError(error: GraphqlError | undefined): SubmitResult {
  const [first] = error?.graphqlErrors ?? [];
  if (error?.status === 401)
    return {
      kind: 'unauthorized',
      message:
        first?.message ??
        'This server does not know that token. Check it, or ask the operator for another one.',
    };
  if (first) return { kind: 'failed', message: first.message };
  if (error?.status !== undefined && error.status < 500)
    return { kind: 'failed', message: error.message };
  return { kind: 'unreachable' };
}
