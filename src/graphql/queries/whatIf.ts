/** What-if: what a question assumes. */
import type { Assumptions } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventInput, toInterchange } from '../catalogue/eventInput.js';
import { most } from '../inputLimits.js';
import { omitNullish } from '../omitNullish.js';

const MAX_WITHOUT = 1_000;
const MAX_WITH = 1_000;

/** What an assumed event costs, counted in fields: it is checked and folded for this request alone. */
const EVENT_COMPLEXITY = 100;

/** The cost of a question that may be put hypothetically. */
export const assumingComplexity = (
  argument: typeof AssumptionsInput.$inferInput | null | undefined,
): number =>
  1 + ((argument?.with?.length ?? 0) + (argument?.without?.length ?? 0)) * EVENT_COMPLEXITY;

export const AssumptionsInput = builder.inputType('Assumptions', {
  description:
    'What-if: read as if these events were absent, or these were recorded. Nothing is written.',
  fields: (t) => ({
    without: t.idList({
      description: `Ids of events to read without, at most ${MAX_WITHOUT}.`,
      extensions: most(MAX_WITHOUT),
    }),
    with: t.field({
      type: [EventInput],
      description: `Events to read with, at most ${MAX_WITH}, checked like those of an append to what the view knows, and marked as hypothetical in setBy.`,
      extensions: most(MAX_WITH),
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
