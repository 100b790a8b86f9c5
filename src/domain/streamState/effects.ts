/** When facts take effect, as opposed to when they occurred. */
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import type { Bounds } from '../../../events/time/edtf.js';
import type { Fact, KnowledgeView } from './knowledgeView.js';

/** A fact and when it takes effect, or what it says runs out. */
export interface Effect<F extends Fact = Fact> {
  readonly fact: F;
  readonly bounds: Bounds;
  readonly edtf: string;
  /** Its place among others, in epoch milliseconds: its earliest instant; without one, its latest. */
  readonly sortInstant: number;
}

/** When a fact takes effect: as it says, else when it occurred; not before the launch. */
export function effectOf<F extends Fact>(fact: F, knowledge: KnowledgeView): Effect<F> {
  const { effectiveFrom: edtf } = fact.data as { effectiveFrom?: string };
  if (edtf === undefined) {
    const { began: bounds, occurred, sortInstant } = fact;
    return { fact, bounds, edtf: occurred, sortInstant };
  }
  const bounds = moment(edtf, fact.event.timeZone ?? knowledge.zone);
  const sortInstant = Number.isFinite(bounds.min) ? bounds.min : bounds.max;
  return { fact, bounds: knowledge.sinceLaunch(bounds, fact), edtf, sortInstant };
}

/** Negative when `a` takes effect before `b`: in order of effect, then of the log. */
export const byEffect = (a: Effect, b: Effect): number =>
  a.sortInstant - b.sortInstant || a.fact.event.position - b.fact.event.position;

/** When a decision counts from, in epoch milliseconds: taken or effective, whichever is earlier. */
export function countsFrom({ began, data }: Fact, zone: string): number {
  const { effectiveFrom, from } = data as { effectiveFrom?: string; from?: string };
  const effective = effectiveFrom ?? from;
  return effective === undefined
    ? began.min
    : Math.min(began.min, effectiveInstant(effective, zone));
}

/** After whatever begins at a view, and before whatever begins a millisecond later. */
export const endOfInstant = (at: number): number => at + 0.5;

/**
 * An effect as a view at `at` takes it: what has no known start and may have begun by then is taken
 * to begin at the view, after all else, so that it changes nothing at any instant before.
 *
 * @param at the {@link endOfInstant} of the view
 */
export function asLateAs<F extends Fact>(effect: Effect<F>, at: number): Effect<F> {
  const { bounds, sortInstant } = effect;
  if (bounds.min === sortInstant || bounds.min > at) return effect;
  const begun = Math.min(sortInstant, at);
  return { ...effect, bounds: { min: begun, max: bounds.max }, sortInstant: begun };
}
