import { describe, expect, it } from 'vitest';
import {
  InvalidTokensFile,
  Authenticator,
  createToken,
  parseTokens,
} from '../../src/server/auth/authenticator.js';
import { codeOf, serving } from './serving.js';

const desk = createToken('desk', 'writer');
const eye = createToken('eye', 'reader');
const tokens = [desk.token, eye.token];

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
  it('lets everyone read', async () => {
    const { get } = await serving({ tokens });
    expect(await (await get('{ log { headPosition } }')).json()).toEqual({
      data: { log: { headPosition: 1 } },
    });
  });

  it('lets a writer append, and records who it was', async () => {
    const { post } = await serving({ tokens });
    const answer = await (await post(append, bearer(desk.secret))).json();
    expect(answer).toMatchObject({
      data: { appendEvents: { events: [{ recordedBy: 'desk' }] } },
    });
  });

  it.each([
    ['no token', {}],
    ['a reader', bearer(eye.secret)],
  ])('does not let %s append', async (_, headers) => {
    const { post, parley } = await serving({ tokens });
    expect(await (await post(append, headers)).json()).toMatchObject({
      data: { appendEvents: { __typename: 'ForbiddenError' } },
    });
    expect((await parley.head()).position).toBe(1);
  });

  it.each(['Bearer wrong', 'Bearer ', `Basic ${desk.secret}`, desk.secret])(
    'does not even let "%s" read',
    async (authorization) => {
      const { get } = await serving({ tokens });
      const response = await get('{ __typename }', { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(await codeOf(response)).toBe('UNKNOWN_TOKEN');
    },
  );
});

describe('a server without tokens', () => {
  it('lets everyone on this machine append, and records no name', async () => {
    const { post } = await serving();
    expect(await (await post(append)).json()).toMatchObject({
      data: { appendEvents: { events: [{ recordedBy: null }] } },
    });
  });

  it.each(['0.0.0.0', '::'])('does not start on %s', async (host) => {
    await expect(serving({ host })).rejects.toThrow(/tokens/);
  });

  it('starts there with them', async () => {
    const { url } = await serving({ tokens, host: '127.0.0.2' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
  });
});

describe('a token', () => {
  it('is kept as a hash from which it cannot be told', () => {
    expect(JSON.stringify(desk.token)).not.toContain(desk.secret);
    expect(new Authenticator([desk.token]).authenticate(`bearer ${desk.secret}`)).toEqual({
      name: 'desk',
      mayWrite: true,
    });
  });

  it.each([
    ['{', /not JSON/],
    ['{}', /expected array/i],
    ['[{"name":"x","role":"admin","sha256":""}]', /0\.role/],
    ['[{"name":"x","role":"reader","sha256":"ABC"}]', /0\.sha256: is not a SHA-256/],
  ])('file that holds %s is refused', (text, reason) => {
    expect(() => parseTokens(text, 'tokens.json')).toThrow(InvalidTokensFile);
    expect(() => parseTokens(text, 'tokens.json')).toThrow(reason);
  });
});
