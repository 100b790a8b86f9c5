/** Group commit: concurrent appends share one transaction and one fsync. */
import type { Append, AppendResult } from './eventLog.js';

/** Outcome of one append of a group; delivered when the group is on disk. */
export type Outcome = { readonly appended: AppendResult } | { readonly refused: unknown };

type Outcomes = readonly Outcome[];

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: AppendResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** Bounds the size of a group commit, and with it latency. */
const EVENTS_PER_GROUP = 2_000;

/**
 * Commits appends in the order requested, one group after the other. `commit` makes a whole group
 * durable and returns an outcome for each append; when it throws, each append is rejected.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly commit: (group: readonly Append[]) => Outcomes | Promise<Outcomes>,
  ) {}

  append(append: Append): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      this.schedule();
    });
  }

  /** Commits every waiting append. */
  async flush(): Promise<void> {
    while (this.running || this.waiting.length > 0) {
      if (!this.running) this.next();
      await this.running;
    }
  }

  private schedule(): void {
    if (this.scheduled || this.running || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.next();
    });
  }

  private next(): void {
    if (this.running || this.waiting.length === 0) return;
    const group = this.waiting.splice(0, this.groupSize());
    let outcomes: Outcomes | Promise<Outcomes>;
    try {
      outcomes = this.commit(group.map(({ append }) => append));
    } catch (error) {
      refuse(group, error);
      this.schedule();
      return;
    }
    if (!(outcomes instanceof Promise)) {
      settle(group, outcomes);
      this.schedule();
      return;
    }
    this.running = outcomes
      .then(
        (settled) => settle(group, settled),
        (error: unknown) => refuse(group, error),
      )
      .then(() => {
        this.running = undefined;
        this.schedule();
      });
  }

  private groupSize(): number {
    let events = 0;
    const end = this.waiting.findIndex(({ append }, index) => {
      events += append.events.length;
      return index > 0 && events > EVENTS_PER_GROUP;
    });
    return end === -1 ? this.waiting.length : end;
  }
}

function refuse(group: readonly Waiting[], error: unknown): void {
  for (const { reject } of group) reject(error);
}

function settle(group: readonly Waiting[], outcomes: Outcomes): void {
  group.forEach(({ resolve, reject }, index) => {
    const outcome = outcomes[index];
    if (outcome && 'appended' in outcome) resolve(outcome.appended);
    else reject(outcome?.refused);
  });
}
