/** Since when a party is bound as it is, and until when. */
import { weakMemoize } from '../streamState/threeValued.js';
import type { AgreementCourse } from './agreementCourse.js';
import type { Effect } from './agreementEffects.js';
import type { BoundState } from './agreementStates.js';

/** An unbroken stretch in which a party is bound one way. */
export interface PartyRun {
  readonly bound: BoundState;
  readonly from: Effect;
  /** What ends it, decided already though it may come later; null while nothing does. */
  readonly until: Effect | null;
}

const runsByParty = weakMemoize(
  (_course: AgreementCourse) => new Map<string, readonly PartyRun[]>(),
);

/**
 * The runs of a party from its first entry into force, oldest first. A further report of an entry
 * begins no run. O(facts²), once per party.
 */
export function partyRuns(course: AgreementCourse, code: string): readonly PartyRun[] {
  const known = runsByParty(course).get(code);
  if (known) return known;
  const runs: { -readonly [Key in keyof PartyRun]: PartyRun[Key] }[] = [];
  for (const turn of course.effectsByInstant()) {
    const state = course.party(code, turn.sortInstant);
    const last = runs.at(-1);
    const bound = state?.bound ?? 'NOT';
    if (bound === (last?.bound ?? 'NOT')) continue;
    const from = state?.from.sortInstant === turn.sortInstant ? state.from : turn;
    if (last) last.until = from;
    runs.push({ bound, from, until: null });
  }
  runsByParty(course).set(code, runs);
  return runs;
}
