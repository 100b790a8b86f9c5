/** Caches values computed for one instant: the latest one. */
export class InstantMemo {
  #at: number | undefined;
  #values = new Map<string, unknown>();

  /**
   * The value of a name at an instant. Computed once per instant; another instant clears the cache.
   */
  once<Value>(at: number, name: string, compute: () => Value): Value {
    if (this.#at !== at) {
      this.#at = at;
      this.#values = new Map();
    }
    if (!this.#values.has(name)) this.#values.set(name, compute());
    return this.#values.get(name) as Value;
  }
}
