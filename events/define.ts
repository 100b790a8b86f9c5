/** How a family defines an event type. */
import type { z } from 'zod';
import type { StreamKind } from './streams.js';
import { mayPrecede } from './time/bounds.js';
import type { Words } from './words.js';

/** The kind of stream a type belongs to, or several; `any` for events about other events. */
export type StreamKinds = StreamKind | readonly StreamKind[] | 'any';

export interface EventDefinition<Schema extends z.ZodObject = z.ZodObject> {
  readonly stream: StreamKinds;
  /** The name of the GraphQL mutation that enters it. */
  readonly mutation: string;
  /** Whether an interval in `occurred` is its duration; elsewhere it is a window of uncertainty. */
  readonly span: boolean;
  /** What happened, in one sentence: used by help texts and schema descriptions. */
  readonly describe: string;
  /** Words that reports use for it, the commonest first: who looks for its form types these. */
  readonly alsoCalled: readonly string[];
  readonly data: Schema;
  /** The optional keys that a form asks at once, beside the required ones. */
  readonly asksFirst?: readonly string[];
  /** What happened, in one sentence for people, from the data and the names that the record gives. */
  readonly summary: (data: never, words: Words) => string;
}

export interface DefinitionInput<Schema extends z.ZodObject> {
  readonly stream: StreamKinds;
  readonly mutation: string;
  readonly span?: true;
  readonly describe: string;
  readonly alsoCalled: readonly string[];
  readonly data: Schema;
  readonly asksFirst?: readonly (keyof z.output<Schema> & string)[];
  readonly summary: (data: z.output<Schema>, words: Words) => string;
}

/** The kinds of stream a type may belong to; undefined for every kind. */
export const streamKindsOf = ({ stream }: EventDefinition): readonly StreamKind[] | undefined =>
  stream === 'any' ? undefined : typeof stream === 'string' ? [stream] : stream;

/** Defines an event type. Its key in the family is its type string. */
export function define<Schema extends z.ZodObject>(
  input: DefinitionInput<Schema>,
): EventDefinition<Schema> & DefinitionInput<Schema> & { readonly span: boolean } {
  return { ...input, span: input.span ?? false } as never;
}

/** Refuses a period that ends before it starts: arguments for `refine`. */
export const untilAfterStart = {
  check: (d: { effectiveFrom?: string | undefined; until?: string | undefined }) =>
    d.effectiveFrom === undefined || d.until === undefined || mayPrecede(d.effectiveFrom, d.until),
  params: { message: 'ends before it starts: until must be after effectiveFrom', path: ['until'] },
};
