/**
 * What can have no effect, given what is known before it: it is refused, and the refusal names the
 * word to use instead. What a later correction leaves without effect stays; findings tell of it.
 */
import type { EventData, EventType } from '../../../events/catalogue.js';
import { AreaRegister } from '../../../events/codes/areaRegister.js';
import { areaZone, isGroup } from '../../../events/codes/areas.js';
import { list } from '../../../events/define.js';
import { streamKind, streamSlug } from '../../../events/envelope.js';
import type { EventDraft, Problem } from '../../../events/parse.js';
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import { knownAreas } from '../area/knownAreas.js';
import { MeasureTimeline } from '../measure/measureTimeline.js';
import type { KnowledgeView } from '../streamState/knowledgeView.js';
import { isAgreementStep, NamedAgreements, presupposesAgreement } from './namedAgreements.js';

/** What is known of a stream before an event; undefined when nothing is. */
export type KnowledgeLookup = (stream: string) => KnowledgeView | undefined;

/** The streams that must be known to tell whether an event can have an effect. */
export function streamsForEffect({ type, stream, also = [] }: EventDraft): readonly string[] {
  if (type === 'MeasureResumed')
    return [stream, ...also].filter((name) => streamKind(name) === 'measure');
  return type === 'PartyLeft' || type === 'MemberLeft' || isAgreementStep(type) ? [stream] : [];
}

/** Why an event can have no effect; empty when it can. */
export function effectProblems(event: EventDraft, known: KnowledgeLookup): readonly Problem[] {
  switch (event.type) {
    case 'MeasureResumed':
      return streamsForEffect(event).flatMap((stream) => resumedMeasure(event, stream, known));
    case 'PartyLeft':
      return partyLeft(event, known(event.stream));
    case 'MemberLeft':
      return memberLeft(event, known(event.stream));
    default:
      return isAgreementStep(event.type) ? agreementStep(event, known(event.stream)) : [];
  }
}

const dataOf = <Type extends EventType>(event: EventDraft): EventData<Type> =>
  event.data as EventData<Type>;

const zoneOf = (event: EventDraft, knowledge: KnowledgeView): string =>
  event.timeZone ?? knowledge.zone;

function resumedMeasure(
  event: EventDraft,
  stream: string,
  known: KnowledgeLookup,
): readonly Problem[] {
  const knowledge = known(stream);
  const decisions = knowledge?.factsOn('decisions') ?? [];
  // A measure that was never adopted is refused for that.
  if (!knowledge || !decisions.some(({ type }) => type === 'MeasureAdopted')) return [];
  const taken = moment(event.occurred, zoneOf(event, knowledge)).max;
  const before = decisions.filter(({ began }) => began.min <= taken);
  const from = effectiveInstant(dataOf<'MeasureResumed'>(event).effectiveFrom, knowledge.zone);
  const { standing } = new MeasureTimeline(knowledge, before).stateAt(from);
  if (standing === 'SUSPENDED') return [];
  const instead =
    standing === 'ENDED'
      ? 'it has ended: a measure that stands again is MeasureReinstated, one on a new basis MeasureAdopted'
      : 'append MeasureSuspended first, or MeasureReinstated or MeasureAdopted for one that had ended';
  const message = `${stream} is not suspended on ${iso(from)}, so it cannot be resumed: ${instead}`;
  return [{ path: 'type', code: 'NOT_SUSPENDED', message }];
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Who is a party at an instant, by the launches and by who joined and left. */
function partiesAt(knowledge: KnowledgeView, at: number): ReadonlySet<string> {
  const turns = [...knowledge.factsOn('identity'), ...knowledge.factsOn('parties')].map((fact) => {
    const { effectiveFrom } = fact.data as { effectiveFrom?: string };
    const zone = fact.event.timeZone ?? knowledge.zone;
    return { fact, from: effectiveFrom === undefined ? fact.began : moment(effectiveFrom, zone) };
  });
  const parties = new Set<string>();
  const begun = turns.filter(({ from }) => from.min <= at);
  for (const { fact } of begun.sort((a, b) => a.from.min - b.from.min))
    if (fact.type === 'NegotiationLaunched') {
      parties.clear();
      for (const party of fact.data.parties) parties.add(party);
    } else if (fact.type === 'PartyJoined') parties.add(fact.data.party);
    else parties.delete(fact.data.party);
  return parties;
}

function partyLeft(event: EventDraft, knowledge: KnowledgeView | undefined): readonly Problem[] {
  const { party, effectiveFrom } = dataOf<'PartyLeft'>(event);
  const instants = [event.occurred, effectiveFrom].flatMap((edtf) =>
    edtf === undefined || !knowledge ? [] : moment(edtf, zoneOf(event, knowledge)).max,
  );
  const parties = instants.map((at) => (knowledge ? [...partiesAt(knowledge, at)] : []));
  if (parties.some((codes) => codes.includes(party))) return [];
  const codes = parties.at(-1) ?? [];
  const who = codes.length > 0 ? `the parties are ${list(codes)}` : 'no party is on record';
  const message = `${party} is no party of ${event.stream} on ${effectiveFrom ?? event.occurred}, so it cannot leave: ${who}. Append NegotiationLaunched or PartyJoined first, or correct the code`;
  return [{ path: 'data.party', code: 'NOT_A_PARTY', message }];
}

function memberLeft(event: EventDraft, knowledge: KnowledgeView | undefined): readonly Problem[] {
  const { member, effectiveFrom } = dataOf<'MemberLeft'>(event);
  const group = streamSlug(event.stream);
  const register = knowledge ? knownAreas([knowledge]) : AreaRegister.shipped;
  const before = effectiveInstant(effectiveFrom, areaZone(group)) - 1;
  if (register.isMember(member, group, before)) return [];
  const message = `${member} is no member of ${group} before ${effectiveFrom}, so it cannot leave: append MemberJoined first, or correct the code or the date`;
  return [{ path: 'data.member', code: 'NOT_A_MEMBER', message }];
}

function agreementStep(
  event: EventDraft,
  knowledge: KnowledgeView | undefined,
): readonly Problem[] {
  const facts = knowledge?.factsOn('agreements') ?? [];
  const named = new NamedAgreements(facts);
  const { agreement } = event.data as { agreement?: string };
  const problem = (code: string, message: string) => [{ path: 'data.agreement', code, message }];
  if (agreement === undefined && named.slugs.length > 1)
    return problem(
      'AGREEMENT_UNCLEAR',
      `is missing, and ${event.stream} has several agreements: say which of ${list(named.slugs)} is meant`,
    );
  if (presupposesAgreement(event.type)) {
    if (agreement === undefined ? named.isEmpty : !named.has(agreement))
      return problem(
        'UNKNOWN_AGREEMENT',
        `no event names ${agreement === undefined ? 'an agreement' : `the agreement ${agreement}`} before it${named.slugs.length > 0 ? `; known are ${list(named.slugs)}` : ''}: append AgreementSigned or AgreementEnteredIntoForce first, or correct the slug`,
      );
    if (!knowledge) return [];
    if (event.type === 'AgreementResumed') return resumedAgreement(event, knowledge, named);
    if (event.type === 'PartyWithdrew') return partyWithdrew(event, knowledge);
  }
  return [];
}

/** The slug that a step means: its own, else that of the only agreement. */
const meant = (data: { agreement?: string | undefined }, named: NamedAgreements) =>
  data.agreement ?? named.slugs[0];

function resumedAgreement(
  event: EventDraft,
  knowledge: KnowledgeView,
  named: NamedAgreements,
): readonly Problem[] {
  const data = dataOf<'AgreementResumed'>(event);
  const slug = meant(data, named);
  const taken = moment(event.occurred, zoneOf(event, knowledge)).max;
  const from = effectiveInstant(data.effectiveFrom, knowledge.zone);
  /** What is suspended, part by part, and until when; the empty name stands for all of it. */
  const suspended = new Map<string, number>();
  for (const fact of knowledge.factsOn('agreements')) {
    if (fact.type !== 'AgreementSuspended' && fact.type !== 'AgreementResumed') continue;
    if (meant(fact.data, named) !== slug || fact.began.min > taken) continue;
    const { parts = [''], until } = fact.data;
    if (fact.type === 'AgreementSuspended') {
      const end = until === undefined ? Infinity : effectiveInstant(until, knowledge.zone);
      for (const part of parts) suspended.set(part, end);
    } else if (fact.data.parts === undefined) suspended.clear();
    else for (const part of parts) suspended.delete(part);
  }
  const isOpen = (part: string) => from <= (suspended.get(part) ?? -Infinity);
  const can =
    data.parts === undefined
      ? [...suspended.keys()].some(isOpen)
      : isOpen('') || data.parts.some(isOpen);
  if (can) return [];
  const what = `${data.parts ? list(data.parts) : 'nothing'} of ${slug ?? 'the agreement'}`;
  const message = `${what} is ${data.parts ? 'not ' : ''}suspended on ${data.effectiveFrom}, so it cannot be resumed: append AgreementSuspended first, or use AgreementExtended for one that runs out, AgreementEnteredIntoForce for one that binds anew`;
  return [{ path: 'type', code: 'NOT_SUSPENDED', message }];
}

function partyWithdrew(event: EventDraft, knowledge: KnowledgeView): readonly Problem[] {
  const { party, effectiveFrom } = dataOf<'PartyWithdrew'>(event);
  const parties = new Set<string>();
  const add = (codes: readonly string[] = []) => {
    for (const code of codes) parties.add(code);
  };
  for (const fact of knowledge.factsOn('identity')) add(fact.data.parties);
  for (const fact of knowledge.factsOn('parties')) add([fact.data.party]);
  for (const fact of knowledge.factsOn('agreements'))
    if (fact.type === 'RatificationStepTaken') add([fact.data.party]);
    else if (fact.type === 'AgreementEnteredIntoForce') add(fact.data.parties);
    else if (fact.type === 'AgreementSigned') add(fact.data.signatories);
  const before = effectiveInstant(effectiveFrom, knowledge.zone) - 1;
  // A member may withdraw from what its group negotiated; of a group told by the log, anyone may be one.
  const isWithin = (code: string) =>
    isGroup(code) &&
    (AreaRegister.shipped.isMember(party, code, before) ||
      !AreaRegister.shipped.isKnownGroup(code));
  if (parties.has(party) || [...parties].some(isWithin)) return [];
  const who = parties.size > 0 ? `the parties are ${list([...parties])}` : 'no party is on record';
  const message = `${party} is no party of ${event.stream}, so it cannot withdraw: ${who}. Append what made it a party first (PartyJoined, RatificationStepTaken, AgreementEnteredIntoForce), or correct the code`;
  return [{ path: 'data.party', code: 'NOT_A_PARTY', message }];
}
