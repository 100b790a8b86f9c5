/** Throughput of the commonest requests over HTTP, against servers that do next to nothing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, bytesOf, type RawAnswer, type RawRequest, requestsPerSecond } from './load.js';
import { type BenchResult, median } from './measure.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
export const CLI = path.join(HERE, '../../dist/src/cli/main.js');
const RUNS = 7;
const WARM_UPS = 5;

export interface Started {
  readonly process: ChildProcess;
  readonly port: number;
}

/** Starts a program that prints its port. */
export async function start(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /(?:127\.0\.0\.1:|^)(\d+)[\s/]/m.exec(output)?.[1];
      if (found) resolve(Number(found));
    });
  });
  return { process: child, port };
}

const query = (source: string, variables: object): RawRequest => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query: source, variables }),
});

const NEGOTIATION = `query Negotiation($at: TimePoint!) {
  negotiation(slug: "in-us-bta", asOf: { at: $at }) {
    title
    phase { value since certainty }
    activity { value since }
  }
}`;

const DUTY = `query Duty($at: TimePoint!) {
  duty(imposedBy: "US", on: "IN", asOf: { at: $at }) { total certainty }
}`;

/** Instants scattered over two years, another at each call. */
function instants(): () => string {
  let n = 0;
  return () => {
    n += 1;
    return new Date(Date.UTC(2025, 0, 1) + ((n * 7_919_999) % 63_000_000) * 1_000).toISOString();
  };
}

/** As known a minute ago, which is after the shipped record was recorded. */
const KNOWN_AT = new Date(Date.now() - 60_000).toISOString();

const PINNED = `/graphql?${new URLSearchParams({
  query: `{ negotiation(slug: "in-us-bta", asOf: { at: "2026-01-01", knownAt: "${KNOWN_AT}" }) { title phase { value since } activity { value } parties { code } rounds { number status } targets { slug due status } } }`,
}).toString()}`;

function check(what: string, isRight: boolean, { status, body }: RawAnswer): void {
  if (!isRight) throw new Error(`${what} is answered ${status}: ${body.slice(0, 300)}`);
}

/** A row: our requests a second in parts of the other's. */
async function row(
  name: string,
  unit: string,
  least: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<BenchResult> {
  for (let i = 0; i < WARM_UPS; i++) await Promise.all([ours(), theirs()]);
  const runs: number[] = [];
  while (runs.length < RUNS) {
    // Taking turns, in pairs that begin with either.
    const first = runs.length % 2 === 0;
    const [a, b] = [await (first ? ours : theirs)(), await (first ? theirs : ours)()];
    runs.push(first ? a / b : b / a);
  }
  const middle = median(runs);
  return { name, unit, runs, median: middle, ok: middle >= least, bound: `>= ${least}` };
}

/** The status, headers and body of an answer, for the bare server to repeat. */
function repeated({ status, headers, body }: RawAnswer) {
  const pairs = headers
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(/: (.*)/s).slice(0, 2))
    .filter(([name = '']) => !/^(date|connection|keep-alive)$/i.test(name));
  return JSON.stringify({ status, headers: Object.fromEntries(pairs) as object, body });
}

async function httpRows(): Promise<readonly BenchResult[]> {
  if (!existsSync(path.join(HERE, 'peers/node_modules/mercurius')))
    throw new Error('Install what is compared with: npm ci --prefix tests/bench/peers');
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-http-'));
  const started: ChildProcess[] = [];
  const run = async (...args: readonly string[]) => {
    const { process: child, port } = await start(args);
    started.push(child);
    return port;
  };
  const bareOf = async (answer: RawAnswer, name: string) => {
    const file = path.join(directory, name);
    writeFileSync(file, repeated(answer));
    return run(path.join(HERE, 'peers/servers.js'), 'bare', file);
  };
  try {
    const log = `sqlite:${path.join(directory, 'log.db')}`;
    const parley = await run(CLI, 'serve', '--port', '0', '--log', log, '--record');

    const get: RawRequest = { method: 'GET', path: PINNED };
    await ask(parley, get);
    const pinned = await ask(parley, get);
    check('The pinned view', pinned.status === 200 && pinned.body.includes('"phase"'), pinned);
    check('The pinned view', pinned.headers.includes('immutable'), pinned);
    const etag = /\r\netag: (\S+)/i.exec(pinned.headers)?.[1] ?? '';
    const conditional: RawRequest = { ...get, headers: { 'if-none-match': etag } };
    const unchanged = await ask(parley, conditional);
    check('The 304', unchanged.status === 304 && unchanged.body === '', unchanged);

    const at = (body: string) => JSON.parse(body) as { data: Record<string, { total?: number }> };
    const day = '2025-08-28T12:00:00.000Z';
    const duty = await ask(parley, query(DUTY, { at: day }));
    check('The duty', at(duty.body).data['duty']?.total === 50, duty);
    const phase = await ask(parley, query(NEGOTIATION, { at: day }));
    check('The negotiation', phase.body.includes('"value":"NEGOTIATING"'), phase);
    const hello = query('{ hello }', {});
    const mercurius = await run(path.join(HERE, 'peers/servers.js'), 'mercurius');
    const greeting = await ask(mercurius, hello);
    check('The greeting', greeting.body === '{"data":{"hello":"world"}}', greeting);

    const barePinned = await bareOf(pinned, 'pinned.json');
    const bareUnchanged = await bareOf(unchanged, 'unchanged.json');
    const same = (port: number, request: RawRequest, status = 200) => {
      const bytes = bytesOf(request);
      return () => requestsPerSecond(port, () => bytes, { status });
    };
    const scattered = (source: string) => {
      const next = instants();
      return () =>
        requestsPerSecond(parley, () => bytesOf(query(source, { at: next() })), { status: 200 });
    };
    const greet = same(mercurius, hello);
    const against = 'times mercurius with JIT answering { hello }';
    const bare = 'times bare node:http, same bytes';
    return [
      await row('pinned view by GET', bare, 0.8, same(parley, get), same(barePinned, get)),
      await row(
        '304 for a pinned view',
        bare,
        0.8,
        same(parley, conditional, 304),
        same(bareUnchanged, conditional, 304),
      ),
      await row('random as-of negotiation by POST', against, 0.5, scattered(NEGOTIATION), greet),
      await row('random as-of duty by POST', against, 0.5, scattered(DUTY), greet),
    ];
  } finally {
    for (const child of started) child.kill();
    rmSync(directory, { recursive: true });
  }
}

export const httpBenches = [httpRows];
