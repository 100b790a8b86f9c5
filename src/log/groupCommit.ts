/** Concurrent appends waiting together, so that one fsync can acknowledge many. */
import type { Append, Appended } from './eventLog.js';

/** What became of one append of a group; kept back until the group is on disk. */
export type Outcome = { readonly appended: Appended } | { readonly refused: unknown };

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

/** A group closes at so many events, so that nobody waits behind an endless one. */
const EVENTS_PER_GROUP = 2_000;

/**
 * Appends in the order they were asked for. `commit` makes a whole group durable and tells what
 * became of each, or throws: then nothing of the group was recorded and each append is rejected.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(private readonly commit: (group: readonly Append[]) => readonly Outcome[]) {}

  append(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      this.schedule();
    });
  }

  /** Commits everything that waits. */
  flush(): void {
    while (this.waiting.length > 0) this.commitOne(this.waiting.splice(0, this.groupSize()));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.commitOne(this.waiting.splice(0, this.groupSize()));
      if (this.waiting.length > 0) this.schedule();
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

  private commitOne(group: readonly Waiting[]): void {
    if (group.length === 0) return;
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.commit(group.map(({ append }) => append));
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome && 'appended' in outcome) resolve(outcome.appended);
      else reject(outcome?.refused);
    });
  }
}
