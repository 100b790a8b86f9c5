/** Keeps what was computed for the instant last asked about. */
export class InstantMemo {
  #at: number | undefined;
  #values = new Map<string, unknown>();

  /** The value of a name at an instant; computed once while the same instant is asked about. */
  once<Value>(at: number, name: string, compute: () => Value): Value {
    if (this.#at !== at) {
      this.#at = at;
      this.#values = new Map();
    }
    if (!this.#values.has(name)) this.#values.set(name, compute());
    return this.#values.get(name) as Value;
  }
}
