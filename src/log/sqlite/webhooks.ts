/** Webhooks in the log's file, in a table of their own. */
import type Database from 'better-sqlite3';
import { LogUnavailable } from '../core/errors.js';
import {
  type DeliveryState,
  type StoredWebhook,
  type WebhookRecord,
  webhookRecordOf,
  type WebhookRow,
  type WebhookStore,
} from '../core/stores/webhookStore.js';

const COLUMNS =
  'id, created, body, position, status, attempts, next_attempt AS nextAttempt, problem';

export class SqliteWebhooks implements WebhookStore {
  constructor(
    private readonly db: Database.Database,
    /** Runs a query with the engine's errors translated. */
    private readonly query: <Result>(work: () => Result) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async add(webhook: StoredWebhook, position: number): Promise<void> {
    await this.#write(
      'INSERT INTO webhooks (id, created, body, position) VALUES (@id, @created, @body, @position)',
      { ...webhook, position },
    );
  }

  async list(): Promise<readonly WebhookRecord[]> {
    return this.query(() =>
      this.#exists()
        ? this.db
            .prepare<[], WebhookRow>(`SELECT ${COLUMNS} FROM webhooks ORDER BY id`)
            .all()
            .map(webhookRecordOf)
        : [],
    );
  }

  async claim(id: string, owner: string, leaseMs: number): Promise<WebhookRecord | undefined> {
    this.#checkWritable();
    return this.query(() => {
      const now = Date.now();
      const row = this.db
        .prepare<object, WebhookRow>(
          `UPDATE webhooks SET lease_owner = @owner, lease_until = @until
           WHERE id = @id AND (lease_owner IS NULL OR lease_owner = @owner OR lease_until <= @now)
           RETURNING ${COLUMNS}`,
        )
        .get({ id, owner, now, until: now + leaseMs });
      return row && webhookRecordOf(row);
    });
  }

  async save(
    id: string,
    owner: string,
    delivery: DeliveryState,
    leaseMs: number,
  ): Promise<boolean> {
    return this.#write(
      `UPDATE webhooks SET position = @position, status = @status, attempts = @attempts,
         next_attempt = @nextAttempt, problem = @problem, lease_owner = @next, lease_until = @until
       WHERE id = @id AND lease_owner = @owner`,
      { ...delivery, id, owner, next: leaseMs > 0 ? owner : null, until: Date.now() + leaseMs },
    );
  }

  async resume(id: string, position?: number): Promise<boolean> {
    return this.#write(
      `UPDATE webhooks SET position = coalesce(@position, position), status = 'ACTIVE',
         attempts = 0, next_attempt = 0, problem = NULL, lease_owner = NULL
       WHERE id = @id`,
      { id, position: position ?? null },
    );
  }

  async remove(id: string): Promise<boolean> {
    return this.#write('DELETE FROM webhooks WHERE id = @id', { id });
  }

  /** Returns whether a row was changed. */
  async #write(sql: string, values: object): Promise<boolean> {
    this.#checkWritable();
    return this.query(() => this.db.prepare(sql).run(values).changes > 0);
  }

  /** False in an older file that is opened read-only. */
  #exists(): boolean {
    return (
      this.db
        .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'webhooks'")
        .pluck()
        .get() !== 0
    );
  }

  #checkWritable(): void {
    if (this.readonly)
      throw new LogUnavailable(
        'The log was opened read-only. Open it for writing to change webhooks.',
      );
  }
}
