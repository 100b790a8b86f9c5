/**
 * Steps that corrections and retractions left without effect: they would be refused today, and are
 * kept with a finding.
 */
import { streamSlug } from '../../../events/streams.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { MeasureTimeline } from '../measure/measureTimeline.js';
import { departuresOfNoParty } from '../party/parties.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { mayWithdraw, Suspensions } from './effect.js';
import { CHANGES_OF_ADOPTED, isGranted } from './measureEffect.js';
import type { Finding, FindingsInput } from './finding.js';

const withoutEffect = (fact: Fact, message: string): Finding => ({
  code: 'WITHOUT_EFFECT',
  message,
  events: [fact],
});

/** Those who left without being a party then. */
const departures = ({ knowledge, at, related }: FindingsInput): readonly Finding[] =>
  departuresOfNoParty(knowledge, related.areas)
    .filter(({ began }) => began.min <= at)
    .map((fact) =>
      withoutEffect(
        fact,
        `${fact.data.party} left on ${fact.occurred}, but was not a party then. Enter PartyJoined, or correct the code.`,
      ),
    );

/** Resumptions of what was not suspended, and withdrawals of those who were not bound. */
function agreementSteps({ knowledge, at, related }: FindingsInput): readonly Finding[] {
  const suspensions = new Suspensions(knowledge);
  return knowledge.factsOn('agreements').flatMap((fact): readonly Finding[] => {
    if (fact.began.min > at) return [];
    if (fact.type === 'PartyWithdrew' && !mayWithdraw(fact.data, knowledge, related.areas))
      return [
        withoutEffect(
          fact,
          `${fact.data.party} withdrew on ${fact.occurred}, but nothing says that it was a party. Enter what made it one (PartyJoined, RatificationStepTaken, AgreementEnteredIntoForce), or correct the code.`,
        ),
      ];
    if (fact.type !== 'AgreementSuspended' && fact.type !== 'AgreementResumed') return [];
    const canTakeEffect = fact.type === 'AgreementSuspended' || suspensions.canResume(fact.data);
    suspensions.apply(fact);
    return canTakeEffect
      ? []
      : [
          withoutEffect(
            fact,
            `An agreement was resumed on ${fact.occurred}, but no part of it was suspended. Enter AgreementSuspended, or correct its slug or its parts.`,
          ),
        ];
  });
}

/** Changes of a measure never adopted, resumptions of one not suspended, ends of one ended or of no relief. */
function measureSteps(knowledge: KnowledgeView, at: number): readonly Finding[] {
  const { zone, streamState } = knowledge;
  const slug = streamSlug(streamState.stream);
  const decisions = knowledge.factsOn('decisions');
  if (!decisions.some(({ type }) => type === 'MeasureAdopted'))
    return [...decisions, ...knowledge.factsOn('reliefs')]
      .filter(({ type, began }) => CHANGES_OF_ADOPTED.has(type) && began.min <= at)
      .map((fact) =>
        withoutEffect(
          fact,
          `${fact.type} on ${fact.occurred} changes ${slug}, which no event adopts. Enter MeasureAdopted, or retract the change.`,
        ),
      );
  const reliefs = knowledge.factsOn('reliefs');
  const ofNoRelief = reliefs
    .filter((fact) => fact.type !== 'ExemptionGranted' && fact.began.min <= at)
    .filter((fact) => !isGranted(reliefs, fact))
    .map((fact) =>
      withoutEffect(
        fact,
        `${fact.type} on ${fact.occurred} names ${fact.data.relief}, which is no relief of ${slug}${fact.type === 'QuotaReported' ? ' with a quota' : ''}. Enter ExemptionGranted, or correct the name.`,
      ),
    );
  const resumptions = decisions.flatMap((fact, index): readonly Finding[] => {
    if (fact.type !== 'MeasureResumed' || fact.began.min > at) return [];
    const from = effectiveInstant(fact.data.effectiveFrom, zone);
    const { status } = new MeasureTimeline(knowledge, decisions.slice(0, index)).stateAt(from);
    if (status === 'SUSPENDED') return [];
    const instead =
      status === 'ENDED'
        ? 'it had ended. Enter MeasureAdopted if it was imposed again'
        : 'it was not suspended. Enter MeasureSuspended';
    return [
      withoutEffect(
        fact,
        `${slug} was resumed from ${fact.data.effectiveFrom}, but ${instead}, or correct the date.`,
      ),
    ];
  });
  const ends = decisions.flatMap((fact, index): readonly Finding[] => {
    if (fact.type !== 'MeasureEnded' || fact.began.min > at) return [];
    const { effectiveFrom } = fact.data;
    // Before that day: two reports of one end are no two ends.
    const before = effectiveInstant(effectiveFrom, zone) - 1;
    const { status } = new MeasureTimeline(knowledge, decisions.slice(0, index)).stateAt(before);
    return status === 'ENDED'
      ? [
          withoutEffect(
            fact,
            `${slug} was ended from ${effectiveFrom}, but it had ended before. Correct the date or the measure, or leave it if a court or an authority ruled on it afterwards.`,
          ),
        ]
      : [];
  });
  return [...resumptions, ...ends, ...ofNoRelief];
}

/** Every step without effect of a negotiation, its agreements and the measures between its parties. */
export const stepsWithoutEffect = (view: FindingsInput): readonly Finding[] => [
  ...departures(view),
  ...agreementSteps(view),
  ...view.measures.flatMap(({ knowledge }) => measureSteps(knowledge, view.at)),
];
