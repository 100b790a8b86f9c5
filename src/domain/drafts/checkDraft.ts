/**
 * Whether a draft says what its text says: each span stands in the text, and each date, number,
 * rate, party, quote and name is read again from its span. Nothing is taken on trust, whoever
 * proposes: a person, a rule or a model.
 */
import type { Problem } from '../../../events/parse.js';
import type { Draft, ReportText } from './draft.js';
import { locateSpans, shortQuote } from './locateSpans.js';
import { type Field, fieldsToCheck } from './fieldKinds.js';
import { areasIn } from './reading/areaNames.js';
import { readingsOf } from './reading/dates.js';
import { instantAgrees } from './reading/instants.js';
import { isPercentAt, numbersIn, percentagesIn, type Span } from './reading/numbers.js';

const problem = (path: string, code: string, message: string): Problem => ({ path, code, message });

/** The spans of a field or, where a list has them for all its items, of the list. */
const spansFor = (spans: ReadonlyMap<string, readonly Span[]>, path: string): readonly Span[] =>
  spans.get(path) ?? spans.get(path.replace(/\[\d+\].*$/, '')) ?? [];

/** A reading without the marks of doubt. */
const plain = (date: string): string => date.replace(/[~?%]/g, '');

/** Whether an EDTF value is what the spans say, or open towards one side of it. */
function dateAgrees(value: string, spans: readonly Span[], report: ReportText): boolean {
  const { text, day } = report;
  const anchor = day ?? '0000-01-01';
  const readings = new Set(spans.flatMap((span) => readingsOf(text, span, anchor)).map(plain));
  const wanted = plain(value);
  if (readings.has(wanted)) return true;
  if (wanted.includes('T')) return instantAgrees(wanted, spans, text, readings);
  const [from = '', to = ''] = wanted.split('/');
  const isSaid = (end: string, open: string) =>
    end === '' || end === '..'
      ? open !== '' && open !== '..'
      : [...readings].some((each) => each.split('/').includes(end));
  return wanted.includes('/') && isSaid(from, to) && isSaid(to, from);
}

/** The day of the report dates what it tells, and bounds what it tells as past. */
const restsOnReport = (value: string, day: string | undefined): boolean =>
  day !== undefined && (value === day || value === `../${day}`);

function rateAgrees(value: number, spans: readonly Span[], text: string): boolean {
  return spans.some(({ start, end }) => {
    const words = text.slice(start, end);
    const percentages = percentagesIn(words).map((each) => each.value);
    const numbers = percentages.length > 0 ? percentages : numbersIn(words);
    const isRate = percentages.length > 0 || isPercentAt(text, end);
    return isRate && numbers.length === 1 && numbers[0] === value;
  });
}

const folded = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');

function mismatch({ kind, value, path }: Field, spans: readonly Span[], report: ReportText) {
  const { text } = report;
  const words = spans.map(({ start, end }) => text.slice(start, end));
  const said = words.map(shortQuote).join(' and ');
  switch (kind) {
    case 'DATE': {
      if (dateAgrees(String(value), spans, report)) return undefined;
      const anchored = report.day === undefined ? '; the day of the report is not known' : '';
      return problem(
        path,
        'DATE_NOT_IN_TEXT',
        `is ${value}, which ${said} does not say${anchored}`,
      );
    }
    case 'RATE':
      if (rateAgrees(Number(value), spans, text)) return undefined;
      return problem(path, 'RATE_NOT_IN_TEXT', `is ${value} per cent, but its words are ${said}`);
    case 'NUMBER':
      if (
        words.some((each) => {
          const numbers = new Set(numbersIn(each));
          return numbers.size === 1 && numbers.has(Number(value));
        })
      )
        return undefined;
      return problem(path, 'NUMBER_NOT_IN_TEXT', `is ${value}, but its words are ${said}`);
    case 'AREA':
      if (words.some((each) => areasIn(each).some(({ code }) => code === value))) return undefined;
      return problem(path, 'PARTY_NOT_IN_TEXT', `is ${value}, which ${said} does not name`);
    case 'QUOTE':
      if (words.includes(String(value))) return undefined;
      return problem(path, 'QUOTE_NOT_IN_TEXT', `differs from the text, which has ${said}`);
    case 'NAME':
      if (words.some((each) => folded(each).includes(folded(String(value))))) return undefined;
      return problem(
        path,
        'NAME_NOT_IN_TEXT',
        `is ${shortQuote(String(value))}, but its words are ${said}`,
      );
  }
}

const NO_SPAN: Readonly<Record<Field['kind'], string>> = {
  DATE: 'date',
  RATE: 'rate',
  NUMBER: 'number',
  AREA: 'party',
  QUOTE: 'quotation',
  NAME: 'name',
};

function fieldProblem(
  field: Field,
  spans: ReadonlyMap<string, readonly Span[]>,
  report: ReportText,
): Problem | undefined {
  const { path, kind, value } = field;
  const found = spansFor(spans, path);
  if (found.length > 0) return mismatch(field, found, report);
  if (kind === 'DATE' && path === 'occurred' && restsOnReport(String(value), report.day))
    return undefined;
  return problem(
    path,
    'WITHOUT_SPAN',
    `is a ${NO_SPAN[kind]} without the words it rests on: give their span, or leave it out and name it in needs`,
  );
}

/** A draft checked against its text. */
export interface CheckedSpans {
  /** Every problem, each under the path of its field. */
  readonly problems: readonly Problem[];
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/**
 * Checks a draft against its text. Without a text no field is checked, and spans are refused.
 * O(text × spans).
 */
export function checkDraft(draft: Draft, report: ReportText | undefined): CheckedSpans {
  if (!report) {
    const problems =
      Object.keys(draft.spans ?? {}).length === 0
        ? []
        : [problem('spans', 'WITHOUT_TEXT', 'rest on no text: send the text with the draft')];
    return { problems, spans: new Map() };
  }
  const { spans, problems } = locateSpans(draft, report.text);
  // A field is read again only where its words can be.
  if (problems.length > 0) return { problems, spans };
  return {
    problems: fieldsToCheck(draft).flatMap((field) => fieldProblem(field, spans, report) ?? []),
    spans,
  };
}
