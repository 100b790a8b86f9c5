/**
 * Assigns each event to its agreement. An agreement is identified by its slug, which the first
 * event that names it gives, else is made from its title. A step that names none concerns the
 * agreement last named before it.
 */
import type { KnowledgeView, TopicFact } from '../streamState/knowledgeView.js';
import { weakMemoize } from '../streamState/threeValued.js';

export type AgreementFact = TopicFact<'agreements'>;

export interface AgreementFacts {
  readonly slug: string;
  /** The latest title. */
  readonly title: string;
  /** In order of time, then of the log. */
  readonly facts: readonly AgreementFact[];
}

/** The slug of an agreement that only has a title. */
export function slugOfTitle(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'agreement';
}

type Draft = { slug: string; title: string; facts: AgreementFact[] };

/** Facts by agreement, in the order of each agreement's first fact. O(facts), computed once. */
export const agreementFactsOf = weakMemoize(
  (knowledge: KnowledgeView): readonly AgreementFacts[] => {
    const bySlug = new Map<string, Draft>();
    const slugs = new Map<string, string>();
    let last: string | undefined;
    const facts = knowledge.factsOn('agreements');
    const firstNamed = facts.flatMap(({ data }) => namedBy(data, slugs) ?? [])[0];
    for (const fact of facts) {
      const slug = namedBy(fact.data, slugs) ?? last ?? firstNamed ?? 'agreement';
      const title = 'title' in fact.data ? fact.data.title : undefined;
      if (title !== undefined && !slugs.has(title)) slugs.set(title, slug);
      let agreement = bySlug.get(slug);
      if (!agreement) bySlug.set(slug, (agreement = { slug, title: title ?? slug, facts: [] }));
      agreement.title = title ?? agreement.title;
      agreement.facts.push(fact);
      last = slug;
    }
    return [...bySlug.values()];
  },
);

/** The slug that an event gives, else the slug for its title; undefined where it has neither. */
function namedBy(
  data: AgreementFact['data'],
  slugs: ReadonlyMap<string, string>,
): string | undefined {
  if (data.agreement !== undefined) return data.agreement;
  return 'title' in data ? (slugs.get(data.title) ?? slugOfTitle(data.title)) : undefined;
}
