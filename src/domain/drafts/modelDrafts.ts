/**
 * Drafts as a language model states them: dates are the words of the text, resolved here and never
 * by the model. What comes of it passes the same checks as anyone's drafts.
 */
import type { Draft, GivenSpan, SpanPair } from './draft.js';
import { datesIn } from './reading/dates.js';

/** A date as a model gives it: the words of the text. */
interface DateWords {
  readonly words: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDateWords = (value: unknown): value is DateWords =>
  isObject(value) && typeof value['words'] === 'string' && Object.keys(value).length === 1;

/** Dates of these fields lie ahead of the report. */
const AHEAD: Readonly<Record<string, readonly string[]>> = {
  RoundScheduled: ['dates'],
  RoundPostponed: ['to'],
  TargetSet: ['due'],
  MeasureAnnounced: ['effectiveFrom'],
  TalksPaused: ['expectedResume'],
};

interface Resolved {
  readonly value: string;
  readonly span: SpanPair;
}

/** The date that words of the text state; undefined when they stand there several times or state none. */
function resolve(text: string, day: string, words: string, isAhead: boolean): Resolved | undefined {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) return undefined;
  const end = start + words.length;
  const found = datesIn(text, day).filter((date) => date.start >= start && date.end <= end);
  const [date] = found;
  if (!date || found.length > 1) return undefined;
  return { value: isAhead ? date.future : date.past, span: [date.start, date.end] };
}

/**
 * A draft from what a model stated, its dates resolved against the day of the report. A date whose
 * words state none is left out and named in needs. Anything else is kept as stated, for the checks.
 */
export function draftFromModel(stated: unknown, text: string, day: string): unknown {
  if (!isObject(stated) || !isObject(stated['data'])) return stated;
  const { occurred, data, spans, needs, ...rest } = stated as Record<string, unknown> & {
    readonly data: Readonly<Record<string, unknown>>;
  };
  const type = String(rest['type']);
  const resolvedSpans: Record<string, GivenSpan | readonly GivenSpan[]> = isObject(spans)
    ? { ...(spans as NonNullable<Draft['spans']>) }
    : {};
  const missing: unknown[] = Array.isArray(needs) ? [...(needs as unknown[])] : [];
  const read = (path: string, value: unknown, isAhead: boolean): unknown => {
    if (!isDateWords(value)) return value;
    const resolved = resolve(text, day, value.words, isAhead);
    if (!resolved) {
      missing.push(path);
      return undefined;
    }
    resolvedSpans[path] = resolved.span;
    return resolved.value;
  };
  const when = read('occurred', occurred, false);
  const readData = Object.fromEntries(
    Object.entries(data)
      .map(([key, value]) => [key, read(`data.${key}`, value, AHEAD[type]?.includes(key) ?? false)])
      .filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
  return {
    ...rest,
    ...(when !== undefined && { occurred: when }),
    data: readData,
    spans: resolvedSpans,
    ...(missing.length > 0 && { needs: missing }),
  };
}
