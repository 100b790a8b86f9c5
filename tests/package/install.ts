/** The package as it is published, installed into an empty folder with production packages only. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const NATIVE = 'node_modules/better-sqlite3/build';

interface Locked {
  readonly version: string;
  readonly dev?: true;
  readonly devOptional?: true;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

const readJson = (...names: readonly string[]): unknown =>
  JSON.parse(readFileSync(path.join(...names), 'utf8'));

/** Runs npm in a folder, with what the cache holds before the registry is asked. */
function npm(cwd: string, ...args: readonly string[]): string {
  const all = [...args, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env['npm_execpath'];
  const [command, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const { NODE_ENV: _, ...env } = process.env;
  return execFileSync(command, [...first, ...all], { cwd, env, encoding: 'utf8' });
}

/**
 * Places packages as npm does where nothing else is installed: at the top where the name is free,
 * once for each version. `packages` are those of a lock file without the development packages.
 */
function hoisted(packages: readonly (readonly [string, Locked])[]): Record<string, Locked> {
  const placed: Record<string, Locked> = {};
  const moved = new Map<string, string>();
  const depth = (name: string) => name.split('node_modules/').length;
  for (const [from, entry] of packages.toSorted(([a], [b]) => depth(a) - depth(b))) {
    const parent = from.slice(0, from.lastIndexOf('/node_modules/'));
    const name = from.slice(from.lastIndexOf('node_modules/'));
    const there = placed[name];
    const to =
      !there || there.version === entry.version ? name : `${moved.get(parent) ?? parent}/${name}`;
    moved.set(from, to);
    placed[to] ??= entry;
  }
  return placed;
}

/**
 * The lock file of an empty folder before its first install: the versions of production packages
 * that this checkout is tested with, so that a release of one of them changes no test.
 */
function lockOfProduction(): object {
  const { packages } = readJson(ROOT, 'package-lock.json') as Lock;
  const production = Object.entries(packages).filter(
    ([name, { dev, devOptional }]) => name !== '' && !dev && !devOptional,
  );
  return {
    name: 'consumer',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: 'consumer' }, ...hoisted(production) },
  };
}

export class InstalledPackage {
  readonly directory = mkdtempSync(path.join(tmpdir(), 'parley-package-'));

  /** Builds, packs and installs. Takes a minute where nothing was built before. */
  constructor() {
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
    const [packed] = JSON.parse(
      npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', this.directory),
    ) as { filename: string }[];
    writeFileSync(this.path('package.json'), '{ "name": "consumer", "type": "module" }\n');
    writeFileSync(this.path('package-lock.json'), JSON.stringify(lockOfProduction()));
    // The one compiled package was compiled for this checkout already.
    npm(this.directory, 'install', '--ignore-scripts', `./${packed!.filename}`);
    cpSync(path.join(ROOT, NATIVE), this.path(NATIVE), { recursive: true });
  }

  path(name: string): string {
    return path.join(this.directory, name);
  }

  /** The installed packages, Parley included, as paths below the folder. */
  get packages(): readonly string[] {
    const lock = readJson(this.directory, 'node_modules/.package-lock.json') as Lock;
    return Object.keys(lock.packages);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
