/**
 * The parties and the title of a negotiation at an instant, derived from launches, relaunches,
 * renamings, and parties that join or leave.
 */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { isGroup } from '../../../events/codes/areas.js';
import type { EventData } from '../../../events/catalogue.js';
import type { Source } from '../../../events/envelope.js';
import { SOURCE_KINDS } from '../../../events/sourceKinds.js';
import { byEffect, type Effect, effectOf } from '../streamState/effects.js';
import type { Fact, KnowledgeView, TopicFact } from '../streamState/knowledgeView.js';
import { mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';

type ActorKind = NonNullable<EventData<'NegotiationLaunched'>['actors']>[number]['kind'];

export type PartyKind = 'COUNTRY' | 'GROUP' | ActorKind;

export interface Party {
  /** An area, or `x-` and a slug. */
  readonly code: string;
  readonly name: string;
  readonly kind: PartyKind;
  /** EDTF: since when it has been a party, as far as known. */
  readonly since: string;
  /** EDTF, exclusive: when it leaves; null while no event known at the view says so. */
  readonly until: string | null;
  /** The launch that names it, or the event by which it joins. */
  readonly setBy: Fact;
  /** The event by which it leaves; null while there is none. */
  readonly endedBy: Fact | null;
}

/** 0 for the best evidence an event has; higher is weaker. */
export function evidenceRank({ sources }: Fact): number {
  const ranks = sources.map(({ kind }: Source) => SOURCE_KINDS.indexOf(kind));
  return Math.min(SOURCE_KINDS.length, ...ranks);
}

type Launch = TopicFact<'identity'>;
type Membership = Launch | TopicFact<'parties'>;

/** Reports of one launch name the same parties under the same title. */
const sameLaunch = (a: Launch, b: Launch): boolean =>
  a.data.title === b.data.title && a.data.parties.join() === b.data.parties.join();

const latestLaunch = (knowledge: KnowledgeView, at: number): Launch | undefined =>
  knowledge.factsOn('identity').findLast((fact) => mayHaveBegun(fact.began, at));

/**
 * The launch in effect at `at`: the latest by then, else the first; of several reports of it, the
 * one with the best evidence. Undefined where no launch is known. O(launches).
 */
export function launchAt(knowledge: KnowledgeView, at: number): Launch | undefined {
  const launches = knowledge.factsOn('identity');
  const current = latestLaunch(knowledge, at) ?? launches[0];
  if (!current) return undefined;
  return launches
    .filter((fact) => sameLaunch(fact, current))
    .reduce((best, fact) => (evidenceRank(fact) < evidenceRank(best) ? fact : best));
}

interface Title {
  readonly value: string;
  readonly setBy: Fact | undefined;
}

/** Whether one fact comes after another, in order of time, then of the log. */
const comesAfter = (a: Fact, b: Fact): boolean =>
  a.sortInstant === b.sortInstant
    ? a.event.position > b.event.position
    : a.sortInstant > b.sortInstant;

/** The title at `at`, as the latest launch or renaming gives it; the slug where none is known. */
export function titleAt(knowledge: KnowledgeView, at: number): Title {
  const launch = launchAt(knowledge, at);
  // Each launch, also one under a former title, undoes the renamings before it.
  const launched = latestLaunch(knowledge, at);
  const renamed = knowledge
    .factsOn('titles')
    .findLast((fact) => mayHaveBegun(fact.began, at) && (!launched || comesAfter(fact, launched)));
  const setBy = renamed ?? launch;
  const slug = knowledge.streamState.stream.slice('negotiation/'.length);
  return { value: setBy?.data.title ?? slug, setBy };
}

/** A launch, a joining or a leaving, and when it takes effect. */
type Change = Effect<Membership>;

/** Launches, joinings and leavings in order of effect. O(n log n), once per knowledge view. */
const changesIn = weakMemoize((knowledge: KnowledgeView): readonly Change[] =>
  [...knowledge.factsOn('identity'), ...knowledge.factsOn('parties')]
    .map((fact) => effectOf(fact, knowledge))
    .sort(byEffect),
);

/** The instants at which the parties or the title may change, each with the fact behind it. */
export function* partyChangePoints(knowledge: KnowledgeView): Generator<readonly [number, Fact]> {
  for (const { fact, bounds } of changesIn(knowledge)) {
    yield [bounds.min, fact];
    yield [bounds.max, fact];
  }
  for (const fact of knowledge.factsOn('titles')) yield [fact.began.min, fact];
}

function kindOf(code: string, actorKind: ActorKind | undefined): PartyKind {
  if (code.startsWith('x-')) return actorKind ?? 'OTHER';
  return isGroup(code) ? 'GROUP' : 'COUNTRY';
}

type Draft = { -readonly [Key in keyof Party]: Party[Key] };

/** Applies one change to the parties so far, in place. */
function applyChange(
  parties: Map<string, Draft>,
  { fact, edtf }: Change,
  areas: AreaRegister,
): void {
  const join = (code: string, name?: string, kind?: ActorKind) => {
    const former = parties.get(code);
    if (former && former.endedBy === null) {
      former.name = name ?? former.name;
      return;
    }
    // A party that joins again is listed last.
    parties.delete(code);
    parties.set(code, {
      code,
      name: name ?? former?.name ?? areas.name(code),
      kind: kindOf(code, kind),
      since: edtf,
      until: null,
      setBy: fact,
      endedBy: null,
    });
  };
  const leave = (code: string) => {
    const party = parties.get(code);
    if (party && party.endedBy === null) Object.assign(party, { until: edtf, endedBy: fact });
  };
  switch (fact.type) {
    case 'NegotiationLaunched': {
      const actors = new Map((fact.data.actors ?? []).map((actor) => [actor.code, actor]));
      for (const code of [...parties.keys()]) if (!fact.data.parties.includes(code)) leave(code);
      for (const code of fact.data.parties) {
        const actor = actors.get(code);
        join(code, actor?.name, actor?.kind);
        // The latest launch determines the order of the parties.
        const party = parties.get(code);
        if (party && parties.delete(code)) parties.set(code, party);
      }
      return;
    }
    case 'PartyJoined':
      join(fact.data.party, fact.data.name, fact.data.kind);
      return;
    case 'PartyLeft':
      leave(fact.data.party);
  }
}

/** Current and former parties by `at`, after every change that may have taken effect. O(changes). */
function changedBy(
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): ReadonlyMap<string, Draft> {
  const changes = changesIn(knowledge);
  const parties = new Map<string, Draft>();
  const first = changes.find(({ fact }) => fact.type === 'NegotiationLaunched');
  if (first && !mayHaveBegun(first.bounds, at)) applyChange(parties, first, areas);
  for (const change of changes)
    if (mayHaveBegun(change.bounds, at)) applyChange(parties, change, areas);
  return parties;
}

/** The parties that left by `at`, or that a relaunch left out, in order of launch, then of joining. */
export const formerPartiesAt = (
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly Party[] =>
  [...changedBy(knowledge, areas, at).values()].filter(({ endedBy }) => endedBy !== null);

/**
 * The parties at `at`, in the order of the launch, then of joining. Before the first launch these
 * are its parties: exploratory talks are between the future parties. O(changes).
 *
 * A party known to leave after `at` is included, with its `until`.
 */
export function partiesAt(
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly Party[] {
  const changes = changesIn(knowledge);
  const parties = changedBy(knowledge, areas, at);
  const current = [...parties.values()].filter(({ endedBy }) => endedBy === null);
  for (const party of current) {
    const leaving = changes.find(
      ({ fact, bounds }) =>
        fact.type === 'PartyLeft' &&
        fact.data.party === party.code &&
        !mayHaveBegun(bounds, at) &&
        mayHaveBegun(fact.began, at),
    );
    if (leaving) Object.assign(party, { until: leaving.edtf, endedBy: leaving.fact });
  }
  return current;
}

/**
 * The party that a code is, else the first one to which it belongs at `at`; undefined when it is
 * neither. O(parties).
 */
export const partyFor = (
  parties: readonly Party[],
  areas: AreaRegister,
  code: string,
  at: number,
): Party | undefined =>
  parties.find((party) => party.code === code) ??
  parties.find((party) => areas.isMember(code, party.code, at));

/** The departures of those who are no party when they take effect, in that order. O(changes). */
export function departuresOfNoParty(
  knowledge: KnowledgeView,
  areas: AreaRegister,
): readonly Fact<'PartyLeft'>[] {
  const changes = changesIn(knowledge);
  const parties = new Map<string, Draft>();
  const first = changes.find(({ fact }) => fact.type === 'NegotiationLaunched');
  if (first) applyChange(parties, first, areas);
  return changes.flatMap((change) => {
    const { fact } = change;
    const isNoParty = fact.type === 'PartyLeft' && parties.get(fact.data.party)?.endedBy !== null;
    applyChange(parties, change, areas);
    return isNoParty ? [fact] : [];
  });
}

/** The codes of all parties at any time. O(changes), once per knowledge view. */
export const everyParty = weakMemoize((knowledge: KnowledgeView): readonly string[] => [
  ...new Set(
    changesIn(knowledge).flatMap(({ fact }) =>
      fact.type === 'NegotiationLaunched' ? fact.data.parties : [fact.data.party],
    ),
  ),
]);

/** The joinings and leavings that have taken effect by `at`, oldest first. */
export const partyFactsAt = (knowledge: KnowledgeView, at: number): readonly Fact[] =>
  changesIn(knowledge).flatMap(({ fact, bounds }) =>
    fact.type !== 'NegotiationLaunched' && mayHaveBegun(bounds, at) ? [fact] : [],
  );
