import { Client, fetchExchange, gql } from '@urql/core';
import { describe, expect, it } from 'vitest';
import {
  isOwnWrite,
  writesSettled,
  notingOwnWrites,
} from '../../src/dashboard/api/client/ownWrites.js';

const MUTATION = gql`
  mutation {
    recordRound(input: {}) {
      ... on RecordRoundSuccess {
        events {
          id
        }
      }
    }
  }
`;

/** A client whose server answers when the test says so. */
function writer() {
  let answer: (body: object) => void = () => undefined;
  const client = new Client({
    url: 'http://127.0.0.1/graphql',
    exchanges: [notingOwnWrites, fetchExchange],
    fetch: () =>
      new Promise((resolve) => {
        answer = (body) => resolve(Response.json(body));
      }),
  });
  return {
    write: () => client.mutation(MUTATION, {}).toPromise(),
    answer: (body: object) => answer(body),
  };
}

describe('what a page writes', () => {
  it('is its own once the answer is there, and others wait for that', async () => {
    const { write, answer } = writer();
    const written = write();
    let waited = false;
    const waiting = writesSettled().then(() => (waited = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([waited, isOwnWrite('own-1')]).toEqual([false, false]);
    answer({ data: { recordRound: { events: [{ id: 'own-1' }] } } });
    await Promise.all([written, waiting]);
    expect([isOwnWrite('own-1'), isOwnWrite('own-2')]).toEqual([true, false]);
  });

  it('is nothing where it is refused, and holds up nobody', async () => {
    const { write, answer } = writer();
    const written = write();
    await new Promise((resolve) => setImmediate(resolve));
    answer({ data: { recordRound: { message: 'Not so' } } });
    await written;
    await writesSettled();
    expect(isOwnWrite('Not so')).toBe(false);
  });
});
