/** Connections that break, servers that stop, and what the log says of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { verify } from '../../src/log/core/verify.js';
import { LogUnavailable } from '../../src/log/core/errors.js';
import type { Append, EventLog } from '../../src/log/core/eventLog.js';
import { openLog, type OpenOptions } from '../../src/log/openLog.js';
import { TcpProxy } from '../support/tcpProxy.js';
import { changed, newSchema, type Schema, sql } from '../support/postgres.js';
import { type RunningPostgres, startPostgres } from '../support/postgresServer.js';
import { collect, statement, summaries, until } from '../support/logFixtures.js';

/** As it is sent: the whole of a message, not a part of `READ COMMITTED`. */
const COMMIT = 'COMMIT\0';

let schema: Schema;
let way: TcpProxy;
let logs: EventLog[];

/** Over the way that can be cut. */
const open = async (options?: OpenOptions) => {
  const url = changed(schema.url, (there) => {
    there.hostname = '127.0.0.1';
    there.port = String(way.port);
  });
  const log = await openLog(url, options);
  logs.push(log);
  return log;
};

beforeEach(async () => {
  schema = await newSchema();
  const { port, hostname } = new URL(schema.url);
  way = await TcpProxy.to(Number(port || 5432), hostname);
  logs = [];
});
afterEach(async () => {
  for (const log of logs) await log.close();
  await way.close();
  await schema.remove();
});

describe('a connection lost while an append is being committed', () => {
  it.each([
    ['before the server heard of it', false],
    ['after the server did it', true],
  ])('%s leaves the events there once, acknowledged', async (_, deliver) => {
    const log = await open();
    await log.append({ events: [statement('before')] });
    const cut = way.cutAt(COMMIT, deliver);
    const appending = Promise.all(
      ['a', 'b'].map((words) => log.append({ events: [statement(words)] })),
    );
    await cut;
    const results = await appending;
    expect(results.map(({ events }) => events[0]?.position)).toEqual([2, 3]);
    expect(await summaries(log)).toEqual(['before', 'a', 'b']);
    expect(await collect(log, { after: 1 })).toEqual(results.flatMap(({ events }) => events));
    expect(await verify(log)).toMatchObject({ ok: true, count: 3 });
  });

  it('is reported when the outcome is unknown, and a repeat with the same key records nothing twice', async () => {
    for (const deliver of [false, true]) {
      const log = await open({ busyTimeoutMs: 300 });
      const append = { events: [statement(`delivered: ${deliver}`)], idempotencyKey: `${deliver}` };
      const cut = way.cutAt(COMMIT, deliver).then(() => (way.open = false));
      const lost = log.append(append);
      await expect(lost).rejects.toThrow(/cannot be found out.*same idempotencyKey/);
      await expect(lost).rejects.toBeInstanceOf(LogUnavailable);
      await cut;
      way.open = true;
      expect(await log.append(append)).toMatchObject({ repeated: deliver });
    }
    expect(await summaries(await open())).toEqual(['delivered: false', 'delivered: true']);
  });
});

describe('a connection lost', () => {
  it.each(['BEGIN', 'INSERT'])('at %s does no harm: the append is made again', async (word) => {
    const log = await open();
    const cut = way.cutAt(word, true);
    const { events } = await log.append({ events: [statement('a')] });
    await cut;
    expect(await collect(log)).toEqual(events);
  });

  it('is retried in a read', async () => {
    const log = await open();
    await log.append({ events: [statement('a')] });
    way.cut();
    expect(await summaries(log)).toEqual(['a']);
    const cut = way.cutAt('SELECT', true);
    expect(await summaries(log)).toEqual(['a']);
    await cut;
  });

  it('is restored for listeners, which are woken for appends they missed', async () => {
    const [log, other] = [await open(), await openLog(schema.url)];
    logs.push(other);
    let heard = 0;
    const listening = await log.listen(() => heard++);
    expect(listening.mode).toBe('notify');
    way.open = false;
    way.cut();
    await until(() => listening.mode === 'poll');
    const before = heard;
    await other.append({ events: [statement('missed')] });
    expect(heard).toBe(before);
    way.open = true;
    await until(() => listening.mode === 'notify');
    expect(heard).toBeGreaterThan(before);
    const again = heard;
    await other.append({ events: [statement('heard')] });
    await until(() => heard > again);
    await listening.stop();
  });

  it('that lasts is reported as LOG_UNAVAILABLE', async () => {
    const log = await open({ busyTimeoutMs: 100 });
    way.open = false;
    way.cut();
    const asked = [log.head(), log.append({ events: [statement('a')] }), log.streams()];
    for (const result of await Promise.allSettled<unknown>(asked))
      expect(result).toMatchObject({
        reason: { code: 'LOG_UNAVAILABLE', message: expect.stringMatching(/connection failed/) },
      });
  });
});

describe('a server that ends every session', () => {
  it('is reconnected to by reads and appends', async () => {
    const log = await open();
    await log.append({ events: [statement('a')] });
    const end = () =>
      sql(
        schema.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'parley' AND query LIKE '%${schema.name}%'`,
      );
    await end();
    expect(await summaries(log)).toEqual(['a']);
    await end();
    await log.append({ events: [statement('b')] });
    expect(await verify(log)).toMatchObject({ ok: true, count: 2 });
  });
});

/** Sends the same until it is acknowledged. */
async function insist(log: EventLog, append: Append): Promise<void> {
  for (;;)
    try {
      await log.append(append);
      return;
    } catch (error) {
      expect(error).toBeInstanceOf(LogUnavailable);
    }
}

describe('a server that is started again under load', () => {
  let own: RunningPostgres;
  beforeEach(async () => {
    own = await startPostgres();
  }, 60_000);
  afterEach(() => own.stop(), 60_000);

  it('lost nothing that was acknowledged, holds nothing twice, and is followed again', async () => {
    const log = await openLog(own.url);
    logs.push(log);
    let heard = 0;
    const listening = await log.listen(() => heard++);
    const acknowledged: string[] = [];
    const state = { writing: true };
    const writers = ['a', 'b', 'c'].map(async (writer) => {
      for (let n = 0; state.writing; n++) {
        const append = { events: [statement(`${writer}${n}`)], idempotencyKey: `${writer}${n}` };
        await insist(log, append);
        acknowledged.push(`${writer}${n}`);
      }
    });
    await until(() => acknowledged.length > 50);
    await own.restart();
    const { length } = acknowledged;
    await until(() => acknowledged.length > length + 50);
    state.writing = false;
    await Promise.all(writers);
    expect((await summaries(log)).sort()).toEqual(acknowledged.sort());
    expect(await verify(log)).toMatchObject({ ok: true, count: acknowledged.length });
    await until(() => listening.mode === 'notify');
    const before = heard;
    await log.append({ events: [statement('after')] });
    await until(() => heard > before);
    await listening.stop();
  }, 90_000);
});

describe('what is wrong with a server', () => {
  const message = async (url: string, options?: OpenOptions) => {
    const error: unknown = await openLog(url, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LogUnavailable);
    expect((error as Error).message).not.toContain(new URL(schema.url).password);
    return (error as Error).message;
  };

  it('is reported with the remedy and without the password', async () => {
    const { url } = schema;
    expect(await message(changed(url, (u) => (u.port = '1')))).toMatch(/nothing answers there/);
    expect(await message(changed(url, (u) => (u.pathname = '/none')))).toMatch(/no such database/);
    expect(await message(changed(url, (u) => (u.username = 'nobody')))).toMatch(/user or the pass/);
    expect(await message(url, { readonly: true })).toMatch(/no log at postgres.*parley migrate/);
    expect(await message(changed(url, (u) => u.searchParams.set('schema', 'A b')))).toMatch(
      /cannot name the schema/,
    );
  });

  it('is reported for a schema whose tables were dropped', async () => {
    const log = await open();
    await sql(schema.url, `DROP SCHEMA ${schema.name} CASCADE`);
    await expect(log.head()).rejects.toThrow(/tables are missing.*parley migrate/);
  });

  it('is reported when another session keeps the head locked, and nothing is recorded', async () => {
    const log = await open({ busyTimeoutMs: 50 });
    const other = new pg.Client(changed(schema.url, (u) => u.searchParams.delete('schema')));
    await other.connect();
    await other.query(`BEGIN; SELECT ${schema.name}.lock_head()`);
    const waiting = log.append({ events: [statement('a')] });
    await expect(waiting).rejects.toThrow(/another session kept it locked/);
    await other.query('ROLLBACK');
    await other.end();
    await log.append({ events: [statement('b')] });
    expect(await summaries(log)).toEqual(['b']);
  });

  it('is not reported for reads on a read-only server', async () => {
    await (await open()).append({ events: [statement('a')] });
    const readOnly = changed(schema.url, ({ searchParams }) =>
      searchParams.set('options', '-c default_transaction_read_only=on'),
    );
    const log = await openLog(readOnly);
    logs.push(log);
    expect(await summaries(log)).toEqual(['a']);
    expect(log.url).not.toContain('default_transaction');
  });
});
