/** A log whose calls are watched: what fails, what works again, and how long each takes. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type {
  Append,
  Appended,
  Checkpoint,
  EventLog,
  Head,
  Listening,
  Selection,
  StoredRecord,
  StreamInfo,
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

  append(append: Append): Promise<Appended> {
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

  about(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    return this.#reading('about', () => this.log.about(ids));
  }

  positionAt(recorded: number): Promise<number> {
    return this.#reading('positionAt', () => this.log.positionAt(recorded));
  }

  /** A promise that was made before is not written again: that it holds proves reading only. */
  pin(instant: number): Promise<boolean> {
    return this.#span('log pin', {}, async () => {
      try {
        const promised = await this.log.pin(instant);
        this.logHealth.read();
        return promised;
      } catch (error) {
        this.logHealth.failed('writing', error);
        throw error;
      }
    });
  }

  listen(wake: () => void): Promise<Listening> {
    return this.log.listen(wake);
  }

  checkpoint(stream: string): Promise<Checkpoint | undefined> {
    return this.#reading('checkpoint', () => this.log.checkpoint(stream));
  }

  keepCheckpoint(checkpoint: Checkpoint): Promise<void> {
    return this.log.keepCheckpoint(checkpoint);
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
