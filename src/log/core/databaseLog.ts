/** Base of the logs in a database: reads through an engine's queries, appends by group commit. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { LogUnavailable } from './errors.js';
import type { Append, AppendResult, Selection, StoredRecord, StreamInfo } from './eventLog.js';
import { GroupCommit, type Outcome } from './groupCommit.js';
import { AppendNotifier } from './appendNotifier.js';
import { PAGE_SIZE, type PageRequest, paginate } from './paging.js';

type MaybePromise<Result> = Result | Promise<Result>;

/** An engine's queries. */
interface Reads {
  page(selection: Selection, request: PageRequest): MaybePromise<readonly AnyEvent[]>;
  records(request: PageRequest): MaybePromise<readonly StoredRecord[]>;
  byId(ids: readonly string[]): MaybePromise<readonly (AnyEvent | undefined)[]>;
  streams(prefix: string): MaybePromise<readonly StreamInfo[]>;
  byTarget(ids: readonly string[]): MaybePromise<readonly AnyEvent[]>;
  positionAt(recorded: number): MaybePromise<number>;
}

export abstract class DatabaseLog {
  protected readonly notifier = new AppendNotifier();
  protected readonly group = new GroupCommit((appends) => this.commit(appends));
  protected abstract readonly reads: Reads;
  protected abstract readonly isOpen: boolean;

  protected constructor(
    /** Without passwords. */
    readonly url: string,
    /** Names the log in errors. */
    private readonly name: string,
    protected readonly readonly: boolean,
  ) {}

  protected abstract commit(appends: readonly Append[]): MaybePromise<readonly Outcome[]>;

  /** Runs `work`, turning the engine's errors into `LogUnavailable`. */
  protected abstract translateErrors<Result>(
    work: () => MaybePromise<Result>,
  ): MaybePromise<Result>;

  protected checkOpen(): void {
    if (!this.isOpen) throw new LogUnavailable(`The log ${this.name} was closed. Open it again.`);
  }

  protected query<Result>(work: () => MaybePromise<Result>): MaybePromise<Result> {
    this.checkOpen();
    return this.translateErrors(work);
  }

  async append(append: Append): Promise<AppendResult> {
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
    yield* paginate(selection, pageSize, (request) =>
      this.query(() => this.reads.page(selection, request)),
    );
  }

  async *records(after = 0, pageSize = PAGE_SIZE): AsyncGenerator<readonly StoredRecord[]> {
    yield* paginate({ after }, pageSize, (request) =>
      this.query(() => this.reads.records(request)),
    );
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.query(() => this.reads.byId(ids));
  }

  async streams(prefix = ''): Promise<readonly StreamInfo[]> {
    return this.query(() => this.reads.streams(prefix));
  }

  async byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    return this.query(() => this.reads.byTarget(ids));
  }

  async positionAt(recorded: number): Promise<number> {
    return this.query(() => this.reads.positionAt(recorded));
  }
}
