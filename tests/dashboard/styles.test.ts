/** Components and style sheets use the same class names. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../src/dashboard');

const textOf = (pattern: RegExp): string =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !file.startsWith('generated'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');

const code = textOf(/\.tsx?$/);
const styles = textOf(/\.css$/).replace(/\/\*.*?\*\//gs, '');
const styled = new Set([...styles.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));

/** Classes that mark an element for tests or for code, and need no style. */
const MARKS = ['entry-data', 'entry-send', 'measure', 'negotiation', 'page', 'page-head', 'slips'];

it('every class that a component names has a style, or is a known mark', () => {
  // Of a template, the words before its first placeholder.
  const names = [...code.matchAll(/className=(?:"([^"]+)"|\{`([\w -]+))/g)]
    .flatMap(([, literal, template]) => (literal ?? template?.replace(/-$/, '') ?? '').split(' '))
    .filter((name) => name !== '');
  expect(names.length).toBeGreaterThan(100);
  expect([...new Set(names)].filter((name) => !styled.has(name)).sort()).toEqual(MARKS);
});
