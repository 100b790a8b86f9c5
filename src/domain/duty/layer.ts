/** Types of a duty: the question, the rules it is answered by, and the layers of the answer. */
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { Good } from '../measure/goodsScope.js';

export type LayerReason =
  | 'IN_FORCE'
  | 'MFN'
  | 'REPLACED'
  | 'EXCLUDED'
  | 'PRECEDED'
  | 'CAPPED'
  | 'EXEMPT'
  | 'IN_TRANSIT'
  | 'SUSPENDED'
  | 'NOT_YET'
  | 'ENDED'
  | 'OUT_OF_SCOPE'
  | 'NO_INSTRUMENT';

export interface Layer {
  /** The knowledge view of the measure; null for the MFN rate. */
  readonly measure: KnowledgeView | null;
  readonly slug: string;
  /** Percentage points added when it applies; the rate it would have when it does not. */
  readonly rate: number | null;
  readonly applies: boolean;
  readonly reason: LayerReason;
  readonly setBy: Fact | null;
}

export interface DutyQuestion {
  readonly imposedBy: string;
  readonly on: string;
  readonly goods?: Good | undefined;
  /** The MFN rate, percent: a further layer, and what `capTotalAt` includes. */
  readonly mfnRate?: number | undefined;
}

/** The measures of one authority and its rulebook, in one state of knowledge. */
export interface DutyRules {
  readonly measures: readonly KnowledgeView[];
  readonly rulebook: KnowledgeView | undefined;
}

/** Percentage points rounded to 1e-9, which removes binary rounding errors of sums. */
export const roundPoints = (sum: number): number => Math.round(sum * 1e9) / 1e9;

/** The sum of the rates of the layers that apply, in percentage points. */
export const totalRate = (layers: readonly Layer[]): number =>
  roundPoints(layers.reduce((sum, layer) => sum + (layer.applies ? (layer.rate ?? 0) : 0), 0));
