/** Behind a pooler such as PgBouncer in transaction mode, no session lasts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { Pooler } from '../support/pooler.js';
import { changed, newSchema, postgres, type Schema } from '../support/postgres.js';
import { checkpoints, keptCheckpoints } from './contract/checkpoints.js';
import { distantHints, hints } from './contract/hints.js';
import { races } from './contract/races.js';
import { reopening } from './contract/reopening.js';
import { writers } from './contract/writers.js';
import { said, type Setting, until } from './support.js';

let pooler: Pooler;
let schema: Schema;
let pooled: string;
let logs: EventLog[];

const setting: Setting = {
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
  describe('a checkpoint', () => {
    checkpoints(setting);
    keptCheckpoints(setting);
  });
  describe('hints', () => {
    hints(setting);
    distantHints(setting);
  });

  it('cannot be listened to, so it says that whoever follows must look', async () => {
    const log = await setting.open();
    const listening = await log.listen(() => undefined);
    expect(listening.mode).toBe('poll');
    expect(pooler.transactions).toBeGreaterThan(3);
    await listening.stop();
  });

  it('is not listened to where the URL says so', async () => {
    pooled = changed(pooled, ({ searchParams }) => searchParams.set('listen', 'off'));
    const log = await setting.open();
    let heard = 0;
    const listening = await log.listen(() => heard++);
    expect(listening.mode).toBe('poll');
    await log.append({ events: [said('a')] });
    expect(heard).toBe(1);
    await listening.stop();
  });

  it('is listened to over a way of its own, where one is given', async () => {
    const direct = await postgres();
    pooled = changed(pooled, ({ searchParams }) => searchParams.set('listen', direct));
    const log = await setting.open();
    expect(log.url).not.toContain(new URL(direct).password);
    let heard = 0;
    const listening = await log.listen(() => heard++);
    expect(listening.mode).toBe('notify');
    const other = await setting.open();
    const before = heard;
    await other.append({ events: [said('a')] });
    await until(() => heard > before);
    await listening.stop();
  });
});
