/** The events that end an agreement as a whole, and the withdrawals from it. */
import { InstantMemo } from './instantMemo.js';
import type { EffectiveFacts } from './agreementEffects.js';
import type { AgreementFact } from './agreementFacts.js';
import { ALL, ADVANCING_OUTCOMES, STATUS_OF, STEPS } from './agreementStates.js';

export class AgreementEnds {
  readonly #memo = new InstantMemo();

  /** The parameters are those of an `AgreementCourse`. */
  constructor(
    readonly effective: EffectiveFacts,
    readonly parties: readonly string[],
    readonly groupOf: (code: string) => string | undefined,
  ) {}

  /** The event that ended the whole agreement by `at`; undefined where a later step revived it. */
  endedBy(at: number): AgreementFact | undefined {
    return this.#memo.once(at, 'endedBy', () => {
      const ended = this.lastEnd(at);
      if (!ended) return undefined;
      const again = this.effective.inEffect(at, ...STEPS, 'AgreementEnteredIntoForce');
      return again.some((fact) => this.effective.order(fact, ended) > 0) ? undefined : ended;
    });
  }

  /** The last event by `at` that ended the whole agreement, revived or not. */
  lastEnd(at: number): AgreementFact | undefined {
    return this.#memo.once(at, 'lastEnd', () => {
      const terminated: AgreementFact | undefined = this.effective
        .inEffect(at, 'AgreementTerminated')
        .at(-1);
      const dissolved = this.#dissolvedBy(at);
      return terminated && dissolved && this.effective.order(dissolved, terminated) > 0
        ? dissolved
        : (terminated ?? dissolved);
    });
  }

  /**
   * The last withdrawal that left fewer than two of the agreement's parties. Its parties are those
   * at signature and those that an entry into force names.
   */
  #dissolvedBy(at: number): AgreementFact | undefined {
    const parties = new Set(this.parties.length > 0 ? this.parties : [ALL]);
    const gone = new Set<string>();
    let dissolved: AgreementFact | undefined;
    for (const fact of this.effective.inEffect(at, 'PartyWithdrew', 'AgreementEnteredIntoForce'))
      if (fact.type === 'AgreementEnteredIntoForce')
        for (const party of fact.data.parties ?? []) {
          gone.delete(party);
          if (!parties.has(this.groupOf(party) ?? party)) parties.add(party);
        }
      else if (parties.has(fact.data.party)) {
        gone.add(fact.data.party);
        if (parties.size - gone.size < 2 && this.#agreedBefore(fact)) dissolved = fact;
      }
    return dissolved;
  }

  /** Whether anything was agreed before a withdrawal. */
  #agreedBefore(withdrawal: AgreementFact): boolean {
    const agrees = ({ type, data }: AgreementFact) =>
      type === 'RatificationStepTaken'
        ? ADVANCING_OUTCOMES.has(data.outcome ?? 'ADVANCED')
        : type in STATUS_OF ||
          type === 'AgreementEnteredIntoForce' ||
          type === 'AgreementTerminated';
    return this.effective.facts.some(
      (fact) => agrees(fact) && this.effective.order(fact, withdrawal) < 0,
    );
  }

  /** The parties that withdrew by `at` and did not enter again, each with its withdrawal. */
  withdrawals(at: number): ReadonlyMap<string, AgreementFact> {
    return this.#memo.once(at, 'withdrawals', () => {
      const gone = new Map<string, AgreementFact>();
      for (const fact of this.effective.inEffect(
        at,
        'PartyWithdrew',
        'AgreementEnteredIntoForce',
      )) {
        if (fact.type === 'PartyWithdrew') gone.set(fact.data.party, fact);
        else for (const party of fact.data.parties ?? []) gone.delete(party);
      }
      return gone;
    });
  }
}
