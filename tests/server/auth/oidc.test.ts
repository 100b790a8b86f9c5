/** Tokens of an OpenID provider, from one that runs in this process. */
import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FailedAttempt } from '../../../src/server/auth/failedAttempts.js';
import { Authenticator } from '../../../src/server/auth/authenticator.js';
import { OidcVerifier } from '../../../src/server/auth/oidc.js';
import { BadIssuer } from '../../../src/server/auth/oidcConfig.js';
import { createToken } from '../../../src/server/auth/tokens.js';
import { errorCode, startServer } from '../testServer.js';
import { AUDIENCE, type Key, newKey, Provider } from './openIdProvider.js';

let provider: Provider;
beforeEach(async () => {
  provider = new Provider();
  await provider.start();
});
afterEach(() => provider.stop());

const ORIGIN = { address: '::1' };
const verify = (token: string, config: object = {}) =>
  new OidcVerifier({ ...provider.config, ...config }).verify(token);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

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

describe('a server with an OpenID provider', () => {
  it('lets an analyst append, and records the name in their token', async () => {
    const { post } = await startServer({ oidc: provider.config });
    const token = await provider.sign({ parley_roles: ['analyst'] });
    expect(await (await post(append, { authorization: `Bearer ${token}` })).json()).toMatchObject({
      data: { appendEvents: { events: [{ recordedBy: 'desk' }] } },
    });
  });

  it('lets nobody write without a token, nor with one that gives no role', async () => {
    const { post } = await startServer({ oidc: provider.config });
    for (const headers of [{}, { authorization: `Bearer ${await provider.sign()}` }])
      expect(await (await post(append, headers)).json()).toMatchObject({
        data: { appendEvents: { __typename: 'ForbiddenError' } },
      });
  });

  it('answers 401 to a token that is not accepted, and 503 while the provider is out of reach', async () => {
    const { get } = await startServer({ oidc: provider.config });
    const ask = async (token: string) =>
      get('{ __typename }', { authorization: `Bearer ${token}` });
    provider.isUp = false;
    const good = await provider.sign();
    const unavailable = await ask(good);
    expect([unavailable.status, await errorCode(unavailable)]).toEqual([503, 'ISSUER_UNAVAILABLE']);
    expect((await get('{ __typename }')).status).toBe(200);
    const { get: other } = await startServer({ oidc: provider.config });
    provider.isUp = true;
    const bad = await other('{ __typename }', {
      authorization: `Bearer ${good.slice(0, -8)}AAAAAAAA`,
    });
    expect([bad.status, await errorCode(bad)]).toEqual([401, 'BAD_JWT']);
    expect(bad.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('knows the tokens of its file, too', async () => {
    const desk = createToken('file desk', 'admin');
    const { post } = await startServer({ oidc: provider.config, tokens: [desk.token] });
    const headers = { authorization: `Bearer ${desk.secret}` };
    expect(await (await post(append, headers)).json()).toMatchObject({
      data: { appendEvents: { events: [{ recordedBy: 'file desk' }] } },
    });
  });

  it('journals and bounds what it refuses, without what was sent', async () => {
    const journal: FailedAttempt[] = [];
    const logger = { warn: (attempt: FailedAttempt) => void journal.push(attempt) };
    const authenticator = new Authenticator({ oidc: provider.config }, logger);
    const stranger = await provider.sign({}, await newKey());
    const ask = async () => authenticator.authenticate(`Bearer ${stranger}`, ORIGIN);
    for (let n = 0; n < 10; n++) await expect(ask()).rejects.toMatchObject({ code: 'BAD_JWT' });
    await expect(ask()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(journal).toHaveLength(10);
    expect(journal[0]).toEqual({ ...ORIGIN, reason: 'BAD_JWT', refusesFurther: false });
    const good = await provider.sign({ parley_roles: 'admin' });
    expect(await authenticator.authenticate(`Bearer ${good}`, ORIGIN)).toMatchObject({
      mayWrite: true,
    });
  });
});

describe('the claims of a token', () => {
  it.each([
    ['no role', {}, { mayWrite: false }],
    ['a role of others', { parley_roles: ['billing-admin'] }, { mayWrite: false }],
    ['a proposer', { parley_roles: 'proposer' }, { mayWrite: false, mayPropose: true }],
    ['the strongest of several', { parley_roles: ['reader', 'admin'] }, { amendsOthers: true }],
    ['an analyst', { parley_roles: ['analyst'] }, { mayWrite: true, amendsOthers: false }],
    ['a role word of tokens files only', { parley_roles: ['writer'] }, { mayWrite: false }],
  ])('give rights: %s', async (_, claims, rights) => {
    expect(await verify(await provider.sign(claims))).toMatchObject({ name: 'desk', ...rights });
  });

  it('limit the bearer to streams, to none where the list is empty', async () => {
    const of = async (parley_streams: unknown) => verify(await provider.sign({ parley_streams }));
    expect(await of(['measure/in-*'])).toMatchObject({ streams: ['measure/in-*'] });
    expect(await of('negotiation/a-b')).toMatchObject({ streams: ['negotiation/a-b'] });
    expect(await of([])).toMatchObject({ streams: [] });
    expect(await of(undefined)).not.toHaveProperty('streams');
    for (const bad of ['*', ['measure/in-*', 7], {}, null, ['negotiation/../x']])
      await expect(of(bad)).rejects.toMatchObject({ code: 'BAD_JWT' });
  });

  it('are found by other names, and within objects', async () => {
    const claims = {
      name: 'email',
      roles: 'access.parley.roles',
      streams: 'https://x.org/streams',
    };
    const token = await provider.sign({
      email: 'a@example.org',
      access: { parley: { roles: ['analyst'] } },
      'https://x.org/streams': ['area/EU'],
    });
    const expected = { name: 'a@example.org', mayWrite: true, streams: ['area/EU'] };
    expect(await verify(token, { claims })).toMatchObject(expected);
  });

  it.each([
    { sub: undefined },
    { sub: '' },
    { sub: 7 },
    { sub: 'a, accepted by b' },
    { sub: 'a\nb' },
  ])('that name nobody are refused: %j', async (claims) => {
    await expect(verify(await provider.sign(claims))).rejects.toMatchObject({ status: 401 });
  });
});

describe('a token is refused', () => {
  const minutes = (n: number) => Math.floor(Date.now() / 1000) + 60 * n;
  it.each<[string, () => object]>([
    ['of another issuer', () => ({ iss: 'https://login.example.org' })],
    ['for another audience', () => ({ aud: ['billing'] })],
    ['without an end', () => ({ exp: undefined })],
    ['that has ended', () => ({ exp: minutes(-2) })],
    ['that has not begun', () => ({ nbf: minutes(2) })],
  ])('%s', async (_, claims) => {
    await expect(verify(await provider.sign(claims()))).rejects.toMatchObject({ status: 401 });
  });

  it('when its clock differs by more than a minute, not before', async () => {
    const ended = (seconds: number) => provider.sign({ exp: minutes(0) - seconds });
    expect(await verify(await ended(30))).toMatchObject({ name: 'desk' });
    await expect(verify(await ended(90))).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('signed by another key, by none, or with the public key as a secret', async () => {
    const [key] = provider.keys as [Key];
    const body = part({ iss: provider.issuer, aud: AUDIENCE, sub: 'desk', exp: minutes(5) });
    const none = `${part({ alg: 'none', kid: key.kid })}.${body}.`;
    const secret = await exportSPKI(key.publicKey);
    const input = `${part({ alg: 'HS256', kid: key.kid })}.${body}`;
    const confused = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    const other = await provider.sign({}, { ...(await newKey()), kid: key.kid });
    for (const token of [none, confused, other])
      await expect(verify(token)).rejects.toMatchObject({ code: 'BAD_JWT' });
  });
});

describe('keys of the provider', () => {
  it.each(['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'])('may be of %s', async (alg) => {
    provider.keys = [await newKey(alg)];
    expect(await verify(await provider.sign())).toMatchObject({ name: 'desk' });
  });

  it('are read once for many tokens, and again for a new key, which takes the place of the old', async () => {
    const verifier = new OidcVerifier(provider.config, Date.now, { maxAgeMs: 1e6, cooldownMs: 0 });
    const [old] = provider.keys as [Key];
    for (let n = 0; n < 3; n++) await verifier.verify(await provider.sign());
    expect(provider.keyRequests).toBe(1);
    provider.keys = [await newKey()];
    expect(await verifier.verify(await provider.sign())).toMatchObject({ name: 'desk' });
    expect(provider.keyRequests).toBe(2);
    await expect(verifier.verify(await provider.sign({}, old))).rejects.toMatchObject({
      code: 'BAD_JWT',
    });
  });

  it('are not read again for each stranger', async () => {
    const verifier = new OidcVerifier(provider.config);
    await verifier.verify(await provider.sign());
    for (let n = 0; n < 3; n++)
      await expect(verifier.verify(await provider.sign({}, await newKey()))).rejects.toMatchObject({
        code: 'BAD_JWT',
      });
    expect(provider.keyRequests).toBe(1);
  });

  it('are asked for again some seconds after the provider could not be reached', async () => {
    let now = Date.now();
    const verifier = new OidcVerifier(provider.config, () => now);
    const token = await provider.sign();
    provider.isUp = false;
    await expect(verifier.verify(token)).rejects.toMatchObject({ status: 503 });
    provider.isUp = true;
    await expect(verifier.verify(token)).rejects.toMatchObject({ status: 503 });
    now += 5_000;
    expect(await verifier.verify(token)).toMatchObject({ name: 'desk' });
  });

  it('of a provider that calls itself by another name are not used', async () => {
    provider.claimedIssuer = 'https://login.example.org';
    await expect(verify(await provider.sign())).rejects.toMatchObject({ status: 503 });
  });
});

describe('an issuer', () => {
  const of = (issuer: string) => () => new OidcVerifier({ issuer, audience: AUDIENCE });
  it.each(['https://login.example.org/realms/desk', 'http://127.0.0.1:8080', 'http://[::1]:8080/'])(
    'may be %s',
    (issuer) => {
      expect(of(issuer)).not.toThrow();
    },
  );
  it.each([
    ...['login.example.org', 'http://login.example.org', 'http://127.0.0.1.example.org'],
    ...['https://x.org/?a=b', 'https://x.org/#a', 'https://u:p@x.org', 'ftp://x.org', ''],
  ])('may not be "%s", and a server with it does not start', async (oidc) => {
    expect(of(oidc)).toThrow(BadIssuer);
    const config = { oidc: { issuer: oidc, audience: AUDIENCE } };
    await expect(startServer(config)).rejects.toThrow(BadIssuer);
  });
});
