/** From what a reader asks to the view an answer is computed for. */
import { timePointInstant } from '../../../events/time/bounds.js';
import { isInstantOrDay } from '../../../events/time/edtf.js';
import type { KnowledgeCutoff } from '../../domain/streamState/knowledgeView.js';
import { BadTimePoint } from '../errors.js';

/** The clocks of a read, as given: a date means its close in the zone of what is asked about. */
export interface AsOf {
  readonly at?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly publicAt?: string | undefined;
}

/** The view an answer was computed for, defaults filled in; instants in epoch milliseconds. */
export interface View {
  readonly at: number;
  readonly knownAt: number;
  readonly publicAt: number | null;
  /** The last position that counts. */
  readonly position: number;
  /** Whether the answer can never change again. */
  readonly pinned: boolean;
  /** Whether the same question can be answered by the same view for ever: pinned, and `at` was given. */
  readonly immutable: boolean;
}

/** Throws {@link BadTimePoint} unless every clock given is a date or an instant with offset. */
export function checkAsOf(asOf: AsOf): void {
  for (const [argument, given] of Object.entries(asOf) as [string, string | undefined][])
    if (given !== undefined) timePoint(argument, given, 'UTC');
}

/** The instant a TimePoint means in a zone; `day` says in an error what a date would mean. */
export function timePoint(argument: string, given: string, zone: string, day?: string): number {
  if (!isInstantOrDay(given)) throw new BadTimePoint(argument, given, day);
  return timePointInstant(given, zone);
}

/** The knowledge of a view whose `knownAt` has been resolved. */
export const knowledgeOf = (asOf: AsOf, knownAt: number | undefined): KnowledgeCutoff => ({
  knownAt,
  publicAt: asOf.publicAt,
});

/** The knowledge behind a view that was answered. */
export const knowledgeIn = ({ view, asOf }: { view: View; asOf: AsOf }): KnowledgeCutoff =>
  knowledgeOf(asOf, asOf.knownAt === undefined ? undefined : view.knownAt);
