/** Duties as resolvers of the mock server answer the goods desk. */
export const mockDuty = (over: object = {}) => ({
  imposedBy: 'US',
  on: 'IN',
  view: {
    at: '2025-10-16T03:59:59.999Z',
    knownAt: '2025-11-01T12:00:00Z',
    publicAt: null,
    position: 7,
  },
  timeZone: 'America/New_York',
  total: 25,
  expression: '25 %',
  amount: null,
  range: { min: 25, max: 25 },
  certainty: 'CERTAIN',
  disputed: false,
  coverage: { status: 'PARTIAL', note: 'The ordinary duty is left out.', setBy: null },
  layers: [mockLayer('a')],
  pending: [],
  schedule: [],
  ...over,
});

interface MockLayer {
  readonly title?: string;
  readonly reliefs?: readonly object[];
  readonly [field: string]: unknown;
}

/** A layer that applies; its measure is named by its slug. */
export const mockLayer = (
  slug: string,
  { title = slug, reliefs = [], ...over }: MockLayer = {},
) => ({
  measure: { slug, title, reliefs },
  role: 'ADDITIONAL',
  expression: '25 %',
  rate: 25,
  amount: null,
  applies: true,
  reason: 'IN_FORCE',
  setBy: { __typename: 'MeasureAdopted', id: `event-${slug}` },
  ...over,
});
