/** Drafts: events that someone proposes, each field with the words it rests on. */
import type { Source } from '../../../events/envelope.js';

/** `[start, end]` in UTF-16 units of the text, half-open. */
export type SpanPair = readonly [start: number, end: number];

/** Where words stand and what they are; words alone must stand in the text once. */
export interface QuotedSpan {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly quote?: string | undefined;
}

/** A span as sent: a pair, the words themselves, or both. */
export type GivenSpan = SpanPair | string | QuotedSpan;

/** An event of the interchange format that may lack what the text does not give. */
export interface Draft {
  readonly type: string;
  readonly stream?: string | undefined;
  readonly also?: readonly string[] | undefined;
  readonly occurred?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly certainty?: string | undefined;
  readonly sources?: readonly Source[] | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** By path (`occurred`, `data.rate`, `type`): the words it rests on. */
  readonly spans?: Readonly<Record<string, GivenSpan | readonly GivenSpan[]>> | undefined;
  /** Paths that the event must have and the text does not give. */
  readonly needs?: readonly string[] | undefined;
}

/** Where the event would be recorded, as far as the draft says so. */
export const streamsOf = ({
  stream,
  also = [],
}: Pick<Draft, 'stream' | 'also'>): readonly string[] =>
  stream === undefined ? also : [stream, ...also];

/** The text that drafts rest on, and the day of the report it is, which dates are counted from. */
export interface ReportText {
  readonly text: string;
  /** `YYYY-MM-DD`; undefined when not known. */
  readonly day?: string | undefined;
}
