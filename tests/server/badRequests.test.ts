/** Requests that no client should send: each is refused as such, and is no fault of the server. */
import { describe, expect, it } from 'vitest';
import { sharedServer } from './testServer.js';
import { raw } from './socketClients.js';

const server = sharedServer();

describe('a request that is wrong', () => {
  it.each([
    ['variables that are no JSON', '/graphql?query={__typename}&variables={x', 'BAD_REQUEST'],
    ['extensions that are no JSON', '/graphql?query={__typename}&extensions=x', 'BAD_REQUEST'],
    ['a value of the wrong kind', '/api/negotiations/A%20B', 'BAD_USER_INPUT'],
    ['an unknown parameter', `/api/negotiations?${'x'.repeat(2_000)}=1`, 'BAD_USER_INPUT'],
  ])('by %s is refused, and is not logged as an error', async (_, path, code) => {
    const response = await fetch(`${server().url}${path}`);
    const text = await response.text();
    expect({ status: response.status, length: text.length < 1_000 }).toEqual({
      status: 400,
      length: true,
    });
    expect(text).toContain(`"${code}"`);
    expect(server().logLines).toEqual([]);
  });

  it('asks what is allowed whatever body it has', async () => {
    const { status } = await fetch(`${server().url}/graphql`, {
      method: 'OPTIONS',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(status).toBe(204);
  });

  it('names a time zone that is none, though the day is to be today there', async () => {
    const input = '{ negotiation: "a-b", scope: FORMAL_ROUNDS, timeZone: "Nowhere" }';
    const query = `mutation { pauseTalks(input: ${input}) { ... on ValidationError { message } } }`;
    const { data } = (await (await server().post({ query })).json()) as { data: object };
    expect(JSON.stringify(data)).toContain('is not an IANA time zone');
  });

  it.each(['next', 'error', 'connection_ack'])(
    'over a WebSocket of the type %s closes it as a bad request',
    async (type) => {
      const { send, closed } = await raw(server().url);
      send({ id: '1', type, payload: type === 'error' ? [{ message: 'x' }] : {} });
      expect(await closed).toMatchObject({ code: 4400 });
      expect(server().logLines).toEqual([]);
    },
  );
});
