/** How two events are recognised as possible reports of one act. */
import { roundKey } from '../negotiation/rounds.js';
import type { Fact } from '../streamState/knowledgeView.js';
import { slugOfTitle } from '../agreement/agreementFacts.js';

/** What identifies an act, besides the event's type and date. */
export interface Act {
  /** Must be equal in both. */
  readonly key: unknown;
  /**
   * Participants, or sources: both must share at least one. Empty where unknown, which matches any.
   */
  readonly who: readonly string[];
  /**
   * Two acts with different variants match without a shared `who`; with the same one, they need it.
   */
  readonly variant?: string;
}

/** The sources of an event, without their dates of publication. */
const origin = ({ sources }: Fact): string =>
  JSON.stringify(sources.map(({ kind, publisher, url }) => [kind, publisher, url]));

const named = (data: { agreement?: string | undefined; title: string }): string =>
  data.agreement ?? slugOfTitle(data.title);

/**
 * The act that an event reports; undefined for types of event that may legitimately repeat on a
 * day.
 */
export function actOf(fact: Fact): Act | undefined {
  const act = (key: unknown, ...who: readonly string[]): Act => ({ key, who });
  // An act that occurs once: every event with this key reports the same act.
  const once = (...key: readonly unknown[]): Act => ({ key, who: ['same'] });
  switch (fact.type) {
    case 'RoundHeld': {
      // An event of the same numbered round with another source is a second report, not a
      // duplicate.
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
      return once(named(fact.data));
    case 'AgreementEnteredIntoForce': {
      const { agreement, mode, parties, effectiveFrom } = fact.data;
      return once(agreement, mode, parties?.toSorted(), effectiveFrom);
    }
    case 'AgreementExtended':
      return once(fact.data.agreement, fact.data.until);
    case 'AgreementSuspended':
    case 'AgreementResumed':
      return once(fact.data.agreement, fact.data.effectiveFrom, fact.data.parts?.toSorted());
    case 'PartyWithdrew':
      return once(fact.data.agreement, fact.data.party);
    case 'AgreementTerminated':
      return once(fact.data.agreement);
    case 'PartyJoined':
    case 'PartyLeft':
      return once(fact.data.party);
    case 'RoundScheduled':
      return once(fact.data.track, fact.data.round, fact.data.part, fact.data.dates);
    case 'RoundPostponed':
      return once(fact.data.track, fact.data.round, fact.data.part, fact.data.was, fact.data.to);
    case 'TargetSet':
      return once(fact.data.target, fact.data.due);
    case 'TargetMet':
    case 'TargetMissed':
      return once(fact.data.target);
    case 'TrackOpened':
      return once(fact.data.track);
    case 'NegotiationRenamed':
      return once(fact.data.title);
    case 'NegotiationLaunched':
    case 'TermsOfReferenceAgreed':
    case 'TalksTerminated':
      return once();
    default:
      return undefined;
  }
}
