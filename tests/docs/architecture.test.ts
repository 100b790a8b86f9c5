/** The files and functions that docs/architecture.md names exist. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');

/** Every path that the page writes as code, without those that hold a placeholder. */
const paths = [...page.matchAll(/`((?:events|src|schema|tests)\/[\w./-]*)`/g)].map(
  ([, path]) => path ?? '',
);

describe('docs/architecture.md', () => {
  it('names files and folders that exist', () => {
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
  });

  it('names functions that their files export', () => {
    const named = [...page.matchAll(/`(src\/[\w./-]+\.ts)` \(`(\w+)`\)/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, path = '', name = ''] of named)
      expect(readFileSync(new URL(path, root), 'utf8')).toMatch(
        new RegExp(`export (?:const|function) ${name}\\b`),
      );
  });
});
