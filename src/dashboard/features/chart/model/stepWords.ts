/** The steps of a duty in words: how much, and by which act. */
import { percent } from '../../../lib/words/labels.js';
import type { MadeStep } from './steps.js';

type Layer = MadeStep['layers'][number];

const nameOf = ({ measure }: Layer): string => measure?.title ?? 'Ordinary duty';
const keyOf = ({ measure }: Layer): string => measure?.slug ?? '';

/** "50 %"; where it is no percentage, as tariffs write it. */
export const rateWords = ({ total, expression }: Pick<MadeStep, 'total' | 'expression'>): string =>
  total === null ? expression : percent(total);

/** What applies in a step: "Reciprocal tariff on India 25 %", one after the other. */
export const actsWords = ({ layers }: Pick<MadeStep, 'layers'>): string =>
  layers.map((layer) => `${nameOf(layer)} ${layer.expression ?? ''}`.trim()).join(' + ');

/** Whether another act takes over at the same figure. */
export const isTakeover = (before: MadeStep | undefined, step: MadeStep): boolean =>
  before !== undefined &&
  before.expression === step.expression &&
  step.layers.some((layer) => !before.layers.some((other) => keyOf(other) === keyOf(layer)));

/** The act that makes a step different from the one before it; empty where none does. */
export function changeWords(before: MadeStep | undefined, step: MadeStep): string {
  const find = (layers: readonly Layer[], layer: Layer) =>
    layers.find((other) => keyOf(other) === keyOf(layer));
  const added = step.layers.filter((layer) => !find(before?.layers ?? [], layer));
  const gone = (before?.layers ?? []).filter((layer) => !find(step.layers, layer));
  const changed = step.layers.filter((layer) => {
    const old = find(before?.layers ?? [], layer);
    return old !== undefined && old.expression !== layer.expression;
  });
  if (before && isTakeover(before, step) && gone.length > 0)
    return `now ${listed(added)} instead of ${listed(gone)}`;
  const plus = before && before.layers.length > 0 && gone.length === 0 ? '+ ' : '';
  if (added.length > 0) return plus + listed(added);
  if (changed.length > 0)
    return changed.map((layer) => `${nameOf(layer)} now ${layer.expression ?? ''}`).join('; ');
  return gone.length > 0 ? `without ${listed(gone)}` : '';
}

const listed = (layers: readonly Layer[]): string => layers.map(nameOf).join(' + ');
