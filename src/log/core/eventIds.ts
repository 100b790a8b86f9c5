/** Ids for events that came without one. */
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Asking the system for randomness is dear, so it is asked for many ids at once. */
const pool = new Uint8Array(BYTES * 256);
let next = pool.length;

function rng(): Uint8Array {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  next += BYTES;
  return pool.subarray(next - BYTES, next);
}

/** A UUIDv7 of the instant an event is recorded, in epoch milliseconds: ids sort as positions do. */
export const newId = (recorded: number): string => v7({ msecs: recorded, rng });
