/** A server in a process of its own that reports, on request, the resources it holds. */
import { setTimeout as pause } from 'node:timers/promises';
import { Parley } from '../../src/app/parley.js';
import { schema } from '../../src/graphql/schema.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { ParleyServer } from '../../src/server/parleyServer.js';
import { Observability } from '../../src/server/observability/observability.js';
import { launch } from './launch.js';

export interface HeldResources {
  readonly subscribers: number;
  /** Of sockets of every kind, the listening one included. */
  readonly sockets: number;
  readonly timers: number;
  readonly streams: number;
  /** Bytes, after the garbage was collected. */
  readonly heap: number;
}

const log = new MemoryLog();
const observability = new Observability();
const parley = new Parley(observability.instrument(log), { observer: observability.observer });
await parley.append([launch], { restore: true });
const server = new ParleyServer(parley, schema, { host: '127.0.0.1', port: 0 }, observability);
const url = await server.listen();

const count = (kind: RegExp): number =>
  process.getActiveResourcesInfo().filter((name) => kind.test(name)).length;

async function heldResources(): Promise<HeldResources> {
  const text = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
  const streams = [...text.matchAll(/^parley_open_(?:streams\S*|websockets) (\d+)$/gm)];
  // Handles and objects are freed a few turns of the event loop after they are closed.
  for (let turn = 0; turn < 5; turn += 1) {
    await pause(10);
    globalThis.gc?.();
  }
  return {
    subscribers: parley.subscriptions.state().subscribers,
    sockets: count(/^TCPS/),
    timers: count(/^Timeout$/),
    streams: streams.reduce((sum, [, number]) => sum + Number(number), 0),
    heap: process.memoryUsage().heapUsed,
  };
}

let appended = 0;

process.on('message', (request: 'resources' | 'append') => {
  const { recordedAt: _, ...event } = launch;
  appended += 1;
  if (request === 'resources') void heldResources().then((resources) => process.send!(resources));
  else void parley.append([{ ...event, stream: `negotiation/n-${appended}` }]);
});
process.once('disconnect', () => process.exit(0));
process.send!(url);
