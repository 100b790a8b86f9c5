/** Executes queries against the schema, each with a new context as in the server. */
import { type ExecutionResult, graphql } from 'graphql';
import { Parley } from '../../src/app/parley.js';
import { type Context, createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { openLog } from '../../src/log/openLog.js';

type ContextOptions = Partial<Omit<Context, 'parley'>>;
type Variables = Record<string, unknown>;

/** Parley over an empty log; the clocks of the log and of its readers are fixed at `now`. */
export async function emptyRecord(now = '2026-11-23T00:00:00Z'): Promise<Parley> {
  const clock = { now: () => Date.parse(now) };
  return new Parley(await openLog('memory:', clock), clock);
}

/** The whole response, including errors. */
export const respond = (
  parley: Parley,
  source: string,
  variableValues: Variables = {},
  contextOptions: ContextOptions = {},
): Promise<ExecutionResult> =>
  graphql({ schema, source, variableValues, contextValue: createContext(parley, contextOptions) });

/** The data of a response, serialized as JSON; throws if it has errors. */
export async function query(
  parley: Parley,
  source: string,
  variables: Variables = {},
  contextOptions: ContextOptions = {},
  // The type of the data depends on the query.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<any> {
  const { data, errors } = await respond(parley, source, variables, contextOptions);
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(data));
}
