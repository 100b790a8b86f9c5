/**
 * Makes node_modules what package-lock.json says and dist what the sources say, and does nothing
 * where they already are. npm runs this before `npm start`, `npm test` and `npm run parley`, so that
 * a fresh clone needs no command before them. It prints to stderr only: what `parley` prints is piped.
 *
 * `--server` builds the server alone, without the dashboard; `--with-dev` also requires the
 * development packages. Where there is nothing to build, an install without them will do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { build, isBuilt, root } from './build.mjs';

const parts = process.argv.includes('--server') ? ['server'] : ['server', 'dashboard'];
const outdated = parts.filter((part) => !isBuilt(part));
const withDev = outdated.length > 0 || process.argv.includes('--with-dev');
const NATIVE = 'better-sqlite3';

const read = (...names) => JSON.parse(readFileSync(path.join(root, ...names), 'utf8'));
const same = (a = {}, b = {}) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Why an install is needed, or undefined. npm writes the list it compares with last of all. */
function reasonToInstall() {
  if (!existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return 'none are there';
  const manifest = read('package.json');
  const { '': top, ...locked } = read('package-lock.json').packages;
  const { packages: installed } = read('node_modules', '.package-lock.json');
  if (
    !same(manifest.dependencies, top.dependencies) ||
    !same(manifest.devDependencies, top.devDependencies)
  )
    return 'package.json and package-lock.json disagree';
  for (const [name, { version, integrity, optional, dev, devOptional }] of Object.entries(locked)) {
    const found = installed[name];
    if (found && (found.version !== version || found.integrity !== integrity))
      return `${name} is not the one of package-lock.json`;
    if (!found && !optional && !devOptional && (withDev || !dev)) return `${name} is missing`;
  }
  return Object.keys(installed).some((name) => !Object.hasOwn(locked, name))
    ? 'there are more than package-lock.json lists'
    : undefined;
}

/** Why the one package with compiled code does not run under this Node, or undefined. */
function nativeProblem() {
  try {
    const require = createRequire(path.join(root, 'package.json'));
    new (require(NATIVE))(':memory:').close();
    return undefined;
  } catch (error) {
    return String(error).split('\n', 1)[0];
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function install(reason) {
  process.stderr.write(`Installing packages with npm ci: ${reason}.\n`);
  const args = ['ci', '--loglevel=error', ...(withDev ? ['--include=dev'] : [])];
  const env = { ...process.env };
  // Compile against the headers that came with this Node, where they did, rather than fetch them.
  const home = path.dirname(path.dirname(process.execPath));
  if (existsSync(path.join(home, 'include', 'node', 'node.h'))) env.npm_config_nodedir ??= home;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) fail(`npm ci failed${error ? `: ${error.message}` : ''}. Nothing was started.`);
}

const reason =
  reasonToInstall() ?? (nativeProblem() && `${NATIVE} was not built for Node ${process.version}`);
if (reason) {
  install(reason);
  const problem = nativeProblem();
  if (problem)
    fail(
      `${NATIVE} does not load: ${problem}\nBuilding it takes python3, make and a C++ compiler; install them and run npm ci.`,
    );
}
for (const part of outdated) {
  process.stderr.write(`Building the ${part}.\n`);
  await build(part).catch((error) => fail(`The ${part} could not be built: ${error.message}`));
}
