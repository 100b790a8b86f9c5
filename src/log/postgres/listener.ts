/** LISTEN on a dedicated connection, for appends by other processes. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { NotificationMode } from '../core/eventLog.js';
import { closed, connectionConfig, type PostgresConnections } from './connections.js';

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 30_000;
/** How long a test notification may take. */
const PROBE_TIMEOUT_MS = 2_000;
/** Interval of test notifications: a connection can die silently. */
const PROBE_INTERVAL_MS = 30_000;

const POSITION = /^\d+$/;

/**
 * Listens until stopped and reconnects when the connection is lost. The mode is `notify` once a
 * test notification sent through the pool has arrived; poolers and some engines accept LISTEN
 * and deliver nothing.
 */
export class PostgresListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private probe: { readonly token: string; readonly arrived: () => void } | undefined;
  private retryMs = FIRST_RETRY_MS;
  private stopped = false;
  private isWorking = false;
  private attempt: Promise<void> | undefined;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
    private readonly connections: PostgresConnections,
    private readonly wake: () => void,
  ) {}

  get mode(): NotificationMode {
    return this.isWorking ? 'notify' : 'poll';
  }

  /** Resolves after the first connection attempt, whether it succeeded or not. */
  async start(): Promise<void> {
    this.attempt ??= this.connect();
    await this.attempt;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.probe?.arrived();
    await this.drop();
    await this.attempt;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(connectionConfig(this.connectionString));
    this.client = client;
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    client.on('notification', ({ payload = '' }) => this.notified(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      await this.sendProbe(client);
    } catch {
      this.reconnect(client);
    }
  }

  private notified(payload: string): void {
    if (payload === this.probe?.token) this.probe.arrived();
    else if (POSITION.test(payload)) this.wake();
  }

  /** Sends itself a notification the way appends do, and waits for it. */
  private async sendProbe(client: pg.Client): Promise<void> {
    const token = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const arrival = new Promise<boolean>((resolve) => {
      this.probe = { token, arrived: () => resolve(true) };
      timer = setTimeout(() => resolve(false), PROBE_TIMEOUT_MS);
    });
    try {
      await this.connections.query('SELECT pg_notify($1, $2)', [this.channel, token]);
      if (!(await arrival)) throw new Error('the test notification did not arrive');
    } finally {
      clearTimeout(timer);
      this.probe = undefined;
    }
    if (this.stopped || client !== this.client) return;
    if (!this.isWorking) {
      this.isWorking = true;
      this.retryMs = FIRST_RETRY_MS;
      // Appends before this were not notified.
      this.wake();
    }
    this.schedule(PROBE_INTERVAL_MS, () =>
      this.sendProbe(client).catch(() => this.reconnect(client)),
    );
  }

  /** Reconnects with exponential backoff. */
  private reconnect(client: pg.Client): void {
    if (client !== this.client || this.stopped) return;
    this.isWorking = false;
    void this.drop();
    const delay = this.retryMs * (0.75 + Math.random() / 2);
    this.retryMs = Math.min(LAST_RETRY_MS, this.retryMs * 2);
    this.schedule(delay, () => this.connect());
  }

  private schedule(ms: number, work: () => Promise<void>): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.attempt = work();
    }, ms).unref();
  }

  private async drop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    if (client) await closed(client.end().catch(() => undefined));
  }
}
