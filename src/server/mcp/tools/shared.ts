/** What tools share: their arguments, and words for what GraphQL answers. */
import { z } from 'zod';
import { slug, sourceKind } from '../../../../events/envelope.js';
import { timePoint } from '../../responses/timePoint.js';
import type { ViewOf } from '../tool.js';

export const clocks = {
  at: timePoint(
    'The date or instant to answer for: 2025-08-27, meaning its close, or an instant with offset. Now when absent.',
  ).optional(),
  knownAt: timePoint('Only what this record had recorded by then.').optional(),
  publicAt: timePoint('Only what was public by then.').optional(),
};

export const negotiation = slug().describe(
  'The name of the negotiation, such as in-us-bta; where_things_stand without arguments lists them.',
);

export const detail = z
  .enum(['brief', 'full'])
  .describe('brief keeps the answer under 4 KB (the default); full gives everything.')
  .optional();

interface Clocks {
  readonly at?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly publicAt?: string | undefined;
}

export const asOf = ({ at, knownAt, publicAt }: Clocks) => ({ at, knownAt, publicAt });

export const VIEW = 'view { at knownAt publicAt position pinned }';

/** The event behind a figure, with its sources. */
export const CAUSE =
  '{ id type occurred certainty summary sources { publisher title url kind published } }';

export interface Cause {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly certainty: string;
  readonly summary: string;
  readonly sources: readonly {
    readonly publisher: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly kind: string;
    readonly published: string | null;
  }[];
}

/** `in force` for `IN_FORCE`. */
export const words = (constant: string): string => constant.toLowerCase().replaceAll('_', ' ');

/** Whether something is certain, where it is not. */
export const possibly = (certainty: string): string =>
  certainty === 'POSSIBLE' ? 'possibly ' : '';

/** The source of the best kind: the act itself before what is written about it. */
function bestOf(sources: Cause['sources']): Cause['sources'][number] | undefined {
  const rank = ({ kind }: Cause['sources'][number]) => sourceKind.options.indexOf(kind as never);
  return sources.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** Who says so: the act or report, its best source, and how firmly it is held. */
export function causeText({ id, occurred, certainty, summary, sources }: Cause): string {
  const source = bestOf(sources);
  const name = source && (source.publisher ?? source.title ?? source.url);
  const told = source ? `${name ?? 'source without a name'}, ${words(source.kind)}` : 'no source';
  return `${summary} (${occurred}; ${told}; ${words(certainty)}; event ${id})`;
}

/** The cause of a figure as structured content. */
export function causeOf({ id, type, occurred, certainty, summary, sources }: Cause) {
  const source = bestOf(sources);
  return {
    event: id,
    type,
    occurred,
    certainty,
    summary,
    ...(source && {
      source: { publisher: source.publisher, url: source.url, kind: source.kind },
    }),
  };
}

export const viewText = ({ at, knownAt, publicAt }: ViewOf): string =>
  `As of ${at}, from what was known at ${knownAt}${publicAt === null ? '' : ` and public by ${publicAt}`}.`;

/** A value at a path; null is nothing on record, never zero. */
export function valueText(value: unknown): string {
  if (value === null) return 'nothing on record';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
