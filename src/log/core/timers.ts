/** Timers as the log and its readers use them, so that a simulation can have its own. */

export interface Timers {
  /**
   * Calls once after `ms` milliseconds unless the returned function was called before. The process may
   * end while only timers in the background are left.
   */
  after(ms: number, call: () => void, options?: { readonly background?: boolean }): () => void;
}

/** The timers of Node. */
export const NODE_TIMERS: Timers = {
  after(ms, call, { background = false } = {}) {
    const timer = setTimeout(call, ms);
    if (background) timer.unref();
    return () => clearTimeout(timer);
  },
};
