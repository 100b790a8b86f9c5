/** Webhooks in the log's schema, in a table of their own. */
import { LogUnavailable } from '../core/errors.js';
import {
  type DeliveryState,
  type StoredWebhook,
  type WebhookRecord,
  webhookRecordOf,
  type WebhookRow,
  type WebhookStore,
} from '../core/stores/webhookStore.js';
import { isText } from './appendStore.js';
import type { PostgresConnections } from './connections.js';

const COLUMNS =
  'id, created, body, position, status, attempts, next_attempt AS "nextAttempt", problem';

export class PostgresWebhooks implements WebhookStore {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly schema: string,
    /** Runs a query with the engine's errors translated. */
    private readonly run: <Result>(work: () => Promise<Result>) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async add({ id, created, body }: StoredWebhook, position: number): Promise<void> {
    this.#checkWritable();
    await this.#query(
      `INSERT INTO ${this.schema}.webhooks (id, created, body, position) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [id, created, body, position],
    );
  }

  async list(): Promise<readonly WebhookRecord[]> {
    const rows = await this.#query<WebhookRow>(
      `SELECT ${COLUMNS} FROM ${this.schema}.webhooks ORDER BY id`,
    );
    return rows.map(webhookRecordOf);
  }

  async claim(id: string, owner: string, leaseMs: number): Promise<WebhookRecord | undefined> {
    if (!(await this.#call('claim_webhook($1, $2, $3)', [id, owner, leaseMs]))) return undefined;
    const [row] = await this.#query<WebhookRow>(
      `SELECT ${COLUMNS} FROM ${this.schema}.webhooks WHERE id = $1`,
      [id],
    );
    return row && webhookRecordOf(row);
  }

  async save(
    id: string,
    owner: string,
    { position, status, attempts, nextAttempt, problem }: DeliveryState,
    leaseMs: number,
  ): Promise<boolean> {
    return this.#call('save_webhook($1, $2, $3, $4, $5, $6, $7, $8)', [
      id,
      owner,
      position,
      status,
      attempts,
      nextAttempt,
      problem,
      leaseMs,
    ]);
  }

  async resume(id: string, position?: number): Promise<boolean> {
    return this.#call('resume_webhook($1, $2)', [id, position ?? null]);
  }

  async remove(id: string): Promise<boolean> {
    return this.#call('remove_webhook($1)', [id]);
  }

  /** Runs a function that says whether a row was changed. */
  async #call(call: string, values: readonly [id: string, ...unknown[]]): Promise<boolean> {
    this.#checkWritable();
    if (!isText(values[0])) return false;
    const [row] = await this.#query<{ changed: boolean }>(
      `SELECT ${this.schema}.${call} AS changed`,
      values,
    );
    return row?.changed ?? false;
  }

  async #query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]> {
    return this.run(() => this.connections.query<Row>(text, values));
  }

  #checkWritable(): void {
    if (this.readonly)
      throw new LogUnavailable(
        'The log was opened read-only. Open it for writing to change webhooks.',
      );
  }
}
