/**
 * Webhooks beside the log: where events are sent, and how far each has come. No table of the log
 * knows of them, and nothing read from the log depends on them.
 */

/** A webhook as stored. The store does not interpret its body. */
export interface StoredWebhook {
  /** A UUIDv7: webhooks are listed in the order of their ids. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly body: string;
}

export type WebhookStatus = 'ACTIVE' | 'PARKED';

/** How far the delivery of a webhook has come. */
export interface DeliveryState {
  /** Every event up to this position is delivered, or does not match. */
  readonly position: number;
  /** A parked webhook is not tried again until it is resumed. */
  readonly status: WebhookStatus;
  /** Failed attempts at the next event. */
  readonly attempts: number;
  /** When the next attempt is due, in epoch milliseconds; 0 for at once. */
  readonly nextAttempt: number;
  /** Why the last attempt failed; null when it did not. */
  readonly problem: string | null;
}

export interface WebhookRecord {
  readonly webhook: StoredWebhook;
  readonly delivery: DeliveryState;
}

/**
 * Every engine guarantees that what `add`, `save`, `resume` and `remove` resolve for is on disk, and
 * that of several processes at most one holds the lease of a webhook. A read-only log refuses to
 * write with `LogUnavailable`.
 */
export interface WebhookStore {
  add(webhook: StoredWebhook, position: number): Promise<void>;
  /** All of them, by id. One query. */
  list(): Promise<readonly WebhookRecord[]>;
  /**
   * Leases a webhook to `owner` for `leaseMs`, and returns it; undefined when another owner holds
   * it, or when there is no such webhook. Whoever holds a lease may claim it again.
   */
  claim(id: string, owner: string, leaseMs: number): Promise<WebhookRecord | undefined>;
  /**
   * Saves how far the delivery has come, and extends the lease by `leaseMs`; 0 ends it. Returns
   * false, and changes nothing, unless `owner` was the last to claim it and nobody resumed it since.
   */
  save(id: string, owner: string, delivery: DeliveryState, leaseMs: number): Promise<boolean>;
  /** Tries again at once, after `position` where it is given. False when there is no such webhook. */
  resume(id: string, position?: number): Promise<boolean>;
  /** False when there is no such webhook. */
  remove(id: string): Promise<boolean>;
}

/** What the engines in a database select. */
export type WebhookRow = StoredWebhook & DeliveryState;

export const webhookRecordOf = (row: WebhookRow): WebhookRecord => {
  const { id, created, body, position, status, attempts, nextAttempt, problem } = row;
  return {
    webhook: { id, created, body },
    delivery: { position, status, attempts, nextAttempt, problem },
  };
};
