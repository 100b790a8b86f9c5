/** A server of its own over a log of its own, started as people start it: in another process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PARLEY } from '../../support/builtServer.js';

export class Served {
  #child: ChildProcess | undefined;
  #port = 0;
  readonly directory = mkdtempSync(path.join(tmpdir(), 'parley-e2e-'));

  /** Its log is in a directory of its own; options are those of `serve`. */
  constructor(readonly options: readonly string[] = ['--record']) {}

  /** The log that it serves, as `--log` names it. */
  get log(): string {
    return `sqlite:${path.join(this.directory, 'parley.db')}`;
  }

  /** Serves it, at a port of its own. */
  async start(): Promise<void> {
    await this.again();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it again over the same log, at the same port. */
  async again(): Promise<void> {
    const args = ['serve', '--port', String(this.#port), '--log', this.log, ...this.options];
    const { PARLEY_LOG: _, PARLEY_TOKENS: __, PORT: ___, ...inherited } = process.env;
    const child = spawn(process.execPath, [PARLEY, ...args], {
      cwd: this.directory,
      env: inherited,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let complaints = '';
    child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port === undefined) continue;
      this.#port = Number(port);
      child.stdout.resume();
      return;
    }
    throw new Error(`The server did not start: ${complaints}`);
  }

  /** Kills it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Asks as a second client does. Throws what the server complains of. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Records events as a second client does, and returns their ids. */
  async record(events: readonly object[]): Promise<readonly string[]> {
    const { appendEvents } = await this.ask<{
      appendEvents: { events?: { id: string }[]; message?: string };
    }>(
      'mutation ($events: [EventInput!]!) { appendEvents(input: { events: $events }) { ... on AppendEventsSuccess { events { id } } ... on Error { message } } }',
      { events },
    );
    if (!appendEvents.events) throw new Error(appendEvents.message);
    return appendEvents.events.map(({ id }) => id);
  }
}

/** A round of the India-US talks, as a second client tells of it. */
export const round = (round: number, occurred: string) => ({
  stream: 'negotiation/in-us-bta',
  occurred,
  certainty: 'REPORTED',
  sources: [{ kind: 'PRESS', publisher: 'A newspaper', published: occurred.split('/').at(-1) }],
  data: { roundHeld: { round, place: 'New Delhi' } },
});
