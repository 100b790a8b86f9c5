/** The entries into force of an agreement: whom each binds, and until when. */
import type { Effect, EffectiveFacts } from './agreementEffects.js';
import type { AgreementEnds } from './agreementEnds.js';
import type { AgreementFact } from './agreementFacts.js';
import { ALL } from './agreementStates.js';
import { InstantMemo } from './instantMemo.js';

type Entry = Extract<AgreementFact, { type: 'AgreementEnteredIntoForce' }>;

export class AgreementEntries {
  readonly #memo = new InstantMemo();

  /** The parameters are those of an `AgreementCourse`. */
  constructor(
    readonly effective: EffectiveFacts,
    readonly ends: AgreementEnds,
    readonly parties: readonly string[],
    readonly groupOf: (code: string) => string | undefined,
  ) {}

  /** The last entry into force of a party by `at`, since the agreement was last ended. */
  lastOf(party: string, at: number): Entry | undefined {
    return this.#of(party, at).at(-1);
  }

  /**
   * When an entry into force expires as decided by `at`: its `until`, or that of a later extension.
   */
  endOf(entry: Entry, at: number): Effect | null {
    const { facts } = this.effective;
    // Facts are in the order in which they were decided.
    const extended = this.#extensionsBy(at).findLast(
      (fact) => facts.indexOf(fact) >= facts.indexOf(entry),
    );
    return this.effective.until(extended ?? entry);
  }

  /** Whether a party that withdrew by `at` had been bound. */
  wasBound(party: string, at: number): boolean {
    const withdrawn = this.ends.withdrawals(at).get(party);
    return this.#of(party, at).some(
      (entry) => withdrawn !== undefined && this.effective.order(entry, withdrawn) < 0,
    );
  }

  /** The extensions that may have taken effect by `at`, in the order in which they were decided. */
  #extensionsBy(at: number): readonly AgreementFact[] {
    return this.#memo.once(at, 'extensions', () =>
      this.effective.facts.filter(
        (fact) => fact.type === 'AgreementExtended' && this.effective.effect(fact).bounds.min <= at,
      ),
    );
  }

  /** The entries into force of a party by `at`, since the agreement was last ended, in order. */
  #of(party: string, at: number): readonly Entry[] {
    const byCode = this.#byCode(at);
    const own = byCode.get(party) ?? [];
    const group = this.groupOf(party);
    const ofGroup = group === undefined ? [] : (byCode.get(group) ?? []);
    if (ofGroup.length === 0) return own;
    return [...new Set([...own, ...ofGroup])].sort((a, b) => this.effective.order(a, b));
  }

  /** The entries into force by `at`, since the agreement was last ended, by the codes they name. */
  #byCode(at: number): ReadonlyMap<string, readonly Entry[]> {
    return this.#memo.once(at, 'byCode', () => {
      // An entry into force from before an end does not apply again when the agreement is concluded
      // anew.
      const ended = this.ends.lastEnd(at);
      const byCode = new Map<string, Entry[]>();
      for (const entry of this.effective.inEffect(at, 'AgreementEnteredIntoForce')) {
        if (ended && this.effective.order(entry, ended) <= 0) continue;
        for (const code of entry.data.parties ?? [...this.parties, ALL]) {
          const entries = byCode.get(code);
          if (entries) entries.push(entry);
          else byCode.set(code, [entry]);
        }
      }
      return byCode;
    });
  }
}
