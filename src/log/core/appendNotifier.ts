/** Those who want to hear that something may have been appended. */
export class Hints {
  private readonly listeners = new Set<() => void>();

  /** Calls `wake` at every hint until the function returned is called. */
  add(wake: () => void): () => Promise<void> {
    // One listener may listen twice; each is stopped by itself.
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
