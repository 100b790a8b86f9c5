/** One event to begin a log with. */

/** When the launch below was recorded, and every other event unless it says otherwise. */
export const RECORDED = '2025-02-20T00:00:00.000Z';

export const launch = {
  stream: 'negotiation/a-b',
  type: 'NegotiationLaunched',
  occurred: '2025-02-13',
  certainty: 'INFERRED',
  recordedAt: RECORDED,
  data: { title: 'A and B', parties: ['IN', 'US'], timeZone: 'UTC' },
};
