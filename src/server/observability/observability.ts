/** What whoever runs the server sees of it: its journal, its metrics, its traces, its troubles. */
import type { Observer } from '../../app/parley.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { journal, type Logger } from './logging.js';
import { isUnexpected, originOf } from '../graphql/maskErrors.js';
import { Metrics } from './metrics.js';
import type { Tracing } from './tracing.js';
import { type Trouble, Troubles } from './logHealth.js';
import { WatchedLog } from './instrumentedLog.js';

export class Operations {
  readonly metrics = new Metrics();
  readonly troubles = new Troubles((trouble, error) => this.#tell(trouble, error));

  constructor(
    readonly logger: Logger = journal('silent'),
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
  watching(log: EventLog): EventLog {
    return new WatchedLog(log, this.troubles, this.tracing);
  }

  /** An error that is a fault of the server, or of what it rests on. */
  note(error: unknown, request?: string): void {
    if (!isUnexpected(error)) return;
    this.logger.error({ err: originOf(error), request }, 'something went wrong');
  }

  /** Sends what is still to be sent. */
  async close(): Promise<void> {
    this.metrics.close();
    await this.tracing?.close();
  }

  #tell(trouble: Trouble | undefined, error: unknown): void {
    if (trouble) this.logger.error({ code: trouble.code, err: error }, 'the log is in trouble');
    else this.logger.info('the log is well again');
  }
}
