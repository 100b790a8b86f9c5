import { describe, expect, it } from 'vitest';
import { GraphqlClient, type GraphqlResponse } from '../../src/dashboard/api/client/client.js';
import { isOwnWrite, writesSettled } from '../../src/dashboard/api/client/ownWrites.js';
import { AppendEventsDocument } from '../../src/dashboard/generated/graphql.js';

/** A client whose server answers when the test says so. */
function writer() {
  let answer: (response: GraphqlResponse) => void = () => undefined;
  const client = new GraphqlClient(() => new Promise((resolve) => (answer = resolve)));
  return {
    write: () => client.mutate(AppendEventsDocument, { input: { events: [] } }),
    answer: (data: object) => answer({ status: 200, data }),
  };
}

describe('an event that a page writes', () => {
  it('is an own write once the response arrives, and delivery waits for that', async () => {
    const { write, answer } = writer();
    const written = write();
    let waited = false;
    const waiting = writesSettled().then(() => (waited = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([waited, isOwnWrite('own-1')]).toEqual([false, false]);
    answer({ appendEvents: { events: [{ id: 'own-1' }] } });
    await Promise.all([written, waiting]);
    expect([isOwnWrite('own-1'), isOwnWrite('own-2')]).toEqual([true, false]);
  });

  it('is no own write when refused, and delays no delivery', async () => {
    const { write, answer } = writer();
    const written = write();
    await new Promise((resolve) => setImmediate(resolve));
    answer({ appendEvents: { message: 'Not so' } });
    await written;
    await writesSettled();
    expect(isOwnWrite('Not so')).toBe(false);
  });
});
