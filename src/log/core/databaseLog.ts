/** What logs in a database have in common: reads by way of their tables, and appends in groups. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { LogUnavailable } from './errors.js';
import type { Append, Appended, Selection, StoredRecord, StreamInfo } from './eventLog.js';
import { GroupCommit, type Outcome } from './groupCommit.js';
import { Hints } from './appendNotifier.js';
import { PAGE_SIZE, type PageRequest, pages } from './paging.js';

type Soon<Result> = Result | Promise<Result>;

/** The questions that an engine's tables answer. */
interface Reads {
  page(selection: Selection, request: PageRequest): Soon<readonly AnyEvent[]>;
  records(request: PageRequest): Soon<readonly StoredRecord[]>;
  byId(ids: readonly string[]): Soon<readonly (AnyEvent | undefined)[]>;
  streams(prefix: string): Soon<readonly StreamInfo[]>;
  about(ids: readonly string[]): Soon<readonly AnyEvent[]>;
  positionAt(recorded: number): Soon<number>;
}

export abstract class DatabaseLog {
  protected readonly hints = new Hints();
  protected readonly group = new GroupCommit((appends) => this.commit(appends));
  protected abstract readonly reads: Reads;
  protected abstract readonly isOpen: boolean;

  protected constructor(
    /** Without passwords, so that it may be shown. */
    readonly url: string,
    /** What errors call it. */
    private readonly name: string,
    protected readonly readonly: boolean,
  ) {}

  protected abstract commit(appends: readonly Append[]): Soon<readonly Outcome[]>;

  /** Does this with the database. Rejects with `LogUnavailable` where it cannot be done. */
  protected abstract trying<Result>(work: () => Soon<Result>): Soon<Result>;

  protected checkOpen(): void {
    if (!this.isOpen) throw new LogUnavailable(`The log ${this.name} was closed. Open it again.`);
  }

  protected asking<Result>(work: () => Soon<Result>): Soon<Result> {
    this.checkOpen();
    return this.trying(work);
  }

  async append(append: Append): Promise<Appended> {
    this.checkOpen();
    if (this.readonly && !append.dryRun)
      throw new LogUnavailable(
        `The log ${this.name} was opened read-only. Open it for writing to append.`,
      );
    return this.group.append(append);
  }

  async *read(
    selection: Selection = {},
    pageSize = PAGE_SIZE,
  ): AsyncGenerator<readonly AnyEvent[]> {
    yield* pages(selection, pageSize, (request) =>
      this.asking(() => this.reads.page(selection, request)),
    );
  }

  async *records(after = 0): AsyncGenerator<readonly StoredRecord[]> {
    yield* pages({ after }, PAGE_SIZE, (request) => this.asking(() => this.reads.records(request)));
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.asking(() => this.reads.byId(ids));
  }

  async streams(prefix = ''): Promise<readonly StreamInfo[]> {
    return this.asking(() => this.reads.streams(prefix));
  }

  async about(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    return this.asking(() => this.reads.about(ids));
  }

  async positionAt(recorded: number): Promise<number> {
    return this.asking(() => this.reads.positionAt(recorded));
  }
}
