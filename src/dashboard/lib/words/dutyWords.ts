/** What a duty is in words: how much, how firmly it is held, and of which goods it is told. */
import type { CoverageStatus, EventCertainty } from '../../generated/graphql.js';
import { capital, CERTAINTY, percent } from './labels.js';

interface Figure {
  /** Percentage points; null where it is no percentage, or nothing is on record. */
  readonly total: number | null;
  /** As tariffs write it, such as 7 INR/kg; "not on record" where nothing is. */
  readonly expression: string;
  readonly range?: { readonly min: number; readonly max: number } | null;
}

/** A figure with how firmly the least certain event behind it is held; null where no measure applies. */
export interface HeldFigure extends Figure {
  readonly leastCertainty: EventCertainty | null;
}

/** What the figure of a duty holds for. */
export interface ScopedFigure {
  readonly expression: string;
  readonly coverage: { readonly status: CoverageStatus };
  readonly scope: {
    readonly ordinary: boolean;
    readonly reliefs: number;
    readonly elsewhere: readonly {
      readonly expression: string | null;
      readonly measure: { readonly slug: string; readonly title: string } | null;
    }[];
  };
}

/** "25 %", "10 % to 35 %", "7 INR/kg", "not on record": never 0 % for what is unknown. */
export function dutyWords({ total, expression, range }: Figure): string {
  if (range && range.min !== range.max) return `${percent(range.min)} to ${percent(range.max)}`;
  return total === null ? expression : percent(total);
}

/** The same where no line may break within it. */
export const unbrokenDutyWords = (figure: Figure): string =>
  dutyWords(figure).replaceAll(' ', '\u00a0');

/** How firmly a figure is held: "reported", "disputed"; empty where it is confirmed, or 0 for want of a measure. */
export const holdWords = ({ leastCertainty }: Pick<HeldFigure, 'leastCertainty'>): string =>
  leastCertainty === null || leastCertainty === 'CONFIRMED' ? '' : CERTAINTY[leastCertainty];

/** Words of a figure, and how firmly it is held where that is less than confirmed: "10 %, reported". */
export const heldWords = (words: string, leastCertainty: EventCertainty | null): string =>
  [words, holdWords({ leastCertainty })].filter((each) => each !== '').join(', ');

/** "25 %", "10 %, reported", "18 %, disputed": a figure wherever it is shown by itself. */
export const heldDutyWords = (figure: HeldFigure): string =>
  heldWords(dutyWords(figure), figure.leastCertainty);

/** The same where no line may break within the figure. */
export const unbrokenHeldDutyWords = (figure: HeldFigure): string =>
  heldDutyWords(figure).replace(dutyWords(figure), unbrokenDutyWords(figure));

/** So many measures on some goods are named. */
const NAMED = 2;

const NOT_ON_RECORD = percent(null);

/** What the figure leaves out: "Section 232 duties on steel and aluminium (50 %)", "6 exemptions". */
function leftOut({ scope: { elsewhere, reliefs } }: ScopedFigure): readonly string[] {
  const named = elsewhere.slice(0, NAMED).map(({ measure, expression }) => {
    const title = measure?.title ?? 'the ordinary duty';
    return expression === null ? title : `${title} (${expression})`;
  });
  const others = elsewhere.length - named.length;
  return [
    ...named,
    ...(others > 0 ? [`${others} ${others === 1 ? 'measure' : 'measures'} more`] : []),
    ...(reliefs > 0 ? [`${reliefs} ${reliefs === 1 ? 'exemption' : 'exemptions'}`] : []),
  ];
}

/** Of which goods a figure is told: "all goods" only where the record claims every duty and nothing is left out. */
const goodsWords = (figure: ScopedFigure): string =>
  leftOut(figure).length > 0
    ? 'most goods'
    : figure.coverage.status === 'COMPLETE'
      ? 'all goods'
      : 'goods in general';

const exceptionsWords = (figure: ScopedFigure): readonly string[] => {
  const out = leftOut(figure);
  return [
    ...(out.length > 0 ? [`not in it: ${out.join(', ')}`] : []),
    ...(figure.coverage.status === 'COMPLETE' ? [] : ['not every duty is on record']),
  ];
};

/**
 * "most goods; not in it: Section 232 duties on steel and aluminium (50 %), 6 exemptions; not every duty is on
 * record": what a figure holds for, wherever it is shown. Empty where there is none.
 */
export const scopeWords = (figure: ScopedFigure): string =>
  figure.expression === NOT_ON_RECORD
    ? ''
    : [goodsWords(figure), ...exceptionsWords(figure)].join('; ');

/** A figure with what it holds for, where there is room for one sentence: "10 %, reported (most goods; …)". */
export function claimWords(figure: HeldFigure & ScopedFigure): string {
  const scope = scopeWords(figure);
  return `${heldDutyWords(figure)}${scope === '' ? '' : ` (${scope})`}`;
}

/** The same where no line may break within the figure. */
export const unbrokenClaimWords = (figure: HeldFigure & ScopedFigure): string =>
  claimWords(figure).replace(dutyWords(figure), unbrokenDutyWords(figure));

/** What the figures of a chart measure: "Percentage points of the customs value of most goods, …", and what is left out. */
export function unitWords(figure: ScopedFigure): string {
  const ordinary = figure.scope.ordinary
    ? 'the ordinary duty included'
    : 'on top of the ordinary duty';
  const goods = figure.expression === NOT_ON_RECORD ? 'goods' : goodsWords(figure);
  const [first, ...rest] = exceptionsWords(figure);
  const exceptions = first === undefined ? '' : ` ${[capital(first), ...rest].join('; ')}.`;
  return `Percentage points of the customs value of ${goods}, ${ordinary}.${exceptions}`;
}

/** Whether anything is levied, disputed or to come: what a short list of pairs shows. */
export const isLevied = ({
  disputed,
  pending,
  ...figure
}: Figure & { readonly disputed: boolean; readonly pending: readonly unknown[] }): boolean =>
  !['0 %', NOT_ON_RECORD].includes(dutyWords(figure)) || disputed || pending.length > 0;
