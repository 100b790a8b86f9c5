/** What the total of a duty holds for, and what it leaves out for some of the goods asked about. */
import { extentOf } from '../area/areaReach.js';
import { matchScope } from '../measure/goodsScope.js';
import { reliefsAt } from '../measure/reliefs.js';
import type { Certainty } from '../../../events/envelope.js';
import type { Asked, Layer } from './layer.js';

export interface DutyScope {
  /** Whether the ordinary (MFN) duty is in the total. */
  readonly ordinary: boolean;
  /** Measures in force on only some of the goods asked about, which the total leaves out. */
  readonly elsewhere: readonly Layer[];
  /** How many reliefs from what is in the total are for only some of the goods, or must be claimed. */
  readonly reliefs: number;
}

/** O(reliefs of the measures that apply). */
export function scopeOf(layers: readonly Layer[], asked: Asked): DutyScope {
  const applying = layers.filter(({ applies }) => applies);
  return {
    ordinary: applying.some(({ role }) => role === 'MFN' || role === 'IN_LIEU_OF_MFN'),
    elsewhere: layers.filter(
      ({ reason }) =>
        reason === 'PARTLY_IN_SCOPE' || (reason === 'OUT_OF_SCOPE' && asked.goods.hs === undefined),
    ),
    reliefs: new Set(applying.flatMap((layer) => [...openReliefs(layer, asked)])).size,
  };
}

/** The reliefs from a layer that are open at the entry and are not for all that is asked, by name. */
function* openReliefs({ measure }: Layer, asked: Asked): Generator<string> {
  if (!measure) return;
  const { rules, question, goods, entry: at, decidedBy } = asked;
  for (const { slug, grant, from, until, endedFor } of reliefsAt(measure, { at, decidedBy })) {
    const { affects = ['*'], exceptFor = [], goods: scope } = grant.data;
    const reach = { imposedBy: null, affects, exceptFor: [...exceptFor, ...endedFor] };
    const isOpen = from <= at && at < until;
    if (!isOpen || extentOf(rules.areas, reach, question.on, at) === 'NONE') continue;
    // A code that is not asked for may be any; other criteria are for the importer to claim.
    const codes = { hs: scope.hs, hsEdition: scope.hsEdition };
    const reachable = goods.hs === undefined || matchScope(codes, goods).match !== 'NONE';
    if (reachable && matchScope(scope, goods).match !== 'ALL') yield slug ?? grant.event.id;
  }
}

const FROM_LEAST: readonly Certainty[] = ['DISPUTED', 'INFERRED', 'REPORTED', 'CONFIRMED'];

/** How firmly the least certain event behind a total is held; null where no layer applies. */
export const leastCertaintyOf = (layers: readonly Layer[]): Certainty | null =>
  FROM_LEAST.find((certainty) =>
    layers.some(({ applies, setBy }) => applies && setBy?.certainty === certainty),
  ) ?? null;
