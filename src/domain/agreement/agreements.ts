/** The agreements of a negotiation and the status of each. */
import type { Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { moment } from '../../../events/time/bounds.js';
import { mayHaveBegun } from '../streamState/threeValued.js';

/** How far an agreement has come, in the usual order. */
export type AgreementStatus =
  'FRAMEWORK_AGREED' | 'CONCLUDED' | 'SIGNED' | 'RATIFYING' | 'IN_FORCE' | 'TERMINATED';

export interface Agreement {
  readonly title: string;
  readonly status: AgreementStatus;
  /** EDTF: since when it has that status. */
  readonly since: string;
  readonly terms: readonly string[];
  readonly signatories: readonly string[];
  /** EDTF: when it entered into force; null while unreported. */
  readonly inForceFrom: string | null;
  readonly provisional: boolean;
  readonly ratification: readonly {
    readonly party: string;
    readonly body: string;
    readonly step: string;
    readonly vote: string | null;
    readonly setBy: Fact;
  }[];
  readonly setBy: Fact;
}

type Draft = { -readonly [Key in keyof Agreement]: Agreement[Key] };

/**
 * Agreements by `at`, in the order they were first agreed. An event without a title concerns the
 * last one. O(facts × agreements).
 */
export function agreementsOf(knowledge: KnowledgeView, at: number): readonly Agreement[] {
  const agreements: Draft[] = [];
  const agreementTitled = (title: string, fact: TopicFact<'agreements'>): Draft => {
    const existing = agreements.find((agreement) => agreement.title === title);
    if (existing) return existing;
    const created: Draft = {
      title,
      status: 'FRAMEWORK_AGREED',
      since: fact.occurred,
      terms: [],
      signatories: [],
      inForceFrom: null,
      provisional: false,
      ratification: [],
      setBy: fact,
    };
    agreements.push(created);
    return created;
  };
  const setStatus = (agreement: Draft, status: AgreementStatus, fact: Fact, since?: string) =>
    Object.assign(agreement, { status, since: since ?? fact.occurred, setBy: fact });

  for (const fact of knowledge.factsOn('agreements')) {
    if (!mayHaveBegun(fact.began, at)) continue;
    const last = () => agreements.at(-1) ?? agreementTitled('', fact);
    switch (fact.type) {
      case 'FrameworkAgreed':
        setStatus(agreementTitled(fact.data.title, fact), 'FRAMEWORK_AGREED', fact).terms =
          fact.data.terms ?? [];
        break;
      case 'AgreementConcluded':
        setStatus(agreementTitled(fact.data.title, fact), 'CONCLUDED', fact);
        break;
      case 'AgreementSigned':
        setStatus(agreementTitled(fact.data.title, fact), 'SIGNED', fact).signatories =
          fact.data.signatories ?? [];
        break;
      case 'RatificationStepTaken': {
        const { party, body, step, vote = null } = fact.data;
        const agreement = last();
        if (agreement.status !== 'IN_FORCE' && agreement.status !== 'TERMINATED')
          setStatus(agreement, 'RATIFYING', fact);
        agreement.ratification = [
          ...agreement.ratification,
          { party, body, step, vote, setBy: fact },
        ];
        break;
      }
      case 'AgreementEnteredIntoForce': {
        const from = fact.data.effectiveFrom ?? fact.occurred;
        const agreement = last();
        agreement.inForceFrom = from;
        agreement.provisional = fact.data.mode === 'PROVISIONAL';
        if (mayHaveTakenEffect(from, fact, knowledge, at))
          setStatus(agreement, 'IN_FORCE', fact, from);
        break;
      }
      case 'AgreementTerminated': {
        const from = fact.data.effectiveFrom ?? fact.occurred;
        if (mayHaveTakenEffect(from, fact, knowledge, at))
          setStatus(last(), 'TERMINATED', fact, from);
        break;
      }
    }
  }
  return agreements;
}

const mayHaveTakenEffect = (
  from: string,
  fact: Fact,
  knowledge: KnowledgeView,
  at: number,
): boolean => mayHaveBegun(moment(from, fact.event.timeZone ?? knowledge.zone), at);
