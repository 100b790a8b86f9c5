/** A negotiation with little in it, as resolvers of the mock server answer. */
export const mockNegotiation = (over: object = {}) => ({
  slug: 'a-b',
  title: 'A-B Agreement',
  parties: [
    { code: 'IN', name: 'India', kind: 'COUNTRY' },
    { code: 'US', name: 'United States of America', kind: 'COUNTRY' },
  ],
  formerParties: [],
  phase: { value: 'NEGOTIATING', since: '2025-04', certainty: 'CERTAIN' },
  activity: { value: 'PAUSED', scope: 'FORMAL_ROUNDS', since: '2025-08', certainty: 'POSSIBLE' },
  targets: [],
  rounds: [],
  meetings: [],
  agreements: [],
  duties: [{ imposedBy: 'US', on: 'IN', total: 50, disputed: false, layers: [], pending: [] }],
  measures: [{ slug: 'us-x', title: 'Tariff', pending: [] }],
  events: { edges: [] },
  latestEvent: null,
  checkedThrough: null,
  view: {
    at: '2025-11-02T00:00:00Z',
    knownAt: '2025-11-02T00:00:00Z',
    publicAt: null,
    position: 7,
  },
  ...over,
});

export const round = (number: number, position: number, stream = 'negotiation/a-b') => ({
  __typename: 'RoundHeld',
  id: `id-${position}`,
  cursor: String(position),
  stream,
  also: [],
  type: 'RoundHeld',
  occurred: '2025-08-25/2025-08-29',
  retracted: false,
  summary: `Round ${number} held in New Delhi`,
});

export const negotiations = (...nodes: readonly object[]) => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage: false, endCursor: null },
});

export const log = (headPosition: number) => ({
  headPosition,
  headRecordedAt: headPosition === 0 ? null : '2025-11-01T12:00:00Z',
});
