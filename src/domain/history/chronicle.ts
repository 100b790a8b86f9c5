/**
 * The chronicle of a negotiation: its history as a reader is told it at a view, newest first, with
 * plans and corrections told as such.
 */
import type { AnyEvent, EventType } from '../../../events/catalogue.js';
import { moment } from '../../../events/time/bounds.js';
import { happeningsIn } from '../negotiation/happenings.js';
import type { Answer, Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { StreamState } from '../streamState/streamState.js';
import { answerAt, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';

/**
 * PLANNED: it was set for later, or takes effect only after the view. CORRECTION and RETRACTION: of
 * what was recorded.
 */
export type ChronicleKind = 'HAPPENED' | 'PLANNED' | 'CORRECTION' | 'RETRACTION';

export interface ChronicleEntry {
  readonly kind: ChronicleKind;
  readonly fact: Fact;
  /** How certain it is to have happened by the view. */
  readonly certainty: Answer;
  /** What a correction or retraction is of, where that is in the same history. */
  readonly corrects: AnyEvent | undefined;
  /** The corrections that count, in log order. */
  readonly correctedBy: readonly Fact[];
}

/** Types that by themselves only say what is to come. */
const PLANS: ReadonlySet<EventType> = new Set(['RoundScheduled', 'TargetSet']);

function isPlan({ type, data, event }: Fact, zone: string, at: number): boolean {
  if (PLANS.has(type)) return true;
  if (type === 'RoundPostponed') return data.to !== undefined;
  const { effectiveFrom } = data as { effectiveFrom?: string };
  return effectiveFrom !== undefined && moment(effectiveFrom, event.timeZone ?? zone).min > at;
}

function kindOf(fact: Fact, zone: string, at: number): ChronicleKind {
  if (fact.type === 'EventCorrected') return 'CORRECTION';
  if (fact.type === 'EventRetracted') return 'RETRACTION';
  return isPlan(fact, zone, at) ? 'PLANNED' : 'HAPPENED';
}

const eventsById = weakMemoize(
  ({ eventsByTopic }: StreamState): ReadonlyMap<string, AnyEvent> =>
    new Map(
      Object.values(eventsByTopic)
        .flat()
        .map((event) => [event.id, event]),
    ),
);

/** Happenings, corrections and retractions, newest first. O(n log n), once per knowledge view. */
const factsIn = weakMemoize((knowledge: KnowledgeView): readonly Fact[] => {
  const corrections = knowledge.factsOn('about').filter(({ type }) => type !== 'SourceAdded');
  return [...happeningsIn(knowledge), ...corrections].sort(
    (a, b) => b.sortInstant - a.sortInstant || b.event.position - a.event.position,
  );
});

/**
 * The history by `at`, newest first: what is known and not retracted, and each correction and
 * retraction on its own date. Sources that were added or checked are no history. O(facts).
 */
export function chronicleAt(knowledge: KnowledgeView, at: number): readonly ChronicleEntry[] {
  return factsIn(knowledge)
    .filter(({ began }) => mayHaveBegun(began, at))
    .map((fact) => ({
      kind: kindOf(fact, knowledge.zone, at),
      fact,
      certainty: answerAt(fact.began, at),
      corrects:
        fact.type === 'EventCorrected' || fact.type === 'EventRetracted'
          ? eventsById(knowledge.streamState).get(fact.data.event)
          : undefined,
      correctedBy: knowledge
        .annotationsOf(fact.event.id)
        .filter(({ type }) => type === 'EventCorrected'),
    }));
}
