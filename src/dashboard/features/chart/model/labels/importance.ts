/** Which events are named on a chart by default, and in which order they are given room. */
import type { TimelineEvent } from '../../../../lib/time/timelineEvents.js';
import { laneOf } from '../lanes.js';

/** What turns a negotiation comes first, then what was agreed of duties, then sessions. */
const IMPORTANCE: Readonly<Record<string, number>> = {
  AgreementEnteredIntoForce: 9,
  AgreementSigned: 9,
  AgreementConcluded: 9,
  FrameworkAgreed: 9,
  AgreementTerminated: 8,
  AgreementSuspended: 8,
  NegotiationLaunched: 8,
  TalksTerminated: 8,
  TalksPaused: 7,
  TalksResumed: 7,
  MeasureAdopted: 5,
  MeasureEnded: 5,
  MeasureSuspended: 5,
  MeasureAnnounced: 4,
  MeasureThreatened: 4,
  RetaliationNotified: 3,
  RoundHeld: 3,
};
/** An event that brought a step of the duty about. */
const MADE_STEP = 6;
const OTHER = 1;
/** Named by default from this on. */
export const IMPORTANT = 3;

/** From 0, for what is about the record itself, to 9. */
export function importanceOf(event: TimelineEvent, madeSteps: ReadonlySet<string>): number {
  const lane = laneOf(event);
  if (lane === null) return 0;
  const own = IMPORTANCE[event.type] ?? (lane === 'Statements' ? OTHER / 2 : OTHER);
  return madeSteps.has(event.id) ? Math.max(own, MADE_STEP) : own;
}
