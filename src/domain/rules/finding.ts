/** The shape of a finding, and the input of the rules that produce findings. */
import type { NegotiationMeasure } from '../measure/measureView.js';
import type { Pause } from '../negotiation/activity.js';
import type { RelatedStreams } from '../negotiation/negotiationView.js';
import type { RoundCount } from '../negotiation/roundCounts.js';
import type { Round } from '../negotiation/rounds.js';
import type { Target } from '../negotiation/targets.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';

export interface Finding {
  readonly code: FindingCode;
  readonly message: string;
  readonly events: readonly Fact[];
}

export type FindingCode =
  | 'UNEXPECTED_TRANSITION'
  | 'NOT_LAUNCHED'
  | 'CONFLICTING_DATES'
  | 'RESUMED_WITHOUT_PAUSE'
  | 'TARGET_OVERDUE'
  | 'TARGET_PERHAPS_MET'
  | 'TARGET_UNKNOWN'
  | 'REPORTS_DISAGREE'
  | 'REPORTED_BELOW_COUNTED'
  | 'ANNOUNCED_WITHOUT_INSTRUMENT'
  | 'MEASURE_CHANGED_AFTER_END'
  | 'POSSIBLE_DUPLICATE'
  | 'PLAN_OVERTAKEN'
  | 'AGREEMENT_UNCLEAR'
  | 'UNKNOWN_ACTOR'
  | 'UNKNOWN_GROUP'
  | 'SIMILAR_SLUG'
  | 'LAUNCHED_BEFORE'
  | 'WITHOUT_EFFECT';

/** The input of the finding rules. */
export interface FindingsInput {
  readonly slug: string;
  readonly knowledge: KnowledgeView;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly pauses: readonly Pause[];
  readonly rounds: readonly Round[];
  readonly targets: readonly Target[];
  readonly roundsCompleted: RoundCount;
  readonly measures: readonly NegotiationMeasure[];
  readonly related: Pick<RelatedStreams, 'areas'>;
}
