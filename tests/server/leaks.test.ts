import { type ChildProcess, fork } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Held } from './comingAndGoing.js';
import { rawSubscription } from './subscribing.js';

const CONNECTS = 10_000;
const AT_ONCE = 40;

/** A repeatable sequence of numbers from 0 to 1. */
function chances(seed: number): () => number {
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

/** Connects, asks, and is gone: before there is an answer, in the middle of it, or a moment later. */
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
  const chance = chances(count);
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

const told = <Message>(child: ChildProcess): Promise<Message> =>
  new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The server ended.'));
    child.once('exit', ended).once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });

/** What the server holds once nobody listens any more, or after some seconds. */
async function heldBy(child: ChildProcess): Promise<Held> {
  for (let tries = 0; ; tries += 1) {
    const held = told<Held>(child);
    child.send('held');
    const { followers, streams } = await held;
    if ((followers === 0 && streams === 0) || tries === 50) return held;
    await pause(100);
  }
}

describe('a server on which thousands subscribe and leave at any moment', () => {
  it('holds as much afterwards as before', { timeout: 300_000 }, async () => {
    const file = fileURLToPath(new URL('comingAndGoing.ts', import.meta.url));
    const child = fork(file, { execArgv: ['--expose-gc', '--import', 'tsx'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const url = await told<string>(child);
    // What is made once and kept is made by the first few.
    await visits(CONNECTS / 10, url, child);
    const before = await heldBy(child);
    await visits(CONNECTS, url, child);
    const { heap, ...after } = await heldBy(child);
    const { heap: heapBefore, ...wanted } = before;
    expect(wanted).toMatchObject({ followers: 0, streams: 0 });
    expect(after).toEqual(wanted);
    // A visit that is kept takes kilobytes; what else grows (compiled code, 40 events) is less.
    expect((heap - heapBefore) / CONNECTS).toBeLessThan(500);
  });
});
