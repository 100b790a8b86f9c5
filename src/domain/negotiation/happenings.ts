/** What happened in the history of a negotiation, and up to when someone looked for more. */
import { moment } from '../../../events/time/bounds.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { factsBegunBy, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';
import { TOPICS } from '../streamState/topics.js';

const HAPPENING_TOPICS = TOPICS.filter((topic) => topic !== 'about' && topic !== 'checks');

/**
 * All facts of a stream's history but annotations and checks of sources, sorted by time, then log
 * position. O(n log n), once per knowledge view.
 */
export const happeningsIn = weakMemoize((knowledge: KnowledgeView): readonly Fact[] => {
  const facts = HAPPENING_TOPICS.flatMap((topic): readonly Fact[] => knowledge.factsOn(topic));
  // Each topic has a fact of its own for one event that was corrected.
  return [...new Map(facts.map((fact) => [fact.event.id, fact])).values()].sort(
    (a, b) => a.sortInstant - b.sortInstant || a.event.position - b.event.position,
  );
});

/** The latest of them by `at`; one that may end later counts only where no other has begun. */
export function latestHappening(knowledge: KnowledgeView, at: number): Fact | undefined {
  const begun = factsBegunBy(happeningsIn(knowledge), at);
  return begun.findLast(({ sortInstant }) => sortInstant <= at) ?? begun.at(-1);
}

export interface Checked {
  /** The last date looked through. */
  readonly date: string;
  readonly setBy: Fact<'SourcesChecked'>;
}

/**
 * The latest date through which sources had been checked by `at`, whenever the check was made;
 * undefined when no check is known. Of a vague date its earliest day counts. O(checks).
 */
export function checkedThrough(knowledge: KnowledgeView, at: number): Checked | undefined {
  let latest: Fact<'SourcesChecked'> | undefined;
  let latestDay = -Infinity;
  for (const fact of knowledge.factsOn('checks')) {
    if (!mayHaveBegun(fact.began, at)) continue;
    const day = moment(fact.data.through, fact.event.timeZone ?? knowledge.zone).min;
    if (latest === undefined || day >= latestDay) [latest, latestDay] = [fact, day];
  }
  return latest && { date: latest.data.through, setBy: latest };
}
