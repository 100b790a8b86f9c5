/** What goes into the container image is enough to run it, and compose.yaml names what there is. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveCommand } from '../../src/cli/commands/serve.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

describe('the image', { timeout: 120_000 }, () => {
  const dockerfile = read('Dockerfile');
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, names = '']) => names.split(' '),
  );

  it('is built from files that are there and that .dockerignore lets through', () => {
    const letThrough = read('.dockerignore').match(/(?<=^!)\S+/gm);
    for (const name of sources) expect(existsSync(path.join(root, name))).toBe(true);
    expect(new Set(sources)).toEqual(new Set(letThrough));
  });

  it('serves from the files that end up in it', async () => {
    const at = mkdtempSync(path.join(tmpdir(), 'parley-image-'));
    onTestFinished(() => rmSync(at, { recursive: true, force: true }));
    const [, last = ''] = dockerfile.split(/^FROM \S+-slim$/m);
    const kept = [...last.matchAll(/^COPY --from=build \/app\/(\S+)\/ /gm)].map(
      ([, name]) => name!,
    );
    const [, beside = ''] = /^COPY (?!--from)(.+) \.\/$/m.exec(last)!;
    for (const name of [...kept, ...beside.split(' ')]) {
      const from = path.join(root, name);
      if (name === 'node_modules') symlinkSync(from, path.join(at, name));
      // The server runs without the dashboard, too, where it is not built.
      else if (existsSync(from)) cpSync(from, path.join(at, name), { recursive: true });
    }
    expect(dockerfile).toContain('rm -rf src/dashboard');
    rmSync(path.join(at, 'src/dashboard'), { recursive: true, force: true });

    const [, entry = ''] = /^ENTRYPOINT (.*)$/m.exec(dockerfile)!;
    const [program, ...args] = JSON.parse(entry) as string[];
    expect(program).toBe('node');
    const server = spawn(process.execPath, [...args, 'serve', '--port', '0', '--log', 'memory:'], {
      cwd: at,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => server.once('close', resolve));
    onTestFinished(async () => {
      server.kill('SIGKILL');
      await ended;
    });
    let url: string | undefined;
    for await (const line of createInterface({ input: server.stdout })) {
      url = /listening at (http:\/\/[^/]+)/.exec(line)?.[1];
      if (url !== undefined) break;
    }
    server.stdout.resume();
    const answer = await fetch(`${url}/graphql?query={log{headPosition}}`);
    expect(await answer.json()).toEqual({ data: { log: { headPosition: 0 } } });
    const graphiql = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    expect(graphiql.status).toBe(200);
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('compose.yaml', () => {
  const compose = read('compose.yaml');

  it('sets variables that there are', () => {
    const known = serveCommand().options.flatMap(({ envVar }) => envVar ?? []);
    const set = [...compose.matchAll(/^ +(PARLEY_\w+|PORT):/gm)].map(([, name]) => name!);
    // One is for the role of the servers, which the database makes at first.
    expect(set.filter((name) => name !== 'PARLEY_PASSWORD')).not.toEqual([]);
    for (const name of set) expect([...known, 'PARLEY_PASSWORD']).toContain(name);
  });

  it('grants the role that the servers use, and gives them time to stop', () => {
    const [, role = ''] = /--grant, (\w+)\]/.exec(compose)!;
    expect(compose).toContain(`postgres://${role}:`);
    expect(compose).toContain(`CREATE ROLE ${role} LOGIN`);
    expect(Number(/stop_grace_period: (\d+)s/.exec(compose)![1])).toBeGreaterThan(10);
  });
});
