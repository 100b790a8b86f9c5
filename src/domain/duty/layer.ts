/**
 * The words a duty is told in: what is asked, by which rules, and the layers of the answer.
 */
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
  /** The measure's reading; null for the MFN rate. */
  readonly measure: KnowledgeView | null;
  readonly slug: string;
  /** Percentage points added when it applies; what it would be, or is said to be, when not. */
  readonly rate: number | null;
  readonly applies: boolean;
  readonly reason: LayerReason;
  readonly setBy: Fact | null;
}

export interface DutyQuestion {
  readonly imposedBy: string;
  readonly on: string;
  readonly goods?: Good | undefined;
  /** A further layer when given; also what `capTotalAt` is measured against. */
  readonly mfnRate?: number | undefined;
}

/** The measures of one authority and its rulebook, under one state of knowledge. */
export interface DutyRules {
  readonly measures: readonly KnowledgeView[];
  readonly rulebook: KnowledgeView | undefined;
}

/** Percentage points without the dust of binary fractions. */
export const roundPoints = (sum: number): number => Math.round(sum * 1e9) / 1e9;

/** The sum of the layers that apply. */
export const totalRate = (layers: readonly Layer[]): number =>
  roundPoints(layers.reduce((sum, layer) => sum + (layer.applies ? (layer.rate ?? 0) : 0), 0));
