import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from './install.js';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dependencies?: object; readonly optionalDependencies?: object }>
  >;
}

/** A package of node_modules with all that it depends on, as the lock file has them. */
function closureOf(name: string, found = new Set<string>()): Set<string> {
  const { packages } = JSON.parse(
    readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'),
  ) as Lock;
  const add = (each: string): void => {
    if (found.has(each)) return;
    found.add(each);
    const { dependencies, optionalDependencies } = packages[`node_modules/${each}`] ?? {};
    Object.keys({ ...dependencies, ...optionalDependencies }).forEach(add);
  };
  add(name);
  return found;
}

/** A module that notes the URL of every module that Node loads after it. */
const tracer = (file: string): string => {
  const hooks = `
    import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(file)}, url + '\\n');
      return next(url, context);
    }`;
  return `import { register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));`;
};

it('npm start builds the server with Vite, which builds the page, and with no other development package', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-start-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const loaded = path.join(directory, 'loaded.txt');
  writeFileSync(path.join(directory, 'trace.mjs'), tracer(loaded));
  const build = JSON.stringify(path.join(ROOT, 'scripts/build.mjs'));
  const out = JSON.stringify(path.join(directory, 'dist'));
  const script = `const { transpileTo } = await import(${build}); await transpileTo(${out});`;
  const trace = ['--import', path.join(directory, 'trace.mjs')];
  execFileSync(process.execPath, [...trace, '--input-type=module', '-e', script], { cwd: ROOT });
  const names = [
    ...readFileSync(loaded, 'utf8').matchAll(/.*\/node_modules\/((?:@[^/]+\/)?[^/\n]+)/g),
  ].map(([, name]) => name!);
  expect(names).toContain('vite');
  const ofPage = closureOf('vite');
  expect(names.filter((name) => !ofPage.has(name))).toEqual([]);
});
