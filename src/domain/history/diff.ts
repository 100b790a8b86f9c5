/** Compares two views: the paths that differ, and the facts that caused each difference. */
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { attribute, ComparisonSide } from './attribution.js';
import { type Change, changesBetween, sameValue } from './changes.js';
import { LAYER_PATH, streamsBehind } from './dutyHistory.js';
import { segmentHolds } from './segment.js';
import { flattenView, segmentsOf, viewAt } from './segments.js';
import { segmentTimeline } from './timeline.js';

export type { Change } from './changes.js';

/** The changes from one view to another; undefined stands for a time before the negotiation. */
export function diff(
  from: NegotiationView | undefined,
  to: NegotiationView | undefined,
): readonly Change[] {
  const side = (view: NegotiationView | undefined) =>
    new ComparisonSide(view ? flattenView(view) : new Map(), view);
  const sides = [side(from), side(to)] as const;
  if (!from || !to) return changesBetween(...sides);
  const turning =
    from.at !== to.at && isSameKnowledge(from, to) ? turningBetween(from, to, sides) : undefined;
  return changesBetween(...sides, (path) => {
    const causes = path.startsWith('duties.') ? turning?.(path) : undefined;
    if (causes && causes.length > 0) return causes;
    const facts = attribute(path, ...sides, []);
    // Of what is new on a duty, only what is about the measures that it differs by.
    const streams = streamsBehind(path, from, to);
    const about = facts.filter(
      ({ event, type }) => streams.has(event.stream) || IS_ABOUT.has(type),
    );
    return about.some(({ event }) => streams.has(event.stream)) ? about : facts;
  });
}

const IS_ABOUT = new Set<string>(['EventCorrected', 'EventRetracted', 'SourceAdded']);

/** Whether two views know the same of everything, so that only the clock differs. O(streams). */
function isSameKnowledge(a: NegotiationView, b: NegotiationView): boolean {
  const [these, those] = [a.streams, b.streams];
  return these.length === those.length && these.every((each, i) => isSame(each, those[i]));
}

function isSame(a: KnowledgeView, b: KnowledgeView | undefined): boolean {
  if (a === b) return true;
  if (a.streamState !== b?.streamState) return false;
  const { recorded } = a.streamState;
  const knownAt = ({ cutoff }: KnowledgeView) => Math.min(cutoff.knownAt ?? Infinity, recorded);
  return knownAt(a) === knownAt(b) && a.cutoff.publicAt === b.cutoff.publicAt;
}

/**
 * What brought about the changes of duties between two instants: of each layer that differs, the
 * last change of it, as the timeline tells it. O(the part of the timeline between them).
 */
function turningBetween(
  from: NegotiationView,
  to: NegotiationView,
  [before, after]: readonly [ComparisonSide, ComparisonSide],
): (path: string) => readonly Fact[] {
  const [first, last] = from.at < to.at ? [from.at, to.at] : [to.at, from.at];
  const segments = segmentsOf(to).filter((segment) => 'turning' in segment);
  const paths = [...new Set([...before.flat.keys(), ...after.flat.keys()])].filter((path) => {
    const [a, b] = [before, after].map(({ flat }) => flat.get(path)?.value ?? null);
    return LAYER_PATH.test(path) && !sameValue(a ?? null, b ?? null);
  });
  const points = segments.map((segment) => {
    let found: readonly (readonly Change[])[] | undefined;
    return (): readonly (readonly Change[])[] =>
      (found ??= [...segmentTimeline(segment, (at) => viewAt(to, at), first + 1, last)].map(
        ({ changes }) => changes,
      ));
  });
  return (path) => {
    const index = segments.findIndex((segment) => segmentHolds(segment, path));
    const segment = segments[index];
    const changes = points[index]?.() ?? [];
    if (!segment) return [];
    const lastOf = (each: string) =>
      changes.findLast((point) => point.some((change) => change.path === each));
    const layers = LAYER_PATH.test(path)
      ? [path]
      : paths.filter((each) => segmentHolds(segment, each) && !each.endsWith('.reason'));
    const turns = new Set((layers.length > 0 ? layers : [path]).flatMap((each) => [lastOf(each)]));
    return [
      ...new Set(
        changes
          .filter((point) => turns.has(point))
          .flatMap((point) => {
            const told = point.find((change) => change.path === path);
            return (told ?? point.find((change) => LAYER_PATH.test(change.path)))?.causedBy ?? [];
          }),
      ),
    ];
  };
}
