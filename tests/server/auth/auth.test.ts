import { describe, expect, it } from 'vitest';
import { Authenticator } from '../../../src/server/auth/authenticator.js';
import { InvalidTokensFile, createToken, parseTokens } from '../../../src/server/auth/tokens.js';
import { errorCode, sharedServer, startServer } from '../testServer.js';

const desk = createToken('desk', 'writer');
const viewer = createToken('viewer', 'reader');
const tokens = [desk.token, viewer.token];

const append = {
  query: `mutation ($events: [EventInput!]!) {
    appendEvents(input: { events: $events }) {
      __typename
      ... on AppendEventsSuccess { events { recordedBy } }
    }
  }`,
  variables: {
    events: [
      {
        stream: 'negotiation/a-b',
        occurred: '2025-03-01',
        certainty: 'INFERRED',
        data: { talksPaused: { scope: 'ALL' } },
      },
    ],
  },
};

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe('a server with tokens', () => {
  const server = sharedServer(() => ({ tokens }));

  it('lets everyone read', async () => {
    const { get } = server();
    expect(await (await get('{ log { headPosition } }')).json()).toEqual({
      data: { log: { headPosition: 1 } },
    });
  });

  it('lets a writer append, and records its name', async () => {
    const { post } = await startServer({ tokens });
    const answer = await (await post(append, bearer(desk.secret))).json();
    expect(answer).toMatchObject({
      data: { appendEvents: { events: [{ recordedBy: 'desk' }] } },
    });
  });

  it.each([
    ['no token', {}],
    ['a reader', bearer(viewer.secret)],
  ])('does not let %s append', async (_, headers) => {
    const { post, parley } = server();
    expect(await (await post(append, headers)).json()).toMatchObject({
      data: { appendEvents: { __typename: 'ForbiddenError' } },
    });
    expect((await parley.head()).position).toBe(1);
  });

  it.each(['Bearer wrong', 'Bearer ', `Basic ${desk.secret}`, desk.secret])(
    'answers 401 to "%s", even for a read',
    async (authorization) => {
      const { get } = server();
      const response = await get('{ __typename }', { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(await errorCode(response)).toBe('UNKNOWN_TOKEN');
    },
  );
});

describe('a server without tokens', () => {
  it('lets everyone on this machine append, and records no name', async () => {
    const { post } = await startServer();
    expect(await (await post(append)).json()).toMatchObject({
      data: { appendEvents: { events: [{ recordedBy: null }] } },
    });
  });

  it.each(['0.0.0.0', '::'])('does not start on %s', async (host) => {
    await expect(startServer({ host })).rejects.toThrow(/tokens/);
  });

  it('listens on other addresses with tokens', async () => {
    const { url } = await startServer({ tokens, host: '127.0.0.2' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
  });
});

describe('a token', () => {
  it('is stored as a hash only', () => {
    expect(JSON.stringify(desk.token)).not.toContain(desk.secret);
    const authenticator = new Authenticator({ tokens: [desk.token] });
    expect(authenticator.authenticate(`bearer ${desk.secret}`, { address: '::1' })).toEqual({
      name: 'desk',
      mayWrite: true,
      amendsOthers: true,
    });
  });

  it.each([
    ['{', /not JSON/],
    ['{}', /expected array/i],
    ['[{"name":"x","role":"king","sha256":""}]', /0\.role/],
    ['[{"name":"p, accepted by q","role":"reader","sha256":""}]', /0\.name: must not contain/],
    ['[{"name":"x","role":"analyst","streams":["*"],"sha256":""}]', /0\.streams\.0: is neither/],
    ['[{"name":"x","role":"analyst","expires":"soon","sha256":""}]', /0\.expires/],
    ['[{"name":"x","role":"reader","sha256":"ABC"}]', /0\.sha256: is not a SHA-256/],
  ])('file that holds %s is refused', (text, reason) => {
    expect(() => parseTokens(text, 'tokens.json')).toThrow(InvalidTokensFile);
    expect(() => parseTokens(text, 'tokens.json')).toThrow(reason);
  });
});
