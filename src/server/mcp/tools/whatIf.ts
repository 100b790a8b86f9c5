/** `what_if`: a negotiation as if some events were not on record. */
import { z } from 'zod';
import { StoredQuery } from '../../responses/storedQuery.js';
import { defineTool } from '../tool.js';
import { asOf, clocks, detail, negotiation } from './shared.js';
import { notOnRecord, STANDING, type Standing, standingAnswer } from './whereThingsStand.js';

const QUERY = new StoredQuery<{ negotiation: Standing | null }>(
  `query mcpWhatIf($slug: String!, $asOf: AsOf, $without: [ID!]) {
    negotiation(slug: $slug, asOf: $asOf, assuming: { without: $without }) { ${STANDING} }
  }`,
);

export const whatIf = defineTool({
  name: 'what_if',
  title: 'What if',
  description:
    'Where a negotiation would stand if some events were not on record. Nothing is written; the answer is hypothetical and must be told as such.',
  input: z.strictObject({
    negotiation,
    without: z
      .array(z.guid('is not the ID of an event'))
      .min(1)
      .max(100)
      .describe('The IDs of the events to leave out, as other tools give them.'),
    ...clocks,
    detail,
  }),
  async run(context, { negotiation: slug, without, detail: how, ...given }) {
    const { negotiation: found } = await context.ask(QUERY, { slug, without, asOf: asOf(given) });
    if (!found) throw notOnRecord(slug);
    const { text, structured } = standingAnswer(
      // The page would show the record as it is.
      { ...context, link: () => undefined },
      found,
      how === 'full',
      `Hypothetical: as if ${without.length === 1 ? 'this event was' : 'these events were'} not on record: ${without.join(', ')}.`,
    );
    return { text, structured: { hypothetical: true, without, ...structured } };
  },
});
