/** A duty over some months, as charts get it. */
import type { TimelineEvent } from '../../src/dashboard/lib/time/timelineEvents.js';
import type { Snapshot } from '../../src/dashboard/api/cache/snapshotCache.js';

export const on = (day: string) => Date.parse(`2025-${day}T00:00:00Z`);
export const RANGE = [on('03-01'), on('07-01')] as const;
export const SCHEDULE: Snapshot['duties'][number]['schedule'] = [
  { from: '2000-01-01T00:00:00.000Z', until: '2025-04-01T00:00:00.000Z', total: 0 },
  { from: '2025-04-01T00:00:00.000Z', until: '2025-05-01T00:00:00.000Z', total: 10 },
  { from: '2025-05-01T00:00:00.000Z', until: null, total: 25 },
].map((step) => ({
  ...step,
  expression: `${step.total} %`,
  leastCertainty: step.total === 25 ? ('REPORTED' as const) : null,
  layers: [],
  setBy: [],
}));

export const duty = (over: object = {}) => ({
  imposedBy: 'US',
  ...{ on: 'IN', timeZone: 'UTC', total: 10 },
  ...{
    expression: '10 %',
    range: null,
    coverage: { status: 'PARTIAL' as const, note: null, setBy: null },
  },
  scope: { ordinary: false, reliefs: 0, elsewhere: [] },
  ...{ disputed: false, leastCertainty: 'CONFIRMED' as const },
  layers: [],
  pending: [
    {
      at: '2025-05-01T00:00:00.000Z',
      ...{ total: 25, expression: '25 %', leastCertainty: 'REPORTED' as const },
      ...{ measure: { slug: 'us-x', title: 'A tariff' }, setBy: { id: 'amended' } },
    },
  ],
  schedule: SCHEDULE,
  ...over,
});

const SAID: TimelineEvent = {
  id: 'said',
  type: 'StatementMade',
  occurred: '2025-04-12',
  summary: 'Said "soon"',
  from: on('04-12'),
  to: on('04-13') - 1,
  measure: null,
  ...{
    recordedAt: '',
    disputed: false,
    recordedFrom: 0,
    publicFrom: 0,
    rate: null,
    publishers: [],
  },
};
export const happened = (over: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...SAID,
  ...over,
});
