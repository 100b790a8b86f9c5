/** The container image has what it runs with, and compose.yaml refers to what exists. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { serveCommand } from '../../src/cli/commands/serve.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

describe('the container image', () => {
  const dockerfile = read('Dockerfile');
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, names = '']) => names.split(' '),
  );

  it('is built from files that exist and that .dockerignore includes', () => {
    const letThrough = read('.dockerignore').match(/(?<=^!)\S+/gm);
    for (const name of sources) expect(existsSync(path.join(root, name))).toBe(true);
    expect(new Set(sources)).toEqual(new Set(letThrough));
  });

  it('installs the package with every optional package, in the version it was tested with', () => {
    const { peerDependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'peerDependencies' | 'devDependencies',
      Record<string, string>
    >;
    const [, installed = ''] = /^RUN npm install (\S+parley-\S+ [^]*?[^\\])\n/m.exec(dockerfile)!;
    expect(
      installed
        .split(/[\s\\]+/)
        .slice(1)
        .sort(),
    ).toEqual(
      Object.keys(peerDependencies)
        .map((name) => `${name}@${devDependencies[name]}`)
        .sort(),
    );
  });

  it('starts the command of the installed package', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: { parley: string } };
    const [, entry = ''] = /^ENTRYPOINT (.*)$/m.exec(dockerfile)!;
    expect(JSON.parse(entry)).toEqual(['node', `node_modules/parley/${bin.parley}`]);
    expect(dockerfile).toContain('COPY --from=build /app/node_modules/ node_modules/');
  });
});

describe('compose.yaml', () => {
  const compose = read('compose.yaml');

  it('sets only variables that exist', () => {
    const known = serveCommand().options.flatMap(({ envVar }) => envVar ?? []);
    const set = [...compose.matchAll(/^ +(PARLEY_\w+|PORT):/gm)].map(([, name]) => name!);
    // One is for the role of the servers, which the database makes at first.
    expect(set.filter((name) => name !== 'PARLEY_PASSWORD')).not.toEqual([]);
    for (const name of set) expect([...known, 'PARLEY_PASSWORD']).toContain(name);
  });

  it('grants the role of the servers, and gives them time to stop', () => {
    const [, role = ''] = /--grant, (\w+)\]/.exec(compose)!;
    expect(compose).toContain(`postgres://${role}:`);
    expect(compose).toContain(`CREATE ROLE ${role} LOGIN`);
    expect(Number(/stop_grace_period: (\d+)s/.exec(compose)![1])).toBeGreaterThan(10);
  });
});
