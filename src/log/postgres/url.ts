/** URLs of logs in PostgreSQL: what they say, and how to show them without what is secret. */
import { LogUnavailable } from '../core/errors.js';

export interface PostgresUrl {
  /** For the driver: without what is ours. */
  readonly connection: string;
  /** Over which connection notifications are listened for; `undefined` when they are not to be. */
  readonly listen: string | undefined;
  /** The schema that holds the tables. */
  readonly schema: string;
  /** The URL without passwords, for people. */
  readonly shown: string;
}

const POSTGRES = /^postgres(?:ql)?:/i;
const DEFAULT_SCHEMA = 'parley';
/** Never needs quoting, and leaves room for the channel's name in 63 bytes. */
const SCHEMA = /^[a-z_][a-z0-9_]{0,49}$/;
const SECRET = /pass|listen|options/i;
const HIDDEN = '***';

/** Undefined also where a password with characters such as # was taken for other parts of it. */
function read(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const beyondHost = [parsed.pathname, parsed.hash, ...parsed.searchParams.keys()];
  return beyondHost.some((part) => part.includes('@')) ? undefined : parsed;
}

/** The URL of a log with every password in it hidden; any other URL as it is. */
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
 * Takes `postgres://user:password@host:port/database` apart. Of the parameters, `schema` and
 * `listen` (the URL of a connection that lasts, where this one leads through a pooler, or `off`)
 * are ours, the others (`sslmode` …) the driver's. Throws `LogUnavailable` when it cannot
 * be understood.
 */
export function parsePostgresUrl(url: string): PostgresUrl {
  const shown = shownUrl(url);
  const parsed = read(url);
  if (!parsed)
    throw new LogUnavailable(
      `${shown} is not a URL that can be read. Write postgres://user:password@host:5432/database, and write characters such as / @ # ? % in the password as %2F %40 %23 %3F %25.`,
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
