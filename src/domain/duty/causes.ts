/**
 * The events that bring a change of a duty about. Whatever tells of a change (pending, timeline,
 * diff, explain) asks here, so that all name the same one.
 */
import { areaZone } from '../../../events/codes/areas.js';
import { streamSlug } from '../../../events/streams.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { measureTurns } from '../measure/measureTurns.js';
import { countsFrom } from '../streamState/effects.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { chargeText } from './charge.js';
import type { DutyRules, Layer } from './layer.js';
import type { TimelineLookup } from './layers.js';

/** The measure whose own state changes, and the event that says so. */
export interface Cause {
  readonly measure: KnowledgeView;
  readonly setBy: Fact;
}

/** An instant at which a duty turns, by what was decided by some other. */
export interface Turning {
  readonly rules: DutyRules;
  /** Epoch milliseconds. */
  readonly instant: number;
  readonly decidedBy: number;
  readonly timelineOf: TimelineLookup;
}

/** A layer whose part in the duty differs. */
interface LayerChange {
  readonly measure: KnowledgeView;
  readonly old: Layer | undefined;
  readonly now: Layer | undefined;
}

/** Reasons of layers that give way to another, whose own change is the cause. */
const CONSEQUENTIAL_REASONS = new Set([
  'REPLACED',
  'EXCLUDED',
  'PRECEDED',
  'LOWER_ELSEWHERE',
  'IN_LIEU_OF_MFN',
]);

/** What a layer takes; undefined where it does not apply. */
const takes = (layer: Layer | undefined): string | undefined =>
  layer?.applies ? (layer.charge ? chargeText(layer.charge) : '') : undefined;

/** A key that is equal for two lists of layers when the same measures take the same. */
export const appliedKey = (layers: readonly Layer[]): string =>
  layers
    .filter(({ applies }) => applies)
    .map((layer) => `${layer.slug}=${takes(layer)}`)
    .join(' ');

const isConsequence = ({ old, now }: LayerChange): boolean =>
  [old, now].some((layer) => layer && CONSEQUENTIAL_REASONS.has(layer.reason));

/** Those that change by themselves first, of those what now applies, what changed, what is gone. */
function changesBetween(before: readonly Layer[], after: readonly Layer[]): readonly LayerChange[] {
  const bySlug = (layers: readonly Layer[]) => new Map(layers.map((layer) => [layer.slug, layer]));
  const [olds, nows] = [bySlug(before), bySlug(after)];
  const rank = (change: LayerChange): number =>
    isConsequence(change) ? 3 : change.now?.applies ? 0 : change.now ? 1 : 2;
  return [...new Set([...nows.keys(), ...olds.keys()])]
    .flatMap((slug): readonly LayerChange[] => {
      const [old, now] = [olds.get(slug), nows.get(slug)];
      const measure = now?.measure ?? old?.measure;
      return measure && takes(old) !== takes(now) ? [{ measure, old, now }] : [];
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** What a measure's stream says turns at an instant: what set its layer, else the last decided. */
function turnOf(
  { measure, old, now }: LayerChange,
  { instant, decidedBy, timelineOf }: Turning,
): Fact | undefined {
  const due = measureTurns(timelineOf(measure), measure)
    .filter(([at, fact]) => at === instant && countsFrom(fact, measure.zone) <= decidedBy)
    .map(([, fact]) => fact);
  return due.findLast((fact) => isSetBy(old, fact) || isSetBy(now, fact)) ?? due.at(-1);
}

const isSetBy = (layer: Layer | undefined, { event }: Fact): boolean =>
  layer?.setBy?.event.id === event.id;

/** Who sets an order of precedence, joins a group or leaves one at an instant; the last of several. */
function turnOfRules({ rules, instant, decidedBy }: Turning): Fact | undefined {
  const isDue = (fact: Fact, zone: string) =>
    effectiveInstant((fact.data as { effectiveFrom: string }).effectiveFrom, zone) === instant;
  const orders = rules.rulebooks.flatMap((rulebook) =>
    rulebook
      .factsOn('precedence')
      .filter((fact) => isDue(fact, rulebook.zone) && countsFrom(fact, rulebook.zone) <= decidedBy),
  );
  // Who belongs to a group is known of whenever it was decided: see AreaRegister.
  const members = rules.areaStreams.flatMap((area) =>
    area
      .factsOn('membership')
      .filter(({ type }) => type !== 'AreaDefined')
      .filter((fact) => isDue(fact, areaZone(streamSlug(fact.event.stream)))),
  );
  return orders.at(-1) ?? members.at(-1);
}

/**
 * The events that bring a change of the layers about, the foremost first; none where the layers
 * take the same. One for each measure that changes by itself; where only others gave way or came
 * back, that behind them; by the clock alone, such as when a member leaves a group, the event that
 * set the layer. O(changed layers × their turns).
 */
export function causesOf(
  before: readonly Layer[],
  after: readonly Layer[],
  turning: Turning,
): readonly Cause[] {
  const changes = changesBetween(before, after);
  const [first] = changes;
  if (!first) return [];
  const causesAmong = (among: readonly LayerChange[]) =>
    among.flatMap((change): readonly Cause[] => {
      const setBy = turnOf(change, turning);
      return setBy ? [{ measure: change.measure, setBy }] : [];
    });
  const own = causesAmong(changes.filter((change) => !isConsequence(change)));
  if (own.length > 0) return own;
  const [consequence] = causesAmong(changes);
  if (consequence) return [consequence];
  const behind = causesAmong(displacersOf(changes, turning.rules))[0];
  if (behind) return [behind];
  const setBy = turnOfRules(turning) ?? first.now?.setBy ?? first.old?.setBy;
  return setBy ? [{ measure: first.measure, setBy }] : [];
}

/** The measures that others gave way to, by the events that set their layers. */
function displacersOf(
  changes: readonly LayerChange[],
  { measures }: DutyRules,
): readonly LayerChange[] {
  const streams = new Set(
    changes.flatMap(({ old, now }) => [now, old].map((layer) => layer?.setBy?.event.stream)),
  );
  return measures
    .filter(({ streamState }) => streams.has(streamState.stream))
    .map((measure) => ({ measure, old: undefined, now: undefined }));
}

/** The measures whose own change is behind that of a layer, or of all of them. O(layers). */
export function changedMeasures(
  before: readonly Layer[],
  after: readonly Layer[],
  slug?: string,
): readonly KnowledgeView[] {
  const changes = changesBetween(before, after);
  const own = changes.filter((change) => !isConsequence(change));
  const of = (among: readonly LayerChange[]) =>
    among.find(({ old, now }) => (now ?? old)?.slug === slug);
  const alone = of(own);
  return (alone ? [alone] : own.length > 0 ? own : changes).map(({ measure }) => measure);
}

/** The event by which one layer changes by itself; undefined where it gives way to another. */
export function causeOfLayer(
  before: readonly Layer[],
  after: readonly Layer[],
  slug: string,
  turning: Turning,
): Fact | undefined {
  const of = (layers: readonly Layer[]) => layers.find((layer) => layer.slug === slug);
  const [old, now] = [of(before), of(after)];
  const measure = now?.measure ?? old?.measure;
  const isGivingWay = measure && isConsequence({ measure, old, now });
  return measure && !isGivingWay ? turnOf({ measure, old, now }, turning) : undefined;
}
