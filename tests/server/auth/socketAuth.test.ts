import { describe, expect, it, onTestFinished } from 'vitest';
import { createToken } from '../../../src/server/auth/tokens.js';
import { startServer } from '../testServer.js';
import { ask, client, raw } from '../socketClients.js';
import { Provider } from './openIdProvider.js';

describe('a client over a WebSocket', () => {
  const writer = createToken('desk', 'writer');
  const reader = createToken('wall', 'reader');
  const tokens = [writer.token, reader.token];
  const record = `mutation {
    appendEvents(input: { events: [{
      stream: "negotiation/c-d", occurred: "2025-02-13", certainty: INFERRED,
      data: { negotiationLaunched: { title: "C and D", parties: ["IN", "US"], timeZone: "UTC" } }
    }] }) { __typename ... on Error { code message } }
  }`;

  it("may write with a writer's token in its first message", async () => {
    const { url, parley } = await startServer({ tokens });
    expect(await ask(client(url, `Bearer ${writer.secret}`), record)).toMatchObject({
      data: { appendEvents: { __typename: 'AppendEventsSuccess' } },
    });
    expect((await parley.event((await page(parley))[1]!.id))!.recordedBy).toBe('desk');
  });

  it.each([
    ['a reader', `Bearer ${reader.secret}`],
    ['one without a token', undefined],
  ])('may not write as %s', async (_, authorization) => {
    const { url, parley } = await startServer({ tokens });
    expect(await ask(client(url, authorization), record)).toMatchObject({
      data: { appendEvents: { __typename: 'ForbiddenError' } },
    });
    expect((await parley.head()).position).toBe(1);
  });

  it.each([
    ['the first message', {}, { authorization: 'Bearer other' }],
    ['the header', { headers: { authorization: 'Bearer other' } }, undefined],
  ])('is closed with 4401 for an unknown token in %s', async (_, options, payload) => {
    const { url } = await startServer({ tokens });
    const { send, closed } = await raw(url, { greet: false, ...options });
    send({ type: 'connection_init', payload });
    expect(await closed).toEqual({ code: 4401, reason: 'The token is unknown.' });
  });
});

describe('a client over a WebSocket with the token of an OpenID provider', () => {
  it('is known by it, and closed with 4401 where it is not accepted', async () => {
    const provider = new Provider();
    await provider.start();
    onTestFinished(() => provider.stop());
    const { url } = await startServer({ oidc: provider.config });
    const token = await provider.sign({ parley_roles: ['analyst'] });
    expect(await ask(client(url, `Bearer ${token}`), '{ viewer { name mayWrite } }')).toMatchObject(
      {
        data: { viewer: { name: 'desk', mayWrite: true } },
      },
    );
    const { send, closed } = await raw(url, { greet: false });
    const other = await provider.sign({ aud: 'billing' });
    send({ type: 'connection_init', payload: { authorization: `Bearer ${other}` } });
    expect(await closed).toEqual({
      code: 4401,
      reason: 'The token is not accepted. Sign in again.',
    });
  });
});

const page = async (parley: { read(): AsyncIterable<readonly { id: string }[]> }) => {
  const events: { id: string }[] = [];
  for await (const each of parley.read()) events.push(...each);
  return events;
};
