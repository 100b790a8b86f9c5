/** A queue in which clients take turns, so that none waits for all that another has asked. */
import { GraphQLError } from 'graphql';

interface Waiting {
  readonly start: () => void;
}

/** How many may wait. */
export interface QueueLimits {
  readonly perClient: number;
  readonly total: number;
}

const refusal = (status: number, code: string, message: string) =>
  new GraphQLError(message, {
    extensions: { code, http: { status, headers: { 'retry-after': '1' } } },
  });

export class FairQueue {
  /** In the order of their turns. A client without anything waiting has no entry. */
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #runningOf = new Map<string, number>();
  #length = 0;
  #running = 0;

  constructor(
    readonly slots: number,
    readonly limits: QueueLimits,
  ) {}

  /** Waiting, not running. */
  get length(): number {
    return this.#length;
  }

  /**
   * Runs work when it is the client's turn and a slot is free. Throws TOO_MANY_REQUESTS or TOO_BUSY when too much is
   * waiting already, and the signal's reason when it is aborted before the work began.
   */
  async run<Result>(
    client: string,
    signal: AbortSignal | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> {
    await this.#turn(client, signal);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      const others = (this.#runningOf.get(client) ?? 1) - 1;
      if (others > 0) this.#runningOf.set(client, others);
      else this.#runningOf.delete(client);
      this.#next();
    }
  }

  #turn(client: string, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#running < this.slots) {
      this.#begin(client);
      return Promise.resolve();
    }
    const own = this.#waiting.get(client) ?? [];
    if (own.length >= this.limits.perClient)
      throw refusal(
        429,
        'TOO_MANY_REQUESTS',
        `${own.length} of your requests are waiting already. Wait for their answers, or ask for less at once.`,
      );
    if (this.#length >= this.limits.total)
      throw refusal(503, 'TOO_BUSY', 'Too many requests are waiting. Try again in a second.');
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#drop(client, waiting);
        reject(signal?.reason as Error);
      };
      const waiting: Waiting = {
        start: () => {
          signal?.removeEventListener('abort', leave);
          this.#begin(client);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      own.push(waiting);
      this.#waiting.set(client, own);
      this.#length += 1;
    });
  }

  #begin(client: string): void {
    this.#running += 1;
    this.#runningOf.set(client, (this.#runningOf.get(client) ?? 0) + 1);
  }

  #drop(client: string, waiting: Waiting): void {
    const own = this.#waiting.get(client);
    const at = own?.indexOf(waiting) ?? -1;
    if (!own || at < 0) return;
    own.splice(at, 1);
    this.#length -= 1;
    if (own.length === 0) this.#waiting.delete(client);
  }

  /** Whoever has least running is next; among equals, whoever has waited longest for a turn. */
  #next(): void {
    let next: string | undefined;
    let fewest = Infinity;
    for (const client of this.#waiting.keys()) {
      const running = this.#runningOf.get(client) ?? 0;
      if (running < fewest) [next, fewest] = [client, running];
      if (fewest === 0) break;
    }
    if (next === undefined) return;
    const own = this.#waiting.get(next) ?? [];
    const waiting = own.shift();
    this.#length -= 1;
    // To the end of the line.
    this.#waiting.delete(next);
    if (own.length > 0) this.#waiting.set(next, own);
    waiting?.start();
  }
}
