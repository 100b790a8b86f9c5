/** Events written by this page: they return over the subscription and are not news. */

const ids = new Set<string>();
let pending = 0;
let waiting: (() => void)[] = [];

/** Whether an event was written by this page. */
export const isOwnWrite = (id: string): boolean => ids.has(id);

/** Resolves when no write is pending: an event can arrive over the subscription before its response. */
export function writesSettled(): Promise<void> {
  return pending === 0
    ? Promise.resolve()
    : new Promise((resolve) => (waiting = [...waiting, resolve]));
}

/** Notes the events that a mutation writes. Returns the same result. */
export async function trackWrite<R extends { readonly data: unknown }>(
  result: Promise<R>,
): Promise<R> {
  pending += 1;
  try {
    const settled = await result;
    for (const id of writtenIds(settled.data)) ids.add(id);
    return settled;
  } finally {
    pending -= 1;
    if (pending === 0) {
      for (const resolve of waiting) resolve();
      waiting = [];
    }
  }
}

/** The ids under `events` of each payload of a mutation. */
function writtenIds(data: unknown): readonly string[] {
  const payloads = Object.values((data ?? {}) as Record<string, { events?: { id?: string }[] }>);
  return payloads.flatMap((payload) =>
    (payload.events ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])),
  );
}
