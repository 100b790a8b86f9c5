/** Finds and loads the files with which users extend the schema. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import type { Extension } from '../../graphql/extensions/defineExtension.js';
import { mergeExtension } from '../../graphql/extensions/mergeExtension.js';

/** Searched for in this order where no file is named. */
export const CONFIG_FILES = ['parley.config.ts', 'parley.config.js', 'parley.config.mjs'] as const;

/** A file named as an extension that is missing, fails to load or exports no extension. */
export class InvalidExtension extends Error {
  readonly code = 'BAD_EXTENSION';
  constructor(
    readonly file: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`The extension ${file} cannot be loaded: ${reason}.`, { cause });
    this.name = 'InvalidExtension';
  }
}

/** The default extension of a directory, if it has one. */
export const findExtensions = (directory: string): readonly string[] =>
  CONFIG_FILES.filter((name) => existsSync(path.join(directory, name))).slice(0, 1);

const isExtension = (value: unknown): value is Extension => {
  if (typeof value !== 'object' || value === null) return false;
  const { typeDefs, resolvers } = value as { typeDefs?: unknown; resolvers?: unknown };
  return (
    (typeof typeDefs === 'string' || (typeof typeDefs === 'object' && typeDefs !== null)) &&
    (resolvers === undefined || (typeof resolvers === 'object' && resolvers !== null))
  );
};

const NO_TYPESCRIPT =
  'this Node.js does not run TypeScript. Install tsx beside it (npm install tsx), use Node.js 22.18 or later, or write it in JavaScript';

/**
 * Makes `import` take TypeScript: with tsx, as `file` or Parley itself would find it. Does nothing
 * where Node.js strips types itself. Throws when neither can be had.
 */
async function enableTypeScript(file: string): Promise<void> {
  if ((process.features as { typescript?: unknown }).typescript) return;
  const from = [file, import.meta.url].find((place) => {
    try {
      createRequire(place).resolve('tsx/package.json');
      return true;
    } catch {
      return false;
    }
  });
  if (from === undefined) throw new Error(NO_TYPESCRIPT);
  // By its API: what `import 'tsx'` registers holds for the main thread only.
  const load = createRequire(from);
  const cjs = load('tsx/cjs/api') as { register: () => void };
  // `require` finds the build for itself; the one for `import` lies beside it.
  const forImport = load.resolve('tsx/esm/api').replace(/\.cjs$/, '.mjs');
  const esm = (await import(pathToFileURL(forImport).href)) as { register: () => void };
  cjs.register();
  esm.register();
}

/** The default export of a file. Throws {@link InvalidExtension}. */
async function load(directory: string, file: string): Promise<Extension> {
  const full = path.resolve(directory, file);
  if (!existsSync(full)) throw new InvalidExtension(file, `there is no file at ${full}`);
  let loaded: { default?: unknown };
  try {
    if (/\.[cm]?ts$/.test(full)) await enableTypeScript(full);
    loaded = (await import(pathToFileURL(full).href)) as { default?: unknown };
  } catch (error) {
    throw new InvalidExtension(file, error instanceof Error ? error.message : String(error), error);
  }
  // A loader that makes CommonJS of TypeScript leaves the default export one level down.
  const exported = loaded.default as { default?: unknown } | undefined;
  for (const value of [exported, exported?.default]) if (isExtension(value)) return value;
  throw new InvalidExtension(
    file,
    'it has no "export default { typeDefs, resolvers }", with SDL and an object of resolvers by type',
  );
}

/**
 * The schema with the files' extensions merged in, in order. Paths are relative to `directory`. Throws {@link InvalidExtension}, or `ExtensionConflict` where one does not fit the schema.
 */
export async function extendSchema(
  schema: GraphQLSchema,
  directory: string,
  files: readonly string[],
): Promise<GraphQLSchema> {
  let merged = schema;
  for (const file of files) merged = mergeExtension(merged, await load(directory, file), file);
  return merged;
}
