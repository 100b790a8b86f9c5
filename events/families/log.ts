/** Events about events: the record corrects itself without losing what it believed. */
import { z } from 'zod';
import { define } from '../define.js';
import { certainty, edtf, eventId, isStorable, source, text, UNSTORABLE } from '../envelope.js';

const MAX_DEPTH = 16;

/** Corrected data waits for its target's type to be checked in full; what no store can hold goes now. */
function isStorableJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    depth < MAX_DEPTH &&
    Object.entries(value).every(
      ([key, inner]) => isStorable(key) && isStorableJson(inner, depth + 1),
    )
  );
}

const targetId = () => eventId().describe('The event it is about.');

export const corrections = {
  EventCorrected: define({
    stream: 'any',
    mutation: 'correctEvent',
    describe: 'An event was entered wrongly; each part given replaces that part whole.',
    data: z
      .strictObject({
        event: targetId(),
        reason: text().describe('What was wrong.'),
        occurred: edtf().describe('When it happened.').optional(),
        data: z
          .record(z.string(), z.unknown())
          .refine((data) => isStorableJson(data), `${UNSTORABLE}; or is nested too deeply`)
          .meta({ scalar: 'JSON' })
          .describe('What it says, in the shape of its type.')
          .optional(),
        certainty: certainty.describe('How firmly it is held.').optional(),
        sources: z.array(source).min(1).max(50).describe('Who says so.').optional(),
      })
      .refine(
        (d) => [d.occurred, d.data, d.certainty, d.sources].some((part) => part !== undefined),
        { message: 'corrects nothing: give occurred, data, certainty or sources', path: ['event'] },
      ),
    summary: (d) => `Corrected: ${d.reason}`,
  }),
  EventRetracted: define({
    stream: 'any',
    mutation: 'retractEvent',
    describe: 'An event should not have been entered; a retraction may itself be retracted.',
    data: z.strictObject({ event: targetId(), reason: text().describe('Why.') }),
    summary: (d) => `Retracted: ${d.reason}`,
  }),
  SourceAdded: define({
    stream: 'any',
    mutation: 'addSources',
    describe: 'A further source was found for an event.',
    data: z.strictObject({
      event: targetId(),
      sources: z.array(source).min(1).max(50).describe('Who else says so.'),
    }),
    summary: (d) => `${d.sources.length === 1 ? 'A source' : `${d.sources.length} sources`} added`,
  }),
};
