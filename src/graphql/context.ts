/** What a request brings to the resolvers: the door, who asks, and whom to tell what was looked at. */
import type { View } from '../app/queries/asOf.js';
import type { Parley } from '../app/parley.js';

/** Who asks, as far as the server knows. */
export interface Principal {
  /** Stamped on what they append. */
  readonly name?: string;
  readonly mayWrite: boolean;
}

/**
 * Hears what an answer rests on. An answer may be kept for ever when at least one view was
 * reported, all of them are `immutable`, and `live` was never called.
 */
export interface CacheObserver {
  /** Part of the answer is what stood in this view. */
  usesView(view: View): void;
  /** Part of the answer depends on what the log holds at present. */
  usesCurrentLog(): void;
}

/** Make a fresh one for every request: limits and batches are counted per context. */
export interface Context {
  readonly parley: Parley;
  readonly principal: Principal;
  readonly cache: CacheObserver;
}

const noCacheObserver: CacheObserver = {
  usesView: () => undefined,
  usesCurrentLog: () => undefined,
};

/** A context for a caller inside the process: may write unless told otherwise, caches nothing. */
export function createContext(
  parley: Parley,
  {
    principal = { mayWrite: true },
    cache = noCacheObserver,
  }: Partial<Omit<Context, 'parley'>> = {},
): Context {
  return { parley, principal, cache };
}
