/** The clocks of a read: as asked for, and resolved to the view an answer is computed for. */
import { timePointInstant } from '../../../events/time/bounds.js';
import { isInstantOrDay } from '../../../events/time/edtf.js';
import type { KnowledgeCutoff } from '../../domain/streamState/knowledgeView.js';
import type { AsOf, View } from '../../domain/answers/view.js';
import { BadTimePoint } from '../errors.js';
import type { Assumptions } from './whatIf.js';

export type { AsOf, View } from '../../domain/answers/view.js';

/** An answer with the view it was computed for. */
export interface AsOfResult<Subject> {
  readonly subject: Subject;
  readonly view: View;
  /** The clocks as asked for, so that the same can be asked again. */
  readonly asOf: AsOf;
  /** What the answer assumes; absent when it rests on the record alone. */
  readonly assumptions?: Assumptions;
}

/** Throws {@link BadTimePoint} unless every clock given is a date or an instant with offset. */
export function checkAsOf(asOf: AsOf): void {
  for (const [argument, value] of Object.entries(asOf) as [string, string | undefined][])
    if (value !== undefined) timePoint(argument, value, 'UTC');
}

/**
 * The instant that a TimePoint means in a zone, in epoch milliseconds. Throws {@link BadTimePoint},
 * which says with `dateMeaning` what a date would mean.
 */
export function timePoint(
  argument: string,
  value: string,
  zone: string,
  dateMeaning?: string,
): number {
  if (!isInstantOrDay(value)) throw new BadTimePoint(argument, value, dateMeaning);
  return timePointInstant(value, zone);
}

/** The cutoff of a read whose `knownAt` has been resolved to an instant. */
export const cutoffOf = (asOf: AsOf, knownAt: number | undefined): KnowledgeCutoff => ({
  knownAt,
  publicAt: asOf.publicAt,
});

/** The cutoff behind an answer. */
export const cutoffIn = ({ view, asOf }: Pick<AsOfResult<unknown>, 'view' | 'asOf'>) =>
  cutoffOf(asOf, asOf.knownAt === undefined ? undefined : view.knownAt);
