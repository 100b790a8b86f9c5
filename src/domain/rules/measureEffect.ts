/**
 * Refuses steps of a measure that can have no effect: a resumption of what is not suspended, a
 * reinstatement of what does not end, a day set anew that has come, an end or a quota report of a
 * relief that nobody granted.
 */
import type { EventData, EventType } from '../../../events/catalogue.js';
import { joinWords } from '../../../events/words.js';
import { streamKind } from '../../../events/streams.js';
import type { EventDraft, Problem } from '../../../events/parse.js';
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import { MeasureTimeline } from '../measure/measureTimeline.js';
import type { TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { weakMemoize } from '../streamState/threeValued.js';

/** Steps that only a measure that was adopted can take. */
export const CHANGES_OF_ADOPTED: ReadonlySet<EventType> = new Set([
  'MeasureAmended',
  'MeasureSuspended',
  'MeasureResumed',
  'MeasureCommenced',
  'MeasureReinstated',
  'ExemptionGranted',
  'ExemptionEnded',
  'QuotaReported',
]);

type Rule = (event: EventDraft, stream: string, knowledge: KnowledgeView) => readonly Problem[];

const RULES: Readonly<Partial<Record<EventType, Rule>>> = {
  MeasureResumed: resumed,
  MeasureReinstated: reinstated,
  MeasureCommenced: commenced,
  ExemptionEnded: ofRelief,
  QuotaReported: ofRelief,
};

/** The measures whose state decides whether an event can have an effect. */
export const measuresForEffect = ({ type, stream, also = [] }: EventDraft): readonly string[] =>
  type in RULES ? [stream, ...also].filter((name) => streamKind(name) === 'measure') : [];

/** The reasons why a step of a measure can have no effect; none for a measure never adopted. */
export const measureEffectProblems = (
  event: EventDraft,
  knowledgeOf: (stream: string) => KnowledgeView | undefined,
): readonly Problem[] =>
  measuresForEffect(event).flatMap((stream) => {
    const knowledge = knowledgeOf(stream);
    // A measure that was never adopted is refused for that.
    const isAdopted = knowledge?.factsOn('decisions').some(({ type }) => type === 'MeasureAdopted');
    return knowledge && isAdopted ? (RULES[event.type]?.(event, stream, knowledge) ?? []) : [];
  });

const iso = (instant: number): string => new Date(instant).toISOString();

const takenOn = (event: EventDraft, { zone }: KnowledgeView) =>
  moment(event.occurred, event.timeZone ?? zone);

/** The measure by the decisions that may have been taken before an event. */
function timelineBefore(event: EventDraft, knowledge: KnowledgeView): MeasureTimeline {
  const decided = takenOn(event, knowledge).max;
  const before = knowledge.factsOn('decisions').filter(({ began }) => began.min <= decided);
  return new MeasureTimeline(knowledge, before);
}

function resumed(event: EventDraft, stream: string, knowledge: KnowledgeView): readonly Problem[] {
  const { effectiveFrom } = event.data as EventData<'MeasureResumed'>;
  const from = effectiveInstant(effectiveFrom, knowledge.zone);
  const { status } = timelineBefore(event, knowledge).stateAt(from);
  if (status === 'SUSPENDED') return [];
  const instead =
    status === 'ENDED'
      ? 'it has ended: append MeasureReinstated where it applies again, or MeasureAdopted where it is imposed on a new basis'
      : 'append MeasureSuspended first, or MeasureReinstated or MeasureAdopted for one that had ended';
  const message = `${stream} is not suspended on ${iso(from)}, so it cannot be resumed: ${instead}`;
  return [{ path: 'type', code: 'NOT_SUSPENDED', message }];
}

function reinstated(
  event: EventDraft,
  stream: string,
  knowledge: KnowledgeView,
): readonly Problem[] {
  const data = event.data as EventData<'MeasureReinstated'>;
  // Another end replaces the one that it had, whatever that was.
  if (data.until !== undefined) return [];
  const timeline = timelineBefore(event, knowledge);
  const from = effectiveInstant(data.effectiveFrom, knowledge.zone);
  const { status, terms } = timeline.stateAt(from);
  const ranOut =
    terms?.until !== undefined && effectiveInstant(terms.until, knowledge.zone) <= from;
  if (ranOut) {
    const message = `is missing: ${stream} ran out on ${terms.until}, so it stands again only until another day`;
    return [{ path: 'data.until', code: 'MISSING', message }];
  }
  const isEnded = [from, ...timeline.changeInstants().filter((at) => at > from)].some(
    (at) => timeline.stateAt(at).setBy?.type === 'MeasureEnded',
  );
  if (isEnded) return [];
  const instead =
    status === 'SUSPENDED'
      ? 'it is suspended: append MeasureResumed'
      : 'append MeasureEnded first, or MeasureAmended with another until';
  const message = `nothing ends ${stream} on or after ${iso(from)}, so it cannot be reinstated: ${instead}`;
  return [{ path: 'type', code: 'NOT_ENDED', message }];
}

function commenced(
  event: EventDraft,
  stream: string,
  knowledge: KnowledgeView,
): readonly Problem[] {
  const timeline = timelineBefore(event, knowledge);
  const adopted = timeline.decisions.findLast(({ type }) => type === 'MeasureAdopted');
  const day = adopted ? timeline.effectiveFrom(adopted) : Infinity;
  if (day > takenOn(event, knowledge).min) return [];
  const message = `${stream} took effect on ${iso(day)}, before this was decided, so its day cannot be set: append MeasureAmended or MeasureSuspended`;
  return [{ path: 'type', code: 'ALREADY_COMMENCED', message }];
}

type ReliefFact = TopicFact<'reliefs'>;

/** The reliefs granted among these facts, and those under a quota. O(facts), once a list. */
const grantsIn = weakMemoize((facts: readonly ReliefFact[]) => {
  const [all, withQuota] = [new Set<unknown>(), new Set<unknown>()];
  for (const { type, data } of facts) {
    if (type !== 'ExemptionGranted') continue;
    all.add(data.relief);
    if (data.quota !== undefined) withQuota.add(data.relief);
  }
  return { all, withQuota };
});

/** Whether a relief was granted among these facts, and under a quota where it must be. */
export function isGranted(
  facts: readonly ReliefFact[],
  { type, data }: { readonly type: EventType; readonly data: { readonly relief?: unknown } },
): boolean {
  const { all, withQuota } = grantsIn(facts);
  return (type === 'QuotaReported' ? withQuota : all).has(data.relief);
}

function ofRelief(event: EventDraft, stream: string, knowledge: KnowledgeView): readonly Problem[] {
  const { relief } = event.data as EventData<'ExemptionEnded' | 'QuotaReported'>;
  const facts = knowledge.factsOn('reliefs');
  const { type } = event;
  if (isGranted(facts, { type, data: { relief } })) return [];
  if (isGranted(facts, { type: 'ExemptionEnded', data: { relief } }))
    return [
      {
        path: 'data.relief',
        code: 'WITHOUT_QUOTA',
        message: `the relief ${relief} of ${stream} has no quota: append ExemptionGranted with a quota first, or ExemptionEnded where it ended`,
      },
    ];
  const slugs = facts.flatMap((fact) =>
    fact.type === 'ExemptionGranted' ? (fact.data.relief ?? []) : [],
  );
  const known = slugs.length > 0 ? `; known are ${joinWords([...new Set(slugs)])}` : '';
  const message = `${stream} has no relief ${relief}${known}: append ExemptionGranted with this name first, or correct the name`;
  return [{ path: 'data.relief', code: 'UNKNOWN_RELIEF', message }];
}
