/** Sending what was entered, as a dry run or for good, and what can come of it. */
import type { Client, CombinedError } from '@urql/core';
import {
  AddSourcesDocument,
  type AddSourcesInput,
  AppendEventsDocument,
  type AppendEventsInput,
  CorrectEventDocument,
  type CorrectEventInput,
  type RefusedFragment,
  RetractEventDocument,
  type RetractEventInput,
  type WarningFragment,
  type WrittenFragment,
} from '../../../generated/graphql.js';
import type { Problem } from '../model/values.js';

/** One of the ways of writing, with what it is sent. */
export type Request =
  | { readonly by: 'appendEvents'; readonly input: AppendEventsInput }
  | { readonly by: 'correctEvent'; readonly input: CorrectEventInput }
  | { readonly by: 'retractEvent'; readonly input: RetractEventInput }
  | { readonly by: 'addSources'; readonly input: AddSourcesInput };

export interface Conflict {
  readonly kind: 'conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
  readonly message: string;
}

export interface WentThrough {
  readonly kind: 'done';
  readonly events: readonly WrittenFragment[];
  readonly findings: readonly WarningFragment[];
  readonly repeated: boolean;
}

export type Outcome =
  | WentThrough
  | Conflict
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** A token is needed, or another one. */
  | { readonly kind: 'token'; readonly message: string }
  /** No answer came: whether it was recorded is not known, and sending it again is safe. */
  | { readonly kind: 'lost' }
  /** The same form was sent with other content before, and recorded. */
  | { readonly kind: 'used' }
  | { readonly kind: 'failed'; readonly message: string };

type Answer =
  | ({ readonly __typename: `${string}Success` } & Omit<WentThrough, 'kind'>)
  | ({ readonly __typename: `${string}Error` } & RefusedFragment);

/** Sends a request; with `dryRun` everything is checked and nothing written. Never throws. */
export async function write(client: Client, request: Request, dryRun: boolean): Promise<Outcome> {
  const { answer, error } = await sent(client, request, dryRun);
  if (!answer) return troubleOf(error);
  if ('events' in answer) {
    const { events, findings, repeated } = answer;
    return { kind: 'done', events, findings, repeated };
  }
  return refusalOf(answer);
}

async function sent(client: Client, { by, input }: Request, dryRun: boolean) {
  const variables = { input: { ...input, dryRun } };
  switch (by) {
    case 'appendEvents': {
      const { data, error } = await client
        .mutation(AppendEventsDocument, variables as { input: AppendEventsInput })
        .toPromise();
      return { answer: data?.appendEvents as Answer | undefined, error };
    }
    case 'correctEvent': {
      const { data, error } = await client
        .mutation(CorrectEventDocument, variables as { input: CorrectEventInput })
        .toPromise();
      return { answer: data?.correctEvent as Answer | undefined, error };
    }
    case 'retractEvent': {
      const { data, error } = await client
        .mutation(RetractEventDocument, variables as { input: RetractEventInput })
        .toPromise();
      return { answer: data?.retractEvent as Answer | undefined, error };
    }
    case 'addSources': {
      const { data, error } = await client
        .mutation(AddSourcesDocument, variables as { input: AddSourcesInput })
        .toPromise();
      return { answer: data?.addSources as Answer | undefined, error };
    }
  }
}

function refusalOf(refused: RefusedFragment): Outcome {
  switch (refused.__typename) {
    case 'ValidationError':
      return {
        kind: 'problems',
        problems: refused.problems.map(({ path, message }) => ({
          // A form holds one event, so its place among those sent says nothing.
          path: path.replace(/^events\[0\]\.?/, ''),
          message,
        })),
      };
    case 'RevisionConflictError': {
      const { stream, expected, actual, message } = refused;
      return { kind: 'conflict', stream, expected, actual, message };
    }
    case 'ForbiddenError':
      return { kind: 'token', message: refused.message };
    case 'IdempotencyConflictError':
      return { kind: 'used' };
    case 'NotFoundError':
      return { kind: 'failed', message: refused.message };
  }
}

function troubleOf(error: CombinedError | undefined): Outcome {
  const response = error?.response as Response | undefined;
  const [told] = error?.graphQLErrors ?? [];
  if (response?.status === 401)
    return { kind: 'token', message: told?.message ?? 'That token is not known here.' };
  if (told) return { kind: 'failed', message: told.message };
  if (response && response.status < 500)
    return { kind: 'failed', message: error?.message ?? 'The server did not answer.' };
  return { kind: 'lost' };
}
