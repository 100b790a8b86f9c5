/** Counts for whoever watches the server, in the text format of Prometheus. */
import type { Head } from '../log/eventLog.js';

type Labels = Readonly<Record<string, string | number>>;

const text = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');

class Counter {
  readonly #counts = new Map<string, number>();

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  add(labels: Labels): void {
    const key = text(labels);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  toString(): string {
    const lines = [...this.#counts].map(([labels, n]) => `${this.name}{${labels}} ${n}\n`);
    return `# HELP ${this.name} ${this.help}\n# TYPE ${this.name} counter\n${lines.join('')}`;
  }
}

const gauge = (name: string, help: string, value: number): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;

export class Metrics {
  readonly requests = new Counter('parley_http_requests_total', 'Requests answered.');
  readonly refusals = new Counter(
    'parley_refusals_total',
    'Requests refused before they were carried out, by reason.',
  );
  readonly kept = new Counter(
    'parley_answer_cache_total',
    'GET questions looked up among the answers that can never change.',
  );
  streams = 0;

  /** The metrics now; the log's are left out when it does not answer. */
  render(head: Head | undefined, cacheBytes: number): string {
    return [
      head && gauge('parley_log_head_position', 'Position of the last event.', head.position),
      head &&
        gauge(
          'parley_log_head_recorded_seconds',
          'When the last event was recorded, in seconds since 1970.',
          head.recorded / 1000,
        ),
      gauge('parley_log_up', 'Whether the log answers.', head ? 1 : 0),
      gauge('parley_open_streams', 'Subscriptions open now.', this.streams),
      gauge('parley_answer_cache_bytes', 'Size of the answers kept.', cacheBytes),
      gauge('process_resident_memory_bytes', 'Memory in use.', process.memoryUsage.rss()),
      gauge('process_uptime_seconds', 'Since the process began.', process.uptime()),
      this.requests,
      this.refusals,
      this.kept,
    ]
      .filter((part) => part !== undefined)
      .join('');
  }
}
