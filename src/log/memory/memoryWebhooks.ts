/** Webhooks beside a log in memory: every guarantee of {@link WebhookStore} except durability. */
import { LogUnavailable } from '../core/errors.js';
import type {
  DeliveryState,
  StoredWebhook,
  WebhookRecord,
  WebhookStore,
} from '../core/stores/webhookStore.js';

interface Entry {
  readonly webhook: StoredWebhook;
  delivery: DeliveryState;
  lease: { readonly owner: string; readonly until: number } | undefined;
}

const recordOf = ({ webhook, delivery }: Entry): WebhookRecord => ({ webhook, delivery });

export class MemoryWebhooks implements WebhookStore {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly readonly: boolean) {}

  async add(webhook: StoredWebhook, position: number): Promise<void> {
    this.#checkWritable();
    const delivery = { position, status: 'ACTIVE', ...AT_ONCE } as const;
    this.#entries.set(webhook.id, { webhook, delivery, lease: undefined });
  }

  async list(): Promise<readonly WebhookRecord[]> {
    return [...this.#entries.values()]
      .sort((a, b) => (a.webhook.id < b.webhook.id ? -1 : 1))
      .map(recordOf);
  }

  async claim(id: string, owner: string, leaseMs: number): Promise<WebhookRecord | undefined> {
    this.#checkWritable();
    const entry = this.#entries.get(id);
    const now = Date.now();
    if (!entry || (entry.lease && entry.lease.owner !== owner && entry.lease.until > now))
      return undefined;
    entry.lease = { owner, until: now + leaseMs };
    return recordOf(entry);
  }

  async save(
    id: string,
    owner: string,
    delivery: DeliveryState,
    leaseMs: number,
  ): Promise<boolean> {
    this.#checkWritable();
    const entry = this.#entries.get(id);
    if (entry?.lease?.owner !== owner) return false;
    entry.delivery = delivery;
    entry.lease = leaseMs > 0 ? { owner, until: Date.now() + leaseMs } : undefined;
    return true;
  }

  async resume(id: string, position?: number): Promise<boolean> {
    this.#checkWritable();
    const entry = this.#entries.get(id);
    if (!entry) return false;
    entry.delivery = {
      position: position ?? entry.delivery.position,
      status: 'ACTIVE',
      ...AT_ONCE,
    };
    entry.lease = undefined;
    return true;
  }

  async remove(id: string): Promise<boolean> {
    this.#checkWritable();
    return this.#entries.delete(id);
  }

  #checkWritable(): void {
    if (this.readonly)
      throw new LogUnavailable(
        'The log was opened read-only. Open it for writing to change webhooks.',
      );
  }
}

const AT_ONCE = { attempts: 0, nextAttempt: 0, problem: null } as const;
