/** What-if: what a question assumes. */
import type { Assumptions } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventInput, toInterchange } from '../catalogue/eventInput.js';
import { omitNullish } from '../omitNullish.js';

export const AssumptionsInput = builder.inputType('Assumptions', {
  description:
    'What-if: read as if these events were absent, or these were recorded. Nothing is written.',
  fields: (t) => ({
    without: t.idList({ description: 'Ids of events to read without.' }),
    with: t.field({
      type: [EventInput],
      description:
        'Events to read with, checked like those of an append to what the view knows, and marked as hypothetical in setBy.',
    }),
  }),
});

/** The argument of questions that can be put hypothetically. */
export const assumingDescription =
  'What to assume for this request; nothing is written, published or cached.';

export function toAssumptions(
  argument: typeof AssumptionsInput.$inferInput | null | undefined,
): Assumptions {
  const { without, with: events } = omitNullish(argument);
  return {
    ...(without && { without: without.map(String) }),
    ...(events && { with: events.map(toInterchange) }),
  };
}
