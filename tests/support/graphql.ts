/** Asking the schema in tests: over a log in memory, with the shipped record or empty. */
import { readFileSync } from 'node:fs';
import { type ExecutionResult, graphql } from 'graphql';
import { Parley } from '../../src/app/parley.js';
import { type Context, createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { openLog } from '../../src/log/openLog.js';

/** A day after the record ends: what "now" means in these tests. */
export const NOW = Date.parse('2026-11-23T12:00:00Z');

export async function emptyParley(): Promise<Parley> {
  const now = () => NOW;
  return new Parley(await openLog('memory:', { now }), { now });
}

/** The record as shipped. */
export async function recordedParley(): Promise<Parley> {
  const parley = await emptyParley();
  for (const file of ['in-us-bta', 'us-measures']) {
    const lines = readFileSync(new URL(`../../events/logs/${file}.jsonl`, import.meta.url), 'utf8');
    const events = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    await parley.append(events, { restore: true });
  }
  return parley;
}

/** The whole response, errors and all. */
export const respond = (
  parley: Parley,
  source: string,
  variableValues: Record<string, unknown> = {},
  context: Partial<Omit<Context, 'parley'>> = {},
): Promise<ExecutionResult> =>
  // A fresh context for each request, as the server makes it.
  graphql({ schema, source, variableValues, contextValue: createContext(parley, context) });

/* eslint-disable @typescript-eslint/no-explicit-any -- answers are as free as the queries are */

/** The data of a response that must have no errors, as plain JSON. */
export async function query(
  parley: Parley,
  source: string,
  variables: Record<string, unknown> = {},
  context: Partial<Omit<Context, 'parley'>> = {},
): Promise<any> {
  const { data, errors } = await respond(parley, source, variables, context);
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(data));
}
