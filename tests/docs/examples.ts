/** The examples in a page of documentation: each query with its variables and its answer. */
import { readFileSync } from 'node:fs';

export interface Example {
  /** The line of the page on which the query begins, from 1. */
  readonly line: number;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Undefined where the page gives none. */
  readonly answer: unknown;
}

const BLOCK = /^(?:<!-- (variables|answer) -->\n\n)?```(graphql|json)\n([\s\S]*?)^```$/gm;

/** The examples of a page, in order. A `json` block counts only under its comment. */
export function examplesIn(page: string): readonly Example[] {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  const examples: { -readonly [Key in keyof Example]: Example[Key] }[] = [];
  for (const { 1: role, 2: language, 3: body = '', index } of text.matchAll(BLOCK)) {
    const last = examples.at(-1);
    if (language === 'graphql') {
      const line = text.slice(0, index).split('\n').length;
      examples.push({ line, query: body, variables: {}, answer: undefined });
    } else if (last && role === 'variables')
      last.variables = JSON.parse(body) as Record<string, unknown>;
    else if (last && role === 'answer') last.answer = JSON.parse(body);
  }
  return examples;
}
