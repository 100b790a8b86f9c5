/** Duty steps in the log's file. */
import type Database from 'better-sqlite3';
import type { DutyStepRow, DutySteps, DutyStepStore } from '../core/stores/dutyStepStore.js';
import { LogUnavailable } from '../core/errors.js';

type Row = DutyStepRow;

export class SqliteDutySteps implements DutyStepStore {
  constructor(
    private readonly db: Database.Database,
    /** Runs a query with the engine's errors translated. */
    private readonly query: <Result>(work: () => Result) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async replace({ position, hash, rows }: DutySteps): Promise<void> {
    if (this.readonly)
      throw new LogUnavailable(
        'The log was opened read-only. Open it for writing to compute duty steps.',
      );
    await this.query(() => {
      const insert = this.db.prepare<[DutyStepRow & { readonly number: number }]>(
        `INSERT INTO duty_steps VALUES (@number, @imposedBy, @onGoodsOf, @startsAt, @endsAt,
           @percentagePoints, @expression, @measures, @events)`,
      );
      const replace = this.db.transaction(() => {
        this.db.prepare('DELETE FROM duty_steps').run();
        rows.forEach((row, index) => insert.run({ ...row, number: index + 1 }));
        this.db
          .prepare('INSERT OR REPLACE INTO duty_steps_log VALUES (1, @position, @hash)')
          .run({ position, hash });
      });
      replace.immediate();
    });
  }

  async read(): Promise<DutySteps | undefined> {
    return this.query(() => {
      if (!this.#exists()) return undefined;
      const read = this.db.transaction(() => {
        const log = this.db
          .prepare<[], Pick<DutySteps, 'position' | 'hash'>>(
            'SELECT position, hash FROM duty_steps_log',
          )
          .get();
        return log && { ...log, rows: this.#rows() };
      });
      return read.deferred();
    });
  }

  #rows(): readonly Row[] {
    return this.db
      .prepare<[], Row>(
        `SELECT imposed_by AS imposedBy, on_goods_of AS onGoodsOf, starts_at AS startsAt,
           ends_at AS endsAt, percentage_points AS percentagePoints, expression, measures, events
         FROM duty_steps ORDER BY number`,
      )
      .all();
  }

  /** False in an older file that is opened read-only. */
  #exists(): boolean {
    return (
      this.db
        .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'duty_steps'")
        .pluck()
        .get() !== 0
    );
  }
}
