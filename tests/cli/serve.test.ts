import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { shippedEvents } from '../support/record.js';
import { desk, PATIENCE } from './running.js';

const EVENTS = shippedEvents().length;

const ask = async (url: string, query: string, headers: Record<string, string> = {}) =>
  (await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers })).json();

const POSITION = '{ log { headPosition } }';

describe('parley serve', PATIENCE, () => {
  it('begins an empty log with the shipped record, and keeps it', async () => {
    const at = desk();
    const first = await at.serve();
    expect(first.lines.join('\n')).toContain(`loaded the shipped record, ${EVENTS} events`);
    expect(first.lines.join('\n')).toMatch(/open to everyone on this machine/);
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(await ask(first.url, '{ negotiation(slug: "in-us-bta") { slug } }')).toEqual({
      data: { negotiation: { slug: 'in-us-bta' } },
    });
    first.kill('SIGTERM');
    expect(await first.status).toBe(0);
    const second = await at.serve();
    expect(second.lines.join('\n')).not.toMatch(/loaded/);
    expect(await ask(second.url, POSITION)).toEqual({ data: { log: { headPosition: EVENTS } } });
    second.kill('SIGINT');
    expect(await second.status).toBe(0);
    expect((await at.parley('verify')).status).toBe(0);
  });

  it.each([
    ['leaves a log that was named empty', ['--log', 'memory:'], 0],
    ['loads it there when asked to', ['--log', 'memory:', '--record'], EVENTS],
    ['leaves the usual log empty when told so', ['--no-record'], 0],
  ])('%s', async (_, args, headPosition) => {
    const { url } = await desk().serve(...args);
    expect(await ask(url, POSITION)).toEqual({ data: { log: { headPosition } } });
  });

  it('does not start where others can reach it without tokens', async () => {
    const at = desk();
    const { status, stderr } = await at.parley('serve', '--host', '0.0.0.0', '--port', '0');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^parley: 0\.0\.0\.0 can be reached from other machines.*tokens create/);
    expect(existsSync(at.path('parley.db'))).toBe(false);
  });

  it('asks for a token once there are some', async () => {
    const at = desk();
    const made = await at.parley('tokens', 'create', 'desk', '--tokens', 'tokens.json');
    const { url, lines } = await at.serve('--tokens', 'tokens.json', '--log', 'memory:');
    expect(lines.join('\n')).toMatch(/needs the token of an analyst or admin/);
    const given = { authorization: `Bearer ${made.stdout.trim()}` };
    expect(await ask(url, POSITION, given)).toHaveProperty('data');
    expect(await ask(url, POSITION, { authorization: 'Bearer other' })).toHaveProperty('errors');
  });

  it('shows strangers little with --public, and what single switches open', async () => {
    const at = desk();
    await at.parley('tokens', 'create', 'desk', '--tokens', 'tokens.json');
    const common = ['--public', '--tokens', 'tokens.json', '--log', 'memory:'];
    const codes = async (url: string) => {
      const { errors } = (await ask(url, '{ __schema { description } }')) as {
        errors?: { extensions: { code: string } }[];
      };
      const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
      const metrics = await fetch(`${url}/metrics`);
      return [errors?.[0]?.extensions.code, page.ok, metrics.status];
    };
    const { url } = await at.serve(...common);
    expect(await codes(url)).toEqual(['DOCUMENT_NOT_TRUSTED', false, 404]);
    const half = await at.serve(...common, '--no-trusted-documents', '--graphiql');
    expect(await codes(half.url)).toEqual(['INTROSPECTION_DISABLED', true, 404]);
    const open = await at.serve(...common, '--no-trusted-documents', '--introspection');
    expect(await codes(open.url)).toEqual([undefined, false, 404]);
  });

  it('does not start with documents that cannot be read', async () => {
    const { status, stderr } = await desk().parley(
      ...['serve', '--port', '0', '--trusted-documents', '--documents', 'nowhere'],
    );
    expect(status).toBe(1);
    expect(stderr).toBe('parley: The documents in nowhere cannot be used: ENOENT.\n');
  });

  it('says so when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const at = desk();
    const { status, stderr } = await at.run(['serve'], { env: { PORT: `${port}` } });
    other.close();
    expect([status, stderr]).toEqual([
      1,
      `parley: Cannot listen on 127.0.0.1 port ${port}: another program is using that port. Stop it, or choose another with --port.\n`,
    ]);
  });
});
