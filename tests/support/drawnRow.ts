/** Choices drawn from a row of numbers: days, dates of every form, periods, sources. */
import type { Source } from '../../events/envelope.js';

export const DAYS = [
  '2025-02-28',
  '2025-03-08',
  '2025-03-09',
  '2025-03-31',
  '2025-04-01',
  '2025-04-20',
  '2025-05-01',
  '2025-06-30',
  '2025-08-01',
  '2025-11-02',
  '2025-12-31',
] as const;

/** Makes choices from one row of numbers, one number each; after the last number, zeros follow. */
export class Row {
  private next = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(count: number): number {
    const number = this.numbers[this.next] ?? 0;
    this.next += 1;
    return number % count;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  maybe<Value extends object>(make: () => Value): Partial<Value> {
    return this.below(3) === 0 ? make() : {};
  }
}

export function occurred(row: Row): string {
  const first = row.below(DAYS.length);
  const day = DAYS[first]!;
  const last = DAYS[Math.min(DAYS.length - 1, first + 1 + row.below(3))]!;
  const forms = [day, day, day, day, `${day}/${last}`, day.slice(0, 7), `../${day}`, `${day}/`];
  return row.pick([...forms, `${day}~`, `${day}T03:59:59Z`, `${day}T12:00:00+05:30`, '2025']);
}

export const instantOf = (row: Row, day: string): string =>
  row.pick([day, day, `${day}T00:01:00-04:00`, `${day}T04:00:00Z`]);

/** An `effectiveFrom`, with an `until` at times. */
export function from(row: Row, always = false): { effectiveFrom: string; until?: string } {
  const first = row.below(DAYS.length - 1);
  const effectiveFrom = instantOf(row, DAYS[first]!);
  if (!always && row.below(2) === 0) return { effectiveFrom };
  const rest = DAYS.slice(first + 1);
  return { effectiveFrom, until: instantOf(row, row.pick(rest)) };
}

export const sources = (row: Row): readonly Source[] => {
  const one = (): Source => ({
    kind: row.pick(['PRESS', 'OFFICIAL', 'INSTRUMENT', 'DATASET'] as const),
    ...(row.below(3) > 0 && { published: row.pick([...DAYS, '2025-04', '2025-04-01T10:00:00Z']) }),
  });
  return row.below(4) === 0 ? [one(), one()] : [one()];
};
