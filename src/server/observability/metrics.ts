/** Counts and times for whoever watches the server, in the text format of Prometheus. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TailState, Observer } from '../../app/parley.js';
import type { Head } from '../../log/core/eventLog.js';

/** What is looked at when the metrics are asked for. */
export interface MetricsSnapshot {
  /** Undefined when the log does not answer. */
  readonly head: Head | undefined;
  readonly following: TailState;
  readonly ready: boolean;
  readonly streams: Readonly<Record<'sse' | 'ws', number>>;
  readonly sockets: number;
  readonly cacheBytes: number;
}

const MODES = ['direct', 'notify', 'poll', 'idle'] satisfies TailState['mode'][];

const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 10];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

export class Metrics {
  readonly #registry = new Registry();
  readonly #delay: IntervalHistogram = monitorEventLoopDelay();

  readonly #requests = this.#counter('parley_http_requests_total', 'Requests answered.', [
    'route',
    'method',
    'status',
  ]);
  readonly #durations = new Histogram({
    name: 'parley_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer; streams are left out.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly refusals = this.#counter(
    'parley_refusals_total',
    'Requests refused before they were carried out, by reason.',
    ['reason'],
  );
  readonly kept = this.#counter(
    'parley_answer_cache_total',
    'GET questions looked up among the answers that can never change.',
    ['found'],
  );
  readonly stalled = this.#counter(
    'parley_streams_cut_total',
    'Clients let go because they took nothing for too long.',
    ['transport'],
  );
  readonly #appends = this.#counter('parley_appends_total', 'Appends recorded.');
  readonly #events = this.#counter('parley_events_appended_total', 'Events recorded.');
  readonly #refusedAppends = this.#counter(
    'parley_appends_refused_total',
    'Appends of which nothing was recorded, by the code of why.',
    ['code'],
  );
  readonly #folds = new Histogram({
    name: 'parley_fold_duration_seconds',
    help: 'Bringing one dossier up to date.',
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #folded = this.#counter('parley_events_folded_total', 'Events read into dossiers.');
  readonly #checkpoints = this.#counter(
    'parley_checkpoints_total',
    'Checkpoints of dossiers: used, kept, or dropped because they did not hold.',
    ['outcome'],
  );
  readonly #gauges = this.#makeGauges();

  /** For the door: what it tells is counted here. */
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
    snapshot: (outcome) => this.#checkpoints.inc({ outcome }),
  };

  constructor() {
    this.#delay.enable();
  }

  /** A request was answered; `ms` is undefined for one that became a stream. */
  answered(route: string, method: string, status: number, ms: number | undefined): void {
    this.#requests.inc({ route, method: METHODS.has(method) ? method : 'other', status });
    if (ms !== undefined) this.#durations.observe({ route }, ms / 1000);
  }

  /** The metrics now; the log's are left out when it does not answer. */
  async render(snapshot: MetricsSnapshot): Promise<string> {
    const { head, following, streams } = snapshot;
    const all = this.#gauges;
    all.up.set(head ? 1 : 0);
    all.ready.set(snapshot.ready ? 1 : 0);
    if (head) {
      all.position.set(head.position);
      all.recorded.set(head.recorded / 1000);
      // Whoever does not follow is not behind.
      all.lag.set(following.mode === 'idle' ? 0 : Math.max(0, head.position - following.position));
    } else for (const gauge of [all.position, all.recorded, all.lag]) gauge.remove();
    for (const mode of MODES) all.mode.set({ mode }, following.mode === mode ? 1 : 0);
    all.followers.set(following.subscribers);
    all.streams.set({ transport: 'sse' }, streams.sse);
    all.streams.set({ transport: 'ws' }, streams.ws);
    all.sockets.set(snapshot.sockets);
    all.cache.set(snapshot.cacheBytes);
    all.memory.set(process.memoryUsage.rss());
    all.heap.set(process.memoryUsage().heapUsed);
    all.uptime.set(process.uptime());
    all.loop.set(this.#delay.percentile(99) / 1e9);
    this.#delay.reset();
    return this.#registry.metrics();
  }

  /** Stops measuring. */
  close(): void {
    this.#delay.disable();
    this.#registry.clear();
  }

  #counter<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #gauge<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }

  #makeGauges() {
    return {
      up: this.#gauge('parley_log_up', 'Whether the log answers.'),
      ready: this.#gauge('parley_ready', 'Whether /ready says so.'),
      position: this.#gauge('parley_log_head_position', 'Position of the last event.'),
      recorded: this.#gauge(
        'parley_log_head_recorded_seconds',
        'When the last event was recorded, in seconds since 1970.',
      ),
      lag: this.#gauge('parley_tail_lag', 'Events recorded that those who follow wait for.'),
      mode: this.#gauge('parley_tail_mode', 'How appends elsewhere are noticed.', ['mode']),
      followers: this.#gauge('parley_followers', 'Subscriptions that follow the log.'),
      streams: this.#gauge('parley_open_streams', 'Subscriptions open now.', ['transport']),
      sockets: this.#gauge('parley_open_websockets', 'WebSockets open now.'),
      cache: this.#gauge('parley_answer_cache_bytes', 'Size of the answers kept.'),
      memory: this.#gauge('process_resident_memory_bytes', 'Memory in use.'),
      heap: this.#gauge('nodejs_heap_used_bytes', 'Memory of JavaScript objects.'),
      uptime: this.#gauge('process_uptime_seconds', 'Since the process began.'),
      loop: this.#gauge(
        'nodejs_eventloop_lag_p99_seconds',
        'How late the process turns to what it has to do: 99 of 100 times less, since last asked.',
      ),
    };
  }
}
