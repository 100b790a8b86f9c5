/** The version of this Parley, as its package.json says. */
import { createRequire } from 'node:module';

export const { version: VERSION } = createRequire(import.meta.url)('parley/package.json') as {
  version: string;
};
