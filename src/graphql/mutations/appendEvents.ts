/** Recording events: all of them or none. */
import { builder } from '../builder.js';
import { EventInput, toInterchange } from '../catalogue/eventInput.js';
import { runMutation, resultType } from './runMutation.js';

const Result = resultType('AppendEvents');

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
      runMutation(context, input.dryRun, (recordedBy) =>
        context.parley.append(input.events.map(toInterchange), {
          recordedBy,
          expectedRevisions: input.expectedRevisions ?? undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
          dryRun: input.dryRun ?? undefined,
        }),
      ),
  }),
);
