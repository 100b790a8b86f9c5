/** What the documentation shows is what one gets: its queries are run in order, answers compared. */
import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { shippedRecord } from '../support/record.js';
import { examplesIn } from './examples.js';

describe.each([
  ['README.md', 1],
  ['docs/how-do-i.md', 9],
])('%s', (page, atLeast) => {
  const examples = examplesIn(page);
  const record = shippedRecord();

  it('has examples, each with its answer', () => {
    expect(examples.length).toBeGreaterThanOrEqual(atLeast);
    expect(examples.filter(({ answer }) => answer === undefined)).toEqual([]);
  });

  it.each(examples)('answers as shown to the query of line $line', async (example) => {
    const result = await graphql({
      schema,
      source: example.query,
      variableValues: example.variables,
      contextValue: createContext(await record),
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(example.answer);
  });
});
