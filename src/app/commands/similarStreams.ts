/** Findings about new negotiations and measures whose slug is like one on record. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { streamKind, streamSlug } from '../../../events/streams.js';
import { similarNames } from '../../../events/similarNames.js';
import type { Finding } from '../../domain/rules/finding.js';
import { unannotatedFact } from '../../domain/streamState/fact.js';

/** Kinds of streams that are named by a slug. */
const SLUGGED = ['negotiation', 'measure'] as const;

/** The first events of streams that begin with them, of those named by a slug. */
export const firstEvents = (events: readonly AnyEvent[]): readonly AnyEvent[] =>
  events.filter(
    ({ stream, revision }) =>
      revision === 1 && (SLUGGED as readonly string[]).includes(streamKind(stream)),
  );

/**
 * A finding for each stream that begins with one of these events and is named like another, which it
 * may have been meant for. `streamsOf` lists the streams of a kind, new ones perhaps among them.
 */
export async function similarStreams(
  begun: readonly AnyEvent[],
  streamsOf: (kind: (typeof SLUGGED)[number]) => Promise<readonly string[]>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const kind of SLUGGED) {
    const firsts = begun.filter(({ stream }) => streamKind(stream) === kind);
    if (firsts.length === 0) continue;
    const byName = new Map(firsts.map((event) => [streamSlug(event.stream), event]));
    const known = new Set([...(await streamsOf(kind)).map(streamSlug), ...byName.keys()]);
    for (const [name, others] of similarNames(byName.keys(), known)) {
      const first = byName.get(name);
      // Of two that begin together, the first is taken for the one on record.
      const earlier = others.filter((other) => !begunAfter(byName.get(other), first));
      if (first && earlier.length > 0) findings.push(similarTo(first, kind, name, earlier));
    }
  }
  return findings;
}

const begunAfter = (one: AnyEvent | undefined, other: AnyEvent | undefined): boolean =>
  one !== undefined && other !== undefined && one.position > other.position;

const similarTo = (
  first: AnyEvent,
  kind: string,
  name: string,
  others: readonly string[],
): Finding => ({
  code: 'SIMILAR_SLUG',
  message: `"${name}" is a new ${kind}, named like ${others.map((other) => `"${other}"`).join(', ')}. Enter the event there if that is meant, or leave both if they differ.`,
  events: [unannotatedFact(first, 'UTC')],
});
