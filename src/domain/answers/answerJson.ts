/** Answers as JSON, with the names of the GraphQL schema: what commands print and proofs prove. */
import { streamSlug } from '../../../events/streams.js';
import { chargeText } from '../duty/charge.js';
import type { DutyStep, DutyView } from '../duty/duty.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { NegotiationMeasure } from '../measure/measureView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { View } from './view.js';
import type { MeasureTerm } from '../measure/measureView.js';

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

/** The event behind a value. */
export const setByJson = ({ event, type, occurred, certainty, sources }: Fact) => ({
  id: event.id,
  type,
  occurred,
  recordedAt: event.recordedAt,
  certainty,
  sources,
});

type WithFacts = Readonly<Record<string, unknown>>;

const isFact = (value: unknown): value is Fact =>
  typeof value === 'object' && value !== null && 'event' in value && 'publicFrom' in value;

/** A value of the view with each fact in it as {@link setByJson} prints it. */
export function withSetBy(value: unknown): unknown {
  if (isFact(value)) return setByJson(value);
  if (Array.isArray(value)) return value.map(withSetBy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as WithFacts).map(([key, entry]) => [key, withSetBy(entry)]),
  );
}

/** What an answer tells of its view. */
export type ViewOfAnswer = Pick<View, 'at' | 'knownAt' | 'publicAt' | 'position' | 'pinned'>;

export const viewJson = ({ at, knownAt, publicAt, position, pinned }: ViewOfAnswer) => ({
  at: iso(at),
  knownAt: iso(knownAt),
  publicAt: iso(publicAt),
  position,
  pinned,
});

const slugOf = (knowledge: KnowledgeView | null) =>
  knowledge && { slug: streamSlug(knowledge.streamState.stream) };

const term = ({ rate, expression, from, until, status, setBy: fact }: MeasureTerm) => ({
  rate,
  expression,
  from: iso(from),
  until: iso(until),
  status,
  setBy: setByJson(fact),
});

function measure({
  knowledge: _,
  pending,
  terms,
  reliefs,
  setBy: fact,
  ...rest
}: NegotiationMeasure) {
  return {
    ...rest,
    reliefs: reliefs.map(({ from, until, setBy, ...relief }) => ({
      ...relief,
      from: iso(from),
      until: iso(until),
      setBy: setByJson(setBy),
    })),
    pending: pending.map(term),
    terms: terms.map(term),
    setBy: setByJson(fact),
  };
}

/** A duty with its layers, and what will change. */
export function dutyJson(duty: DutyView) {
  const { imposedBy, on, total, expression, amount, range, certainty, coverage, disputed } = duty;
  return {
    imposedBy,
    on,
    total,
    expression: expression ?? 'not on record',
    amount,
    range,
    certainty,
    coverage: withSetBy(coverage),
    layers: duty.layers.map((layer) => ({
      measure: slugOf(layer.measure),
      role: layer.role,
      expression: layer.charge && chargeText(layer.charge),
      rate: layer.rate,
      amount: duty.amountOf(layer),
      applies: layer.applies,
      reason: layer.reason,
      setBy: layer.setBy && setByJson(layer.setBy),
    })),
    pending: duty.pending.map((change) => ({
      at: iso(change.at),
      total: change.total,
      measure: slugOf(change.measure),
      setBy: setByJson(change.setBy),
    })),
    disputed,
  };
}

/** A step of a duty over time. */
export const stepJson = ({ from, until, total }: DutyStep) => ({
  from: iso(from),
  until: until === null ? null : iso(until),
  total,
});

/** All that the record says of it; instants are ISO 8601 in UTC, dates EDTF as recorded. */
export function negotiationJson({
  subject,
  view,
}: {
  subject: NegotiationView;
  view: ViewOfAnswer;
}) {
  const { slug, title, parties, rtaStatus, phase, phases, activity, pauses, rounds } = subject;
  return {
    slug,
    title,
    view: viewJson(view),
    parties: withSetBy(parties),
    formerParties: withSetBy(subject.formerParties),
    latestEvent: subject.latest ? setByJson(subject.latest) : null,
    checkedThrough: withSetBy(subject.checked ?? null),
    phase: withSetBy(phase),
    phases: withSetBy(phases),
    rtaStatus,
    activity: withSetBy(activity),
    pauses: withSetBy(pauses),
    rounds: withSetBy(rounds),
    roundsCompleted: withSetBy(subject.roundsCompleted),
    meetings: withSetBy(subject.meetings),
    statements: subject.statements.map((fact) => ({
      ...fact.data,
      occurred: fact.occurred,
      setBy: setByJson(fact),
    })),
    targets: withSetBy(subject.targets),
    agreements: withSetBy(subject.agreements),
    measures: subject.measures.map(measure),
    duties: subject.duties.map(dutyJson),
  };
}

/** A duty at a view, all of it. */
export const dutyAnswerJson = ({ subject, view }: { subject: DutyView; view: ViewOfAnswer }) => ({
  view: viewJson(view),
  ...dutyJson(subject),
});
