/** Bugs of the kind that reviews miss, each one change of one place in the code. */

export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  /** Occurs once in the file. */
  readonly from: string;
  readonly to: string;
}

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'records at or before the closed timestamp',
    file: 'src/log/core/planAppend.ts',
    from: 'Math.max(Math.floor(this.now), last + 1, closed + 1)',
    to: 'Math.max(Math.floor(this.now), last + 1)',
  },
  {
    name: 'follows the clock when it steps back',
    file: 'src/log/core/planAppend.ts',
    from: 'Math.max(Math.floor(this.now), last + 1, closed + 1)',
    to: 'Math.max(Math.floor(this.now), closed + 1)',
  },
  {
    name: 'ignores what was recorded since a decision',
    file: 'src/log/core/planAppend.ts',
    from: 'store.isViolated(condition)',
    to: 'store.isViolated({ ...condition, position: store.head.position })',
  },
  {
    name: 'records a repeated append again',
    file: 'src/log/core/planAppend.ts',
    from: 'key === undefined ? undefined : store.idempotencyRecord(key)',
    to: 'key === undefined || !append.dryRun ? undefined : store.idempotencyRecord(key)',
  },
  {
    name: 'accepts a revision that was passed already',
    file: 'src/log/core/planAppend.ts',
    from: 'if (actual !== revision)',
    to: 'if (actual < revision)',
  },
  {
    name: 'answers every append of a group with the outcome of the first',
    file: 'src/log/core/groupCommit.ts',
    from: 'const outcome = outcomes[index];',
    to: 'const outcome = outcomes[0];',
  },
  {
    name: 'ends a read after a full page',
    file: 'src/log/core/paging.ts',
    from: 'if (items.length < count) return;',
    to: 'if (items.length <= count) return;',
  },
  {
    name: 'lets a slow consumer go on behind the buffer',
    file: 'src/log/core/logTail.ts',
    from: 'if (waiting > this.#buffer.length) throw',
    to: 'if (waiting > this.#buffer.length + 2) throw',
  },
  {
    name: 'does not poll the log for notifications that were lost',
    file: 'src/log/core/logTail.ts',
    from: 'void this.#reading?.finally(() => this.#schedule(listening));',
    to: '',
  },
  {
    name: 'misses the last event of a backlog',
    file: 'src/app/subscriptions/eventSubscription.ts',
    from: 'before: end + 1 }',
    to: 'before: end }',
  },
  {
    name: 'names the streams that changed out of order',
    file: 'src/log/core/streamIndex/streamIndex.ts',
    from: 'heads.delete(stream);',
    to: '',
  },
  {
    name: 'takes a stream to be current because another reader is',
    file: 'src/app/readModel/streamStateCache.ts',
    from: 'if (cached.upTo >= upTo) return cached.state;',
    to: 'if (cached.upTo > 0) return cached.state;',
  },
  {
    name: 'answers with what was read before the timestamp was closed',
    file: 'src/app/queries/readBasis.ts',
    from: 'if (pinned && last > head.position)',
    to: 'if (pinned && last > head.position + 1_000)',
  },
  {
    name: 'pins an answer though the timestamp could not be closed',
    file: 'src/app/queries/readBasis.ts',
    from: 'if (error instanceof LogNotWritable) return false;',
    to: 'if (error instanceof LogNotWritable) return true;',
  },
  {
    name: 'refuses an append whose repetition cannot be looked up',
    file: 'src/app/commands/appendEvents.ts',
    from: 'if (error instanceof LogUnavailable) throw error;',
    to: '',
  },
  {
    name: 'acknowledges what the disk does not have yet',
    file: 'tests/simulator/system/database.ts',
    from: 'this.#disk.sync();',
    to: '',
  },
  {
    name: 'acknowledges what the standby does not have yet',
    file: 'tests/simulator/system/database.ts',
    from: 'this.#standby.write(lines);',
    to: 'scheduler.after(50, () => this.#standby.write(lines));',
  },
  {
    name: 'reads an entry that was not written whole',
    file: 'tests/simulator/system/database.ts',
    from: "!line.endsWith('\\n') || sha256(line.slice(65, -1)) !== line.slice(0, 64)",
    to: "!line.endsWith('\\n')",
  },
  {
    name: 'shows what is not on the standby yet',
    file: 'tests/simulator/system/database.ts',
    from: 'this.#disk.write(lines);',
    to: 'this.#disk.write(lines); for (const entry of entries) apply(this.store, entry); entries = [];',
  },
];
