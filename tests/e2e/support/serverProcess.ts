/** A Parley server in a process of its own, as users start it, over a log in a temporary directory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PARLEY } from '../../support/builtServer.js';

/** A GraphQL client of a running server. */
export class ServerClient {
  constructor(protected baseUrl = '') {}

  get url(): string {
    return this.baseUrl;
  }

  /** Runs a query or mutation. Throws the errors of the response. */
  async query<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Records events as a second client and returns their IDs. */
  async recordEvents(events: readonly object[]): Promise<readonly string[]> {
    const { appendEvents } = await this.query<{
      appendEvents: { events?: { id: string }[]; message?: string };
    }>(
      'mutation ($events: [EventInput!]!) { appendEvents(input: { events: $events }) { ... on AppendEventsSuccess { events { id } } ... on Error { message } } }',
      { events },
    );
    if (!appendEvents.events) throw new Error(appendEvents.message);
    return appendEvents.events.map(({ id }) => id);
  }
}

export class ServerProcess extends ServerClient {
  #child: ChildProcess | undefined;
  #port = 0;
  readonly directory = mkdtempSync(path.join(tmpdir(), 'parley-e2e-'));

  /** `options` are those of `parley serve`. */
  constructor(readonly options: readonly string[] = ['--record']) {
    super();
  }

  /** The log, as `--log` names it. */
  get log(): string {
    return `sqlite:${path.join(this.directory, 'parley.db')}`;
  }

  /** Starts the server at a free port. */
  async start(): Promise<void> {
    await this.restart();
  }

  /** Starts the server over the same log, at the same port. */
  async restart(): Promise<void> {
    // How long an answer may take is tested elsewhere; here a slow machine must not end one.
    const patience = ['--deadline', '60'];
    const place = ['--port', String(this.#port), '--log', this.log];
    const args = ['serve', ...place, ...patience, ...this.options];
    const { PARLEY_LOG: _, PARLEY_TOKENS: __, PORT: ___, ...inherited } = process.env;
    const child = spawn(process.execPath, [PARLEY, ...args], {
      cwd: this.directory,
      env: inherited,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let stderr = '';
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port === undefined) continue;
      this.#port = Number(port);
      this.baseUrl = `http://127.0.0.1:${port}`;
      child.stdout.resume();
      return;
    }
    throw new Error(`The server did not start: ${stderr}`);
  }

  /** Kills the process with SIGKILL. */
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
}

/** A round of the India-US talks, as a second client records it. */
export const round = (round: number, occurred: string) => ({
  stream: 'negotiation/in-us-bta',
  occurred,
  certainty: 'REPORTED',
  sources: [{ kind: 'PRESS', publisher: 'A newspaper', published: occurred.split('/').at(-1) }],
  data: { roundHeld: { round, place: 'New Delhi' } },
});
