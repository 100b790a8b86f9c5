/** The context of a request: Parley, the principal, and the observer that decides cacheability. */
import type { Permission } from '../app/commands/permission.js';
import type { View } from '../app/queries/asOf.js';
import type { Answered, Parley } from '../app/parley.js';

/** The caller, as authenticated by the server. */
export interface Principal {
  /** The `recordedBy` of what the caller appends. */
  readonly name?: string;
  readonly mayWrite: boolean;
  /** Whether the caller may propose events; absent: whoever may write. */
  readonly mayPropose?: boolean;
  /** The streams they may write to and propose for, see {@link Permission}; absent: every stream. */
  readonly streams?: readonly string[];
  /** Whether they may correct and retract what others recorded; absent: they may. */
  readonly amendsOthers?: boolean;
}

/** What limits the writing of a caller who may write or propose. */
export const permissionOf = ({ name, streams, amendsOthers = true }: Principal): Permission => ({
  name,
  streams,
  amendsOthers,
});

/**
 * Is told what a response depends on. A response may be cached for ever when at least one view was
 * reported, all of them are `immutable`, and `usesCurrentLog` was never called.
 */
export interface CacheObserver {
  /** The response contains data read at this view. */
  usesView(view: View): void;
  /** The response depends on the current content of the log; of what a view lacks, on that alone. */
  usesCurrentLog(lacking?: View): void;
  /** The response tells how far the log had been read, or when. */
  usesHead(): void;
  /** The response is about this, at its view. */
  tellsOf?(answered: Answered): void;
}

/** Create one per request: limits and batches are counted per context. */
export interface Context {
  readonly parley: Parley;
  readonly principal: Principal;
  readonly cache: CacheObserver;
  /** Throws once the answer takes too long. Fields with arguments call it before they resolve. */
  readonly checkDeadline?: () => void;
}

const noCacheObserver: CacheObserver = {
  usesView: () => undefined,
  usesCurrentLog: () => undefined,
  usesHead: () => undefined,
};

/** A context for a caller in this process: by default it may write, and no observer is told. */
export function createContext(
  parley: Parley,
  {
    principal = { mayWrite: true },
    cache = noCacheObserver,
  }: Partial<Pick<Context, 'principal' | 'cache'>> = {},
): Context {
  return { parley, principal, cache };
}
