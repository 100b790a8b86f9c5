/** Why a duty is what it is: the layers that add up to it, and the totals that it had before. */
import type { Certainty } from '../../../events/envelope.js';
import { certaintyOfLayer } from '../duty/dispute.js';
import type { DutyView } from '../duty/duty.js';
import type { Layer } from '../duty/layer.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { Change } from './changes.js';
import { layerValue, pathOfDuty } from './dutyHistory.js';
import type { FlatValue } from './flatten.js';
import { segmentHolds } from './segment.js';
import { segmentsOf } from './segments.js';
import { historyOf, type TimelinePoint } from './timeline.js';

export interface Explanation {
  /** The path whose history this is: that of a layer where a total is explained, else the path asked for. */
  readonly path: string;
  readonly value: FlatValue;
  /** The first fact to report it; a legal act in preference to an announcement. */
  readonly setBy: Fact;
  /** Other consecutive facts that report the same value. */
  readonly alsoBy: readonly Fact[];
  /** Of the value: DISPUTED where it is current and shown as disputed, else that of `setBy`. */
  readonly certainty: Certainty;
  readonly current: boolean;
}

export interface Report {
  readonly value: FlatValue;
  readonly fact: Fact;
}

/** The changes of a duty up to the view, oldest first; none where there is no such duty. */
function historyAt(view: NegotiationView, path: string): readonly TimelinePoint[] {
  const segment = segmentsOf(view).find((each) => segmentHolds(each, path));
  return segment ? historyOf(segment, view) : [];
}

const dutyOf = (view: NegotiationView, pair: string): DutyView | undefined =>
  view.hasBegun ? view.duties.find((each) => pathOfDuty(each) === pair) : undefined;

const TOTAL = /^(duties\.[^.]+)\.(?:total|expression)$/;

/**
 * The totals that a duty had before, then every layer that applies now with what it adds: their sum
 * is the total. A new entry wherever the total or an act behind it changes, so that one that took
 * over at the same rate is told. After a disputed layer follows the rate announced against it, which
 * is not current. None is current where no layer applies, or nothing is on record; undefined for
 * other paths.
 */
export function explainTotal(
  view: NegotiationView,
  path: string,
): readonly Explanation[] | undefined {
  const pair = TOTAL.exec(path)?.[1];
  if (pair === undefined) return undefined;
  const held = new Map<string, FlatValue>();
  const totals = historyAt(view, path).flatMap(({ changes }): readonly Explanation[] => {
    for (const change of changes) held.set(change.path, change.after);
    const [setBy, ...alsoBy] = changeOfTotal(changes)?.causedBy ?? [];
    const value = held.get(`${pair}.total`) ?? held.get(`${pair}.expression`) ?? null;
    return setBy
      ? [{ path, value, setBy, alsoBy, certainty: setBy.certainty, current: false }]
      : [];
  });
  const duty = dutyOf(view, pair);
  if (!duty) return totals;
  const layers = duty.layers.flatMap((layer) => explainLayer(duty, layer));
  // The last of them is the total now, which the layers explain.
  return layers.length > 0 ? [...totals.slice(0, -1), ...layers] : totals;
}

const changeOfTotal = (changes: readonly Change[]): Change | undefined =>
  changes.find((change) => TOTAL.test(change.path)) ??
  changes.find((change) => change.path.endsWith('.act'));

const pathOfLayer = (duty: DutyView, { slug }: Layer): string =>
  `${pathOfDuty(duty)}.layers.${slug}.rate`;

/** A layer that applies, then the rate announced against it; nothing for others. */
function explainLayer(duty: DutyView, layer: Layer): readonly Explanation[] {
  const { applies, setBy } = layer;
  const certainty = certaintyOfLayer(layer, duty.disputeOf(layer));
  if (!applies || !setBy || !certainty) return [];
  const path = pathOfLayer(duty, layer);
  const value = layerValue(layer);
  return [{ path, value, setBy, alsoBy: [], certainty, current: true }, ...rivalsOf(duty, layer)];
}

function rivalsOf(duty: DutyView, layer: Layer): readonly Explanation[] {
  const rival = duty.disputeOf(layer)?.rival;
  if (!rival) return [];
  const { rate, setBy } = rival;
  const { certainty } = setBy;
  return [
    { path: pathOfLayer(duty, layer), value: rate, setBy, alsoBy: [], certainty, current: false },
  ];
}

const LAYER_RATE = /^(duties\.[^.]+)\.layers\.([^.]+)\.rate$/;

/** What a layer took, and each act under which it did; undefined for other paths. */
export function layerReports(view: NegotiationView, path: string): readonly Report[] | undefined {
  if (!LAYER_RATE.test(path)) return undefined;
  const act = path.replace(/rate$/, 'act');
  let value: FlatValue = null;
  return historyAt(view, path).flatMap(({ changes }): readonly Report[] => {
    const rate = changes.find((change) => change.path === path);
    if (rate) value = rate.after;
    const taken = changes.find((change) => change.path === act && change.after !== null);
    return (rate ?? taken)?.causedBy.map((fact) => ({ value, fact })) ?? [];
  });
}

/** How firmly a layer is held at the view, and the rates announced against it; nothing for other paths. */
export function rivalsOfLayer(
  view: NegotiationView,
  path: string,
): { readonly certainty: Certainty | null; readonly rivals: readonly Explanation[] } {
  const [, pair = '', slug] = LAYER_RATE.exec(path) ?? [];
  const duty = slug === undefined ? undefined : dutyOf(view, pair);
  const layer = duty?.layers.find((each) => each.slug === slug && each.applies);
  if (!duty || !layer) return { certainty: null, rivals: [] };
  const rivals = rivalsOf(duty, layer);
  return { certainty: certaintyOfLayer(layer, duty.disputeOf(layer)), rivals };
}
