/**
 * Refuses events that can have no effect after the events already recorded, and names the event
 * type to use instead. An event that a later correction leaves without effect is kept; findings
 * report it.
 */
import type { EventData, EventType } from '../../../events/catalogue.js';
import { AreaRegister } from '../../../events/codes/areaRegister.js';
import { areaZone, isGroup } from '../../../events/codes/areas.js';
import { joinWords } from '../../../events/words.js';
import { streamSlug } from '../../../events/streams.js';
import type { EventDraft, Problem } from '../../../events/parse.js';
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import { knownAreas } from '../area/knownAreas.js';
import { partiesAt } from '../party/parties.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { weakMemoize } from '../streamState/threeValued.js';
import { measureEffectProblems, measuresForEffect } from './measureEffect.js';
import { isAgreementStep, NamedAgreements, presupposesAgreement } from './namedAgreements.js';

/** What is known before an event. */
export interface KnowledgeLookup {
  /** A stream; undefined when nothing is known of it. */
  knowledge(stream: string): KnowledgeView | undefined;
  /** The area streams that are known; empty unless {@link restsOnAreas}. */
  readonly areaStreams: readonly string[];
}

/** Whether an event is judged by who belongs to which group. */
export const restsOnAreas = ({ type }: EventDraft): boolean => type === 'PartyWithdrew';

/** The streams that {@link effectProblems} looks up for an event. */
export function streamsForEffect(event: EventDraft): readonly string[] {
  const { type, stream } = event;
  return type === 'PartyLeft' || type === 'MemberLeft' || isAgreementStep(type)
    ? [stream]
    : measuresForEffect(event);
}

/** The reasons why an event can have no effect; empty when it can. */
export function effectProblems(event: EventDraft, known: KnowledgeLookup): readonly Problem[] {
  switch (event.type) {
    case 'PartyLeft':
      return partyLeft(event, known.knowledge(event.stream));
    case 'MemberLeft':
      return memberLeft(event, known.knowledge(event.stream));
    default:
      return isAgreementStep(event.type)
        ? agreementStep(event, known)
        : measureEffectProblems(event, (stream) => known.knowledge(stream));
  }
}

const dataOf = <Type extends EventType>(event: EventDraft): EventData<Type> =>
  event.data as EventData<Type>;

const zoneOf = (event: EventDraft, knowledge: KnowledgeView): string =>
  event.timeZone ?? knowledge.zone;

function partyLeft(event: EventDraft, knowledge: KnowledgeView | undefined): readonly Problem[] {
  const { party, effectiveFrom } = dataOf<'PartyLeft'>(event);
  const instants = [event.occurred, effectiveFrom].flatMap((edtf) =>
    edtf === undefined || !knowledge ? [] : moment(edtf, zoneOf(event, knowledge)).max,
  );
  const parties = instants.map((at) =>
    knowledge ? partiesAt(knowledge, AreaRegister.shipped, at).map(({ code }) => code) : [],
  );
  if (parties.some((codes) => codes.includes(party))) return [];
  const codes = parties.at(-1) ?? [];
  const who = codes.length > 0 ? `the parties are ${joinWords(codes)}` : 'no party is on record';
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

function agreementStep(event: EventDraft, known: KnowledgeLookup): readonly Problem[] {
  const knowledge = known.knowledge(event.stream);
  const facts = knowledge?.factsOn('agreements') ?? [];
  const named = new NamedAgreements(facts);
  const { agreement } = event.data as { agreement?: string };
  const problem = (code: string, message: string) => [{ path: 'data.agreement', code, message }];
  if (agreement === undefined && named.slugs.length > 1)
    return problem(
      'AGREEMENT_UNCLEAR',
      `is missing, and ${event.stream} has several agreements: say which of ${joinWords(named.slugs)} is meant`,
    );
  if (presupposesAgreement(event.type)) {
    if (agreement === undefined ? named.isEmpty : !named.has(agreement))
      return problem(
        'UNKNOWN_AGREEMENT',
        `no event names ${agreement === undefined ? 'an agreement' : `the agreement ${agreement}`} before it${named.slugs.length > 0 ? `; known are ${joinWords(named.slugs)}` : ''}: append AgreementSigned or AgreementEnteredIntoForce first, or correct the slug`,
      );
    if (!knowledge) return [];
    if (event.type === 'AgreementResumed') return resumedAgreement(event, knowledge);
    if (event.type === 'PartyWithdrew') return partyWithdrew(event, knowledge, known);
  }
  return [];
}

type Interruption = Fact<'AgreementSuspended' | 'AgreementResumed'>;

/** The suspended parts of each agreement, after the events applied so far. */
export class Suspensions {
  /** By agreement and part, until when; the empty part stands for the whole agreement. */
  readonly #untilOf = new Map<string, Map<string, number>>();
  readonly #defaultSlug: string | undefined;
  constructor(readonly knowledge: KnowledgeView) {
    this.#defaultSlug = new NamedAgreements(knowledge.factsOn('agreements')).slugs[0];
  }

  /**
   * The slug of the agreement that an event is about: its own, else that of the first agreement
   * named.
   */
  slug(data: { readonly agreement?: string | undefined }): string {
    return data.agreement ?? this.#defaultSlug ?? '';
  }

  apply({ type, data }: Interruption): void {
    const parts = this.#untilOf.get(this.slug(data)) ?? new Map<string, number>();
    this.#untilOf.set(this.slug(data), parts);
    if (type === 'AgreementSuspended') {
      const until =
        data.until === undefined ? Infinity : effectiveInstant(data.until, this.knowledge.zone);
      for (const part of data.parts ?? ['']) parts.set(part, until);
    } else if (data.parts === undefined) parts.clear();
    else for (const part of data.parts) parts.delete(part);
  }

  /** Whether any part that a resumption names is suspended when the resumption takes effect. */
  canResume(data: EventData<'AgreementResumed'>): boolean {
    const from = effectiveInstant(data.effectiveFrom, this.knowledge.zone);
    const parts = this.#untilOf.get(this.slug(data)) ?? new Map<string, number>();
    const isSuspended = (part: string) => from <= (parts.get(part) ?? -Infinity);
    return data.parts === undefined
      ? [...parts.keys()].some(isSuspended)
      : isSuspended('') || data.parts.some(isSuspended);
  }
}

function resumedAgreement(event: EventDraft, knowledge: KnowledgeView): readonly Problem[] {
  const data = dataOf<'AgreementResumed'>(event);
  const decided = moment(event.occurred, zoneOf(event, knowledge)).max;
  const suspensions = new Suspensions(knowledge);
  for (const fact of knowledge.factsOn('agreements'))
    if (fact.type === 'AgreementSuspended' || fact.type === 'AgreementResumed')
      if (fact.began.min <= decided) suspensions.apply(fact);
  if (suspensions.canResume(data)) return [];
  const slug = suspensions.slug(data) || 'the agreement';
  const what = data.parts ? `${joinWords(data.parts)} of ${slug} is not` : `nothing of ${slug} is`;
  const message = `${what} suspended on ${data.effectiveFrom}, so it cannot be resumed: append AgreementSuspended first, or use AgreementExtended for one that runs out, AgreementEnteredIntoForce for one that binds anew`;
  return [{ path: 'type', code: 'NOT_SUSPENDED', message }];
}

/** Whoever events name as a party to the negotiation or to one of its agreements. O(facts), once a view. */
const everBound = weakMemoize((knowledge: KnowledgeView): ReadonlySet<string> => {
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
  return parties;
});

/**
 * Whether a party may have been bound before it withdrew: by itself, or as a member of a group. Any
 * code may be a member of a group that `areas` does not know.
 */
export function mayWithdraw(
  { party, effectiveFrom }: EventData<'PartyWithdrew'>,
  knowledge: KnowledgeView,
  areas: AreaRegister,
): boolean {
  const parties = everBound(knowledge);
  const before = effectiveInstant(effectiveFrom, knowledge.zone) - 1;
  const isWithin = (code: string) =>
    isGroup(code) && (areas.isMember(party, code, before) || !areas.isKnownGroup(code));
  return parties.has(party) || [...parties].some(isWithin);
}

function partyWithdrew(
  event: EventDraft,
  knowledge: KnowledgeView,
  known: KnowledgeLookup,
): readonly Problem[] {
  const data = dataOf<'PartyWithdrew'>(event);
  const areas = knownAreas(known.areaStreams.flatMap((stream) => known.knowledge(stream) ?? []));
  if (mayWithdraw(data, knowledge, areas)) return [];
  const parties = [...everBound(knowledge)];
  const who =
    parties.length > 0 ? `the parties are ${joinWords(parties)}` : 'no party is on record';
  const message = `${data.party} is no party of ${event.stream}, so it cannot withdraw: ${who}. Append what made it a party first (PartyJoined, RatificationStepTaken, AgreementEnteredIntoForce), or correct the code`;
  return [{ path: 'data.party', code: 'NOT_A_PARTY', message }];
}
