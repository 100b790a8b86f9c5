/**
 * A short negotiation for the mock server: launched on 1 March 2025, negotiating from 10 March, a
 * duty of 10 per cent from 20 March and 25 from 1 May, disputed for the last ten days of April.
 */
import type { Resolvers } from './contractServer.js';
import { event, EVENTS } from './fixtures.js';

const at = (day: string) => Date.parse(`2025-${day}T00:00:00Z`);

const by = (id: string) => ({ __typename: 'RoundHeld', type: 'RoundHeld', id });

const SCHEDULE = [
  { from: '2000-01-01T23:59:59.999Z', until: '2025-03-20T00:00:00.000Z', total: 0 },
  { from: '2025-03-20T00:00:00.000Z', until: '2025-05-01T00:00:00.000Z', total: 10 },
  { from: '2025-05-01T00:00:00.000Z', until: null, total: 25 },
];

const totalAt = (instant: number) =>
  SCHEDULE.findLast(({ from }) => Date.parse(from) <= instant)?.total ?? 0;

/** The end of the day that a view names, in UTC. */
const instantOf = (point: string) =>
  point.includes('T') ? Date.parse(point) : Date.parse(`${point}T23:59:59.999Z`);

const party = (code: string, name: string) => ({
  ...{ code, name, kind: 'COUNTRY', since: '2025-03-01', until: null },
  setBy: by('launch'),
  endedBy: null,
});

/** The negotiation at an instant. */
function pictureAt(instant: number) {
  const negotiating = instant >= at('03-10');
  const pausable = instant >= at('04-15');
  const phase = (value: string, since: string, id: string) => ({
    value,
    since,
    certainty: 'CERTAIN',
    setBy: by(id),
  });
  const phases = [
    phase('LAUNCHED', '2025-03-01', 'launch'),
    ...(negotiating ? [phase('NEGOTIATING', '2025-03-10/2025-03-14', 'round')] : []),
  ];
  const rate = totalAt(instant);
  return {
    slug: 'a-b',
    title: 'A-B Agreement',
    rtaStatus: 'Early announcement-Under negotiation',
    latestEvent: {
      ...by(instant < at('03-10') ? 'launch' : 'round'),
      ...(instant < at('03-10')
        ? { type: 'NegotiationLaunched', occurred: '2025-03-01', summary: 'A-B launched' }
        : { type: 'RoundHeld', occurred: '2025-03-10/2025-03-14', summary: 'Round 1 held' }),
    },
    checkedThrough: instant < at('04-20') ? null : { date: '2025-04-18', setBy: by('round') },
    parties: [party('IN', 'India'), party('US', 'United States of America')],
    formerParties: [],
    tracks: [],
    phase: phases.at(-1),
    phases,
    activity: pausable
      ? {
          value: 'PAUSED',
          scope: 'FORMAL_ROUNDS',
          since: '2025-04-15/2025-05-15',
          certainty: instant > at('05-16') ? 'CERTAIN' : 'POSSIBLE',
          setBy: by('pause'),
        }
      : {
          value: 'ACTIVE',
          scope: null,
          since: '2025-03-01',
          certainty: 'CERTAIN',
          setBy: by('launch'),
        },
    pauses: [],
    rounds: negotiating
      ? [
          {
            number: 1,
            track: null,
            dates: '2025-03-10/2025-03-14',
            place: 'New Delhi',
            formal: 'YES',
            status: 'HELD',
            reports: [by('round')],
            setBy: by('round'),
          },
        ]
      : [],
    roundsCompleted: {
      ...{ reported: null, counted: negotiating ? 1 : 0, disputed: false },
      ...{ reports: [], byTrack: [] },
    },
    meetings: [],
    statements: { totalCount: 0, edges: [] },
    targets: [
      {
        slug: 'tranche',
        what: 'Agree on a first tranche',
        due: '2025-12',
        kind: 'TARGET',
        status: 'OPEN',
        slips: 1,
        history: [
          { due: '2025-09', setBy: by('launch') },
          { due: '2025-12', setBy: by('round') },
        ],
        readings: [],
        setBy: by('round'),
      },
    ],
    agreements: [],
    measures: [],
    duties: [
      {
        imposedBy: 'US',
        on: 'IN',
        total: rate,
        disputed: false,
        layers: [
          {
            measure: { slug: 'us-x', title: 'A tariff' },
            rate,
            applies: rate > 0,
            reason: 'IN_FORCE',
            setBy: by('adopted'),
          },
        ],
        pending:
          instant >= at('04-10') && instant < at('05-01')
            ? [
                {
                  at: '2025-05-01T00:00:00.000Z',
                  total: 25,
                  measure: { slug: 'us-x', title: 'A tariff' },
                  setBy: by('amended'),
                },
              ]
            : [],
        schedule: SCHEDULE,
      },
      {
        imposedBy: 'IN',
        on: 'US',
        total: 0,
        disputed: false,
        layers: [],
        pending: [],
        schedule: SCHEDULE.slice(0, 1),
      },
    ],
    findings: [],
  };
}

const change = (day: string, path: string, after: unknown) => ({
  at: `2025-${day}T00:00:00.000Z`,
  changes: [{ path, before: null, after, causedBy: [] }],
});

export const TIMELINE = [
  change('03-01', 'phase', 'LAUNCHED'),
  change('03-10', 'phase', 'NEGOTIATING'),
  change('03-20', 'duties.US-IN.total', 10),
  change('04-15', 'activity', 'PAUSED'),
  change('04-20', 'duties.US-IN.disputed', true),
  change('04-30', 'duties.US-IN.disputed', false),
  change('05-01', 'duties.US-IN.total', 25),
];

interface NegotiationArgs {
  readonly asOf: { readonly at: string; readonly publicAt?: string };
}

/** Resolvers for the page of this negotiation. */
/** `zone` is that of its days. */
export const history = (zone = 'UTC'): Resolvers => ({
  Query: {
    log: () => ({ headPosition: 7, headRecordedAt: '2025-05-30T12:00:00Z' }),
    nodes: (_: unknown, { ids }: { ids: string[] }) =>
      ids.map((id) => EVENTS.map(event).find((each) => each.id === id) ?? null),
    negotiation: (_: unknown, { asOf }: NegotiationArgs) => {
      const instant = instantOf(asOf.at);
      const publicInstant = asOf.publicAt === undefined ? Infinity : instantOf(asOf.publicAt);
      if (Math.min(instant, publicInstant) < at('03-01')) return null;
      return {
        ...pictureAt(Math.min(instant, publicInstant)),
        view: { at: asOf.at, knownAt: asOf.at, publicAt: null, position: 7 },
        timeline: () => TIMELINE,
        events: ({ filter }: { filter?: { types: string[] } }) => {
          const events = EVENTS.filter(
            ({ type }) => filter?.types.includes(type) ?? !type.startsWith('Measure'),
          );
          return {
            edges: events.map((each) => ({ node: { ...event(each), dataTimeZone: zone } })),
            pageInfo: { hasNextPage: false, endCursor: null },
          };
        },
        measures: () => [
          {
            slug: 'us-x',
            title: 'A tariff',
            imposedBy: 'US',
            affects: ['IN'],
            kind: 'RECIPROCAL',
            status: 'IN_FORCE',
            certainty: 'CERTAIN',
            rate: 10,
            announcedRate: null,
            endedHow: null,
            lawful: true,
            terms: [],
            pending: [],
            setBy: by('adopted'),
            events: {
              edges: EVENTS.filter(({ type }) => type.startsWith('Measure')).map((each) => ({
                node: event(each),
              })),
            },
          },
        ],
        explain: ({ path }: { path: string }) =>
          path === 'phase'
            ? [
                {
                  path,
                  value: 'LAUNCHED',
                  certainty: 'REPORTED',
                  current: false,
                  setBy: by('launch'),
                  alsoBy: [by('rumour')],
                },
                {
                  path,
                  value: 'NEGOTIATING',
                  certainty: 'REPORTED',
                  current: true,
                  setBy: by('round'),
                  alsoBy: [],
                },
              ]
            : [],
        diff: ({ to }: { to: { at: string } }) => {
          const changes =
            totalAt(instantOf(to.at)) === totalAt(instant)
              ? []
              : [
                  {
                    path: 'duties.US-IN.total',
                    before: totalAt(instant),
                    after: totalAt(instantOf(to.at)),
                    causedBy: [by('amended')],
                  },
                ];
          return {
            from: { at: asOf.at, knownAt: asOf.at, publicAt: null },
            to: { at: to.at, knownAt: to.at, publicAt: null },
            totalCount: changes.length,
            topics: changes.map(() => ({ topic: 'duties', count: 1 })),
            headline: changes,
            changes,
          };
        },
      };
    },
  },
});
