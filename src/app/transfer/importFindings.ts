/** The findings that an import reports: probable slips in the imported events. */
import type { Finding } from '../../domain/rules/finding.js';
import { findingsOf } from '../../domain/rules/findings.js';
import { SLIP_CODES } from '../../domain/rules/slips.js';
import type { Parley } from '../parley.js';

/** A probable slip, and the slug of the negotiation in which it was found. */
export interface ImportFinding extends Pick<Finding, 'code' | 'message'> {
  readonly negotiation: string;
}

/**
 * The probable slips that involve an event recorded after a position, in the order of the
 * negotiations. Computes the view of every negotiation that has begun.
 */
export async function slipsSince(
  parley: Parley,
  position: number,
): Promise<readonly ImportFinding[]> {
  const negotiations = await parley.negotiations();
  return negotiations.flatMap(({ subject }) =>
    subject.knowledge.streamState.position <= position && position > 0
      ? []
      : findingsOf(subject)
          .filter(({ code }) => SLIP_CODES.has(code))
          .filter(({ events }) => events.some(({ event }) => event.position > position))
          .map(({ code, message }) => ({ code, message, negotiation: subject.slug })),
  );
}
