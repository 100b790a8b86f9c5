/** From a URL to the log that it names. */
import { UnknownLogUrl } from './core/errors.js';
import type { EventLog } from './core/eventLog.js';
import { loadOptional } from './core/optionalPackages.js';

export interface OpenOptions {
  /** Refuses every append and creates nothing. */
  readonly readonly?: boolean;
  /** The log's clock, in epoch milliseconds; the system's when absent. */
  readonly now?: () => number;
  /** How long an append waits for another process to finish writing; 10 seconds when absent. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens the log at `sqlite:<path>` or `postgres://…` (created when it is not there, unless
 * `readonly`) or `memory:` (empty, and forgotten when the process ends). Loads the engine that the
 * URL names and no other. Throws `LogUnavailable` when the log cannot be used, `UnknownLogUrl` when
 * the URL names no log, `PackageMissing` when it is in PostgreSQL and the package pg is not there.
 */
export async function openLog(url: string, options: OpenOptions = {}): Promise<EventLog> {
  const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(url) ?? [];
  switch (scheme.toLowerCase()) {
    case 'sqlite': {
      const path = rest.replace(/^\/\/(?=.)/, '');
      if (path === '' || path.startsWith(':')) throw new UnknownLogUrl(scheme);
      const { SqliteLog } = await import('./sqlite/sqliteLog.js');
      return new SqliteLog(url, path, options);
    }
    case 'memory': {
      const { MemoryLog } = await import('./memory/memoryLog.js');
      return new MemoryLog(url, options);
    }
    case 'postgres':
    case 'postgresql': {
      const load = () => import('./postgres/postgresLog.js');
      const { PostgresLog } = await loadOptional('A log in PostgreSQL', ['pg'], load);
      return PostgresLog.open(url, options);
    }
    default:
      throw new UnknownLogUrl(scheme);
  }
}
