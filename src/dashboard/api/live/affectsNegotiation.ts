import type { RecordedEvent } from './eventFollower.js';

/** Whether a negotiation may look different once an event is known: measures can bear on any. */
export function affectsNegotiation({ stream, also }: RecordedEvent, slug: string): boolean {
  const negotiationStream = `negotiation/${slug}`;
  return (
    !stream.startsWith('negotiation/') ||
    stream === negotiationStream ||
    also.includes(negotiationStream)
  );
}
