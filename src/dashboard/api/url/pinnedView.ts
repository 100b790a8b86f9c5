/** Views with every clock stated, and their addresses: what they show never changes. */
import { type Clock, type LogHead, writeClocks } from '../../lib/view.js';
import { readAssumptions, writeAssumptions } from './assumptions.js';

const MINUTE_MS = 60_000;

/** An instant to the minute: 2026-11-26T10:41Z. */
const minute = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`;

/**
 * When the head was recorded, as short as it may be written: the end of its minute where that had
 * passed when the head was read, since nothing more can have been recorded in it.
 */
function recordedBy({ recordedAt, seenAt }: LogHead): string | null {
  if (recordedAt === null) return null;
  const end = Math.ceil(Date.parse(recordedAt) / MINUTE_MS) * MINUTE_MS;
  return end <= Date.parse(seenAt) ? minute(end) : recordedAt;
}

/** A view with every clock stated: what it shows never changes. Laws take effect on the minute. */
export function pinnedClock(clock: Clock, instant: number, head: LogHead | null): Clock {
  const knownAt = clock.knownAt ?? (clock.publicAt === null && head ? recordedBy(head) : null);
  return { ...clock, at: clock.at ?? minute(instant), knownAt };
}

/** The address of a pinned view of a page, with what is assumed and nothing else. */
export function addressOf(page: Pick<Location, 'origin' | 'pathname' | 'search'>, clock: Clock) {
  const { assumptions } = readAssumptions(page.search);
  const view = writeClocks('', { ...clock, to: null });
  return page.origin + page.pathname + writeAssumptions(view, assumptions);
}
