/** The terms of a measure: what the decisions that cover an instant have set, one by one. */
import type { EventData } from '../../../events/catalogue.js';
import type { DutyExpression, TariffLine } from '../../../events/duty/dutyExpression.js';
import type { RemovableTerm } from '../../../events/families/measures/decisions.js';
import { longestPrefix, type Match, reachesInto } from './codeList.js';
import { weakMemoize } from '../streamState/threeValued.js';

type Adopted = EventData<'MeasureAdopted'>;
type Amended = EventData<'MeasureAmended'>;

/** How much: a percentage, an expression, a schedule, or the charge of a fee. */
interface Amount {
  readonly rate?: number | undefined;
  readonly duty?: DutyExpression | undefined;
  readonly charge?: DutyExpression | undefined;
  /** Schedules, the latest last: a line replaces the one of the same code before it. */
  readonly schedules?: readonly (readonly TariffLine[])[] | undefined;
}

/** The terms in force at an instant: of each, what the latest decision that states it says. */
export interface Terms
  extends
    Amount,
    Pick<
      Adopted,
      | 'title'
      | 'imposedBy'
      | 'affects'
      | 'kind'
      | 'form'
      | 'role'
      | 'exceptFor'
      | 'goods'
      | 'replaces'
      | 'excludedBy'
      | 'capTotalAt'
      | 'valueShare'
      | 'collection'
      | 'inTransit'
      | 'transshipmentRate'
      | 'until'
    > {}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const AMOUNTS = ['rate', 'duty', 'charge', 'lines'] as const;

/** Whether a decision says how much. */
export const setsAmount = (data: object): boolean =>
  AMOUNTS.some((key) => (data as Readonly<Record<string, unknown>>)[key] !== undefined);

export function adoptedTerms({ lines, ...adopted }: Adopted): Terms {
  return { ...adopted, schedules: lines && [lines] };
}

const EMPTY: Amount = {
  rate: undefined,
  duty: undefined,
  charge: undefined,
  schedules: undefined,
};

/** The terms as an amendment leaves them. */
export function amendedTerms(terms: Terms, amendment: Amended): Terms {
  const {
    effectiveFrom: _from,
    instrument: _instrument,
    revertsAt: _reverts,
    removes = [],
    lines,
    ...changes
  } = amendment;
  const schedules = lines ? [...(terms.schedules ?? []), lines] : undefined;
  const amount = setsAmount(amendment) ? { ...EMPTY, schedules } : {};
  const affects = changes.affects ?? terms.affects;
  const amended: Writable<Terms> = { ...terms, ...amount, ...changes, affects };
  for (const key of removes as readonly RemovableTerm[]) amended[key] = undefined;
  return amended;
}

const codesOf = weakMemoize((lines: readonly TariffLine[]) => lines.map(({ hs }) => hs));

const lineByCode = weakMemoize(
  (lines: readonly TariffLine[]) => new Map(lines.map((line) => [line.hs, line])),
);

/** The line of the schedules that fits a code best: the longest code, then the latest schedule. */
function lineFor(
  schedules: readonly (readonly TariffLine[])[],
  hs: string,
): TariffLine | undefined {
  let best: TariffLine | undefined;
  for (const lines of schedules) {
    const code = longestPrefix(codesOf(lines), hs);
    if (code !== undefined && code.length >= (best?.hs.length ?? 0))
      best = lineByCode(lines).get(code);
  }
  return best;
}

/** What a measure says for a good, and how much of the goods asked about it says it for. */
export interface AmountForGood {
  readonly match: Match;
  /** Undefined where it says nothing. */
  readonly duty: DutyExpression | undefined;
  /** What it says for longer codes, where some of the goods have lines of their own. */
  readonly under?: readonly DutyExpression[];
  /** Digits of the code that fits: how specific it is. */
  readonly digits: number;
}

export const percent = (rate: number): DutyExpression => ({ components: [{ percent: rate }] });

/** `rate` is short for one component in percent. */
export const expressionOf = ({
  rate,
  duty,
}: {
  readonly rate?: number | undefined;
  readonly duty?: DutyExpression | undefined;
}): DutyExpression | undefined => duty ?? (rate === undefined ? undefined : percent(rate));

/** Equal for two terms that set the same amount for every good. O(lines). */
export function amountKey({ rate, duty, charge, schedules }: Terms): string {
  if (!schedules) return JSON.stringify(expressionOf({ rate, duty }) ?? charge ?? null);
  const lines = new Map(schedules.flat().map((line) => [line.hs, expressionOf(line)]));
  return JSON.stringify([...lines].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The duties of the lines under a code, each by the latest schedule that states it. O(lines). */
function linesUnder(
  schedules: readonly (readonly TariffLine[])[],
  hs: string,
): readonly DutyExpression[] {
  const lines = new Map<string, TariffLine>();
  for (const schedule of schedules)
    for (const line of schedule)
      if (line.hs.length > hs.length && line.hs.startsWith(hs)) lines.set(line.hs, line);
  return [...lines.values()].flatMap((line) => expressionOf(line) ?? []);
}

/**
 * The duty that the terms set for a code; where there is no line for all of it, only some of the
 * goods are meant. O(schedules × digits), and O(lines) for a code that has lines under it.
 */
export function amountForGood(terms: Terms, hs: string | undefined): AmountForGood {
  const { schedules, charge } = terms;
  if (!schedules) {
    const digits = hs && terms.goods?.hs ? (longestPrefix(terms.goods.hs, hs)?.length ?? 0) : 0;
    return { match: 'ALL', duty: expressionOf(terms) ?? charge, digits };
  }
  const line = hs === undefined ? undefined : lineFor(schedules, hs);
  if (hs !== undefined && schedules.some((lines) => reachesInto(codesOf(lines), hs))) {
    const under = linesUnder(schedules, hs);
    const match = line ? 'ALL' : 'PART';
    return { match, duty: line && expressionOf(line), under, digits: line?.hs.length ?? 0 };
  }
  return line ? { match: 'ALL', duty: expressionOf(line), digits: line.hs.length } : NO_LINE;
}

const NO_LINE: AmountForGood = { match: 'NONE', duty: undefined, digits: 0 };
