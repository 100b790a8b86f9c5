/** By what two reports are recognised as perhaps one act told twice. */
import { roundKey } from '../negotiation/rounds.js';
import type { Fact } from '../streamState/knowledgeView.js';
import { slugOfTitle } from '../agreement/agreementFacts.js';

/** An act, beside its type and its date. */
export interface Act {
  /** What must be the same of both. */
  readonly key: unknown;
  /** Of whom or what both must share one; empty where it is not said. */
  readonly who: readonly string[];
  /** What both may say differently of one thing; the same of both, they are reports from `who`. */
  readonly variant?: string;
}

/** Where a report comes from, whenever it was published. */
const origin = ({ sources }: Fact): string =>
  JSON.stringify(sources.map(({ kind, publisher, url }) => [kind, publisher, url]));

const named = (data: { agreement?: string | undefined; title: string }): string =>
  data.agreement ?? slugOfTitle(data.title);

/** Undefined for what may well be said twice. */
export function actOf(fact: Fact): Act | undefined {
  const act = (key: unknown, ...who: readonly string[]): Act => ({ key, who });
  // One thing: whoever tells it again tells the same.
  const same = (...key: readonly unknown[]): Act => ({ key, who: ['same'] });
  switch (fact.type) {
    case 'RoundHeld': {
      // Another source that tells of the same numbered round is a report of it.
      const variant = roundKey(fact);
      return variant === undefined
        ? act(fact.data.track)
        : { ...act(fact.data.track, origin(fact)), variant };
    }
    case 'MeetingHeld':
      return act(fact.data.track, fact.data.level, ...(fact.data.participants ?? []));
    case 'StatementMade':
      return act(null, fact.data.speaker);
    case 'TalksPaused':
    case 'TalksResumed':
      return act(fact.data.track);
    case 'RatificationStepTaken': {
      const { agreement, party, body, step, vote } = fact.data;
      const votes = vote === undefined ? [] : [`vote ${vote}`];
      return act([agreement, party, body.toLowerCase()], `step ${step.toLowerCase()}`, ...votes);
    }
    case 'FrameworkAgreed':
    case 'AgreementConcluded':
    case 'AgreementSigned':
      return same(named(fact.data));
    case 'AgreementEnteredIntoForce': {
      const { agreement, mode, parties, effectiveFrom } = fact.data;
      return same(agreement, mode, parties?.toSorted(), effectiveFrom);
    }
    case 'AgreementExtended':
      return same(fact.data.agreement, fact.data.until);
    case 'AgreementSuspended':
    case 'AgreementResumed':
      return same(fact.data.agreement, fact.data.effectiveFrom, fact.data.parts?.toSorted());
    case 'PartyWithdrew':
      return same(fact.data.agreement, fact.data.party);
    case 'AgreementTerminated':
      return same(fact.data.agreement);
    case 'PartyJoined':
    case 'PartyLeft':
      return same(fact.data.party);
    case 'RoundScheduled':
      return same(fact.data.track, fact.data.round, fact.data.part, fact.data.dates);
    case 'RoundPostponed':
      return same(fact.data.track, fact.data.round, fact.data.part, fact.data.was, fact.data.to);
    case 'TargetSet':
      return same(fact.data.target, fact.data.due);
    case 'TargetMet':
    case 'TargetMissed':
      return same(fact.data.target);
    case 'TrackOpened':
      return same(fact.data.track);
    case 'NegotiationRenamed':
      return same(fact.data.title);
    case 'NegotiationLaunched':
    case 'TermsOfReferenceAgreed':
    case 'TalksTerminated':
      return same();
    default:
      return undefined;
  }
}
