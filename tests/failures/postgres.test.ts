/** Refusals of PostgreSQL, as clients of a server see them. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { PostgresLog } from '../../src/log/postgres/postgresLog.js';
import { launch, type TestServer, startServer } from '../server/testServer.js';
import { TcpProxy } from '../support/tcpProxy.js';
import { changed, newSchema, type Schema, sql } from '../support/postgres.js';
import { readiness } from './serverClient.js';

const PATIENCE = { timeout: 90_000 };

let schema: Schema;

beforeEach(async () => {
  schema = await newSchema();
  onTestFinished(() => schema.remove());
});

const sources = [{ kind: 'PRESS', publisher: 'The Courier' }];
const data = { statementMade: { speaker: 'A speaker', summary: 'They talk.' } };
const APPEND = `mutation ($input: AppendEventsInput!) {
  appendEvents(input: $input) { ... on AppendEventsSuccess { repeated events { position } } }
}`;

/** Two statements with a key, over HTTP. */
async function append({ post }: TestServer, idempotencyKey: string): Promise<unknown> {
  const event = { stream: launch.stream, occurred: '2025-11-04', sources, data };
  const variables = { input: { idempotencyKey, events: [event, event] } };
  return (await post({ query: APPEND, variables })).json();
}

/** A role that may serve the log, which holds one launch. */
async function servingRole(): Promise<{ role: string; url: string }> {
  const role = `parley_${randomBytes(6).toString('hex')}`;
  const owner = await PostgresLog.open(schema.url);
  await new Parley(owner).append([launch], { restore: true });
  await sql(schema.url, `CREATE ROLE ${role} LOGIN PASSWORD 'serves'`);
  await owner.grant(role);
  await owner.close();
  onTestFinished(async () => {
    await endSessions(role);
    await sql(schema.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });
  const url = changed(schema.url, (there) => {
    there.username = role;
    there.password = 'serves';
  });
  return { role, url };
}

/** Those that last from before something was changed. */
async function endSessions(role: string): Promise<void> {
  const others = `FROM pg_stat_activity WHERE usename = '${role}'`;
  await sql(schema.url, `SELECT pg_terminate_backend(pid) ${others}`);
  await expect.poll(() => sql(schema.url, `SELECT pid ${others}`)).toEqual([]);
}

const AWAY = { data: null, errors: [{ extensions: { code: 'LOG_UNAVAILABLE' } }] };

const recorded = (first: number) => ({
  data: {
    appendEvents: { repeated: false, events: [{ position: first }, { position: first + 1 }] },
  },
});

/** Nothing half, nothing twice: exactly so many records in order. */
async function holds(count: number): Promise<void> {
  const log = await openLog(schema.url, { readonly: true });
  expect(await verify(log)).toMatchObject({ ok: true, count });
  await log.close();
}

describe('a server whose PostgreSQL', PATIENCE, () => {
  it('is unreachable is not ready until it is reachable, and loses no event', async () => {
    const { port, hostname } = new URL(schema.url);
    const way = await TcpProxy.to(Number(port || 5432), hostname);
    onTestFinished(() => way.close());
    const url = changed(schema.url, (there) => {
      there.hostname = '127.0.0.1';
      there.port = String(way.port);
    });
    const server = await startServer({ log: await openLog(url) });
    expect(await append(server, 'before')).toEqual(recorded(2));
    way.open = false;
    way.cut();
    expect(await append(server, 'meanwhile')).toMatchObject(AWAY);
    expect(await (await server.get('{ log { headPosition } }')).json()).toMatchObject(AWAY);
    expect(await readiness(server)).toMatchObject({
      status: 503,
      reason: expect.stringMatching(/connection failed|nothing answers/),
    });
    way.open = true;
    expect(await append(server, 'meanwhile')).toEqual(recorded(4));
    expect(await readiness(server)).toMatchObject({ status: 200 });
    await holds(5);
  });

  it('is read-only for its role records nothing until it may write', async () => {
    const { role, url } = await servingRole();
    await sql(schema.url, `ALTER ROLE ${role} SET default_transaction_read_only = on`);
    const server = await startServer({ log: await openLog(url) });
    expect(await append(server, 'k')).toMatchObject(AWAY);
    expect(await readiness(server)).toMatchObject({
      status: 503,
      code: 'LOG_NOT_WRITABLE',
      reason: expect.stringMatching(/standby or read-only\. Name the primary/),
    });
    const past = `asOf: { knownAt: "${new Date().toISOString()}" }`;
    const asked = await server.get(`{ negotiation(slug: "a-b", ${past}) { view { pinned } } }`);
    expect(await asked.json()).toEqual({ data: { negotiation: { view: { pinned: false } } } });
    await holds(1);
    await sql(schema.url, `ALTER ROLE ${role} RESET default_transaction_read_only`);
    await endSessions(role);
    expect(await append(server, 'k')).toEqual(recorded(2));
    expect(await readiness(server)).toMatchObject({ status: 200 });
    await holds(3);
  });

  it('has a full disk records nothing until there is space', async () => {
    const server = await startServer({ log: await openLog(schema.url) });
    // What PostgreSQL raises when a table cannot grow, raised where it would be.
    await sql(
      schema.url,
      `CREATE FUNCTION ${schema.name}.fill_up() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON ${schema.name}.stream_links EXECUTE FUNCTION ${schema.name}.fill_up();
       CREATE TRIGGER full_disk BEFORE INSERT ON ${schema.name}.idempotency_keys EXECUTE FUNCTION ${schema.name}.fill_up()`,
    );
    expect(await append(server, 'k')).toMatchObject(AWAY);
    expect(await readiness(server)).toMatchObject({
      status: 503,
      code: 'LOG_NOT_WRITABLE',
      reason: expect.stringMatching(/the server's disk is full\. Free some space/),
    });
    await holds(1);
    await sql(schema.url, `DROP FUNCTION ${schema.name}.fill_up() CASCADE`);
    expect(await append(server, 'k')).toEqual(recorded(2));
    expect(await readiness(server)).toMatchObject({ status: 200, position: 3 });
    await holds(3);
  });

  it('accepts no more connections says so, and recovers when it does', async () => {
    const { role, url } = await servingRole();
    await sql(schema.url, `ALTER ROLE ${role} CONNECTION LIMIT 2`);
    const others = [new pg.Client(plain(url)), new pg.Client(plain(url))];
    for (const other of others) await other.connect();
    await expect(openLog(url)).rejects.toMatchObject({
      code: 'LOG_UNAVAILABLE',
      message: expect.stringMatching(/accepts no more connections\. Raise max_connections/),
    });
    for (const other of others) await other.end();
    await endSessions(role);
    const server = await startServer({ log: await openLog(url) });
    expect(await append(server, 'k')).toEqual(recorded(2));
  });
});

const plain = (url: string) => changed(url, ({ searchParams }) => searchParams.delete('schema'));
