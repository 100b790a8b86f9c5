/** Runs reads of the state of things, each on one fixed basis. */
import type { EventChecker } from '../commands/checkEvents.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import type { AsOf } from './asOf.js';
import { ReadBasis } from './readBasis.js';
import { type Assumptions, hasAssumptions, prepareWhatIf } from './whatIf.js';

export class ViewReader {
  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
    readonly checker: EventChecker,
    readonly now: () => number,
  ) {}

  /**
   * Runs a read, again on a new basis where an append outdated the first. Throws `BadTimePoint`, and
   * `EventsRefused` when what is assumed could not be appended.
   */
  async read<Result>(
    asOf: AsOf,
    assumptions: Assumptions,
    run: (basis: ReadBasis) => Promise<Result>,
  ): Promise<Result> {
    const whatIf = await prepareWhatIf(this.checker, this.now(), assumptions);
    for (;;) {
      const head = await this.log.head();
      const basis = new ReadBasis(this.log, this.streamStates, head, asOf, this.now(), whatIf);
      const result = await run(basis);
      if (!basis.outdated) return result;
    }
  }

  /** The same for one subject; the result carries what it assumes. */
  async readOne<Result extends object | undefined>(
    asOf: AsOf,
    assumptions: Assumptions,
    run: (basis: ReadBasis) => Promise<Result>,
  ): Promise<Result> {
    const result = await this.read(asOf, assumptions, run);
    return result && hasAssumptions(assumptions) ? { ...result, assumptions } : result;
  }
}
