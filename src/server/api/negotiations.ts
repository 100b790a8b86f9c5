/** Negotiations, their events and their timelines. */
import { z } from 'zod';
import { integer, type Table, text } from '../../app/datasets/table.js';
import { asOf, clocks, NO_PARAMETERS, page, party, proof, slugParameter } from './parameters.js';
import { timePoint } from '../responses/timePoint.js';
import { defineResource } from './resource.js';
import type { Page } from './resourceQuery.js';

const VIEW = 'view { at knownAt publicAt position pinned }';

const SET_BY = 'setBy { id type occurred certainty summary }';

const SUMMARY = `
  slug
  title
  ${VIEW}
  parties { code name }
  phase { value since certainty ${SET_BY} }
  rtaStatus
  activity { value scope since certainty ${SET_BY} }
  roundsCompleted { reported counted disputed }`;

const slugPath = z.strictObject({
  slug: slugParameter('The name of the negotiation in the record, such as in-us-bta.'),
});

const notFound = ({ slug }: { readonly slug: string }) =>
  `No negotiation ${slug} had begun at this view. /api/negotiations lists those that had.`;

interface Summary {
  readonly slug: string;
  readonly title: string;
  readonly view: { readonly at: string };
  readonly parties: readonly { readonly code: string }[];
  readonly phase: { readonly value: string; readonly since: string; readonly certainty: string };
  readonly rtaStatus: string;
  readonly activity: { readonly value: string; readonly since: string; readonly certainty: string };
  readonly roundsCompleted: { readonly reported: number | null; readonly counted: number };
}

const summaryTable: Table<Summary> = {
  slug: text(({ slug }) => slug),
  title: text(({ title }) => title),
  at: text(({ view }) => view.at),
  parties: text(({ parties }) => parties.map(({ code }) => code).join(' ')),
  phase: text(({ phase }) => phase.value),
  phase_since: text(({ phase }) => phase.since),
  phase_certainty: text(({ phase }) => phase.certainty),
  rta_status: text(({ rtaStatus }) => rtaStatus),
  activity: text(({ activity }) => activity.value),
  activity_since: text(({ activity }) => activity.since),
  rounds_reported: integer(({ roundsCompleted }) => roundsCompleted.reported),
  rounds_counted: integer(({ roundsCompleted }) => roundsCompleted.counted),
};

export const negotiations = defineResource({
  path: '/negotiations',
  operationId: 'listNegotiations',
  summary: 'The negotiations that had begun at a view, by slug.',
  pathParameters: NO_PARAMETERS,
  queryParameters: z.strictObject({
    ...clocks,
    party: party(
      'Only those to which it is a party, by itself or as a member of a group; `through` names the group.',
    ).optional(),
    ...page,
  }),
  document: `query apiNegotiations($asOf: AsOf, $filter: NegotiationFilter, $first: Int, $after: String) {
    negotiations(asOf: $asOf, filter: $filter, first: $first, after: $after) {
      edges { node { ${SUMMARY} } through { code name } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: ({ party, first, after, ...given }) => ({
    asOf: asOf(given),
    filter: { party },
    first,
    after,
  }),
  answer: ['negotiations'],
  paged: true,
  rows: ({ items }: Page<Summary>) => items,
  table: summaryTable,
});

export const negotiation = defineResource({
  path: '/negotiations/{slug}',
  operationId: 'getNegotiation',
  summary: 'Where one negotiation stood at a view, since when, and who says so.',
  pathParameters: slugPath,
  queryParameters: z.strictObject({ ...clocks, ...proof }),
  proof: `query apiNegotiationProof($slug: String!, $asOf: AsOf) {
    negotiation(slug: $slug, asOf: $asOf) { proof }
  }`,
  document: `query apiNegotiation($slug: String!, $asOf: AsOf) {
    negotiation(slug: $slug, asOf: $asOf) {
      ${SUMMARY}
      phases { value since certainty ${SET_BY} }
      pauses { from to scope reason ${SET_BY} }
      rounds { number dates place formal status ${SET_BY} }
      targets { slug what due kind status slips ${SET_BY} }
      agreements { slug title status since inForceFrom provisional certainty }
      findings { code message }
    }
  }`,
  variables: ({ slug, ...given }) => ({ slug, asOf: asOf(given) }),
  answer: ['negotiation'],
  notFound,
  rows: (answer: Summary) => [answer],
  table: summaryTable,
});

interface EventRow {
  readonly id: string;
  readonly position: number;
  readonly stream: string;
  readonly type: string;
  readonly occurred: string;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly certainty: string;
  readonly summary: string;
  readonly sources: readonly {
    readonly publisher: string | null;
    readonly url: string | null;
    readonly kind: string;
  }[];
  readonly hash: string;
}

const eventRows: Table<EventRow> = {
  id: text(({ id }) => id),
  position: integer(({ position }) => position),
  stream: text(({ stream }) => stream),
  type: text(({ type }) => type),
  occurred: text(({ occurred }) => occurred),
  recorded_at: text(({ recordedAt }) => recordedAt),
  recorded_by: text(({ recordedBy }) => recordedBy),
  certainty: text(({ certainty }) => certainty),
  summary: text(({ summary }) => summary),
  source_kinds: text(({ sources }) => sources.map(({ kind }) => kind).join(' ')),
  source_publishers: text(({ sources }) =>
    sources.flatMap(({ publisher }) => publisher ?? []).join('; '),
  ),
  source_urls: text(({ sources }) => sources.flatMap(({ url }) => url ?? []).join(' ')),
  hash: text(({ hash }) => hash),
};

const EVENT = `id position stream revision also type occurred timeZone recordedAt recordedBy certainty
  summary data sources { url publisher title published kind quote via } hash`;

export const events = defineResource({
  path: '/negotiations/{slug}/events',
  operationId: 'listEvents',
  summary: 'The history of one negotiation as known at a view, in log order or by date.',
  pathParameters: slugPath,
  queryParameters: z.strictObject({
    ...clocks,
    order: z
      .enum(['POSITION_ASC', 'POSITION_DESC', 'OCCURRED_ASC', 'OCCURRED_DESC'])
      .describe('By position in the log (the default, oldest first), or by when it happened.')
      .optional(),
    ...page,
  }),
  document: `query apiEvents($slug: String!, $asOf: AsOf, $order: EventOrder, $first: Int, $after: String) {
    negotiation(slug: $slug, asOf: $asOf) {
      events(order: $order, first: $first, after: $after) {
        edges { node { ${EVENT} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  variables: ({ slug, order, first, after, ...given }) => ({
    slug,
    asOf: asOf(given),
    order,
    first,
    after,
  }),
  answer: ['negotiation', 'events'],
  notFound,
  paged: true,
  rows: ({ items }: Page<EventRow>) => items,
  table: eventRows,
});

interface ChangeRow {
  readonly at: string;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly causedBy: readonly { readonly id: string; readonly summary: string }[];
}

interface Point {
  readonly at: string;
  readonly changes: readonly Omit<ChangeRow, 'at'>[];
}

/** A value in a cell: what is no scalar, as JSON. */
const valueCell = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string);

const timelineRows: Table<ChangeRow> = {
  at: text(({ at }) => at),
  path: text(({ path }) => path),
  before: text(({ before }) => valueCell(before)),
  after: text(({ after }) => valueCell(after)),
  caused_by: text(({ causedBy }) => causedBy.map(({ id }) => id).join(' ')),
  cause: text(({ causedBy }) => causedBy.map(({ summary }) => summary).join('; ')),
};

export const timeline = defineResource({
  path: '/negotiations/{slug}/timeline',
  operationId: 'getTimeline',
  summary: 'Every instant at which one negotiation changed, with the events that caused it.',
  pathParameters: slugPath,
  queryParameters: z.strictObject({
    ...clocks,
    from: timePoint('From when; from the beginning when absent.').optional(),
    to: timePoint('Until when, inclusive; the view when absent.').optional(),
  }),
  document: `query apiTimeline($slug: String!, $asOf: AsOf, $from: TimePoint, $to: TimePoint) {
    negotiation(slug: $slug, asOf: $asOf) {
      timeline(from: $from, to: $to) {
        at
        changes { path before after causedBy { id type occurred summary } }
      }
    }
  }`,
  variables: ({ slug, from, to, ...given }) => ({ slug, asOf: asOf(given), from, to }),
  answer: ['negotiation', 'timeline'],
  notFound,
  rows: (points: readonly Point[]) =>
    points.flatMap(({ at, changes }) => changes.map((change) => ({ at, ...change }))),
  table: timelineRows,
});
