/** Parses the URL of a log in PostgreSQL, and redacts its secrets. */
import { LogUnavailable } from '../core/errors.js';

export interface PostgresUrl {
  /** For the driver: without Parley's own parameters. */
  readonly connection: string;
  /** URL of the connection that listens for notifications; undefined when listening is off. */
  readonly listen: string | undefined;
  /** The schema that holds the tables. */
  readonly schema: string;
  /** The URL without passwords. */
  readonly shown: string;
}

const POSTGRES = /^postgres(?:ql)?:/i;
const DEFAULT_SCHEMA = 'parley';
/** Needs no quoting, and leaves room for the channel's suffix in 63 bytes. */
const SCHEMA = /^[a-z_][a-z0-9_]{0,49}$/;
const SECRET = /pass|listen|options/i;
const HIDDEN = '***';

/** Also undefined where an unescaped password was parsed as another part of the URL. */
function read(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const beyondHost = [parsed.pathname, parsed.hash, ...parsed.searchParams.keys()];
  return beyondHost.some((part) => part.includes('@')) ? undefined : parsed;
}

/** A PostgreSQL URL with its secrets hidden; any other URL unchanged. */
export function shownUrl(url: string): string {
  if (!POSTGRES.test(url)) return url;
  const shown = read(url);
  if (!shown) return `${url.slice(0, url.indexOf(':'))}://…`;
  if (shown.password !== '') shown.password = HIDDEN;
  for (const name of new Set(shown.searchParams.keys()))
    if (SECRET.test(name)) shown.searchParams.set(name, HIDDEN);
  return shown.href;
}

/**
 * Parses `postgres://user:password@host:port/database`. Parameters: `schema`, and `listen` (`off`,
 * or the URL of a direct connection where this one leads through a pooler); all others (`sslmode`
 * …) are the driver's. Throws `LogUnavailable` when it is invalid.
 */
export function parsePostgresUrl(url: string): PostgresUrl {
  const shown = shownUrl(url);
  const parsed = read(url);
  if (!parsed)
    throw new LogUnavailable(
      `${shown} is not a URL that can be parsed. Write postgres://user:password@host:5432/database, and write characters such as / @ # ? % in the password as %2F %40 %23 %3F %25.`,
    );
  const schema = parsed.searchParams.get('schema') ?? DEFAULT_SCHEMA;
  if (!SCHEMA.test(schema))
    throw new LogUnavailable(
      `"${schema}" cannot name the schema of a log: use at most 50 lower-case letters, digits and underscores.`,
    );
  const listen = parsed.searchParams.get('listen');
  parsed.searchParams.delete('schema');
  parsed.searchParams.delete('listen');
  const connection = parsed.href;
  return {
    connection,
    listen: listen === 'off' ? undefined : (listen ?? connection),
    schema,
    shown,
  };
}
