/**
 * `next`, with every part that is equal to the same part of `known` replaced by that very object:
 * what did not change need not be drawn again, and many snapshots share their memory.
 */
export function share<T>(known: unknown, next: T): T {
  if (known === next || !isPlain(known) || !isPlain(next)) return next;
  if (Array.isArray(known) !== Array.isArray(next)) return next;
  const before = known as Record<string, unknown>;
  const after = next as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const part = share(before[key], after[key]);
    after[key] = part;
    same &&= part === before[key] && key in before;
  }
  return same ? (known as T) : next;
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null;
