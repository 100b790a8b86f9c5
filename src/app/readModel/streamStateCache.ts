/**
 * Open dossiers: folded when first asked for, kept while in use, brought up to date from the log.
 * Notifications are never data; what is here was read from the log.
 */
import { performance } from 'node:perf_hooks';
import type { AnyEvent } from '../../../events/catalogue.js';
import { type StreamState, emptyStreamState, fold } from '../../domain/streamState/streamState.js';
import { type KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { Checkpoints } from './snapshots.js';
import type { Observer } from '../observer.js';

/** How many dossiers are kept open, and how many readings of each. */
const OPEN_LIMIT = 5_000;
const READINGS_LIMIT = 32;

interface Open {
  streamState: StreamState;
  /** The position of the log up to which it is known to be complete. */
  upTo: number;
}

/** Keeps what was used last; the oldest goes when there are too many. */
export function keep<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  limit: number,
): Value {
  map.delete(key);
  map.set(key, value);
  if (map.size > limit) map.delete(map.keys().next().value as Key);
  return value;
}

export class Dossiers {
  readonly #open = new Map<string, Open>();
  /** Dossiers being read for the first time: one reads, whoever asks meanwhile waits. */
  readonly #opening = new Map<string, Promise<Open>>();
  readonly #readings = new WeakMap<StreamState, Map<string, KnowledgeView>>();
  readonly #streams = new Map<string, { upTo: number; names: readonly string[] }>();
  readonly #checkpoints: Checkpoints;

  constructor(
    readonly log: EventLog,
    readonly observer: Observer = {},
  ) {
    this.#checkpoints = new Checkpoints(log, (outcome) => observer.checkpoint?.(outcome));
  }

  /** The dossier of a stream, complete up to a position of the log at least. */
  async dossier(stream: string, upTo: number): Promise<StreamState> {
    const open = this.#open.get(stream) ?? (await this.#first(stream, upTo));
    if (open.upTo >= upTo) return keep(this.#open, stream, open, OPEN_LIMIT).streamState;
    return (await this.#forward(stream, open, upTo)).streamState;
  }

  /** When nothing is being written down any more. */
  settled(): Promise<void> {
    return this.#checkpoints.settled();
  }

  #first(stream: string, upTo: number): Promise<Open> {
    let opening = this.#opening.get(stream);
    if (!opening) {
      opening = this.#checkpoints
        .open(stream)
        .then((streamState = emptyStreamState(stream)) =>
          this.#forward(stream, { streamState, upTo: streamState.position }, upTo),
        );
      this.#opening.set(stream, opening);
      const done = () => this.#opening.delete(stream);
      void opening.then(done, done);
    }
    return opening;
  }

  async #forward(stream: string, open: Open, upTo: number): Promise<Open> {
    if (open.upTo >= upTo) return keep(this.#open, stream, open, OPEN_LIMIT);
    const events: AnyEvent[] = [];
    const selection = { streams: [stream], after: open.upTo, before: upTo + 1 };
    for await (const page of this.log.read(selection)) events.push(...page);
    // Another reader may have gone further while this one waited.
    const now = this.#open.get(stream);
    if (now && now.upTo >= upTo) return now;
    const began = performance.now();
    const streamState = fold(open.streamState, events);
    if (events.length > 0) {
      this.observer.folded?.(performance.now() - began, events.length);
      this.#checkpoints.consider(streamState);
    }
    return keep(this.#open, stream, { streamState, upTo }, OPEN_LIMIT);
  }

  /** A reading of a dossier; the same knowledge gives the same reading while it is kept. */
  reading(streamState: StreamState, cutoff: KnowledgeCutoff = {}): KnowledgeView {
    let readings = this.#readings.get(streamState);
    if (!readings) this.#readings.set(streamState, (readings = new Map<string, KnowledgeView>()));
    const { knownAt = Infinity, publicAt = '' } = cutoff;
    const key = `${knownAt >= streamState.recorded ? 'all' : knownAt} ${publicAt}`;
    return keep(
      readings,
      key,
      readings.get(key) ?? new KnowledgeView(streamState, cutoff),
      READINGS_LIMIT,
    );
  }

  /** The streams of a kind that existed at a position of the log. */
  async streams(prefix: string, upTo: number): Promise<readonly string[]> {
    const known = this.#streams.get(prefix);
    if (known && known.upTo >= upTo) return known.names;
    const names = (await this.log.streams(prefix)).map(({ stream }) => stream);
    this.#streams.set(prefix, { upTo, names });
    return names;
  }
}
