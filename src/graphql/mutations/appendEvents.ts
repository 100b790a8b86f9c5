/** Recording events: all of them or none. */
import { builder } from '../builder.js';
import { EventInput, toInterchange } from '../catalogue/eventInput.js';
import { runMutation, resultType } from './runMutation.js';

const Result = resultType('AppendEvents');

const ExpectedRevision = builder.inputType('ExpectedRevisionInput', {
  description: 'The revision at which a stream must be.',
  fields: (t) => ({
    stream: t.string({ required: true, description: 'Which stream.' }),
    revision: t.int({
      required: true,
      description: 'Its revision when it was read; 0 for a new stream.',
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
      description:
        'Refuses the append with RevisionConflictError unless every stream is at its revision.',
    }),
    idempotencyKey: t.string({
      description:
        'The same key with the same events returns the first result, so retries are safe.',
    }),
    dryRun: t.boolean({ description: 'Runs every check and writes nothing.' }),
  }),
});

builder.mutationField('appendEvents', (t) =>
  t.field({
    type: Result,
    description: 'Appends events: all of them, adjacent and in order, or none.',
    args: {
      input: t.arg({ type: AppendEventsInput, required: true, description: 'What to record.' }),
    },
    resolve: (_, { input }, context) =>
      runMutation(context, input.dryRun, (recordedBy, permission) =>
        context.parley.append(input.events.map(toInterchange), {
          recordedBy,
          permission,
          expectedRevisions: input.expectedRevisions ?? undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
          dryRun: input.dryRun ?? undefined,
        }),
      ),
  }),
);
