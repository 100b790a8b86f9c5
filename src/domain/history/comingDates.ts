/** The dates to come of a negotiation: rounds, due dates, and changes of duties and measures. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { period } from '../../../events/time/bounds.js';
import type { DutyChange } from '../duty/changes.js';
import type { DutyView } from '../duty/duty.js';
import { type MeasureTerm, measureView, type NegotiationMeasure } from '../measure/measureView.js';
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
    | {
        readonly kind: 'MEASURE';
        readonly measure: NegotiationMeasure;
        /** Epoch milliseconds. */
        readonly when: number;
        /** The terms that begin; null where the measure ends. */
        readonly term: MeasureTerm | null;
      }
  );

/** What is planned and not over at the view, in no order. O(rounds + targets + terms of measures). */
export function comingDates(view: NegotiationView): readonly ComingDate[] {
  return [...rounds(view), ...targets(view), ...dutyChanges(view), ...measureChanges(view)];
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
      const step = stepOf(measure, change, at);
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

/**
 * What will change of measures and the duty on goods of any kind does not tell: of one on some goods
 * only, or one that is no duty.
 */
function measureChanges({ measures, duties, at }: NegotiationView): readonly ComingDate[] {
  const told = new Set(
    duties.flatMap(({ pending }) =>
      pending.map((change) => `${change.measure.streamState.stream} ${change.at}`),
    ),
  );
  return measures.flatMap((measure) =>
    stepsAhead(measure, at)
      .filter(({ when }) => !told.has(`measure/${measure.slug} ${when}`))
      .map(({ when, term, setBy }): ComingDate => {
        const { knowledge, slug, zone } = measure;
        const step = stepOf(knowledge, { at: when, setBy }, at);
        const sequence = knownEvents(knowledge).length - 1;
        const key = `measure/${slug}/${step}`;
        return { kind: 'MEASURE', key, sequence, zone, setBy, measure, when, term };
      }),
  );
}

/** When terms begin, and when the last of them end without others in their place. */
function stepsAhead({ terms }: NegotiationMeasure, at: number) {
  const begun = new Set(terms.map(({ from }) => from));
  return [
    ...terms.map((term) => ({ when: term.from, term, setBy: term.setBy })),
    ...terms.flatMap(({ until, setBy }) =>
      until === null || begun.has(until) ? [] : [{ when: until, term: null, setBy }],
    ),
  ].filter(({ when }) => when > at);
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
function stepOf(
  measure: KnowledgeView,
  { at: instant, setBy }: Pick<DutyChange, 'at' | 'setBy'>,
  at: number,
): string {
  const boundaries = (measureView(measure, at)?.terms ?? []).flatMap(({ from, until }) => [
    from,
    until,
  ]);
  const steps = [...new Set(boundaries)].filter((step) => step !== null);
  return steps.includes(instant)
    ? String(steps.filter((step) => step <= instant).length)
    : setBy.event.id;
}
