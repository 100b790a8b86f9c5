/** Hearing of appends by other processes: LISTEN on a connection of its own, as long as it works. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { HintMode } from '../core/eventLog.js';
import { briefly, connectionConfig, type PostgresConnections } from './connections.js';

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 30_000;
/** A notification to oneself that takes longer than this does not come. */
const PROOF_MS = 2_000;
/** How often it is proved again that notifications come: a connection can die without a word. */
const PROVE_EVERY_MS = 30_000;

const POSITION = /^\d+$/;

/**
 * Listens until stopped, connecting again whenever the connection is lost. A notification counts
 * as working once one sent through the other connections was heard; poolers and some engines
 * accept LISTEN and then stay silent.
 */
export class PostgresListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private proof: { readonly token: string; readonly heard: () => void } | undefined;
  private retryMs = FIRST_RETRY_MS;
  private stopped = false;
  private works = false;
  private attempt: Promise<void> | undefined;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
    private readonly connections: PostgresConnections,
    private readonly wake: () => void,
  ) {}

  get mode(): HintMode {
    return this.works ? 'notify' : 'poll';
  }

  /** Resolves when it was first tried, whether it works or not. */
  async start(): Promise<void> {
    this.attempt ??= this.connect();
    await this.attempt;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.proof?.heard();
    await this.drop();
    await this.attempt;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(connectionConfig(this.connectionString));
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload = '' }) => this.notified(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      await this.prove(client);
    } catch {
      this.lost(client);
    }
  }

  private notified(payload: string): void {
    if (payload === this.proof?.token) this.proof.heard();
    else if (POSITION.test(payload)) this.wake();
  }

  /** Sends a word to itself the way that appends send theirs. */
  private async prove(client: pg.Client): Promise<void> {
    const token = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const heard = new Promise<boolean>((resolve) => {
      this.proof = { token, heard: () => resolve(true) };
      timer = setTimeout(() => resolve(false), PROOF_MS);
    });
    try {
      await this.connections.query('SELECT pg_notify($1, $2)', [this.channel, token]);
      if (!(await heard)) throw new Error('the notification did not come');
    } finally {
      clearTimeout(timer);
      this.proof = undefined;
    }
    if (this.stopped || client !== this.client) return;
    if (!this.works) {
      this.works = true;
      this.retryMs = FIRST_RETRY_MS;
      // Before this, appends went unheard.
      this.wake();
    }
    this.later(PROVE_EVERY_MS, () => this.prove(client).catch(() => this.lost(client)));
  }

  /** Tries again after a while, each time a longer one. */
  private lost(client: pg.Client): void {
    if (client !== this.client || this.stopped) return;
    this.works = false;
    void this.drop();
    const delay = this.retryMs * (0.75 + Math.random() / 2);
    this.retryMs = Math.min(LAST_RETRY_MS, this.retryMs * 2);
    this.later(delay, () => this.connect());
  }

  private later(ms: number, work: () => Promise<void>): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.attempt = work();
    }, ms).unref();
  }

  private async drop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    if (client) await briefly(client.end().catch(() => undefined));
  }
}
