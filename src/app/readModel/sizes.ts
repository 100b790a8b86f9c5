/** Estimates of the memory that events take, for caches bounded by bytes. */
import type { AnyEvent } from '../../../events/catalogue.js';

/** Of an object or array, of each of its entries, and of a string besides its letters; V8, 64 bit. */
const OBJECT = 56;
const ENTRY = 16;
const STRING = 24;

/** Bytes that a value of JSON takes in memory, roughly. O(size). */
function bytesOfValue(value: unknown): number {
  if (typeof value === 'string') return STRING + value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = OBJECT;
  for (const entry of Object.values(value)) bytes += ENTRY + bytesOfValue(entry);
  return bytes;
}

/** Bytes that events take in memory, roughly: within half and twice. O(size). */
export const bytesOfEvents = (events: readonly AnyEvent[]): number =>
  events.reduce((sum, event) => sum + bytesOfValue(event), 0);

/** Of one fact of a knowledge view, with what is derived from it. */
const FACT = 700;

/** Bytes that a knowledge view of so many topic entries takes, what is derived from it included; roughly. */
export const bytesOfView = (entries: number): number => 2_000 + FACT * entries;

/** What a cache holds. */
export interface CacheUse {
  /** Estimated. */
  readonly bytes: number;
  /** Entries dropped to stay within the bound, since the start. */
  readonly evictions: number;
}
