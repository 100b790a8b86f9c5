/** Types of a duty: the question, the rules it is answered by, and the layers of the answer. */
import Big from 'big.js';
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { streamSlug } from '../../../events/streams.js';
import type { MeasureRole } from '../../../events/families/measures/terms.js';
import { imposesFor } from '../area/areaReach.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { Good } from '../measure/goodsScope.js';
import { type Charge, NOTHING, plus, pointsOf, ZERO } from './charge.js';

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
  | 'NO_INSTRUMENT'
  | 'PARTLY_IN_SCOPE'
  | 'LOWER_ELSEWHERE'
  | 'IN_LIEU_OF_MFN'
  | 'QUOTA'
  | 'QUOTA_EXHAUSTED'
  | 'SECURED';

export interface Layer {
  /** The knowledge view of the measure; null for an MFN rate that the caller gives. */
  readonly measure: KnowledgeView | null;
  readonly slug: string;
  readonly role: MeasureRole;
  /** What it adds when it applies; what it would be when it does not. Null while unreported. */
  readonly charge: Charge | null;
  /** The same in percentage points; null where it is no percentage of what is given. */
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

/** The measures of one authority, its rulebooks, and who belongs to which group. */
export interface DutyRules {
  /** By the authority or a group to which it ever belongs. */
  readonly measures: readonly KnowledgeView[];
  /** Of the authority, then of the groups to which it ever belongs. */
  readonly rulebooks: readonly KnowledgeView[];
  readonly areas: AreaRegister;
  /** What the log says of them. */
  readonly areaStreams: readonly KnowledgeView[];
}

/** One question at one entry. */
export interface Asked {
  readonly rules: DutyRules;
  readonly question: DutyQuestion;
  readonly goods: Good;
  /** Epoch milliseconds. */
  readonly entry: number;
  readonly decidedBy: number;
}

/** The rulebooks of the authority and of the groups to which it belongs at the entry. */
export const rulebooksAt = ({ rules, question, entry }: Asked): readonly KnowledgeView[] =>
  rules.rulebooks.filter(({ streamState }) =>
    imposesFor(rules.areas, streamSlug(streamState.stream), question.imposedBy, entry),
  );

/** Decimals as a number, to 1e-9: what clients get of an exact figure. */
export const toNumber = (value: Big): number => Number(value.round(9, Big.roundHalfEven));

/** What the layers that apply take together. */
export const chargeOfLayers = (layers: readonly Layer[]): Charge =>
  layers.reduce(
    (sum, { applies, charge }) => (applies && charge ? plus(sum, charge) : sum),
    NOTHING,
  );

/** The total of the layers that apply, in percentage points; null where one is no percentage. */
export function totalPoints(layers: readonly Layer[], good: Good): Big | null {
  let total = ZERO;
  for (const { applies, charge } of layers) {
    if (!applies || !charge) continue;
    const points = pointsOf(charge, good);
    if (points === null) return null;
    total = total.plus(points);
  }
  return total;
}
