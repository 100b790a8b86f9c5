/** Concurrent appends waiting together, so that one fsync can acknowledge many. */
import type { Append, Appended } from './eventLog.js';

/** What became of one append of a group; kept back until the group is on disk. */
export type Outcome = { readonly appended: Appended } | { readonly refused: unknown };

type Outcomes = readonly Outcome[];

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

/** A group closes at so many events, so that nobody waits behind an endless one. */
const EVENTS_PER_GROUP = 2_000;

/**
 * Appends in the order they were asked for, one group after the other. `commit` makes a whole
 * group durable and tells what became of each, or throws: then each append of it is rejected.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly commit: (group: readonly Append[]) => Outcomes | Promise<Outcomes>,
  ) {}

  append(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      this.schedule();
    });
  }

  /** Commits everything that waits. */
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
        (known) => settle(group, known),
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
