/** The webhooks of a log: added, listed, resumed and removed by whoever administers it. */
import { randomBytes } from 'node:crypto';
import { newId } from '../../log/core/eventIds.js';
import type { EventLog } from '../../log/core/eventLog.js';
import {
  type NewWebhook,
  type Webhook,
  webhookBody,
  WebhookNotFound,
  webhookOf,
  WebhookRefused,
} from './webhook.js';

/** Each is a delivery of its own for every event. */
export const MAX_WEBHOOKS = 100;

const SECRET_BYTES = 32;

export class Webhooks {
  constructor(
    private readonly log: EventLog,
    private readonly now: () => number,
  ) {}

  /**
   * Adds a webhook: a server that has the log open begins to deliver within seconds. Throws
   * `WebhookRefused`.
   */
  async add(webhook: NewWebhook, createdBy?: string): Promise<Webhook> {
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const body = webhookBody(webhook, secret, createdBy);
    if ((await this.log.webhooks.list()).length >= MAX_WEBHOOKS)
      throw new WebhookRefused([
        {
          path: 'url',
          code: 'TOO_MANY',
          message: `would be one more than the ${MAX_WEBHOOKS} webhooks that a log may have: remove one first`,
        },
      ]);
    const position = await this.#position(webhook.after);
    const created = this.now();
    const id = newId(created);
    await this.log.webhooks.add({ id, created, body }, position);
    return this.#get(id);
  }

  /** All of them, the oldest first. One query. */
  async list(): Promise<readonly Webhook[]> {
    return (await this.log.webhooks.list()).map(webhookOf);
  }

  /**
   * Has a webhook tried again at once, parked or not: from where it stopped, or with the events
   * after a position, which may have been delivered before. Throws `WebhookNotFound` and
   * `WebhookRefused`.
   */
  async resume(id: string, after?: number): Promise<Webhook> {
    const position = after === undefined ? undefined : await this.#position(after);
    if (!(await this.log.webhooks.resume(id, position))) throw new WebhookNotFound(id);
    return this.#get(id);
  }

  /** Removes a webhook; a delivery under way may still arrive. Throws `WebhookNotFound`. */
  async remove(id: string): Promise<void> {
    if (!(await this.log.webhooks.remove(id))) throw new WebhookNotFound(id);
  }

  async #get(id: string): Promise<Webhook> {
    const found = (await this.list()).find((webhook) => webhook.id === id);
    if (!found) throw new WebhookNotFound(id);
    return found;
  }

  /** The head when no position is given. */
  async #position(after: number | undefined): Promise<number> {
    const { position } = await this.log.head();
    if (after === undefined) return position;
    if (Number.isInteger(after) && after >= 0 && after <= position) return after;
    throw new WebhookRefused([
      {
        path: 'after',
        code: 'INVALID',
        message: `is not a position of this log: write a whole number from 0 (every event) to ${position} (the last one)`,
      },
    ]);
  }
}
