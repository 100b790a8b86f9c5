/** The events of the short negotiation of the mock server: see history.ts. */
const source = (publisher: string, published: string) => ({
  kind: 'PRESS',
  publisher,
  title: `${publisher} on the talks`,
  url: `https://example.org/${publisher.toLowerCase()}`,
  published,
  quote: null,
  via: null,
});

interface EventFixture {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly summary: string;
  readonly certainty?: string;
  readonly rate?: number;
  readonly published: string;
}

export const EVENTS: readonly EventFixture[] = [
  {
    id: 'launch',
    type: 'NegotiationLaunched',
    occurred: '2025-03-01',
    summary: 'Launched',
    published: '2025-03-02',
  },
  {
    id: 'rumour',
    type: 'NegotiationLaunched',
    occurred: '2025-02',
    summary: 'Said to be launched',
    certainty: 'DISPUTED',
    published: '2025-02-20',
  },
  {
    id: 'round',
    type: 'RoundHeld',
    occurred: '2025-03-10/2025-03-14',
    summary: 'Round 1 held',
    published: '2025-03-15',
  },
  {
    id: 'announced',
    type: 'MeasureAnnounced',
    occurred: '2025-03-05',
    summary: 'A rate of 40 % announced',
    rate: 40,
    published: '2025-03-05',
  },
  {
    id: 'adopted',
    type: 'MeasureAdopted',
    occurred: '2025-03-18',
    summary: 'The tariff adopted',
    published: '2025-03-18',
  },
  {
    id: 'amended',
    type: 'MeasureAmended',
    occurred: '2025-04-10',
    summary: 'The tariff raised',
    published: '2025-04-11',
  },
  {
    id: 'pause',
    type: 'TalksPaused',
    occurred: '2025-04-15/2025-05-15',
    summary: 'Talks paused',
    certainty: 'DISPUTED',
    published: '2025-05-20',
  },
];

/** As the contract has it. */
export const event = ({ published, certainty = 'REPORTED', ...fixture }: EventFixture) => ({
  __typename: fixture.type,
  ...fixture,
  certainty,
  recordedAt: '2025-05-30T12:00:00Z',
  recordedBy: 'desk',
  retracted: false,
  hypothetical: false,
  dataTimeZone: 'UTC',
  data: {},
  corrections: [],
  sources: [source(`The ${fixture.id}`, published)],
});
