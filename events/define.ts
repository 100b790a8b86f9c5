/** How a family defines an event type. */
import type { z } from 'zod';
import type { StreamKind } from './envelope.js';

export interface EventDefinition<Schema extends z.ZodObject = z.ZodObject> {
  /** The kind of stream it belongs to; `any` for events about other events. */
  readonly stream: StreamKind | 'any';
  /** The name of the GraphQL mutation that enters it. */
  readonly mutation: string;
  /** Whether an interval in `occurred` is its duration; elsewhere it is a window of uncertainty. */
  readonly span: boolean;
  /** What happened, in one sentence: used by help texts and schema descriptions. */
  readonly describe: string;
  readonly data: Schema;
  /** One line for lists and logs, from the data alone. */
  readonly summary: (data: never) => string;
}

export interface DefinitionInput<Schema extends z.ZodObject> {
  readonly stream: StreamKind | 'any';
  readonly mutation: string;
  readonly span?: true;
  readonly describe: string;
  readonly data: Schema;
  readonly summary: (data: z.output<Schema>) => string;
}

/** Defines an event type. Its key in the family is its type string. */
export function define<Schema extends z.ZodObject>(
  input: DefinitionInput<Schema>,
): EventDefinition<Schema> & DefinitionInput<Schema> & { readonly span: boolean } {
  return { ...input, span: input.span ?? false } as never;
}

/** `a, b and c`, for summaries. */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `prefix` + value + `suffix`, or the empty string for an absent value. */
export const optional = (
  prefix: string,
  value: string | number | undefined,
  suffix = '',
): string => (value === undefined ? '' : `${prefix}${value}${suffix}`);
