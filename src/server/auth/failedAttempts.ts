/** Failed attempts to authenticate: journaled, and bounded for each address. */
import { LRUCache } from 'lru-cache';
import { HttpError } from '../http/httpError.js';

const WINDOW_MS = 60_000;
/** Failed attempts of one address within a window. */
const MAX_ATTEMPTS = 10;
/** Addresses remembered: those that failed last. */
const MAX_ADDRESSES = 10_000;

/** What is written down of a failed attempt; never what was sent. */
export interface FailedAttempt {
  readonly reason: 'UNKNOWN_TOKEN' | 'TOKEN_EXPIRED' | 'BAD_JWT';
  readonly address: string;
  readonly request?: string | undefined;
  /** Of a token that was known. */
  readonly name?: string | undefined;
  /** Whether further attempts of this address are refused for a minute, and not written down. */
  readonly refusesFurther: boolean;
}

export class FailedAttempts {
  readonly #counts = new LRUCache<string, number>({ max: MAX_ADDRESSES, ttl: WINDOW_MS });

  constructor(readonly journal: (attempt: FailedAttempt) => void) {}

  /** Throws a 429 where an address has failed too often within the last minute. */
  check(address: string): void {
    if ((this.#counts.get(address) ?? 0) < MAX_ATTEMPTS) return;
    throw new HttpError(
      429,
      'TOO_MANY_ATTEMPTS',
      `${MAX_ATTEMPTS} attempts with unknown tokens came from this address within a minute. Try again in a minute, with a token that this server knows, or read without one.`,
      { 'Retry-After': String(WINDOW_MS / 1000) },
    );
  }

  add(attempt: Omit<FailedAttempt, 'refusesFurther'>): void {
    const { address } = attempt;
    const count = (this.#counts.get(address) ?? 0) + 1;
    // The window begins with its first attempt.
    this.#counts.set(address, count, count > 1 ? { noUpdateTTL: true } : {});
    this.journal({ ...attempt, refusesFurther: count >= MAX_ATTEMPTS });
  }
}
