/**
 * Random requests from one seed, over HTTP, WebSockets, MCP, feeds and import: each is answered, in
 * time, by the client's own fault or not at all by ours. `FUZZ=20000` sends more of them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { checkFiles, importFiles } from '../../../src/app/transfer/importFiles.js';
import { schema } from '../../../src/graphql/schema.js';
import { SEED } from '../../support/seed.js';
import { sharedServer } from '../testServer.js';
import { type FuzzRequest, type HttpRequest, type Path, Requests } from './requests.js';
import { LONG } from './values.js';

const COUNT = Number(process.env['FUZZ'] ?? 500);
/** An answer that comes later does not come: longer than any deadline of the server. */
const PATIENCE_MS = 30_000;

const server = sharedServer(() => ({ clientLimits: { webSockets: 100_000 } }));
const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

let paths: readonly Path[];
beforeAll(async () => {
  interface OpenApi {
    readonly paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>;
  }
  const response = await fetch(`${server().url}/api/openapi.json`);
  const document = (await response.json()) as OpenApi;
  paths = Object.entries(document.paths).map(([each, { get }]) => ({
    path: `/api${each}`,
    parameters: ['at', ...(get?.parameters ?? []).map(({ name }) => name)],
  }));
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function overHttp({ path: at, method, headers, body }: HttpRequest): Promise<Answer> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(new Error('no answer')), PATIENCE_MS);
  try {
    const response = await fetch(`${server().url}${at}`, {
      method,
      headers,
      signal: stop.signal,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const { status } = response;
    if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
      return { status, text: await response.text() };
    // A stream lasts: that it began is its answer.
    stop.abort();
    return { status, text: '' };
  } finally {
    clearTimeout(late);
  }
}

/** Everything that came until the last message was answered, or the socket was closed. */
function overSocket(messages: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `${server().url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
    );
    const late = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    const answers: string[] = [];
    const done = () => {
      clearTimeout(late);
      socket.terminate();
      resolve({ status: 200, text: answers.join('\n') });
    };
    socket.on('open', () => {
      for (const message of messages) socket.send(message);
      socket.send('{"type":"ping","payload":{"last":true}}');
    });
    socket.on('message', (data: Buffer) => {
      answers.push(data.toString());
      if (/^\{"type":"pong".*"last"/.test(data.toString())) done();
    });
    socket.on('close', (code, reason) => {
      answers.push(`${code} ${reason.toString()}`);
      // 1011 is the 500 of WebSockets, and 4500 that of GraphQL over them.
      if (code === 1011 || code === 4500) answers.push('internal error');
      done();
    });
    socket.on('error', done);
  });
}

/** What the command line would print; a refusal has a code of its own. */
async function imported(lines: string): Promise<Answer> {
  const file = { path: path.join(folder, 'import.jsonl'), name: 'import.jsonl' };
  writeFileSync(file.path, lines);
  try {
    await importFiles(server().parley, await checkFiles([file]));
    return { status: 200, text: '' };
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    const isExpected = typeof code === 'string' && !code.startsWith('ERR_');
    return { status: isExpected ? 400 : 500, text: message };
  }
}

const send = (request: FuzzRequest): Promise<Answer> =>
  'path' in request
    ? overHttp(request)
    : 'lines' in request
      ? imported(request.lines)
      : overSocket(request.messages);

const isError = ({ status, text }: Answer) =>
  status >= 400 || /"data":null|"type":"error"/.test(text);

/** What no answer may have. */
function faultsOf(answer: Answer): readonly string[] {
  const { status, text } = answer;
  return [
    ...(status >= 500 ? [`status ${status}: ${text.slice(0, 300)}`] : []),
    ...(/this is a bug|internal error|INTERNAL_SERVER_ERROR/i.test(text)
      ? [`an internal error: ${text.slice(0, 300)}`]
      : []),
    ...(text.includes(process.cwd()) || text.includes(folder) ? ['a path of the machine'] : []),
    ...(isError(answer) && text.includes(LONG) ? ['what the client sent, whole'] : []),
  ];
}

describe(`${COUNT} random requests (seed ${SEED})`, () => {
  it(
    'are answered without an internal error, a path of the machine, or what was sent',
    async () => {
      const faults: string[] = [];
      const seen = new Map<number, number>();
      const property = fc.asyncProperty(fc.noShrink(fc.gen()), async (draw) => {
        const request = new Requests(schema, paths, draw).any();
        const answer = await send(request).catch((error: unknown) => ({
          status: 500,
          text: String(error),
        }));
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        for (const fault of faultsOf(answer))
          faults.push(`${fault} for ${JSON.stringify(request).slice(0, 2_000)}`);
      });
      await fc.assert(property, { seed: SEED, numRuns: COUNT });
      expect(faults).toEqual([]);
      expect(server().logLines).toEqual([]);
      // They are no noise: a good part of them is answered.
      expect(seen.get(200)).toBeGreaterThan(COUNT / 4);
    },
    COUNT * 100 + 60_000,
  );
});
