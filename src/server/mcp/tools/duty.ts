/** `duty`: what is charged on a good, under which acts, and what is not known. */
import { z } from 'zod';
import { coverageText } from '../../../domain/duty/coverage.js';
import { StoredQuery } from '../../responses/storedQuery.js';
import { BriefText, briefStructure } from '../brief.js';
import { dutyVariables, goodsParameters } from '../../responses/dutyQuestion.js';
import { defineTool, type ViewOf } from '../tool.js';
import {
  type Cause,
  CAUSE,
  causeOf,
  causeText,
  clocks,
  detail,
  possibly,
  VIEW,
  viewText,
  words,
} from './shared.js';

interface Layer {
  readonly measure: { readonly slug: string; readonly title: string } | null;
  readonly expression: string | null;
  readonly rate: number | null;
  readonly applies: boolean;
  readonly reason: string;
  readonly setBy: Cause | null;
}

interface Duty {
  readonly view: ViewOf;
  readonly total: number | null;
  readonly expression: string;
  readonly amount: { readonly amount: number; readonly currency: string } | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly certainty: string;
  readonly disputed: boolean;
  readonly coverage: Parameters<typeof coverageText>[0];
  readonly layers: readonly Layer[];
  readonly pending: readonly {
    readonly at: string;
    readonly total: number | null;
    readonly measure: { readonly title: string } | null;
    readonly setBy: Cause;
  }[];
}

const QUERY = new StoredQuery<{ duty: Duty }>(
  `query mcpDuty($imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods, $mfnRate: Float, $asOf: AsOf) {
    duty(imposedBy: $imposedBy, on: $on, goods: $goods, mfnRate: $mfnRate, asOf: $asOf) {
      ${VIEW} total expression amount { amount currency } range { min max } certainty disputed
      coverage { status note }
      layers { measure { slug title } expression rate applies reason setBy ${CAUSE} }
      pending { at total measure { title } setBy ${CAUSE} }
    }
  }`,
);

const nameOf = ({ measure }: Layer): string => measure?.title ?? 'Ordinary (MFN) duty';

function layerLine(layer: Layer): string {
  const sign = layer.applies ? '+' : ' ';
  const cause = layer.setBy ? `: ${causeText(layer.setBy)}` : '';
  return `  ${sign} ${layer.expression ?? 'no rate on record'} ${nameOf(layer)}, ${words(layer.reason)}${cause}`;
}

export const duty = defineTool({
  name: 'duty',
  title: 'Duty on a good',
  description:
    "What one country or customs union charges on another's good entered on a date: the sum, every layer with its act, what does not apply and why, what will change, and what the record does not cover. A total of null is unknown, never zero.",
  input: z.strictObject({ ...goodsParameters, ...clocks, detail }),
  async run(context, { detail: how, ...given }) {
    const full = how === 'full';
    const { duty: found } = await context.ask(QUERY, dutyVariables(given));
    const { view, total, expression, amount, range, certainty, coverage, layers, pending } = found;
    const text = new BriefText(full).line(viewText(view));
    text.line(
      total === null && expression === 'not on record'
        ? `Duty of ${given.imposedBy} on goods of ${given.on}: not on record. That is unknown, not zero.`
        : `Duty of ${given.imposedBy} on goods of ${given.on}: ${possibly(certainty)}${expression}${amount ? `, ${amount.amount} ${amount.currency}` : ''}${found.disputed ? '; disputed' : ''}.`,
    );
    if (range && range.min !== range.max)
      text.line(`It lies between ${range.min} and ${range.max} percentage points.`);
    text.line(coverageText(coverage));
    for (const layer of layers.filter(({ applies }) => applies)) text.line(layerLine(layer));
    for (const { at, total: then, measure, setBy } of pending)
      text.line(
        `From ${at}: ${then === null ? 'no plain percentage' : `${then} %`}, ${measure?.title ?? 'by a measure'}: ${causeText(setBy)}`,
      );
    for (const layer of layers.filter(({ applies }) => !applies)) text.line(layerLine(layer));
    const part = (layer: Layer) => ({
      measure: layer.measure?.slug ?? null,
      expression: layer.expression,
      rate: layer.rate,
      reason: layer.reason,
      setBy: layer.setBy && causeOf(layer.setBy),
    });
    const structured = {
      view,
      total,
      expression,
      amount,
      range,
      certainty,
      disputed: found.disputed,
      coverage,
      applying: layers.filter(({ applies }) => applies).map(part),
      pending: pending.map(({ setBy, measure, ...change }) => ({
        ...change,
        measure: measure?.title ?? null,
        setBy: causeOf(setBy),
      })),
      notApplying: layers.filter(({ applies }) => !applies).map(part),
    };
    return { text: text.toString(), structured: briefStructure(structured, full) };
  },
});
