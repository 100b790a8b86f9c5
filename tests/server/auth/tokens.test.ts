import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Authenticator } from '../../../src/server/auth/authenticator.js';
import { createToken } from '../../../src/server/auth/tokens.js';
import { readLastUses, replaceFile, TokensFile } from '../../../src/server/auth/tokensFile.js';
import { raw } from '../socketClients.js';
import { errorCode, startServer } from '../testServer.js';

const desk = createToken('desk', 'analyst');
const intern = createToken('intern', 'analyst');
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

function tokensFile(...tokens: readonly (typeof desk)[]): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-tokens-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = path.join(directory, 'tokens.json');
  replaceFile(
    file,
    tokens.map(({ token }) => token),
  );
  return file;
}

/** The file as a server watches it, and a promise of the next time it is read again. */
function watched(file: string) {
  const tokens = new TokensFile(file);
  onTestFinished(() => tokens.close());
  const failures: unknown[] = [];
  let heard: () => void = () => undefined;
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  tokens.watch({
    reloaded: () => heard(),
    failed: (error) => {
      failures.push(error);
      heard();
    },
  });
  return { tokens, failures, next };
}

describe('a token', () => {
  it('is refused from its expiry on', () => {
    const expires = '2026-01-01T00:00:00Z';
    const { token, secret } = createToken('desk', 'analyst', { expires });
    const at = (instant: string) => {
      const authenticator = new Authenticator({ tokens: [token] }, undefined, () =>
        Date.parse(instant),
      );
      return () => authenticator.authenticate(`Bearer ${secret}`, { address: '::1' });
    };
    expect(at('2025-12-31T23:59:59.999Z')()).toMatchObject({ name: 'desk' });
    expect(at(expires)).toThrow(`The token expired at ${expires}`);
  });

  it('is refused once it was taken out of the file, on sockets open since before, too', async () => {
    const file = tokensFile(desk, intern);
    const { tokens, next } = watched(file);
    const server = await startServer({ tokens });
    const { post, url } = server;
    const query = { query: '{ __typename }' };
    const { send, next: message } = await raw(url, { headers: bearer(intern.secret) });
    expect((await post(query, bearer(intern.secret))).status).toBe(200);
    const read = next();
    replaceFile(file, [desk.token]);
    await read;
    expect(await errorCode(await post(query, bearer(intern.secret)))).toBe('UNKNOWN_TOKEN');
    expect((await post(query, bearer(desk.secret))).status).toBe(200);
    send({ id: '1', type: 'subscribe', payload: query });
    expect(await message()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'UNKNOWN_TOKEN' } }],
    });
  });

  it('is accepted once it was added', async () => {
    const file = tokensFile(desk);
    const { tokens, next } = watched(file);
    const { post } = await startServer({ tokens });
    const read = next();
    replaceFile(file, [desk.token, intern.token]);
    await read;
    expect((await post({ query: '{ __typename }' }, bearer(intern.secret))).status).toBe(200);
  });

  it('goes on counting where the file can no longer be read', () => {
    const file = tokensFile(desk);
    const { tokens, failures } = watched(file);
    writeFileSync(file, '[');
    tokens.reload();
    expect(tokens.current()).toEqual([desk.token]);
    expect(failures).toMatchObject([{ code: 'BAD_TOKENS' }]);
  });

  it('has its last use written down, beside those that other servers wrote', () => {
    const file = tokensFile(desk, intern);
    expect(readLastUses(file)).toBeUndefined();
    for (const { token } of [desk, intern]) {
      const tokens = new TokensFile(file);
      tokens.used(token);
      tokens.close();
    }
    const uses = readLastUses(file)!;
    for (const { token } of [desk, intern])
      expect(Date.now() - Date.parse(uses[token.sha256]!)).toBeLessThan(60_000);
  });
});

describe('failed attempts', () => {
  it('are written down without what was sent, and refused after ten from one address', async () => {
    const { get, logLines } = await startServer({ tokens: [desk.token], level: 'warn' });
    const attempt = (number: number) => get('{ __typename }', bearer(`guess-${number}`));
    for (let number = 1; number <= 10; number += 1)
      expect(await errorCode(await attempt(number))).toBe('UNKNOWN_TOKEN');
    const refused = await attempt(11);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await errorCode(refused)).toBe('TOO_MANY_ATTEMPTS');
    const lines = logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatchObject({
      level: 'warn',
      msg: 'authentication failed',
      reason: 'UNKNOWN_TOKEN',
      address: '127.0.0.1',
      request: expect.stringMatching(/^[\w-]+$/),
      refusesFurther: false,
    });
    expect(lines[9]).toMatchObject({ refusesFurther: true });
    expect(logLines.join('')).not.toContain('guess');
  });

  it('lock out neither who holds a token at the same address, nor who reads without one', async () => {
    const { get } = await startServer({ tokens: [desk.token] });
    for (let number = 0; number <= 10; number += 1)
      await get('{ __typename }', bearer('guess')).then((response) => response.text());
    expect((await get('{ __typename }', bearer(desk.secret))).status).toBe(200);
    expect((await get('{ __typename }')).status).toBe(200);
  });
});
