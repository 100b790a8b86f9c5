/** What this page wrote itself: it comes back over the line, and is nothing from elsewhere. */
import type { Exchange, OperationResult } from '@urql/core';
import { pipe, tap } from 'wonka';

const ids = new Set<string>();
const underWay = new Set<number>();
let quiet: (() => void)[] = [];

/** Whether an event was written from this page. */
export const isOwnWrite = (id: string): boolean => ids.has(id);

/** Resolves when no write is under way: what it wrote can come over the line before its answer. */
export function writesSettled(): Promise<void> {
  return underWay.size === 0
    ? Promise.resolve()
    : new Promise((resolve) => (quiet = [...quiet, resolve]));
}

/** Notes which events the mutations of a client write. */
export const notingOwnWrites: Exchange =
  ({ forward }) =>
  (operations) =>
    pipe(
      forward(
        pipe(
          operations,
          tap(({ kind, key }) => {
            if (kind === 'mutation') underWay.add(key);
            if (kind === 'teardown') settle(key);
          }),
        ),
      ),
      tap(({ operation: { kind, key }, data }) => {
        if (kind !== 'mutation') return;
        for (const id of written(data)) ids.add(id);
        settle(key);
      }),
    );

function settle(key: number): void {
  if (!underWay.delete(key) || underWay.size > 0) return;
  for (const resolve of quiet) resolve();
  quiet = [];
}

/** The ids under `events` of whatever a mutation returns. */
function written(data: OperationResult['data']): readonly string[] {
  const results = Object.values((data ?? {}) as Record<string, { events?: { id?: string }[] }>);
  return results.flatMap((result) =>
    (result.events ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])),
  );
}
