/** The schema of a log in PostgreSQL: its migrations, and what a server's role may do. */
import { type MigrationName, readMigration } from '../core/migrationFiles.js';

/**
 * In order; the schema version is the number of those applied. Frozen once released: a change is a
 * new migration. `${schema}` in the SQL is the schema's name.
 */
export const MIGRATIONS: readonly MigrationName[] = [
  '001_event_log.sql',
  '002_standard_names.sql',
  '003_stream_index.sql',
  '004_proposals.sql',
  '005_webhooks.sql',
  '006_sql_views.sql',
  '007_text_index.sql',
  '008_no_snapshots.sql',
  '009_merkle_tree.sql',
  '010_duty_steps.sql',
  '011_no_transition_tables.sql',
];

export const migrationSql = (name: MigrationName, schema: string): string =>
  readMigration(import.meta.url, name).replaceAll('${schema}', schema);

/** Tables that a server inserts into and selects from. */
export const INSERT_TABLES = [
  'events',
  'stream_links',
  'event_targets',
  'idempotency_keys',
  'proposals',
  'proposal_decisions',
  'proposal_texts',
  'webhooks',
] as const;
/** Tables and views that a server only selects from; what of them changes, changes through functions. */
export const SELECT_TABLES = [
  'head',
  'closed_timestamp',
  'stream_keys',
  'stream_heads',
  'stream_index_state',
  'event_text',
  'tree_nodes',
  'tree_head',
  'migrations',
  'parley_events',
  'parley_sources',
  'parley_histories',
  'duty_steps',
  'duty_steps_log',
  'parley_duty_steps',
] as const;
export const FUNCTIONS = [
  'lock_head()',
  'close_timestamp(bigint)',
  'write_stream_index(integer, bigint, bigint, text, text[], bigint[], bigint[], text[], text[], bigint[])',
  'clear_stream_index(integer, integer, bigint, text)',
  'write_text_index(bigint[], text[])',
  'save_tree_nodes(integer[], bigint[], text[])',
  'save_tree_head(bigint, text)',
  'claim_webhook(text, text, bigint)',
  'save_webhook(text, text, bigint, text, integer, bigint, text, bigint)',
  'resume_webhook(text, bigint)',
  'remove_webhook(text)',
  'replace_duty_steps(bigint, text, text)',
] as const;

/** What servers need that still run the version before: names of schema 1, and snapshots, always empty. */
export const OLD_INSERT_VIEWS = ['guests', 'abouts', 'idempotency'] as const;
export const OLD_SELECT_VIEWS = ['promise', 'checkpoints', 'snapshots'] as const;
export const OLD_FUNCTIONS = [
  'begin_append()',
  'pin(bigint)',
  'save_snapshot(text, text, bigint, text, text, text)',
  'keep_checkpoint(text, text, bigint, text, text, text)',
] as const;

/** The notification channel on which every commit sends its position. */
export const channelOf = (schema: string): string => `${schema}_appended`;
