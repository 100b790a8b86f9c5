/** A log whose calls are watched: what fails, what works again, and how long each takes. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type {
  Append,
  AppendResult,
  EventLog,
  Head,
  AppendListener,
  Selection,
  StoredRecord,
  StreamInfo,
  StreamSnapshot,
} from '../../log/core/eventLog.js';
import type { Tracing } from './tracing.js';
import type { LogHealth } from './logHealth.js';

export class InstrumentedLog implements EventLog {
  constructor(
    readonly log: EventLog,
    readonly logHealth: LogHealth,
    readonly tracing: Tracing | undefined,
  ) {}

  get url(): string {
    return this.log.url;
  }

  head(): Promise<Head> {
    return this.#reading('head', () => this.log.head());
  }

  append(append: Append): Promise<AppendResult> {
    const events = append.events.length;
    return this.#span('log append', { 'parley.events': events }, () =>
      // A dry run writes nothing, so it proves nothing.
      append.dryRun
        ? this.#noting('reading', () => this.log.append(append))
        : this.#noting('writing', () => this.log.append(append)),
    );
  }

  async *read(
    selection: Selection = {},
    pageSize?: number,
  ): AsyncGenerator<readonly AnyEvent[], void, undefined> {
    const pages = this.log.read(selection, pageSize)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const page = await this.#reading('page', () => pages.next());
        if (page.done) return;
        yield page.value;
      }
    } finally {
      await pages.return?.();
    }
  }

  byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.#reading('byId', () => this.log.byId(ids));
  }

  streams(prefix?: string): Promise<readonly StreamInfo[]> {
    return this.#reading('streams', () => this.log.streams(prefix));
  }

  byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    return this.#reading('byTarget', () => this.log.byTarget(ids));
  }

  positionAt(recorded: number): Promise<number> {
    return this.#reading('positionAt', () => this.log.positionAt(recorded));
  }

  /** A timestamp that is closed already is not written again, so success proves reading only. */
  closeTimestamp(instant: number): Promise<boolean> {
    return this.#span('log closeTimestamp', {}, async () => {
      try {
        const closed = await this.log.closeTimestamp(instant);
        this.logHealth.read();
        return closed;
      } catch (error) {
        this.logHealth.failed('writing', error);
        throw error;
      }
    });
  }

  listen(wake: () => void): Promise<AppendListener> {
    return this.log.listen(wake);
  }

  snapshot(stream: string): Promise<StreamSnapshot | undefined> {
    return this.#reading('snapshot', () => this.log.snapshot(stream));
  }

  saveSnapshot(snapshot: StreamSnapshot): Promise<void> {
    return this.log.saveSnapshot(snapshot);
  }

  records(after?: number): AsyncIterable<readonly StoredRecord[]> {
    return this.log.records(after);
  }

  close(): Promise<void> {
    return this.log.close();
  }

  #reading<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    return this.#span(`log ${what}`, {}, () => this.#noting('reading', work));
  }

  #span<Result>(
    name: string,
    attributes: Readonly<Record<string, number>>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return this.tracing ? this.tracing.span(name, attributes, work) : work();
  }

  async #noting<Result>(
    doing: 'reading' | 'writing',
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await work();
      if (doing === 'writing') this.logHealth.wrote();
      else this.logHealth.read();
      return result;
    } catch (error) {
      this.logHealth.failed(doing, error);
      throw error;
    }
  }
}
