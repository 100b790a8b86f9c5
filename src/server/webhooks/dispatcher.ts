/**
 * Delivers events to webhooks: to each in log order and one at a time, at least once. How far a
 * webhook has come is saved after each event, so that another server, or this one after a restart,
 * goes on from there; a lease keeps servers from delivering to the same webhook at once.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Parley, Webhook } from '../../app/parley.js';
import { webhookOf } from '../../app/webhooks/webhook.js';
import type { DeliveryState } from '../../log/core/stores/webhookStore.js';
import type { Observability } from '../observability/observability.js';
import { headersOf, payloadOf } from './message.js';
import { type Outcome, send } from './send.js';

export interface DeliveryOptions {
  /** Also plain http, and addresses that are not global. */
  readonly allowPrivate: boolean;
  /** Milliseconds between a failed attempt and the next; parked when there is no next. */
  readonly retryDelays: readonly number[];
  /** Milliseconds between two looks at what is due. */
  readonly pollMs: number;
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** How long another server waits before it takes over from one that vanished, in milliseconds. */
  readonly leaseMs: number;
}

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** The schedule that Standard Webhooks recommends: parked after three days and a half. */
const DEFAULTS: DeliveryOptions = {
  allowPrivate: false,
  retryDelays: [
    5 * SECOND,
    30 * SECOND,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    14 * HOUR,
    20 * HOUR,
    24 * HOUR,
  ],
  pollMs: SECOND,
  timeoutMs: 15 * SECOND,
  leaseMs: MINUTE,
};

const PAGE_SIZE = 100;

const MAX_RETRY_AFTER_MS = 24 * HOUR;

/** A tenth more or less, so that what failed together is not tried again together. */
const jittered = (delay: number): number => Math.round(delay * (0.9 + Math.random() * 0.2));

const isDue = ({ status, position, nextAttempt }: DeliveryState, head: number, now: number) =>
  status === 'ACTIVE' && position < head && nextAttempt <= now;

export class WebhookDispatcher {
  readonly #options: DeliveryOptions;
  /** Names this server among those that share the log. */
  readonly #owner = randomUUID();
  readonly #stopping = new AbortController();
  readonly #running = new Map<string, Promise<void>>();
  #loop: Promise<void> | undefined;
  #isFailing = false;

  constructor(
    readonly parley: Parley,
    readonly observability: Observability,
    options: Partial<DeliveryOptions> = {},
  ) {
    this.#options = { ...DEFAULTS, ...options };
  }

  /** Delivers until stopped. */
  start(): void {
    this.#loop ??= this.#run();
  }

  /** Breaks off what is under way: it is delivered again by whoever goes on. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    await Promise.all(this.#running.values());
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#startDue();
        this.#isFailing = false;
      } catch (error) {
        this.#report(error);
      }
      await pause(this.#options.pollMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** One query when there are no webhooks. */
  async #startDue(): Promise<void> {
    const webhooks = await this.parley.webhooks.list();
    if (webhooks.length === 0) return;
    const head = (await this.parley.head()).position;
    const now = Date.now();
    for (const { id, delivery } of webhooks) {
      if (!isDue(delivery, head, now) || this.#running.has(id)) continue;
      const running = this.#deliver(id, head)
        .catch((error: unknown) => this.#report(error))
        .finally(() => this.#running.delete(id));
      this.#running.set(id, running);
    }
  }

  /** Delivers what matches up to a position, until an attempt fails or the lease is lost. */
  async #deliver(id: string, head: number): Promise<void> {
    const store = this.parley.log.webhooks;
    const { leaseMs } = this.#options;
    const claimed = await store.claim(id, this.#owner, leaseMs);
    if (!claimed) return;
    let { delivery } = claimed;
    // Another server may have tried it since it was listed.
    if (!isDue(delivery, head, Date.now())) {
      await store.save(id, this.#owner, delivery, 0);
      return;
    }
    const webhook = webhookOf(claimed);
    let renewed = Date.now();
    const save = (next: DeliveryState, ms: number) => {
      delivery = next;
      renewed = Date.now();
      return store.save(id, this.#owner, next, ms);
    };
    const list = await this.parley.eventList(webhook.filter);
    for await (const page of list.pages(
      { after: delivery.position, before: head + 1 },
      PAGE_SIZE,
    )) {
      // Where few events match, a page may take its time.
      if (Date.now() - renewed > leaseMs / 3 && !(await save(delivery, leaseMs))) return;
      for (const event of page) {
        const outcome = await this.#attempt(webhook, event);
        if (!outcome) {
          await save(delivery, 0);
          return;
        }
        const next = this.#after(outcome, delivery, event);
        const isDone = outcome.kind !== 'DELIVERED' || this.#isStopping();
        if (!(await save(next, isDone ? 0 : leaseMs))) return;
        if (next.status === 'PARKED')
          this.observability.logger.warn({ webhook: id, problem: next.problem }, 'webhook parked');
        if (isDone) return;
      }
    }
    await save({ ...delivery, position: head }, 0);
  }

  /** Undefined when it was broken off. */
  async #attempt({ url, secret }: Webhook, event: AnyEvent): Promise<Outcome | undefined> {
    if (this.#isStopping()) return undefined;
    const [summary = ''] = await this.parley.descriptions.summaries([event]);
    const payload = payloadOf(event, summary);
    const headers = headersOf(event.id, payload, secret, Date.now());
    const { allowPrivate, timeoutMs } = this.#options;
    const { signal } = this.#stopping;
    const outcome = await send(url, headers, payload, { allowPrivate, timeoutMs, signal });
    if (outcome.kind !== 'DELIVERED' && this.#isStopping()) return undefined;
    this.observability.metrics.webhookAttempts.inc({ outcome: outcome.kind.toLowerCase() });
    return outcome;
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #after(outcome: Outcome, before: DeliveryState, { position }: AnyEvent): DeliveryState {
    if (outcome.kind === 'DELIVERED')
      return { position, status: 'ACTIVE', attempts: 0, nextAttempt: 0, problem: null };
    const attempts = before.attempts + 1;
    const failed = { ...before, attempts, problem: outcome.problem };
    const delay = outcome.kind === 'GONE' ? undefined : this.#options.retryDelays[before.attempts];
    if (outcome.kind === 'GONE' || delay === undefined)
      return { ...failed, status: 'PARKED', nextAttempt: 0 };
    const wait = Math.max(jittered(delay), Math.min(outcome.retryAfter, MAX_RETRY_AFTER_MS));
    return { ...failed, nextAttempt: Date.now() + wait };
  }

  /** Once per failure of the log, which is tried again at the next look. */
  #report(error: unknown): void {
    if (this.#isFailing || this.#isStopping()) return;
    this.#isFailing = true;
    this.observability.reportError(error, 'webhooks');
  }
}
