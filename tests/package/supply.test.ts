import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as { readonly packages: Readonly<Record<string, LockedPackage>> };

/** What an install of the package brings, by where it is put; the project itself is the first. */
const production = Object.entries(lock.packages).filter(
  ([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional,
);
const placesOf = (matches: (locked: LockedPackage) => boolean): readonly string[] =>
  production.filter(([, locked]) => matches(locked)).map(([place]) => place);

const LICENCES: readonly (string | undefined)[] = [
  ...['MIT', 'ISC', '0BSD', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'],
  ...['(MIT OR WTFPL)', '(BSD-2-Clause OR MIT OR Apache-2.0)'],
];

describe('the packages that an install brings', () => {
  it('have licences that allow it to be given on', () => {
    expect(production.length).toBeGreaterThan(100);
    expect(placesOf(({ license }) => !LICENCES.includes(license))).toEqual([]);
  });

  it('run no script when they are installed, but for the driver of SQLite', () => {
    expect(placesOf(({ hasInstallScript }) => hasInstallScript === true)).toEqual([
      'node_modules/better-sqlite3',
    ]);
  });

  it('are held by the hash of their contents', () => {
    expect(placesOf(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });
});
