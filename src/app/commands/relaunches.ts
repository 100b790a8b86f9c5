/** Findings about launches of negotiations that were launched before. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { streamSlug } from '../../../events/streams.js';
import type { Finding } from '../../domain/rules/finding.js';
import { unannotatedFact } from '../../domain/streamState/fact.js';
import type { KnowledgeView } from '../../domain/streamState/knowledgeView.js';

/**
 * A finding for each launch among these events of a negotiation that is launched in what was known
 * before: a relaunch renames it and replaces its parties, which is rarely what a new launch means.
 */
export function relaunches(
  before: KnowledgeView,
  stream: string,
  events: readonly AnyEvent[],
): readonly Finding[] {
  const [first] = before.factsOn('identity').filter(isLaunch);
  if (first?.type !== 'NegotiationLaunched') return [];
  return events
    .filter((event) => event.stream === stream && isLaunch(event))
    .map((event) => ({
      code: 'LAUNCHED_BEFORE',
      message: `"${streamSlug(stream)}" was launched already, on ${first.occurred}, as “${first.data.title}”. This launch gives it another title and other parties. Enter a new negotiation under a slug of its own, or keep this one only for a relaunch.`,
      events: [unannotatedFact(event, 'UTC'), first],
    }));
}

const isLaunch = ({ type }: { readonly type: string }): boolean => type === 'NegotiationLaunched';
