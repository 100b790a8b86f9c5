/** What an operator sees of a server: its log lines, metrics, traces and the health of its log. */
import type { Observer } from '../../app/parley.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { createLogger, type Logger } from './logging.js';
import { isUnexpected, originalErrorOf } from './errors.js';
import { Metrics } from './metrics.js';
import type { Tracing } from './tracing.js';
import { type LogProblem, LogHealth } from './logHealth.js';
import { InstrumentedLog } from './instrumentedLog.js';

/** An error as another thread passes it on. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: unknown;
}

export class Observability {
  readonly metrics = new Metrics();
  readonly logHealth = new LogHealth((problem, error) => this.#logHealthChanged(problem, error));

  constructor(
    readonly logger: Logger = createLogger('silent'),
    readonly tracing?: Tracing,
  ) {}

  /** For {@link Parley}: counts what it reports and, with tracing on, traces it. */
  get observer(): Observer {
    const { observer } = this.metrics;
    const { tracing } = this;
    if (!tracing) return observer;
    return {
      ...observer,
      folded(ms, events) {
        observer.folded(ms, events);
        tracing.record('fold', { 'parley.events': events }, ms);
      },
    };
  }

  /** Wraps a log so that its failures count for {@link logHealth} and its calls are traced. */
  instrument(log: EventLog): EventLog {
    return new InstrumentedLog(log, this.logHealth, this.tracing);
  }

  /** Logs an error that is a fault of the server or of its log; others are the client's. */
  reportError(error: unknown, request?: string): void {
    if (!isUnexpected(error)) return;
    this.logger.error({ err: originalErrorOf(error), request }, 'internal error');
  }

  /** Logs a fault in a thread that answers queries. */
  reportFault({ name, message, stack, code }: Fault, request: string): void {
    const err = Object.assign(new Error(message), { name, stack, code });
    this.logger.error({ err, request }, 'internal error');
  }

  /** Stops measuring and exports the traces that are left. */
  async close(): Promise<void> {
    this.metrics.close();
    await this.tracing?.close();
  }

  #logHealthChanged(problem: LogProblem | undefined, error: unknown): void {
    if (problem) this.logger.error({ code: problem.code, err: error }, 'log unhealthy');
    else this.logger.info('log healthy again');
  }
}
