/**
 * The tables of a log in PostgreSQL and what guards them. Whoever writes may only add rows: the
 * head, the promise and the checkpoints change through functions that run as the owner.
 */

/** Tables to which a server adds rows, and nothing else. */
export const ADDED_TO = ['events', 'guests', 'abouts', 'idempotency'] as const;
/** Tables that a server only reads. */
export const READ_ONLY = ['head', 'promise', 'checkpoints', 'migrations'] as const;
export const FUNCTIONS = [
  'begin_append()',
  'pin(bigint)',
  'keep_checkpoint(text, text, bigint, text, text, text)',
] as const;

const TEXT = 'text COLLATE "C" NOT NULL';

const tables = (schema: string) => `
  CREATE TABLE ${schema}.events (
    position bigint PRIMARY KEY CHECK (position > 0),
    id ${TEXT} UNIQUE,
    stream ${TEXT},
    revision bigint NOT NULL,
    type ${TEXT},
    recorded bigint NOT NULL, -- epoch milliseconds
    hash ${TEXT}, -- SHA-256 of body
    body ${TEXT} -- RFC 8785 canonical JSON
  );
  CREATE INDEX events_by_stream ON ${schema}.events (stream, position);
  CREATE INDEX events_by_type ON ${schema}.events (type, position);
  CREATE INDEX events_by_recorded ON ${schema}.events (recorded, position);

  -- In whose histories an event is besides its own stream's: those in also, its target's.
  CREATE TABLE ${schema}.guests (
    stream ${TEXT},
    position bigint NOT NULL,
    PRIMARY KEY (stream, position)
  );

  CREATE TABLE ${schema}.abouts (
    position bigint PRIMARY KEY, -- of a correction, retraction or source about it
    target ${TEXT} -- an event's id
  );
  CREATE INDEX abouts_by_target ON ${schema}.abouts (target, position);

  CREATE TABLE ${schema}.idempotency (
    name ${TEXT} PRIMARY KEY, -- SHA-256 of the key, which may be of any length
    digest ${TEXT}, -- SHA-256 of the events as sent
    first bigint NOT NULL,
    last bigint NOT NULL
  );

  -- The row that is locked first by whoever appends: commits come in order of position.
  CREATE TABLE ${schema}.head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL,
    hash ${TEXT},
    recorded bigint
  );
  INSERT INTO ${schema}.head (position, hash) VALUES (0, '');

  -- Nothing is recorded at or before floor any more: readers were promised so.
  CREATE TABLE ${schema}.promise (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    floor bigint
  );
  INSERT INTO ${schema}.promise DEFAULT VALUES;

  -- Dossiers written down, to be opened faster; whoever reads one checks it.
  CREATE TABLE ${schema}.checkpoints (
    stream ${TEXT} PRIMARY KEY,
    version ${TEXT},
    position bigint NOT NULL,
    at ${TEXT}, -- the hash of the record at that position
    body ${TEXT},
    hash ${TEXT} -- SHA-256 of body
  );
`;

/** As the owner, and finding nothing but what is named in full. */
const AS_OWNER = 'LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const functions = (schema: string) => `
  -- Locks the head until the transaction ends, and tells what it is then. An append is on disk
  -- when it is acknowledged, whatever the role's setting; a stricter one is left as it is.
  CREATE FUNCTION ${schema}.begin_append()
    RETURNS TABLE ("position" bigint, hash text, recorded bigint, body text, floor bigint)
    ${AS_OWNER} AS $$
  BEGIN
    IF current_setting('synchronous_commit') IN ('off', 'local', 'remote_write') THEN
      PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM 1 FROM ${schema}.head FOR UPDATE;
    -- A statement of its own: it sees what was committed while this one waited.
    RETURN QUERY SELECT h.position, h.hash, h.recorded, e.body, p.floor
      FROM ${schema}.head h
      CROSS JOIN ${schema}.promise p
      LEFT JOIN ${schema}.events e ON e.position = h.position;
  END $$;

  CREATE FUNCTION ${schema}.pin(instant bigint) RETURNS void ${AS_OWNER} AS $$
  BEGIN
    PERFORM ${schema}.begin_append();
    UPDATE ${schema}.promise p SET floor = instant
      FROM ${schema}.head h
      WHERE instant > coalesce(p.floor, instant - 1) AND (h.position = 0 OR instant >= h.recorded);
  END $$;

  CREATE FUNCTION ${schema}.keep_checkpoint(
      kept_stream text, kept_version text, kept_position bigint, kept_at text, kept_body text,
      kept_hash text)
    RETURNS void ${AS_OWNER} AS $$
  BEGIN
    INSERT INTO ${schema}.checkpoints (stream, version, position, at, body, hash)
      VALUES (kept_stream, kept_version, kept_position, kept_at, kept_body, kept_hash)
      ON CONFLICT (stream) DO UPDATE SET version = kept_version, position = kept_position,
        at = kept_at, body = kept_body, hash = kept_hash;
  END $$;

  -- Moves the head to the last of the events added, if they continue the log.
  CREATE FUNCTION ${schema}.advance() RETURNS trigger ${AS_OWNER} AS $$
  DECLARE
    was ${schema}.head;
    span record;
  BEGIN
    SELECT count(*) AS size, min(position) AS first, max(position) AS last INTO span FROM added;
    IF span.size = 0 THEN
      RETURN NULL;
    END IF;
    SELECT * INTO was FROM ${schema}.head FOR UPDATE;
    IF span.first <> was.position + 1 OR span.last <> was.position + span.size THEN
      RAISE EXCEPTION 'positions % to % do not continue the log, which is at %',
        span.first, span.last, was.position USING ERRCODE = 'serialization_failure';
    END IF;
    IF EXISTS (
      SELECT FROM (
        SELECT recorded, lag(recorded, 1, was.recorded) OVER (ORDER BY position) AS earlier FROM added
      ) instants WHERE recorded < earlier
    ) THEN
      RAISE EXCEPTION 'the log is append-only: recorded instants never decrease'
        USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE ${schema}.head h SET position = a.position, hash = a.hash, recorded = a.recorded
      FROM added a WHERE a.position = span.last;
    PERFORM pg_notify('${channelOf(schema)}', span.last::text);
    RETURN NULL;
  END $$;

  CREATE FUNCTION ${schema}.refuse() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION 'the log is append-only: % refuses %', TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END $$;
`;

const refusing = (schema: string, table: string, operations: string, when = '') => {
  const name = `${table}_refuses_${operations.replaceAll(' OR ', '_or_').toLowerCase()}`;
  const each = when === '' ? 'STATEMENT' : `ROW WHEN (${when})`;
  return `
  CREATE TRIGGER ${name} BEFORE ${operations} ON ${schema}.${table}
    FOR EACH ${each} EXECUTE FUNCTION ${schema}.refuse();
  ALTER TABLE ${schema}.${table} ENABLE ALWAYS TRIGGER ${name};`;
};

const triggers = (schema: string) => `
  CREATE TRIGGER events_advance AFTER INSERT ON ${schema}.events
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.advance();
  ${ADDED_TO.map((table) => refusing(schema, table, 'UPDATE OR DELETE OR TRUNCATE')).join('')}
  ${refusing(schema, 'head', 'INSERT OR DELETE OR TRUNCATE')}
  ${refusing(schema, 'head', 'UPDATE', 'pg_trigger_depth() = 0 OR NEW.position <= OLD.position')}
  ${refusing(schema, 'promise', 'INSERT OR DELETE OR TRUNCATE')}
  ${refusing(schema, 'promise', 'UPDATE', 'NEW.floor IS NULL OR NEW.floor < OLD.floor')}
`;

const lockedUp = (schema: string) => `
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC;
  REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC;
`;

/** Where the position of every commit is told. */
export const channelOf = (schema: string): string => `${schema}_appended`;

/** What each version added to the one before it; a new log takes them all. */
export const STEPS: readonly ((schema: string) => string)[] = [
  (schema) => tables(schema) + functions(schema) + triggers(schema) + lockedUp(schema),
];
