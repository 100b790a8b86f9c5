import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AnyEvent, summarize } from '../../../events/catalogue.js';
import { Parley } from '../../../src/app/parley.js';
import type { EventLog } from '../../../src/log/core/eventLog.js';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { inPostgres, onDisk, until } from '../../support/logFixtures.js';
import { shippedEvents } from '../../support/record.js';
import { desk } from '../../cli/running.js';
import { startServer } from '../testServer.js';
import { ok, receive } from './receiver.js';

/** Fast enough for a test; otherwise as in production. */
const webhooks = { allowPrivate: true, retryDelays: Array<number>(20).fill(20), pollMs: 10 };

const talk = (n: number) => ({
  stream: 'negotiation/a-b',
  type: 'StatementMade',
  occurred: '2025-03-01',
  sources: [{ kind: 'PRESS', publisher: 'Gazette', published: '2025-03-01' }],
  data: { speaker: 'A minister', summary: `Statement ${n}` },
});

const append = async (parley: Parley, ...numbers: readonly number[]) =>
  (await parley.append(numbers.map(talk))).events.map(({ id }) => id);

const idsOf = async (log: EventLog): Promise<string[]> => {
  const ids: string[] = [];
  for await (const page of log.read()) ids.push(...page.map(({ id }) => id));
  return ids;
};

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

describe('a webhook', () => {
  it('is sent each event that matches, in order, signed as Standard Webhooks has it', async () => {
    const log = new MemoryLog();
    await new Parley(log).append(shippedEvents(), { restore: true });
    const { parley } = await startServer({ log, webhooks });
    const receiver = await receive(ok);
    const { secret } = await parley.webhooks.add({
      url: receiver.url,
      filter: { streams: ['negotiation/in-us-bta'], types: ['RoundHeld', 'EventCorrected'] },
      after: 0,
    });
    const expected: AnyEvent[] = [];
    for await (const page of log.read({
      streams: ['negotiation/in-us-bta'],
      types: ['RoundHeld', 'EventCorrected'],
    }))
      expected.push(...page);
    await until(() => receiver.deliveries.length >= expected.length);
    expect(receiver.ids()).toEqual(expected.map(({ id }) => id));
    const verifier = new Webhook(secret);
    receiver.deliveries.forEach(({ headers, body }, index) => {
      const { recorded: _, ...event } = expected[index]!;
      expect(verifier.verify(body, headers as Record<string, string>)).toEqual({
        type: event.type,
        timestamp: event.recordedAt,
        data: { ...event, summary: summarize(expected[index]!) },
      });
      expect(() => verifier.verify(`${body} `, headers as Record<string, string>)).toThrow();
    });
  });

  it('is sent what is recorded after it was added, as it is recorded', async () => {
    const { parley } = await startServer({ webhooks });
    const receiver = await receive(ok);
    await parley.webhooks.add({ url: receiver.url });
    const first = await append(parley, 1, 2);
    await until(() => receiver.deliveries.length === 2);
    const second = await append(parley, 3);
    await until(() => receiver.deliveries.length === 3);
    expect(receiver.ids()).toEqual([...first, ...second]);
  });

  it('is sent nothing more once it is removed', async () => {
    const { parley } = await startServer({ webhooks });
    const [kept, removed] = [await receive(ok), await receive(ok)];
    await parley.webhooks.add({ url: kept.url });
    const { id } = await parley.webhooks.add({ url: removed.url });
    await append(parley, 1);
    await until(() => kept.deliveries.length === 1 && removed.deliveries.length === 1);
    await parley.webhooks.remove(id);
    await append(parley, 2);
    await until(() => kept.deliveries.length === 2);
    expect(removed.deliveries).toHaveLength(1);
  });
});

describe('a receiver that fails', () => {
  it('is sent the same delivery again before any other', async () => {
    const { parley } = await startServer({ webhooks });
    const receiver = await receive((n) => ({ status: [500, 302, 404][n % 4] ?? 204 }));
    await parley.webhooks.add({ url: receiver.url });
    const [first, second] = await append(parley, 1, 2);
    await until(() => receiver.deliveries.length >= 7);
    expect(receiver.ids()).toEqual([...Array(3).fill(first), ...Array(4).fill(second)]);
    const [a, b] = receiver.deliveries;
    expect(b!.body).toBe(a!.body);
  });

  it('is parked when there is no attempt left, told in /metrics, and goes on where it stopped', async () => {
    const { parley, url } = await startServer({ webhooks: { ...webhooks, retryDelays: [5, 5] } });
    let isDown = true;
    const receiver = await receive(() => ({ status: isDown ? 503 : 200 }));
    const { id } = await parley.webhooks.add({ url: receiver.url });
    const ids = await append(parley, 1, 2);
    const metrics = async () => (await fetch(`${url}/metrics`)).text();
    await until(async () =>
      (await metrics()).includes(`parley_webhook_parked{webhook="${id}"} 1\n`),
    );
    expect(receiver.ids()).toEqual([ids[0], ids[0], ids[0]]);
    expect(await metrics()).toContain(`parley_webhook_lag_events{webhook="${id}"} 2\n`);
    expect(await metrics()).toContain('parley_webhook_attempts_total{outcome="failed"} 3\n');
    const [parked] = await parley.webhooks.list();
    expect(parked!.delivery).toMatchObject({ attempts: 3, problem: 'It answered 503' });
    isDown = false;
    await parley.webhooks.resume(id);
    await until(() => receiver.deliveries.length === 5);
    expect(receiver.ids().slice(3)).toEqual(ids);
    await until(async () =>
      (await metrics()).includes(`parley_webhook_parked{webhook="${id}"} 0\n`),
    );
    await parley.webhooks.resume(id, 1);
    await until(() => receiver.deliveries.length === 7);
    expect(receiver.ids().slice(5)).toEqual(ids);
  });

  it('is parked at once when it answers 410', async () => {
    const { parley } = await startServer({ webhooks });
    const receiver = await receive(() => ({ status: 410 }));
    await parley.webhooks.add({ url: receiver.url });
    await append(parley, 1);
    await until(async () => (await parley.webhooks.list())[0]!.delivery.status === 'PARKED');
    expect(receiver.deliveries).toHaveLength(1);
  });

  it('is not tried again before the time that it asks for', async () => {
    const { parley } = await startServer({ webhooks });
    const receiver = await receive(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
    await parley.webhooks.add({ url: receiver.url });
    await append(parley, 1);
    await until(async () => (await parley.webhooks.list())[0]!.delivery.attempts === 1);
    const { nextAttempt } = (await parley.webhooks.list())[0]!.delivery;
    expect(nextAttempt - Date.now()).toBeGreaterThan(3_500_000);
  });

  it('keeps no other webhook waiting', async () => {
    const { parley } = await startServer({ webhooks });
    const [down, up] = [await receive(() => ({ status: 500 })), await receive(ok)];
    await parley.webhooks.add({ url: down.url });
    await parley.webhooks.add({ url: up.url });
    const ids = await append(parley, 1, 2, 3);
    await until(() => up.deliveries.length === 3);
    expect(up.ids()).toEqual(ids);
  });

  it('gets every event in order when it is killed ten times', async () => {
    const { parley } = await startServer({
      webhooks: { ...webhooks, retryDelays: Array<number>(5000).fill(20) },
    });
    const file = desk().path('received');
    writeFileSync(file, '');
    const port = await freePort();
    const { secret } = await parley.webhooks.add({ url: `http://127.0.0.1:${port}/`, after: 0 });
    const live = (lives: number, when: string) => {
      const script = fileURLToPath(new URL('mortalReceiver.ts', import.meta.url));
      const args = ['--import', 'tsx', script, String(port), file, secret, String(lives), when];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      return new Promise<string | null>((resolve) =>
        child.once('exit', (_, signal) => resolve(signal)),
      );
    };
    for (let n = 0; n < 10; n += 1) {
      await append(parley, ...Array.from({ length: 4 }, (_, k) => 4 * n + k));
      expect(await live(1 + (n % 4), n % 2 === 0 ? 'before' : 'after')).toBe('SIGKILL');
    }
    void live(0, '');
    const expected = await idsOf(parley.log);
    const received = () => readFileSync(file, 'utf8').trimEnd().split('\n');
    await until(() => received().at(-1) === expected.at(-1));
    // What was written and not answered is delivered again, next.
    const withoutRepeats = received().filter((id, index, all) => id !== all[index - 1]);
    expect(withoutRepeats).toEqual(expected);
    expect(received().length - expected.length).toBe(5);
  }, 120_000);
});

describe.each([
  ['SQLite', onDisk],
  ['PostgreSQL', inPostgres],
])('a log in %s', (_, prepare) => {
  const place = async () => {
    const made = await prepare();
    onTestFinished(() => made.dispose());
    return made;
  };

  it('goes on after a restart where the last delivery was answered', async () => {
    const { open } = await place();
    let isDown = false;
    const receiver = await receive(() => ({ status: isDown ? 500 : 200 }));
    const first = await startServer({ log: await open(), webhooks });
    await first.parley.webhooks.add({ url: receiver.url });
    const before = await append(first.parley, 1, 2);
    await until(() => receiver.deliveries.length === 2);
    isDown = true;
    const after = await append(first.parley, 3, 4);
    await until(() => receiver.deliveries.length > 2);
    await first.server.close();
    await first.parley.close();
    isDown = false;
    const count = receiver.deliveries.length;
    const second = await startServer({ log: await open(), webhooks });
    await until(() => receiver.ids().at(-1) === after[1]);
    expect(receiver.ids().slice(0, 2)).toEqual(before);
    expect(new Set(receiver.ids().slice(2, count))).toEqual(new Set([after[0]]));
    expect(receiver.ids().slice(count)).toEqual(after);
    await second.server.close();
  });

  it('is delivered by one of two servers, each event once', async () => {
    const { open } = await place();
    const receiver = await receive(ok);
    const [one, other] = [
      await startServer({ log: await open(), webhooks }),
      await startServer({ log: await open(), webhooks }),
    ];
    await one.parley.webhooks.add({ url: receiver.url });
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      ids.push(...(await append(n % 2 === 0 ? one.parley : other.parley, n)));
      await until(() => receiver.deliveries.length >= n - 3);
    }
    await until(() => receiver.deliveries.length >= ids.length);
    expect(receiver.ids()).toEqual(ids);
  });
});
