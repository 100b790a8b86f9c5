/** Metrics of a server, in the text format of Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheUse, TailState, Observer, Webhook } from '../../app/parley.js';
import type { Head } from '../../log/core/eventLog.js';

/** Folded streams, views of them, immutable responses, kept answers, prepared documents, pictures. */
const CACHES = ['states', 'views', 'responses', 'answers', 'documents', 'pictures'] as const;
export type CacheName = (typeof CACHES)[number];

/** What the server's parts hold at a scrape. */
export interface ServerCounts {
  readonly subscriptions: Readonly<Record<'sse' | 'ws', number>>;
  readonly webSockets: number;
  readonly caches: Readonly<Record<CacheName, CacheUse>>;
  /** Queries that wait for a thread. */
  readonly waiting: number;
  /** Bytes of answers that their clients have not read. */
  readonly unreadBytes: number;
  readonly following: TailState;
}

/** Everything that is read at a scrape. */
export interface MetricsSnapshot extends ServerCounts {
  /** Undefined when the log does not return it. */
  readonly head: Head | undefined;
  /** Undefined when the log does not return them. */
  readonly webhooks: readonly Webhook[] | undefined;
  readonly ready: boolean;
}

const TAIL_MODES = ['direct', 'notify', 'poll', 'idle'] satisfies TailState['mode'][];

const BUCKETS_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 10];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

export class Metrics {
  readonly #registry = new Registry();

  readonly #requests = this.#counter('parley_http_requests_total', 'HTTP requests answered.', [
    'route',
    'method',
    'status',
  ]);
  readonly #durations = new Histogram({
    name: 'parley_http_request_duration_seconds',
    help: 'Duration of HTTP requests, streams excluded.',
    labelNames: ['route'],
    buckets: BUCKETS_SECONDS,
    registers: [this.#registry],
  });
  readonly refusals = this.#counter(
    'parley_refusals_total',
    'Requests refused before execution, by error code.',
    ['reason'],
  );
  readonly cacheLookups = this.#counter(
    'parley_answer_cache_total',
    'Lookups of GET requests in the cache of immutable responses.',
    ['found'],
  );
  readonly slowClients = this.#counter(
    'parley_streams_cut_total',
    'Clients disconnected because they read nothing for too long.',
    ['transport'],
  );
  readonly webhookAttempts = this.#counter(
    'parley_webhook_attempts_total',
    'Attempts of this server to deliver an event to a webhook, by how they ended.',
    ['outcome'],
  );
  readonly #appends = this.#counter('parley_appends_total', 'Appends recorded.');
  readonly #events = this.#counter('parley_events_appended_total', 'Events recorded.');
  readonly #refusedAppends = this.#counter(
    'parley_appends_refused_total',
    'Appends refused, by error code; nothing of them is recorded.',
    ['code'],
  );
  readonly #folds = new Histogram({
    name: 'parley_fold_duration_seconds',
    help: 'Duration of bringing one stream state up to date.',
    buckets: BUCKETS_SECONDS,
    registers: [this.#registry],
  });
  readonly #folded = this.#counter(
    'parley_events_folded_total',
    'Events applied to stream states.',
  );
  readonly #gauges = this.#createGauges();

  /** For {@link Parley}: what it reports is counted here. */
  readonly observer: Required<Observer> = {
    appended: (events) => {
      this.#appends.inc();
      this.#events.inc(events);
    },
    refused: (code) => this.#refusedAppends.inc({ code }),
    folded: (ms, events) => {
      this.#folds.observe(ms / 1000);
      this.#folded.inc(events);
    },
  };

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Counts a finished request; `ms` is undefined for one that became a stream. */
  requestFinished(route: string, method: string, status: number, ms: number | undefined): void {
    this.#requests.inc({ route, method: METHODS.has(method) ? method : 'other', status });
    if (ms !== undefined) this.#durations.observe({ route }, ms / 1000);
  }

  /** The metrics at present; those of the log are left out when it does not return its head. */
  async render(snapshot: MetricsSnapshot): Promise<string> {
    const { head, following, subscriptions } = snapshot;
    const gauges = this.#gauges;
    gauges.up.set(head ? 1 : 0);
    gauges.ready.set(snapshot.ready ? 1 : 0);
    if (head) {
      gauges.position.set(head.position);
      gauges.recorded.set(head.recorded / 1000);
      // Without followers nothing lags.
      gauges.lag.set(
        following.mode === 'idle' ? 0 : Math.max(0, head.position - following.position),
      );
    } else for (const gauge of [gauges.position, gauges.recorded, gauges.lag]) gauge.remove();
    this.#setWebhooks(snapshot);
    for (const mode of TAIL_MODES) gauges.mode.set({ mode }, following.mode === mode ? 1 : 0);
    gauges.followers.set(following.subscribers);
    gauges.subscriptions.set({ transport: 'sse' }, subscriptions.sse);
    gauges.subscriptions.set({ transport: 'ws' }, subscriptions.ws);
    gauges.webSockets.set(snapshot.webSockets);
    for (const cache of CACHES) {
      gauges.cacheBytes.set({ cache }, snapshot.caches[cache].bytes);
      gauges.cacheEvictions.set({ cache }, snapshot.caches[cache].evictions);
    }
    gauges.waiting.set(snapshot.waiting);
    gauges.unread.set(snapshot.unreadBytes);
    gauges.heap.set(process.memoryUsage().heapUsed);
    gauges.uptime.set(process.uptime());
    return this.#registry.metrics();
  }

  #setWebhooks({ webhooks = [], head }: MetricsSnapshot): void {
    const { webhookParked, webhookLag } = this.#gauges;
    webhookParked.reset();
    webhookLag.reset();
    for (const { id, delivery } of webhooks) {
      webhookParked.set({ webhook: id }, delivery.status === 'PARKED' ? 1 : 0);
      if (head) webhookLag.set({ webhook: id }, Math.max(0, head.position - delivery.position));
    }
  }

  /** Drops all metrics. */
  close(): void {
    this.#registry.clear();
  }

  #counter<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #gauge<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }

  #createGauges() {
    return {
      up: this.#gauge('parley_log_up', '1 while the log returns its head.'),
      ready: this.#gauge('parley_ready', '1 while /ready answers 200.'),
      position: this.#gauge('parley_log_head_position', 'Position of the last event.'),
      recorded: this.#gauge(
        'parley_log_head_recorded_seconds',
        'When the last event was recorded, in seconds since 1970.',
      ),
      lag: this.#gauge('parley_tail_lag', 'Events recorded and not yet read by the log tail.'),
      mode: this.#gauge('parley_tail_mode', '1 for how appends of other servers are noticed.', [
        'mode',
      ]),
      followers: this.#gauge('parley_followers', 'Subscriptions that follow the log.'),
      subscriptions: this.#gauge('parley_open_streams', 'Subscriptions open.', ['transport']),
      webSockets: this.#gauge('parley_open_websockets', 'WebSockets open.'),
      webhookParked: this.#gauge(
        'parley_webhook_parked',
        '1 for a webhook that is not tried again until it is resumed.',
        ['webhook'],
      ),
      webhookLag: this.#gauge(
        'parley_webhook_lag_events',
        'Events recorded since the last that a webhook is done with.',
        ['webhook'],
      ),
      cacheBytes: this.#gauge('parley_cache_bytes', 'Estimated size of a cache.', ['cache']),
      cacheEvictions: this.#gauge(
        'parley_cache_evictions',
        'Entries dropped for want of room since the start, by the threads that run.',
        ['cache'],
      ),
      waiting: this.#gauge('parley_waiting_queries', 'Queries that wait for a thread.'),
      unread: this.#gauge(
        'parley_unread_answer_bytes',
        'Size of answers that are not sent in full.',
      ),
      heap: this.#gauge('nodejs_heap_used_bytes', 'Memory used by JavaScript objects.'),
      uptime: this.#gauge('process_uptime_seconds', 'Time since the process started.'),
    };
  }
}
