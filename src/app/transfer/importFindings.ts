/** The findings that an import reports: probable slips in the imported events. */
import { type StreamKind, streamSlug } from '../../../events/streams.js';
import type { Finding } from '../../domain/rules/finding.js';
import { findingsOf } from '../../domain/rules/findings.js';
import { SLIP_CODES } from '../../domain/rules/slips.js';
import { similarStreams } from '../commands/similarStreams.js';
import type { Parley } from '../parley.js';
import type { ImportResult } from './importFiles.js';

/** A probable slip, and the slug of the negotiation or measure in which it was found. */
export interface ImportFinding extends Pick<Finding, 'code' | 'message'> {
  readonly slug: string;
}

/**
 * The probable slips that an import brings about: names of new negotiations and measures like others,
 * also of a dry run; then what is found in each negotiation, once the events are recorded. Computes
 * the view of every negotiation that has begun.
 */
export async function importFindings(
  parley: Parley,
  { begun, after }: ImportResult,
  dryRun: boolean,
): Promise<readonly ImportFinding[]> {
  const streamsOf = async (kind: StreamKind) =>
    (await parley.log.streams(`${kind}/`)).map(({ stream }) => stream);
  const similar = (await similarStreams(begun, streamsOf)).map(({ code, message, events }) => ({
    code,
    message,
    slug: streamSlug(events[0]?.event.stream ?? ''),
  }));
  return dryRun ? similar : [...similar, ...(await slipsSince(parley, after))];
}

/**
 * The probable slips that involve an event recorded after a position, in the order of the
 * negotiations.
 */
async function slipsSince(parley: Parley, position: number): Promise<readonly ImportFinding[]> {
  const negotiations = await parley.negotiations();
  return negotiations.flatMap(({ subject }) =>
    subject.knowledge.streamState.position <= position && position > 0
      ? []
      : findingsOf(subject)
          .filter(({ code }) => SLIP_CODES.has(code))
          .filter(({ events }) => events.some(({ event }) => event.position > position))
          .map(({ code, message }) => ({ code, message, slug: subject.slug })),
  );
}
