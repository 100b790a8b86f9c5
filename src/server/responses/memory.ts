/** How the memory that a server may take for caches is divided. */

import type { CacheUse } from '../../app/parley.js';

export const DEFAULT_MEMORY_MB = 256;

/** The parts of the whole, in bytes. */
export interface MemoryParts {
  /** Answers that can never change, as they are sent. */
  readonly responses: number;
  /** Answers kept until an append touches what they used. */
  readonly answers: number;
  /** Prepared documents, in the thread that talks to clients. */
  readonly documents: number;
  /** Folded streams and views of them, in each thread that reads the log. */
  readonly states: number;
  /** Parsed documents, in each thread that answers queries. */
  readonly parsed: number;
}

const PARTS = { responses: 1 / 8, answers: 1 / 8, documents: 1 / 32, parsed: 1 / 32 } as const;
const STATES = 1 - Object.values(PARTS).reduce((sum, part) => sum + part, 0);

/** The parts where so many threads answer queries, besides the one that talks to clients. */
export const memoryParts = (bytes = DEFAULT_MEMORY_MB * 2 ** 20, threads = 0): MemoryParts => ({
  responses: Math.floor(bytes * PARTS.responses),
  answers: Math.floor(bytes * PARTS.answers),
  documents: Math.floor(bytes * PARTS.documents),
  parsed: Math.floor((bytes * PARTS.parsed) / Math.max(threads, 1)),
  states: Math.floor((bytes * STATES) / (threads + 1)),
});

export const UNUSED: CacheUse = { bytes: 0, evictions: 0 };

const sumOf = (uses: readonly CacheUse[]): CacheUse => ({
  bytes: uses.reduce((sum, { bytes }) => sum + bytes, 0),
  evictions: uses.reduce((sum, { evictions }) => sum + evictions, 0),
});

/** What caches hold by name: those of each thread that reads the log together, and others. */
export const cachesOf = <Others extends object>(
  readers: readonly Readonly<Record<'states' | 'views', CacheUse>>[],
  others: Others,
) => ({
  states: sumOf(readers.map(({ states }) => states)),
  views: sumOf(readers.map(({ views }) => views)),
  ...others,
});
