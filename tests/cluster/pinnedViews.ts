/** Questions about a past state of knowledge, whose answers must stay the same to the byte. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from './seededRandom.js';
import type { Member } from './member.js';

const AS_OF = '($at: TimePoint!, $knownAt: TimePoint!)';
const GIVEN = 'asOf: { at: $at, knownAt: $knownAt }';

const QUESTIONS = [
  ...['in-us-bta', 'eu-in-fta', 'desk-1'].map(
    (slug) => `query ${AS_OF} { negotiation(slug: "${slug}", ${GIVEN}) {
      view { at knownAt position pinned } revision
      phase { value since certainty setBy { id } } activity { value since } roundsCompleted { reported counted }
      targets { slug due status slips } duties { imposedBy on total disputed } findings { code message }
      statements(first: 5) { edges { cursor node { speaker summary } } }
      events(last: 20) { totalCount edges { cursor node { id position recordedAt hash } } }
    } }`,
  ),
  `query ${AS_OF} { negotiations(${GIVEN}) { edges { cursor node { slug revision phase { value } view { position pinned } } } } }`,
  `query ${AS_OF} { measures(${GIVEN}) { edges { node { slug status rate view { position } } } } }`,
  `query ${AS_OF} { duty(imposedBy: "US", on: "IN", ${GIVEN}) { view { position pinned } total layers { rate applies reason measure { slug } } } }`,
];

/** Cheap enough to be pinned at many instants, each while events are being recorded. */
const WHERE = `query ${AS_OF} { negotiation(slug: "in-us-bta", ${GIVEN}) { revision view { position pinned } } }`;

const IMMUTABLE = 'public, max-age=31536000, immutable';

interface Pinned {
  readonly question: string;
  readonly at: string;
  readonly knownAt: string;
}

/** What makes one answer: its bytes, and the headers that say how long they hold. */
interface Reply {
  readonly body: string;
  readonly etag: string | null;
  readonly caching: string | null;
}

/** What a server noted last of what went wrong. */
const notes = ({ journal }: Member): string =>
  journal
    .filter(({ err }) => err)
    .slice(-5)
    .map((line) => JSON.stringify(line))
    .join('\n');

export class PinnedViews {
  readonly #known: (Pinned & { readonly reply: Reply })[] = [];
  /** Answers that were compared with the first. */
  compared = 0;

  constructor(
    readonly members: readonly Member[],
    readonly chance: SeededRandom,
  ) {}

  /** Asks every question about what is known at this moment, and keeps the answers. */
  async pin(): Promise<void> {
    const knownAt = new Date(Date.now() - 1).toISOString();
    for (const question of QUESTIONS) await this.#keep(question, knownAt);
  }

  /** Asks pinned questions again, anyone of anybody, and pins some more, until told to stop. */
  async ask(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(20);
      // An instant that is just passing, while what was stamped before it is still being recorded.
      const soon = new Date(Date.now() + this.chance.below(20)).toISOString();
      if (this.chance.oneIn(2)) await this.#keep(WHERE, soon);
      await this.#compare(this.chance.pick(this.#known), this.chance.pick(this.members));
    }
  }

  async #keep(question: string, knownAt: string): Promise<void> {
    const pinned = { question, knownAt, at: this.chance.pick(['2025-11-05', '2026-01-01']) };
    for (let tries = 0; ; tries++) {
      const reply = await this.#reply(pinned, this.chance.pick(this.members));
      // Nothing is promised of the future, nor by a log that cannot be written.
      if (reply?.caching === IMMUTABLE) return void this.#known.push({ ...pinned, reply });
      if (tries === 2_000) throw new Error(`not pinned: ${JSON.stringify({ pinned, reply })}`);
      await pause(Math.min(5 * tries, 50));
    }
  }

  /** Asks every server every question. */
  async askAll(): Promise<void> {
    for (const member of this.members)
      for (const known of this.#known)
        if (!(await this.#compare(known, member)))
          throw new Error(`${member.url} does not answer ${known.question}`);
  }

  /** Whether there was an answer. Throws when it differs from the first. */
  async #compare({ reply, ...pinned }: Pinned & { reply: Reply }, member: Member) {
    const now = await this.#reply(pinned, member);
    if (!now) return false;
    if (JSON.stringify(now) !== JSON.stringify(reply))
      throw new Error(
        `${JSON.stringify(pinned)} was answered\n${JSON.stringify(reply)}\nand then\n${JSON.stringify(now)}\nby a server that noted\n${notes(member)}`,
      );
    this.compared += 1;
    return true;
  }

  /** Undefined when no answer comes, or the log is away. */
  async #reply({ question, ...variables }: Pinned, { url }: Member): Promise<Reply | undefined> {
    // A comment makes it another question for a cache, and the same for whoever answers.
    const query = `${question} # ${this.chance.below(5)}`;
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    try {
      const signal = AbortSignal.timeout(30_000);
      const response = await fetch(`${url}/graphql?${search}`, { signal });
      const body = await response.text();
      const { headers } = response;
      if (body.includes('"LOG_UNAVAILABLE"')) return undefined;
      return { body, etag: headers.get('etag'), caching: headers.get('cache-control') };
    } catch {
      return undefined;
    }
  }
}
