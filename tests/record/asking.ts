/** Questions to the shipped record, as a dashboard would ask them. */
import { graphql } from 'graphql';
import { expect } from 'vitest';
import { createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { shippedRecord } from '../support/record.js';

const parley = await shippedRecord();

export async function ask<Answer>(query: string): Promise<Answer> {
  const { data, errors } = await graphql({
    schema,
    source: query,
    contextValue: createContext(parley),
  });
  expect(errors).toBeUndefined();
  return data as Answer;
}
