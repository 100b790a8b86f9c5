/** How what is shared asks the server that it runs in. */
import type { AsOf, TypedDocumentString } from '../../generated/graphql.js';
import type { Clock } from '../../lib/view.js';

/** Answers a GraphQL query; rejects where it cannot. */
export type Ask = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

export const answerOf = async <Result, Variables extends object>(
  ask: Ask,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> =>
  (await ask(document.toString(), variables as Record<string, unknown>)) as Result;

/** The clocks as they are: "now" stays "now", and the answer says when that was. */
export const asOfClock = ({ at, knownAt, publicAt }: Clock): AsOf => ({ at, knownAt, publicAt });
