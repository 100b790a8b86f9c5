/** The agreements that a negotiation's events name, so that an event can refer to one of them. */
import type { EventType } from '../../../events/catalogue.js';
import { slugOfTitle } from '../agreement/agreementFacts.js';
import type { Fact } from '../streamState/knowledgeView.js';

/** Steps of an agreement that have no title: without a slug they refer to the only agreement. */
const STEPS = new Set<EventType>([
  'RatificationStepTaken',
  'AgreementEnteredIntoForce',
  'AgreementExtended',
  'AgreementSuspended',
  'AgreementResumed',
  'PartyWithdrew',
  'AgreementTerminated',
]);

export const isAgreementStep = (type: EventType): boolean => STEPS.has(type);

const TITLED = new Set<EventType>(['FrameworkAgreed', 'AgreementConcluded', 'AgreementSigned']);

/** Steps that require an agreement named by an earlier event; they do not introduce one. */
const PRESUPPOSING = new Set<EventType>([
  'AgreementExtended',
  'AgreementSuspended',
  'AgreementResumed',
  'PartyWithdrew',
]);

export const presupposesAgreement = (type: EventType): boolean => PRESUPPOSING.has(type);

const MAX_LISTED = 10;

/** Collects the slugs of the agreements that facts name. */
export class NamedAgreements {
  readonly #slugs = new Set<string>();
  readonly #byTitle = new Map<string, string>();
  #hasUnnamed = false;

  constructor(facts: readonly Fact[] = []) {
    for (const fact of facts) this.add(fact);
  }

  /** Adds the agreement that a fact names; facts must come in order of time. */
  add({ type, data }: Fact): void {
    if (!TITLED.has(type) && (!STEPS.has(type) || PRESUPPOSING.has(type))) return;
    const { agreement, title } = data as { agreement?: string; title?: string };
    const slug = agreement ?? (title === undefined ? undefined : this.#slugOf(title));
    if (slug === undefined) this.#hasUnnamed = true;
    else this.#slugs.add(slug);
    if (slug !== undefined && title !== undefined && !this.#byTitle.has(title))
      this.#byTitle.set(title, slug);
  }

  #slugOf(title: string): string {
    return this.#byTitle.get(title) ?? slugOfTitle(title);
  }

  /** In the order in which they are first named. O(agreements). */
  get slugs(): readonly string[] {
    return [...this.#slugs];
  }

  /** Whether an event that names none may mean any of several. */
  get areSeveral(): boolean {
    return this.#slugs.size > 1;
  }

  /** The slugs named first, for a sentence; how many more there are. */
  get listed(): string {
    const first: string[] = [];
    for (const slug of this.#slugs) if (first.length < MAX_LISTED) first.push(slug);
    const more = this.#slugs.size - first.length;
    return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
  }

  has(slug: string): boolean {
    return this.#slugs.has(slug);
  }

  /** Whether no event names an agreement or refers to an unnamed one. */
  get isEmpty(): boolean {
    return this.#slugs.size === 0 && !this.#hasUnnamed;
  }
}
