/** Asking the schema in tests, each time with a fresh context, as the server does. */
import { type ExecutionResult, graphql } from 'graphql';
import { Parley } from '../../src/app/parley.js';
import { type Context, createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { openLog } from '../../src/log/openLog.js';

type Around = Partial<Omit<Context, 'parley'>>;
type Variables = Record<string, unknown>;

/** Parley over an empty log; the clocks of the log and of its readers stand at `now`. */
export async function emptyRecord(now = '2026-11-23T00:00:00Z'): Promise<Parley> {
  const clock = { now: () => Date.parse(now) };
  return new Parley(await openLog('memory:', clock), clock);
}

/** The whole response, errors and all. */
export const respond = (
  parley: Parley,
  source: string,
  variableValues: Variables = {},
  around: Around = {},
): Promise<ExecutionResult> =>
  graphql({ schema, source, variableValues, contextValue: createContext(parley, around) });

/** The data of a response that must have no errors, as it would be sent. */
export async function query(
  parley: Parley,
  source: string,
  variables: Variables = {},
  around: Around = {},
  // Answers are as free as questions are.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<any> {
  const { data, errors } = await respond(parley, source, variables, around);
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(data));
}
