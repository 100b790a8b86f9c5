/** Loads SQL migrations, which lie beside the engine's code. */
import { readFileSync } from 'node:fs';

/** A migration's file name: its number, three digits, and what it does. */
export type MigrationName = `${number}_${string}.sql`;

/**
 * The SQL of a migration, from the folder `migrations` beside the module with this URL
 * (`import.meta.url`). Blocking; migrations are loaded when a log needs them.
 */
export const readMigration = (moduleUrl: string, name: MigrationName): string =>
  readFileSync(new URL(`./migrations/${name}`, moduleUrl), 'utf8');
