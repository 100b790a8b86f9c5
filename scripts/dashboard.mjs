/**
 * Builds the dashboard into dist/dashboard: `npm run build`. The setup script asks here whether
 * there is anything to build; a bundle of the same sources is left alone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

const OUT = path.join(root, 'dist', 'dashboard');
const BUILT_FROM = '.built-from';

/** One hash of everything that the bundle is made of. */
function sources() {
  const hash = createHash('sha256');
  const directory = path.join(root, 'src', 'dashboard');
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of [
    ...files,
    ...['vite.config.ts', 'package-lock.json'].map((f) => path.join(root, f)),
  ])
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Whether dist/dashboard holds a bundle of the sources as they are. */
export function isBuilt() {
  // A package of the server alone comes with its bundle and without what it was built from.
  if (!existsSync(path.join(root, 'src', 'dashboard'))) return true;
  const mark = path.join(OUT, BUILT_FROM);
  return existsSync(mark) && readFileSync(mark, 'utf8') === sources();
}

/** Builds the bundle and returns what kept it from being built, or undefined. */
export function build() {
  const from = sources();
  // Two builds at a time, or one that fails, must not leave half a bundle behind.
  const aside = path.join(root, 'dist', `.dashboard-${process.pid}`);
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, error } = spawnSync(
    process.execPath,
    [vite, 'build', '--logLevel', 'warn', '--outDir', aside],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    return `The dashboard could not be built${error ? `: ${error.message}` : ''}.`;
  }
  writeFileSync(path.join(aside, BUILT_FROM), from);
  rmSync(OUT, { recursive: true, force: true });
  renameSync(aside, OUT);
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problem = build();
  if (problem) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}
