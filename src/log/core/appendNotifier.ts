/** In-process listeners that are called after an append. */
export class AppendNotifier {
  private readonly listeners = new Set<() => void>();

  /** Calls `wake` after every append until the returned function is called. */
  add(wake: () => void): () => Promise<void> {
    // A function of its own, so that the same `wake` added twice is removed once at a time.
    const listener = () => wake();
    this.listeners.add(listener);
    return async () => {
      this.listeners.delete(listener);
    };
  }

  get size(): number {
    return this.listeners.size;
  }

  wake(): void {
    for (const listener of this.listeners) listener();
  }
}
