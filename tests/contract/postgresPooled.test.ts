/** Behind a pooler such as PgBouncer in transaction mode, no session lasts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { Pooler } from '../support/pooler.js';
import { changed, newSchema, postgres, type Schema } from '../support/postgres.js';
import { remoteNotifications, notifications } from './notifications.js';
import { races } from './races.js';
import { reopening } from './reopening.js';
import { writers } from './writers.js';
import { statement, type SuiteContext, until } from '../support/logFixtures.js';

let pooler: Pooler;
let schema: Schema;
let pooled: string;
let logs: EventLog[];

const setting: SuiteContext = {
  open: async (options) => {
    const log = await openLog(pooled, options);
    logs.push(log);
    return log;
  },
};

beforeEach(async () => {
  pooler = await Pooler.to(await postgres());
  schema = await newSchema();
  pooled = changed(schema.url, (there) => {
    there.hostname = '127.0.0.1';
    there.port = String(pooler.port);
  });
  logs = [];
});
afterEach(async () => {
  for (const log of logs) await log.close();
  await pooler.close();
  await schema.remove();
});

describe('a log behind a pooler that gives every transaction another session', () => {
  describe('several writers', () => writers(setting));
  describe('opened again', () => reopening(setting));
  describe('open twice', () => races(setting));
  describe('append notifications', () => {
    notifications(setting);
    remoteNotifications(setting);
  });

  it('reports the mode poll, because notifications do not arrive', async () => {
    const log = await setting.open();
    const listening = await log.listen(() => undefined);
    expect(listening.mode).toBe('poll');
    expect(pooler.transactions).toBeGreaterThan(3);
    await listening.stop();
  });

  it('does not listen with listen=off in the URL', async () => {
    pooled = changed(pooled, ({ searchParams }) => searchParams.set('listen', 'off'));
    const log = await setting.open();
    let heard = 0;
    const listening = await log.listen(() => heard++);
    expect(listening.mode).toBe('poll');
    await log.append({ events: [statement('a')] });
    expect(heard).toBe(1);
    await listening.stop();
  });

  it('listens on the connection that the URL names in listen', async () => {
    const direct = await postgres();
    pooled = changed(pooled, ({ searchParams }) => searchParams.set('listen', direct));
    const log = await setting.open();
    expect(log.url).not.toContain(new URL(direct).password);
    let heard = 0;
    const listening = await log.listen(() => heard++);
    expect(listening.mode).toBe('notify');
    const other = await setting.open();
    const before = heard;
    await other.append({ events: [statement('a')] });
    await until(() => heard > before);
    await listening.stop();
  });
});
