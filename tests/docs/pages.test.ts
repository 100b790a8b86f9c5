/** Runs the queries of the documentation in order and compares the results with those shown. */
import {
  type ExecutionResult,
  getOperationAST,
  graphql,
  OperationTypeNode,
  parse,
  subscribe,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { shippedRecord } from '../support/record.js';
import { type Example, examplesIn } from './examples.js';

/** The answer to a query, or the first that a subscription gives. */
async function answer(record: Parley, { query, variables }: Example): Promise<ExecutionResult> {
  const asked = { schema, variableValues: variables, contextValue: createContext(record) };
  const document = parse(query);
  if (getOperationAST(document)?.operation !== OperationTypeNode.SUBSCRIPTION)
    return graphql({ ...asked, source: query });
  const results = await subscribe({ ...asked, document });
  if (!(Symbol.asyncIterator in results)) return results;
  const { value } = await results.next();
  await results.return(undefined);
  return value as ExecutionResult;
}

describe.each([
  ['README.md', 1],
  ['docs/how-do-i.md', 12],
])('%s', (page, atLeast) => {
  const examples = examplesIn(page);
  const record = shippedRecord();

  it('has examples, each with its result', () => {
    expect(examples.length).toBeGreaterThanOrEqual(atLeast);
    expect(examples.filter(({ answer }) => answer === undefined)).toEqual([]);
  });

  it.each(examples)('shows the result of the query at line $line', async (example) => {
    const result = await answer(await record, example);
    expect(JSON.parse(JSON.stringify(result))).toEqual(example.answer);
  });
});
