/** The history of a duty between two parties: its paths, when it may change, and by which events. */
import { summarize } from '../../../events/catalogue.js';
import { streamSlug } from '../../../events/streams.js';
import { causeOfLayer, causesOf, changedMeasures } from '../duty/causes.js';
import { chargeText } from '../duty/charge.js';
import { type DutyView, dutyView } from '../duty/duty.js';
import type { DutyRules, Layer } from '../duty/layer.js';
import { timelinesDecidedBy } from '../duty/layers.js';
import {
  dutyRulesOf,
  type NegotiationView,
  type RelatedStreams,
} from '../negotiation/negotiationView.js';
import type { Fact } from '../streamState/knowledgeView.js';
import {
  areasNamedBy,
  type ChangePoint,
  measureChangePoints,
  measureFacts,
  membershipChangePoints,
  rulebookChangePoints,
} from './changePoints.js';
import type { Emit } from './flatten.js';
import type { CausesOf, Segment } from './segment.js';

export interface Pair {
  readonly imposedBy: string;
  readonly on: string;
}

export const pathOfDuty = ({ imposedBy, on }: Pair): string => `duties.${imposedBy}-${on}`;

/** How much a layer is: percentage points, else in words; null while unreported. */
export const layerValue = ({ rate, charge }: Layer): number | string | null =>
  rate ?? (charge && chargeText(charge));

/** Reasons of layers that are not, and were not before, part of the total. */
const IMMATERIAL_REASONS = new Set(['OUT_OF_SCOPE', 'NO_INSTRUMENT', 'NOT_YET']);

function flattenDuty(duty: DutyView, emit: Emit): void {
  const path = pathOfDuty(duty);
  const { status, note, setBy } = duty.coverage;
  const material = duty.layers.flatMap((layer) =>
    layer.setBy && !IMMATERIAL_REASONS.has(layer.reason) ? [layer.setBy] : [],
  );
  // Where no measure bears on it, the total rests on the claim that there is none.
  const facts = material.length === 0 && setBy ? [setBy] : material;
  emit(`${path}.total`, duty.total, ...facts);
  // A total that is a percentage says it all.
  emit(`${path}.expression`, duty.total === null ? duty.expression : null, ...facts);
  emit(`${path}.disputed`, duty.disputed, ...facts);
  if (setBy) {
    emit(`${path}.coverage`, status, setBy);
    emit(`${path}.coverage.note`, note, setBy);
  }
  for (const layer of duty.layers) {
    const at = `${path}.layers.${layer.slug}`;
    const by = layer.setBy ? [layer.setBy] : [];
    emit(`${at}.rate`, layerValue(layer), ...by);
    emit(`${at}.applies`, layer.applies, ...by);
    emit(`${at}.reason`, layer.reason, ...by);
    // Another act at the same rate is a change of cause.
    if (layer.applies && layer.setBy) emit(`${at}.act`, actOf(layer.setBy), layer.setBy);
  }
}

const actOf = ({ event, data }: Fact): string => summarize({ ...event, data });

/** A path about one layer of a duty; its slug in the first group. */
export const LAYER_PATH = /^duties\.[^.]+\.layers\.([^.]+)\./;

/** When the duty between two may change, by what is on record of it. */
export function* dutyChangePoints(
  { measures, rulebooks, areas }: DutyRules,
  { imposedBy, on }: Pair,
): Generator<ChangePoint> {
  for (const measure of measures) {
    yield* measureChangePoints(measure);
    yield* membershipChangePoints(
      [imposedBy, on, ...areasNamedBy(measure)],
      areas,
      measureFacts(measure),
    );
  }
  for (const rulebook of rulebooks) {
    yield* rulebookChangePoints(rulebook);
    // Whose rulebook counts changes with who is a member, also where no measure names the group.
    const facts = [...rulebook.factsOn('precedence'), ...rulebook.factsOn('coverage')];
    yield* membershipChangePoints(
      [imposedBy, on, streamSlug(rulebook.streamState.stream)],
      areas,
      facts,
    );
  }
}

/** The duty between two parties; nothing while either is none. */
export function dutySegment(related: RelatedStreams, pair: Pair): Segment {
  const rules = dutyRulesOf(related, pair.imposedBy, pair.on);
  const path = pathOfDuty(pair);
  const dutyAt = (view: NegotiationView): DutyView | undefined => {
    const isParty = (code: string) => view.parties.some((party) => party.code === code);
    return view.hasBegun && isParty(pair.imposedBy) && isParty(pair.on)
      ? dutyView(rules, pair, view.at)
      : undefined;
  };
  return {
    prefixes: [path],
    flatten(view, emit) {
      const duty = dutyAt(view);
      if (duty) flattenDuty(duty, emit);
    },
    changePoints: () => dutyChangePoints(rules, pair),
    turning(before, after): CausesOf {
      const [then, now] = [before, after].map((view) => dutyAt(view)?.layers);
      // Where the pair itself is new or gone, no measure is what changed.
      if (!then || !now) return () => [];
      const turning = {
        ...{ rules, instant: after.at, decidedBy: after.at },
        timelineOf: timelinesDecidedBy(after.at),
      };
      const causes = causesOf(then, now, turning).map(({ setBy }) => setBy);
      return (changed) => {
        const slug = LAYER_PATH.exec(changed)?.[1];
        const own = slug && causeOfLayer(then, now, slug, turning);
        if (own) return [own];
        return changed.startsWith(`${path}.coverage`) ? [] : [...new Set(causes)];
      };
    },
  };
}

/** The streams of the measures that a duty differs by between two views; empty for other paths. */
export function streamsBehind(
  path: string,
  from: NegotiationView,
  to: NegotiationView,
): ReadonlySet<string> {
  const layersOf = ({ duties }: NegotiationView) =>
    duties.find((duty) => path.startsWith(`${pathOfDuty(duty)}.`))?.layers;
  const [before, after] = path.startsWith('duties.') ? [layersOf(from), layersOf(to)] : [];
  if (!before || !after) return new Set();
  const measures = changedMeasures(before, after, LAYER_PATH.exec(path)?.[1]);
  return new Set(measures.map(({ streamState }) => streamState.stream));
}
