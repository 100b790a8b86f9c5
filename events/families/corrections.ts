/** Events about events: corrections, retractions, added sources. The original event is kept. */
import { z } from 'zod';
import { define } from '../define.js';
import { certainty, edtf, eventId, isStorable, source, text, UNSTORABLE } from '../envelope.js';

const MAX_DEPTH = 16;

/** Whether every store can hold the value. Its shape is checked later, against its target's type. */
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
    describe: 'Corrects an event: each part given replaces the whole of that part.',
    alsoCalled: ['fix', 'mistake', 'amend', 'wrong', 'edit'],
    data: z
      .strictObject({
        event: targetId(),
        reason: text().describe('What is corrected, and why.'),
        occurred: edtf().describe('The corrected date.').optional(),
        data: z
          .record(z.string(), z.unknown())
          .refine((data) => isStorableJson(data), `${UNSTORABLE}; or is nested too deeply`)
          .meta({ scalar: 'JSON' })
          .describe('The corrected data, in the shape of the event type.')
          .optional(),
        certainty: certainty.describe('The corrected certainty.').optional(),
        sources: z.array(source).min(1).max(50).describe('The corrected sources.').optional(),
      })
      .refine(
        (d) => [d.occurred, d.data, d.certainty, d.sources].some((part) => part !== undefined),
        {
          message: 'corrects nothing: give at least one of occurred, data, certainty and sources',
          path: ['event'],
        },
      ),
    summary: (d) => `Corrected: ${d.reason}`,
  }),
  EventRetracted: define({
    stream: 'any',
    mutation: 'retractEvent',
    describe:
      'Retracts an event that should not have been entered. A retraction may itself be retracted.',
    alsoCalled: ['delete', 'remove', 'undo', 'withdraw', 'mistake'],
    data: z.strictObject({ event: targetId(), reason: text().describe('The reason.') }),
    summary: (d) => `Retracted: ${d.reason}`,
  }),
  SourceAdded: define({
    stream: 'any',
    mutation: 'addSources',
    describe: 'Adds sources to an event.',
    alsoCalled: ['citation', 'link', 'reference', 'evidence'],
    data: z.strictObject({
      event: targetId(),
      sources: z.array(source).min(1).max(50).describe('The sources added.'),
    }),
    summary: (d) => `${d.sources.length === 1 ? 'A source' : `${d.sources.length} sources`} added`,
  }),
};
