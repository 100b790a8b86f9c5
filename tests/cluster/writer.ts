/** Appends through whatever server it chooses, until each append is acknowledged. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from './seededRandom.js';
import type { Member } from './member.js';
import { ask } from './serverProcess.js';

/** What a server said that it recorded. */
export interface Acknowledged {
  readonly id: string;
  readonly position: number;
  readonly revision: number;
}

interface Result {
  readonly appendEvents?: {
    readonly __typename: string;
    readonly message?: string;
    readonly repeated?: boolean;
    readonly events?: readonly Acknowledged[];
  };
}

const APPEND = `mutation ($input: AppendEventsInput!) {
  appendEvents(input: $input) {
    __typename
    ... on AppendEventsSuccess { repeated events { id position revision } }
    ... on Error { message }
  }
}`;

const READ = `query ($id: ID!, $position: Int!) {
  log(minPosition: $position) { headPosition }
  event(id: $id, minPosition: $position) { position }
}`;

/** How long an answer is waited for. */
const PATIENCE_MS = 30_000;

/** What all write about, besides a negotiation of their own. */
export const SHARED = ['in-us-bta', 'eu-in-fta', 'gb-in-ceta'].map((slug) => `negotiation/${slug}`);

const sources = [{ kind: 'PRESS', publisher: 'The Courier', published: '2025-11-04' }];

export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  /** Appends that had to be sent more than once. */
  retried = 0;
  /** Appends that an earlier attempt had recorded, though its answer never came. */
  repeated = 0;
  /** Reads through another server of what was just acknowledged. */
  readElsewhere = 0;
  readonly #own: string;
  #revision = 0;
  #count = 0;

  constructor(
    readonly name: string,
    readonly members: readonly Member[],
    readonly chance: SeededRandom,
  ) {
    this.#own = `negotiation/${name}`;
  }

  /** Writes until told to stop; what was begun is finished. Rejects when anything is refused. */
  async write(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const acknowledged = await this.#append();
      // So that there is time left for everyone else on a small machine.
      await pause(this.chance.below(20));
      if (this.chance.oneIn(4)) await this.#readElsewhere(acknowledged);
    }
  }

  async #append(): Promise<Acknowledged> {
    const events = this.#events();
    const input = {
      events,
      expectedRevisions: [{ stream: this.#own, revision: this.#revision }],
      idempotencyKey: `${this.name} ${this.#count++}`,
    };
    for (let tries = 0; ; tries++) {
      if (tries === 1) this.retried += 1;
      const member = this.chance.pick(this.members);
      // Who is impatient does not learn what became of it, and sends it again.
      const patience =
        tries === 0 && this.chance.oneIn(8) ? this.chance.between(5, 50) : PATIENCE_MS;
      const result = await attempt<Result>(member, APPEND, { input }, patience);
      const { __typename, repeated, events: recorded, message } = result?.appendEvents ?? {};
      if (!result) continue;
      if (__typename !== 'AppendEventsSuccess' || !recorded)
        throw new Error(`${this.name} was refused: ${__typename} ${message}`);
      if (repeated) this.repeated += 1;
      this.acknowledged.push(...recorded);
      recorded.forEach(({ revision }, index) => {
        if (events[index]!.stream === this.#own) this.#revision = revision;
      });
      return recorded.at(-1)!;
    }
  }

  /** What one server acknowledged, every other knows. */
  async #readElsewhere({ id, position }: Acknowledged): Promise<void> {
    interface Read {
      readonly log: { readonly headPosition: number };
      readonly event: { readonly position: number } | null;
    }
    for (;;) {
      const read = await attempt<Read>(this.chance.pick(this.members), READ, { id, position });
      if (!read) continue;
      if (read.event?.position !== position || read.log.headPosition < position)
        throw new Error(
          `${id} was acknowledged at ${position} and read as ${JSON.stringify(read)}`,
        );
      this.readElsewhere += 1;
      return;
    }
  }

  #events() {
    if (this.#count === 0) {
      const title = this.name;
      const negotiationLaunched = { title, parties: ['IN', 'US'], timeZone: 'UTC' };
      return [this.#own, ...SHARED].map((stream) =>
        this.#event(stream, '2025-02-13', { negotiationLaunched }),
      );
    }
    const events = Array.from({ length: this.chance.between(1, 6) }, (_, n) => {
      const statementMade = { speaker: this.name, summary: `${this.#count}.${n}` };
      const stream = this.chance.oneIn(3) ? this.chance.pick(SHARED) : this.#own;
      return this.#event(stream, `2025-0${this.chance.between(3, 9)}`, { statementMade });
    });
    // Whether it may be retracted is decided on what is known: sent again, it is already.
    if (this.chance.oneIn(10)) {
      const eventRetracted = { event: this.acknowledged.at(-1)!.id, reason: 'misattributed' };
      events.push(this.#event(this.#own, '2025-11-05', { eventRetracted }));
    }
    return events;
  }

  #event(stream: string, occurred: string, data: object) {
    return { stream, occurred, sources, data };
  }
}

/**
 * Asks one server; undefined when no answer comes, or none at present. Rejects when the answer is
 * an error that no failure of the machines explains.
 */
export async function attempt<Data extends object>(
  member: Member,
  query: string,
  variables: object,
  patience = PATIENCE_MS,
): Promise<Data | undefined> {
  const answer = await ask<Data>(member.url, query, variables, patience).catch(() => undefined);
  const codes = answer?.errors?.map(({ extensions }) => extensions?.code) ?? [];
  if (codes.some((code) => code !== 'LOG_UNAVAILABLE'))
    throw new Error(`a server answered ${JSON.stringify(answer)}`);
  if (answer?.data && codes.length === 0) return answer.data;
  await pause(100);
  return undefined;
}
