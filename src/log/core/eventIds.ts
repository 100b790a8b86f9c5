/** Generates ids for events appended without one. */
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Random bytes for 256 ids: one system call each is slow. */
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

/** A UUIDv7 of the recorded instant in epoch milliseconds, so ids sort as positions do. */
export const newId = (recorded: number): string => v7({ msecs: recorded, rng });
