/** What each client has open or under way, limited. */
import { HttpError } from './httpError.js';

/** What is counted, in words for the client, and what it can do. */
export interface Counted {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
}

export class ClientCounts {
  /** Only clients that have something. */
  readonly #counts = new Map<string, number>();

  constructor(
    readonly limit: number,
    readonly counted: Counted,
  ) {}

  count(client: string): number {
    return this.#counts.get(client) ?? 0;
  }

  /** Counts one more, or throws a 429. The function returned counts it off, once. */
  take(client: string): () => void {
    const count = this.count(client);
    if (count >= this.limit) throw this.#refusal(count);
    this.#counts.set(client, count + 1);
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      const left = this.count(client) - 1;
      if (left > 0) this.#counts.set(client, left);
      else this.#counts.delete(client);
    };
  }

  #refusal(count: number): HttpError {
    const { code, what, remedy } = this.counted;
    const printed = (number: number) => number.toLocaleString('en');
    return new HttpError(
      429,
      code,
      `You have ${printed(count)} ${what}; the most allowed for one client is ${printed(this.limit)}. ${remedy}`,
      { 'Retry-After': '5' },
    );
  }
}
