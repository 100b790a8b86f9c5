/** The duty on a good, and its schedule over time. */
import { z } from 'zod';
import { number, type Table, text } from '../../app/datasets/table.js';
import { dutyVariables, goodsParameters } from '../responses/dutyQuestion.js';
import { timePoint } from '../responses/timePoint.js';
import { clocks, NO_PARAMETERS, proof } from './parameters.js';
import { defineResource } from './resource.js';

const VARIABLES =
  '$imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods, $mfnRate: Float, $asOf: AsOf';
const ARGUMENTS = 'imposedBy: $imposedBy, on: $on, goods: $goods, mfnRate: $mfnRate, asOf: $asOf';
const SET_BY = 'setBy { id type occurred certainty summary }';

interface LayerRow {
  readonly imposedBy: string;
  readonly on: string;
  readonly at: string;
  readonly measure: { readonly slug: string; readonly title: string } | null;
  readonly expression: string | null;
  readonly rate: number | null;
  readonly applies: boolean;
  readonly reason: string;
  readonly setBy: { readonly id: string; readonly summary: string } | null;
  readonly total: number | null;
  readonly totalExpression: string;
  readonly coverage: string;
}

interface Duty {
  readonly imposedBy: string;
  readonly on: string;
  readonly view: { readonly at: string };
  readonly total: number | null;
  readonly expression: string;
  readonly coverage: { readonly status: string };
  readonly layers: readonly Omit<
    LayerRow,
    'imposedBy' | 'on' | 'at' | 'total' | 'totalExpression' | 'coverage'
  >[];
}

/** One row a layer, each with the total that it is a part of. */
const layerRows: Table<LayerRow> = {
  imposed_by: text(({ imposedBy }) => imposedBy),
  on: text(({ on }) => on),
  at: text(({ at }) => at),
  measure: text(({ measure }) => measure?.slug),
  title: text(({ measure }) => measure?.title),
  expression: text(({ expression }) => expression),
  percentage_points: number(({ rate }) => rate),
  applies: text(({ applies }) => (applies ? 'yes' : 'no')),
  reason: text(({ reason }) => reason),
  event_id: text(({ setBy }) => setBy?.id),
  event: text(({ setBy }) => setBy?.summary),
  total_percentage_points: number(({ total }) => total),
  total_expression: text(({ totalExpression }) => totalExpression),
  coverage: text(({ coverage }) => coverage),
};

export const duty = defineResource({
  path: '/duty',
  operationId: 'getDuty',
  summary: 'The duty on a good at a view: the sum, every layer with its event, what will change.',
  pathParameters: NO_PARAMETERS,
  queryParameters: z.strictObject({ ...goodsParameters, ...clocks, ...proof }),
  proof: `query apiDutyProof(${VARIABLES}) { duty(${ARGUMENTS}) { proof } }`,
  document: `query apiDuty(${VARIABLES}) {
    duty(${ARGUMENTS}) {
      imposedBy on view { at knownAt publicAt position pinned }
      total expression amount { amount currency } range { min max } certainty disputed
      coverage { status note ${SET_BY} }
      layers { measure { slug title } role expression rate amount { amount currency } applies reason ${SET_BY} }
      pending { at total measure { slug title } ${SET_BY} }
    }
  }`,
  variables: dutyVariables,
  answer: ['duty'],
  rows: ({ imposedBy, on, view, total, expression, coverage, layers }: Duty) =>
    layers.map((layer) => ({
      ...layer,
      imposedBy,
      on,
      at: view.at,
      total,
      totalExpression: expression,
      coverage: coverage.status,
    })),
  table: layerRows,
});

interface Step {
  readonly from: string;
  readonly until: string | null;
  readonly total: number | null;
}

const stepRows: Table<Step> = {
  from: text(({ from }) => from),
  until: text(({ until }) => until),
  percentage_points: number(({ total }) => total),
};

export const dutySchedule = defineResource({
  path: '/duty/schedule',
  operationId: 'getDutySchedule',
  summary: 'The duty on a good over time, as known at a view: one step for each rate.',
  pathParameters: NO_PARAMETERS,
  queryParameters: z.strictObject({
    ...goodsParameters,
    ...clocks,
    from: timePoint('From when; a date means its beginning.'),
    to: timePoint('Until when; a date means its close.'),
  }),
  document: `query apiDutySchedule(${VARIABLES}, $from: TimePoint!, $to: TimePoint!) {
    duty(${ARGUMENTS}) { schedule(from: $from, to: $to) { from until total } }
  }`,
  variables: ({ from, to, ...question }) => ({ ...dutyVariables(question), from, to }),
  answer: ['duty', 'schedule'],
  rows: (steps: readonly Step[]) => steps,
  table: stepRows,
});
