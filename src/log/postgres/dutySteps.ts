/** Duty steps in the log's schema. */
import type { DutyStepRow, DutySteps, DutyStepStore } from '../core/stores/dutyStepStore.js';
import { LogUnavailable } from '../core/errors.js';
import type { PostgresConnections } from './connections.js';

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A step beside the position it follows from; a row without `imposedBy` where there is no step. */
interface Row extends DutyStepRow {
  readonly position: number | string;
  readonly hash: string;
}

export class PostgresDutySteps implements DutyStepStore {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly schema: string,
    /** Runs a query with the engine's errors translated. */
    private readonly run: <Result>(work: () => Promise<Result>) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async replace({ position, hash, rows }: DutySteps): Promise<void> {
    if (this.readonly)
      throw new LogUnavailable(
        'The log was opened read-only. Open it for writing to compute duty steps.',
      );
    const steps = rows.map((row) => [
      row.imposedBy,
      row.onGoodsOf,
      row.startsAt,
      row.endsAt,
      row.percentagePoints,
      row.expression,
      row.measures,
      row.events,
    ]);
    await this.run(() =>
      this.connections.query(`SELECT ${this.schema}.replace_duty_steps($1, $2, $3)`, [
        position,
        hash,
        JSON.stringify(steps),
      ]),
    );
  }

  async read(): Promise<DutySteps | undefined> {
    // One statement reads one state.
    const rows = await this.run(() =>
      this.connections.query<Row>(
        `SELECT l.position, l.hash, imposed_by AS "imposedBy", on_goods_of AS "onGoodsOf",
           ${instant('starts_at')} AS "startsAt", ${instant('ends_at')} AS "endsAt",
           percentage_points AS "percentagePoints", expression, measures, events
         FROM ${this.schema}.duty_steps_log l LEFT JOIN ${this.schema}.duty_steps s ON true
         ORDER BY number`,
      ),
    );
    const [first] = rows;
    if (!first) return undefined;
    return {
      position: Number(first.position),
      hash: first.hash,
      rows: rows
        .filter(({ imposedBy }) => (imposedBy as string | null) !== null)
        .map(({ position: _, hash: __, ...row }) => row),
    };
  }
}
