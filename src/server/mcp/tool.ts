/** What a tool is: its input, and how it answers. */
import type { z } from 'zod';
import type { Asker, StoredQuery } from '../responses/storedQuery.js';

/** Longest text and longest structured content of an answer, in bytes, unless all of it is asked for. */
export const MAX_BRIEF_BYTES = 4_096;

/** What tools ask, and what links point to. */
export interface ToolContext {
  ask<Data>(query: StoredQuery<Data>, variables: Readonly<Record<string, unknown>>): Promise<Data>;
  /** The page of a negotiation at a view; undefined where no server has an address. */
  link(slug: string, view: ViewOf): string | undefined;
}

/** The view of an answer, as GraphQL gives it. */
export interface ViewOf {
  readonly at: string;
  readonly knownAt: string;
  readonly publicAt: string | null;
}

export interface Answer {
  readonly text: string;
  readonly structured: Readonly<Record<string, unknown>>;
}

/** The arguments cannot be answered; the message says what to write instead. */
export class ToolRefusal extends Error {}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** Whether it keeps something; the others only read. */
  readonly keeps?: true;
  readonly run: (context: ToolContext, args: never) => Promise<Answer>;
}

interface Definition<Input extends z.ZodObject> extends Omit<Tool, 'input' | 'run'> {
  readonly input: Input;
  readonly run: (context: ToolContext, args: z.output<Input>) => Promise<Answer>;
}

export const defineTool = <Input extends z.ZodObject>(definition: Definition<Input>): Tool =>
  definition;

/** Answers queries for one caller. */
export const contextFor = (asker: Asker, origin: string | undefined): ToolContext => ({
  ask: (query, variables) => query.ask(asker, variables),
  link(slug, { at, knownAt, publicAt }) {
    if (origin === undefined) return undefined;
    const url = new URL(`/negotiation/${slug}`, origin);
    url.searchParams.set('at', at);
    url.searchParams.set('knownAt', knownAt);
    if (publicAt !== null) url.searchParams.set('publicAt', publicAt);
    return url.href;
  },
});
