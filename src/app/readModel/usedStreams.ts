/** What an answer rests on, so that it can be kept until an append touches that. */
import { streamKind, type StreamKind } from '../../../events/streams.js';

/** Streams that were read, and kinds of stream among which an index was asked for some. */
export interface UsedStreams {
  readonly streams: readonly string[];
  readonly kinds: readonly StreamKind[];
}

const KINDS: readonly StreamKind[] = ['negotiation', 'measure', 'rulebook', 'area'];

/** The kinds of the streams whose names begin so. */
export const kindsOf = (prefix = ''): readonly StreamKind[] =>
  KINDS.filter((kind) => prefix.startsWith(`${kind}/`) || `${kind}/`.startsWith(prefix));

/** Collects what is read from its creation on. */
export class UseRecorder {
  readonly #streams = new Set<string>();
  readonly #kinds = new Set<StreamKind>();

  stream(name: string): void {
    this.#streams.add(name);
  }

  /** That streams were looked for whose names begin so. */
  lookup(prefix?: string): void {
    for (const kind of kindsOf(prefix)) this.#kinds.add(kind);
  }

  get used(): UsedStreams {
    const streams = [...this.#streams].filter((name) => !this.#kinds.has(streamKind(name)));
    return { streams, kinds: [...this.#kinds] };
  }
}
