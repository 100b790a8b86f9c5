import { type ChildProcess, fork } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { HeldResources } from './churnServer.js';
import { rawSubscription } from './subscriptionFixtures.js';

const CONNECTS = 10_000;
const AT_ONCE = 40;

/** A repeatable sequence of numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const QUERIES = [
  'subscription { events(after: "0") { id summary } }',
  'subscription { events { id } }',
  'subscription { negotiation(slug: "a-b") { negotiation { title } changes { path } } }',
];

/** Connects, subscribes, and disconnects: before, during or shortly after the first message. */
type Visit = (url: string, query: string, chance: () => number) => Promise<void>;

const overSse: Visit = (url, query, chance) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const leave = () => socket.destroy();
    socket.once('close', () => resolve()).on('error', leave);
    const when = chance();
    socket.once('connect', () => {
      if (when >= 0.1) socket.write(rawSubscription(query));
      if (when < 0.1) leave();
      else if (when < 0.4) setTimeout(leave, chance() * 5);
    });
    socket.on('data', () => {
      if (when < 0.7) leave();
      else setTimeout(leave, chance() * 20);
    });
  });

const overWebSocket: Visit = (url, query, chance) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const leave = () => socket.terminate();
    socket.once('close', () => resolve()).on('error', leave);
    const when = chance();
    const later = setTimeout(leave, when < 0.1 ? chance() * 3 : 1_000);
    socket.once('close', () => clearTimeout(later));
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      if (data.includes('connection_ack')) {
        if (when < 0.2) {
          leave();
          return;
        }
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
        if (when < 0.4) setTimeout(leave, chance() * 5);
      } else if (when < 0.6) leave();
      else if (when < 0.8) {
        socket.send('{"id":"1","type":"complete"}');
        socket.close();
      } else setTimeout(leave, chance() * 20);
    });
  });

async function visits(count: number, url: string, child: ChildProcess): Promise<void> {
  const chance = randomNumbers(count);
  let begun = 0;
  const visitor = async () => {
    while (begun < count) {
      begun += 1;
      if (begun % 250 === 0) child.send('append');
      const query = QUERIES[Math.floor(chance() * QUERIES.length)]!;
      await (chance() < 0.5 ? overSse : overWebSocket)(url, query, chance);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
}

const nextMessage = <Message>(child: ChildProcess): Promise<Message> =>
  new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('The server exited.'));
    child.once('exit', onExit).once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Message);
    });
  });

/** The resources of the server once it has no subscriber, or after some seconds. */
async function resourcesOf(child: ChildProcess): Promise<HeldResources> {
  for (let tries = 0; ; tries += 1) {
    const resources = nextMessage<HeldResources>(child);
    child.send('resources');
    const { subscribers, streams } = await resources;
    if ((subscribers === 0 && streams === 0) || tries === 50) return resources;
    await pause(100);
  }
}

describe('a server to which 10,000 clients connect, subscribe and disconnect at any moment', () => {
  it(
    'holds the same sockets, timers, streams and memory as before',
    { timeout: 300_000 },
    async () => {
      const file = fileURLToPath(new URL('churnServer.ts', import.meta.url));
      const child = fork(file, { execArgv: ['--expose-gc', '--import', 'tsx'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      const url = await nextMessage<string>(child);
      // The first visits fill caches that are kept.
      await visits(CONNECTS / 10, url, child);
      const before = await resourcesOf(child);
      await visits(CONNECTS, url, child);
      const { heap, ...after } = await resourcesOf(child);
      const { heap: heapBefore, ...expected } = before;
      expect(expected).toMatchObject({ subscribers: 0, streams: 0 });
      expect(after).toEqual(expected);
      // A leaked visit takes kilobytes; compiled code and 40 events take less than this.
      expect((heap - heapBefore) / CONNECTS).toBeLessThan(500);
    },
  );
});
