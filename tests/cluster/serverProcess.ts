/** `parley serve` as a process of its own, which can be killed without a word of warning. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { PARLEY } from '../support/builtServer.js';

const ENDING_MS = 10_000;

/** A process that ended before it was serving. */
export class DidNotStart extends Error {
  constructor(
    readonly status: number | null,
    readonly stderr: string,
  ) {
    super(`parley serve ended with status ${status}: ${stderr}`);
    this.name = 'DidNotStart';
  }
}

/** A line of the log of a server. */
export interface Line {
  readonly level: string;
  readonly msg: string;
  readonly code?: string;
  readonly err?: { readonly type: string; readonly code?: string; readonly message: string };
}

export interface Start {
  /** Further arguments of `serve`. */
  readonly args?: readonly string[];
  /** A command that runs the one given to it, in surroundings of its own. */
  readonly within?: readonly string[];
}

export class ServerProcess {
  /** Where it listens; without a path. */
  url = '';
  /** All that it wrote to stderr. */
  stderr = '';
  readonly ended: Promise<number | null>;
  /** Whether the process is gone. */
  over = false;

  private constructor(readonly child: ChildProcess) {
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      // Who says that it failed ends: it is not waited for longer than that takes.
      if (/^parley: /m.test(text)) setTimeout(() => child.kill('SIGKILL'), ENDING_MS).unref();
    });
    this.ended = once(child, 'close').then(([status]) => {
      this.over = true;
      return status as number | null;
    });
  }

  /** Resolves when it listens. Rejects with {@link DidNotStart}. */
  static async start(log: string, { args = [], within = [] }: Start = {}): Promise<ServerProcess> {
    const { PARLEY_LOG: _, PARLEY_TOKENS: __, PORT: ___, ...env } = process.env;
    // No test of deadlines: much else may run meanwhile.
    const serve = [PARLEY, 'serve', '--port', '0', '--deadline', '60', '--log', log, ...args];
    const [command = '', ...rest] = [...within, process.execPath, ...serve];
    const child = spawn(command, rest, {
      cwd: tmpdir(),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new ServerProcess(child);
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /listening at (http:\/\/[^/]+)/.exec(line)?.[1];
      if (url === undefined) continue;
      child.stdout.resume();
      server.url = url;
      return server;
    }
    throw new DidNotStart(await server.ended, server.stderr);
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Its log lines; an incomplete last line is left out. */
  get journal(): readonly Line[] {
    return this.stderr
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);
  }

  /** SIGKILL, and waits for the end. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** What a server answers to a POST of a GraphQL document: see `ask`. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Asks a server; rejects when no answer comes in so many milliseconds. */
export async function ask<Data>(
  url: string,
  query: string,
  variables: object = {},
  patienceMs = 30_000,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(patienceMs),
  });
  return (await response.json()) as Answer<Data>;
}
