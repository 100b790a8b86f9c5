/** Recording events: all of them or none. */
import type { AnyEvent } from '../../events/catalogue.js';
import type { AppendRequest, AppendResult } from '../app/parley.js';
import { builder } from './builder.js';
import type { Context } from './context.js';
import { EventRef } from './event.js';
import { EventInput, toInterchange } from './eventInput.js';
import { negotiationNode, NegotiationRef } from './negotiation.js';
import { forbidden, type Refusal, refusalOf, refusalRefs } from './outcome.js';
import { FindingRef } from './targets.js';

export interface Recorded extends AppendResult {
  readonly dryRun: boolean;
}

/** Appends what a caller sent; a refusal that can be expected is an answer, not an exception. */
export async function record(
  { parley, principal, cache }: Context,
  sent: readonly object[],
  request: AppendRequest,
): Promise<Recorded | Refusal> {
  cache.live();
  if (!principal.mayWrite) return forbidden;
  try {
    const result = await parley.append(sent, { ...request, recordedBy: principal.name });
    return { ...result, dryRun: request.dryRun ?? false };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

/** The first negotiation in whose history the events appear. */
const negotiationOf = (events: readonly AnyEvent[]): string | undefined =>
  events
    .flatMap(({ stream, also }) => [stream, ...also])
    .find((stream) => stream.startsWith('negotiation/'));

const Success = builder.objectRef<Recorded>('AppendEventsSuccess').implement({
  description: 'The events were recorded; in a dry run, they would be.',
  fields: (t) => ({
    events: t.expose('events', {
      type: [EventRef],
      description: 'The events as recorded, in the order sent.',
    }),
    negotiation: t.field({
      type: NegotiationRef,
      nullable: true,
      description:
        'The first negotiation they concern as it stands now; null when there is none, or in a dry run.',
      resolve: async ({ events, dryRun }, _, context) => {
        const stream = dryRun ? undefined : negotiationOf(events);
        const slug = stream?.slice('negotiation/'.length);
        const viewed = slug === undefined ? undefined : await context.parley.negotiation(slug);
        return viewed && negotiationNode(context, viewed);
      },
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'What they make worth a second look that was not so before.',
      resolve: (recorded) => recorded.findings(),
    }),
    repeated: t.exposeBoolean('repeated', {
      description: 'Whether an earlier append with the same key had recorded them already.',
    }),
  }),
});

const Result = builder.unionType('AppendEventsResult', {
  description: 'What came of it.',
  types: [Success, ...refusalRefs],
  resolveType: (result) => ('__typename' in result ? result.__typename : 'AppendEventsSuccess'),
});

const ExpectedRevision = builder.inputType('ExpectedRevisionInput', {
  description: 'Where a stream must be for the append to be carried out.',
  fields: (t) => ({
    stream: t.string({ required: true, description: 'Which stream.' }),
    revision: t.int({
      required: true,
      description: 'Its revision when you looked; 0 for one that does not exist yet.',
    }),
  }),
});

const AppendEventsInput = builder.inputType('AppendEventsInput', {
  description: 'Events to be recorded together.',
  fields: (t) => ({
    events: t.field({
      type: [EventInput],
      required: true,
      description: 'The events, in the order they are to be recorded.',
    }),
    expectedRevisions: t.field({
      type: [ExpectedRevision],
      description: 'Refuses the append unless every stream named is at that revision.',
    }),
    idempotencyKey: t.string({
      description: 'Sent again with the same events, the first result is returned.',
    }),
    dryRun: t.boolean({ description: 'Checks everything and writes nothing.' }),
  }),
});

builder.mutationField('appendEvents', (t) =>
  t.field({
    type: Result,
    description: 'Records events: all of them, next to each other and in order, or none.',
    args: {
      input: t.arg({ type: AppendEventsInput, required: true, description: 'What to record.' }),
    },
    resolve: (_, { input }, context) =>
      record(context, input.events.map(toInterchange), {
        expectedRevisions: input.expectedRevisions ?? undefined,
        idempotencyKey: input.idempotencyKey ?? undefined,
        dryRun: input.dryRun ?? undefined,
      }),
  }),
);
