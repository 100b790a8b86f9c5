import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ExtensionConflict } from '../../src/graphql/extensions/extensionConflict.js';
import { schema } from '../../src/graphql/schema.js';
import {
  InvalidExtension,
  CONFIG_FILES,
  extendSchema,
  findExtensions,
} from '../../src/server/graphql/loadExtensions.js';

const adds = (field: string) =>
  `export default {
    typeDefs: 'extend type Query { ${field}: Int }',
    resolvers: { Query: { ${field}: () => 1 } },
  };`;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'parley-'));
  const created = directory;
  onTestFinished(() => rm(created, { recursive: true }));
  await write('package.json', '{ "type": "module" }');
});

const write = (name: string, text: string) => writeFile(path.join(directory, name), text);

describe('the extensions of a directory', () => {
  it.each(CONFIG_FILES)('are in %s', async (name) => {
    await write(name, adds('a'));
    expect(findExtensions(directory)).toEqual([name]);
    const merged = await extendSchema(schema, directory, [name]);
    expect(merged.getQueryType()?.getFields()).toHaveProperty('a');
  });

  it('are none without such a file, and the schema is unchanged', async () => {
    expect(findExtensions(directory)).toEqual([]);
    expect(await extendSchema(schema, directory, [])).toBe(schema);
  });

  it('are the first of them where it has several', async () => {
    for (const name of CONFIG_FILES) await write(name, '');
    expect(findExtensions(directory)).toEqual(['parley.config.ts']);
  });
});

describe('several extensions', () => {
  it('are merged in order', async () => {
    await write('a.mjs', adds('a'));
    await write('b.mjs', adds('b'));
    const merged = await extendSchema(schema, directory, ['a.mjs', path.join(directory, 'b.mjs')]);
    expect(merged.getQueryType()?.getFields()).toMatchObject({ a: {}, b: {}, log: {} });
  });

  it('must not add the same field: the error names the later one', async () => {
    await write('a.mjs', adds('a'));
    await write('b.mjs', adds('a'));
    const merging = extendSchema(schema, directory, ['a.mjs', 'b.mjs']);
    await expect(merging).rejects.toThrow(ExtensionConflict);
    await expect(merging).rejects.toThrow(
      'The extension b.mjs does not fit the schema: Query.a is defined already: choose another name.',
    );
  });
});

describe('a file that cannot be loaded', () => {
  it.each([
    ['throws', `throw new Error('no key')`, /^The extension mine\.mjs cannot be loaded: no key\.$/],
    ['is no program', 'export default {', /^The extension mine\.mjs cannot be loaded: .+/],
    ['has no default export', `export const typeDefs = '';`, /"export default \{ typeDefs/],
    ['has no typeDefs', 'export default { resolvers: {} };', /"export default \{ typeDefs/],
    ['has other resolvers', `export default { typeDefs: '', resolvers: 1 };`, /"export default/],
  ])('%s', async (_, text, reason) => {
    await write('mine.mjs', text);
    const loading = extendSchema(schema, directory, ['mine.mjs']);
    await expect(loading).rejects.toThrow(InvalidExtension);
    await expect(loading).rejects.toThrow(reason);
  });

  it('is not there', async () => {
    await expect(extendSchema(schema, directory, ['none.ts'])).rejects.toThrow(
      `The extension none.ts cannot be loaded: there is no file at ${path.join(directory, 'none.ts')}.`,
    );
  });
});
