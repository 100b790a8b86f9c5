/** Sentences about events recorded elsewhere and about the connection. */
import type { ConnectionState, RecordedEvent } from './eventFollower.js';

const summaryOf = ({ summary }: RecordedEvent): string => summary.replace(/\.$/, '');

/** One sentence on events recorded elsewhere: the last one, and their number. */
export function newsWords(events: readonly RecordedEvent[]): string {
  const last = events.at(-1);
  if (!last) return '';
  if (events.length === 1) return `Recorded elsewhere: ${summaryOf(last)}.`;
  return `Recorded elsewhere: ${events.length} events, the last of them ${summaryOf(last)}.`;
}

/** The same where the page shows a view of the past, which stays as it is. */
export function waitingWords(events: readonly RecordedEvent[]): string {
  const last = events.at(-1);
  if (!last) return '';
  const many = events.length === 1 ? 'A new event is' : `${events.length} new events are`;
  return `${many} not in this view: ${summaryOf(last)}.`;
}

/** "14:02 UTC". */
export const clockWords = (ms: number): string => `${new Date(ms).toISOString().slice(11, 16)} UTC`;

/** The sentence that a page shows while the connection is lost. */
export const lostWords = ({ lastReceivedAt }: Extract<ConnectionState, { kind: 'lost' }>): string =>
  `Not connected; showing what was known at ${clockWords(lastReceivedAt)}.`;

/** "Trying again in 4 s." */
export function retryWords(retryAt: number, now: number): string {
  const seconds = Math.ceil((retryAt - now) / 1000);
  return seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again.';
}
