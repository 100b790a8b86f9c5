/** The dates to come of a negotiation: rounds, due dates, and changes of duties. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { period } from '../../../events/time/bounds.js';
import type { DutyChange } from '../duty/changes.js';
import type { DutyView } from '../duty/duty.js';
import { measureView } from '../measure/measureView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { Round } from '../negotiation/rounds.js';
import type { Target } from '../negotiation/targets.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { StreamState } from '../streamState/streamState.js';
import { weakMemoize } from '../streamState/threeValued.js';

interface Identified {
  /** Stays the same while the date is moved: unique within the log. */
  readonly key: string;
  /** Never decreases as the log grows; greater after the date was moved or corrected. */
  readonly sequence: number;
  /** The zone in which its dates are read. */
  readonly zone: string;
  readonly setBy: Fact;
}

export type ComingDate = Identified &
  (
    | { readonly kind: 'ROUND'; readonly round: Round }
    | { readonly kind: 'TARGET'; readonly target: Target }
    | { readonly kind: 'DUTY'; readonly duty: DutyView; readonly change: DutyChange }
  );

/** What is planned and not over at the view, in no order. O(rounds + targets + pending changes). */
export function comingDates(view: NegotiationView): readonly ComingDate[] {
  return [...rounds(view), ...targets(view), ...dutyChanges(view)];
}

function rounds({ slug, knowledge, rounds: all, at }: NegotiationView): readonly ComingDate[] {
  return all.flatMap((round): readonly ComingDate[] => {
    const { plans, setBy, status, dates } = round;
    const [first] = plans;
    const zone = setBy.event.timeZone ?? knowledge.zone;
    if (!first || (status !== 'SCHEDULED' && status !== 'POSTPONED')) return [];
    if (period(dates, zone).end.max < at) return [];
    const sequence = plans.length - 1 + amendmentsSince(knowledge, first.event);
    return [
      { kind: 'ROUND', key: `${slug}/round/${first.event.id}`, sequence, zone, setBy, round },
    ];
  });
}

function targets({ slug, knowledge, targets: all }: NegotiationView): readonly ComingDate[] {
  return all.flatMap((target): readonly ComingDate[] => {
    const { history, status, setBy } = target;
    const [first] = history;
    if (!first || (status !== 'OPEN' && status !== 'DUE_WINDOW')) return [];
    const sequence = history.length - 1 + amendmentsSince(knowledge, first.setBy.event);
    const zone = setBy.event.timeZone ?? knowledge.zone;
    return [
      { kind: 'TARGET', key: `${slug}/target/${target.slug}`, sequence, zone, setBy, target },
    ];
  });
}

function dutyChanges({ duties, at }: NegotiationView): readonly ComingDate[] {
  return duties.flatMap((duty) =>
    duty.pending.map((change): ComingDate => {
      const { measure, setBy } = change;
      const slug = measure.streamState.stream.slice('measure/'.length);
      const step = stepOf(change, at);
      return {
        kind: 'DUTY',
        key: `duty/${duty.imposedBy}/${duty.on}/${slug}/${step}`,
        sequence: knownEvents(measure).length - 1,
        zone: measure.zone,
        setBy,
        duty,
        change,
      };
    }),
  );
}

/** Corrections and retractions in the history of a stream that were recorded after an event. */
const amendmentsSince = ({ streamState, cutoff }: KnowledgeView, { position }: AnyEvent): number =>
  (streamState.eventsByTopic.about ?? []).filter(
    (event) =>
      event.type !== 'SourceAdded' &&
      event.position > position &&
      event.recorded <= (cutoff.knownAt ?? Infinity),
  ).length;

const eventsOf = weakMemoize(({ eventsByTopic }: StreamState): readonly AnyEvent[] => [
  ...new Set<AnyEvent>(Object.values(eventsByTopic).flat()),
]);

const knownEvents = ({ streamState, cutoff }: KnowledgeView): readonly AnyEvent[] =>
  eventsOf(streamState).filter(({ recorded }) => recorded <= (cutoff.knownAt ?? Infinity));

/**
 * Names a change among those of its measure: by its number among the steps of the terms, which
 * stays when a step is moved; a change that is no step of the terms by the event behind it.
 */
function stepOf({ measure, at: instant, setBy }: DutyChange, at: number): string {
  const boundaries = (measureView(measure, at)?.terms ?? []).flatMap(({ from, until }) => [
    from,
    until,
  ]);
  const steps = [...new Set(boundaries)].filter((step) => step !== null);
  return steps.includes(instant)
    ? String(steps.filter((step) => step <= instant).length)
    : setBy.event.id;
}
