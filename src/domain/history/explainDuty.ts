/** Why a duty is what it is: the layers that add up to it, and the totals that it had before. */
import type { Certainty } from '../../../events/envelope.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { Change } from './changes.js';
import { layerValue, pathOfDuty } from './dutyHistory.js';
import type { FlatValue } from './flatten.js';
import { segmentHolds } from './segment.js';
import { segmentsOf } from './segments.js';
import { historyOf } from './timeline.js';

export interface Explanation {
  /** The path whose history this is: that of a layer where a total is explained, else the path asked for. */
  readonly path: string;
  readonly value: FlatValue;
  /** The first fact to report it; a legal act in preference to an announcement. */
  readonly setBy: Fact;
  /** Other consecutive facts that report the same value. */
  readonly alsoBy: readonly Fact[];
  readonly certainty: Certainty;
  readonly current: boolean;
}

export interface Report {
  readonly value: FlatValue;
  readonly fact: Fact;
}

/** The changes of a duty up to the view, oldest first; none where there is no such duty. */
function changesOf(view: NegotiationView, path: string): readonly (readonly Change[])[] {
  const segment = segmentsOf(view).find((each) => segmentHolds(each, path));
  return segment ? historyOf(segment, view) : [];
}

const TOTAL = /^(duties\.[^.]+)\.(?:total|expression)$/;

/**
 * The totals that a duty had before, then every layer that applies now with what it adds: their sum
 * is the total. A new entry wherever the total or an act behind it changes, so that one that took
 * over at the same rate is told. None is current where no layer applies, or nothing is on record;
 * undefined for other paths.
 */
export function explainTotal(
  view: NegotiationView,
  path: string,
): readonly Explanation[] | undefined {
  const pair = TOTAL.exec(path)?.[1];
  if (pair === undefined) return undefined;
  const held = new Map<string, FlatValue>();
  const totals = changesOf(view, path).flatMap((changes): readonly Explanation[] => {
    for (const change of changes) held.set(change.path, change.after);
    const told =
      changes.find((change) => TOTAL.test(change.path)) ??
      changes.find((change) => change.path.endsWith('.act'));
    const [setBy, ...alsoBy] = told?.causedBy ?? [];
    const value = held.get(`${pair}.total`) ?? held.get(`${pair}.expression`) ?? null;
    return setBy
      ? [{ path, value, setBy, alsoBy, certainty: setBy.certainty, current: false }]
      : [];
  });
  const duty = view.duties.find((each) => pathOfDuty(each) === pair);
  if (!duty) return totals;
  const layers = duty.layers.flatMap((layer): readonly Explanation[] => {
    const { slug, applies, setBy } = layer;
    if (!applies || !setBy) return [];
    const value = layerValue(layer);
    const { certainty } = setBy;
    const at = `${pair}.layers.${slug}.rate`;
    return [{ path: at, value, setBy, alsoBy: [], certainty, current: true }];
  });
  // The last of them is the total now, which the layers explain.
  return layers.length > 0 ? [...totals.slice(0, -1), ...layers] : totals;
}

const LAYER_RATE = /^(duties\.[^.]+\.layers\.[^.]+)\.rate$/;

/** What a layer took, and each act under which it did; undefined for other paths. */
export function layerReports(view: NegotiationView, path: string): readonly Report[] | undefined {
  const layer = LAYER_RATE.exec(path)?.[1];
  if (layer === undefined) return undefined;
  let value: FlatValue = null;
  return changesOf(view, path).flatMap((changes): readonly Report[] => {
    const rate = changes.find((change) => change.path === path);
    if (rate) value = rate.after;
    const act = changes.find((change) => change.path === `${layer}.act` && change.after !== null);
    return (rate ?? act)?.causedBy.map((fact) => ({ value, fact })) ?? [];
  });
}
