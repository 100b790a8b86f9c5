/** Cache of the snapshots of one negotiation, kept by view: what was once asked for is there at once. */
import type { Client } from '@urql/core';
import {
  type AsOf,
  type Assumptions,
  NegotiationSnapshotDocument,
  type NegotiationSnapshotQuery,
} from '../../generated/graphql.js';
import { share } from './structuralSharing.js';

export type Snapshot = NonNullable<NegotiationSnapshotQuery['negotiation']>;

/** A snapshot, or null where nothing had begun yet; or why there is none. */
export interface Answered {
  readonly snapshot: Snapshot | null;
  readonly problem: string | null;
}

/** Kept at the same time; the ones not looked at for longest are let go. */
const MOST = 400;
/** Of the server, in milliseconds, for what is asked for beforehand at one place. */
const FORESIGHT_MS = 12_000;
/** However long each takes, the nearest are asked for. */
const NEAREST = 6;
/** Asked for beforehand at the same time: what somebody waits for must not stand in a queue. */
const AT_ONCE = 2;
/** After a failure nothing is asked for beforehand for so many milliseconds, or until an answer comes. */
const REST_MS = 5_000;

export const keyOf = (asOf: AsOf): string =>
  JSON.stringify([asOf.at, asOf.knownAt ?? null, asOf.publicAt ?? null]);

export class SnapshotCache {
  readonly #answers = new Map<string, Answered>();
  readonly #underWay = new Map<string, Promise<Answered>>();
  readonly #listeners = new Set<() => void>();
  #queue: AsOf[] = [];
  #running = 0;
  #last: Snapshot | null = null;
  /** How long an answer took of late, in milliseconds. */
  #pace = 30;
  #restUntil = -Infinity;

  constructor(
    readonly client: Client,
    readonly slug: string,
    readonly assuming: Assumptions | null,
  ) {}

  /** Tells of every answer that comes. Returns how to stop it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is already there for a view. */
  get(asOf: AsOf): Answered | undefined {
    const key = keyOf(asOf);
    const answered = this.#answers.get(key);
    if (answered) {
      this.#answers.delete(key);
      this.#answers.set(key, answered);
    }
    return answered;
  }

  /** Asks for a view now, unless it is there or on its way. */
  want(asOf: AsOf): Promise<Answered> {
    const key = keyOf(asOf);
    const known = this.#answers.get(key);
    if (known && known.problem === null) return Promise.resolve(known);
    let asking = this.#underWay.get(key);
    if (!asking) {
      asking = this.#ask(key, asOf).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, asking);
    }
    return asking;
  }

  /** What may be asked for next, the likeliest first; replaces what was expected before. */
  expect(views: readonly AsOf[]): void {
    if (this.#rests()) return;
    const affordable = Math.max(NEAREST, Math.round(FORESIGHT_MS / this.#pace));
    this.#queue = views.slice(0, affordable).filter((asOf) => !this.#answers.has(keyOf(asOf)));
    while (this.#running < AT_ONCE && this.#queue.length > 0) void this.#work();
  }

  #rests(): boolean {
    return performance.now() < this.#restUntil;
  }

  async #work(): Promise<void> {
    this.#running += 1;
    for (let next = this.#queue.shift(); next && !this.#rests(); next = this.#queue.shift())
      if (!this.#answers.has(keyOf(next))) await this.want(next);
    this.#running -= 1;
  }

  async #ask(key: string, asOf: AsOf): Promise<Answered> {
    const asked = performance.now();
    const { data, error } = await this.client
      .query(NegotiationSnapshotDocument, { slug: this.slug, asOf, assuming: this.assuming })
      .toPromise();
    this.#pace = 0.7 * this.#pace + 0.3 * (performance.now() - asked);
    this.#restUntil = error ? performance.now() + REST_MS : -Infinity;
    const snapshot = data?.negotiation ? share(this.#last, data.negotiation) : null;
    if (snapshot) this.#last = snapshot;
    const answered = { snapshot, problem: error ? error.message : null };
    this.#answers.set(key, answered);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST) break;
      this.#answers.delete(oldest);
    }
    for (const listener of this.#listeners) listener();
    return answered;
  }
}
