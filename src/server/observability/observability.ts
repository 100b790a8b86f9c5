/** What whoever runs the server sees of it: its journal, its metrics, its traces and the health of its log. */
import type { Observer } from '../../app/parley.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { createLogger, type Logger } from './logging.js';
import { isUnexpected, originalErrorOf } from '../graphql/maskErrors.js';
import { Metrics } from './metrics.js';
import type { Tracing } from './tracing.js';
import { type LogProblem, LogHealth } from './logHealth.js';
import { InstrumentedLog } from './instrumentedLog.js';

export class Observability {
  readonly metrics = new Metrics();
  readonly logHealth = new LogHealth((trouble, error) => this.#tell(trouble, error));

  constructor(
    readonly logger: Logger = createLogger('silent'),
    readonly tracing?: Tracing,
  ) {}

  /** For the door: what it tells is counted and, where there are traces, traced. */
  get observer(): Observer {
    const { observer } = this.metrics;
    const { tracing } = this;
    if (!tracing) return observer;
    return {
      ...observer,
      folded(ms, events) {
        observer.folded(ms, events);
        tracing.past('fold', { 'parley.events': events }, ms);
      },
    };
  }

  /** The log, with an eye on what fails in it. */
  instrument(log: EventLog): EventLog {
    return new InstrumentedLog(log, this.logHealth, this.tracing);
  }

  /** An error that is a fault of the server, or of what it rests on. */
  note(error: unknown, request?: string): void {
    if (!isUnexpected(error)) return;
    this.logger.error({ err: originalErrorOf(error), request }, 'something went wrong');
  }

  /** Sends what is still to be sent. */
  async close(): Promise<void> {
    this.metrics.close();
    await this.tracing?.close();
  }

  #tell(trouble: LogProblem | undefined, error: unknown): void {
    if (trouble) this.logger.error({ code: trouble.code, err: error }, 'the log is in trouble');
    else this.logger.info('the log is well again');
  }
}
