/** A part of a negotiation's view that changes independently of the others. */
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { ChangePoint } from './changePoints.js';
import type { Emit } from './flatten.js';

/** The facts that a path differs by; none where they are not known. */
export type CausesOf = (path: string) => readonly Fact[];

export interface Segment {
  /** Prefixes of all its paths; segments may share a prefix. */
  readonly prefixes: readonly string[];
  flatten(view: NegotiationView, emit: Emit): void;
  /** Every instant at which it changes; there may be others. */
  changePoints(): Iterable<ChangePoint>;
  /** What brings the changes about from the millisecond before the later view to it. */
  turning?(before: NegotiationView, after: NegotiationView): CausesOf;
}

/** Whether a path belongs to a segment. */
export const segmentHolds = ({ prefixes }: Segment, path: string): boolean =>
  prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));
