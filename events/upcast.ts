/**
 * Upcasts: convert old stored shapes to current ones where the log is read.
 *
 * A stored shape is never changed. When a type's data must change, its definition takes the new
 * shape, the events written before get an entry here, and a golden sample of the old shape stays
 * in `events/golden/`. An upcast must recognise the old shape by itself, be pure, and leave
 * current shapes alone.
 */

/** What is stored of an event that an upcast may look at and change. */
export interface Stored {
  readonly type: string;
  readonly data: unknown;
}

export type Upcast = (event: Stored) => Stored;

/** By the type as stored; applied in order. */
export const upcasts: Readonly<Record<string, readonly Upcast[]>> = {};

/** The current shape of a stored event. O(upcasts of its type). */
export function upcast<Event extends Stored>(event: Event, table = upcasts): Event {
  const steps = Object.hasOwn(table, event.type) ? table[event.type] : undefined;
  if (!steps) return event;
  let { type, data }: Stored = event;
  for (const step of steps) ({ type, data } = step({ type, data }));
  return { ...event, type, data };
}
