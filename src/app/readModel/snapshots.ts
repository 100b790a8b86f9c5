/**
 * Snapshots: the events of a stream, stored beside the log so that a server that starts need not
 * read its whole history. A snapshot is used only when its version, its hash and the record it
 * ends with all match; any other is ignored and the stream is read from the log.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { upcasts } from '../../../events/upcast.js';
import { type StreamState, emptyStreamState, fold } from '../../domain/streamState/streamState.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { deepFreeze, sha256 } from '../../log/core/recordCodec.js';
import type { SnapshotOutcome } from '../observer.js';
import { entryCount, eventsOf } from './stateEvents.js';

/** Raise it when the body changes its shape. A new upcast changes the version without it. */
const FORMAT = 1;
const UPCASTS = Object.entries(upcasts).map(([type, steps]) => `${type}:${steps.length}`);
export const SNAPSHOT_VERSION = [FORMAT, ...UPCASTS.sort()].join(' ');

/** A snapshot is written when at least this many entries, and this share of all, are new. */
const MIN_NEW_ENTRIES = 500;
const MIN_NEW_SHARE = 0.25;

export class Snapshots {
  /** Entry count of each stream when its snapshot was last read or written. */
  readonly #sizes = new Map<string, number>();
  readonly #writes = new Set<Promise<void>>();

  constructor(
    readonly log: EventLog,
    readonly onOutcome: (outcome: SnapshotOutcome) => void = () => undefined,
  ) {}

  /** The state of a stream from its snapshot; undefined when there is none that can be trusted. */
  async load(stream: string): Promise<StreamState | undefined> {
    const snapshot = await this.log.snapshot(stream);
    if (!snapshot) return undefined;
    const { version, position, recordHash, body, bodyHash } = snapshot;
    const events =
      version === SNAPSHOT_VERSION && sha256(body) === bodyHash ? parseEvents(body) : undefined;
    const last = events?.at(-1);
    const [recorded] = last ? await this.log.byId([last.id]) : [];
    // The hash chain makes the hash of one record vouch for every record before it.
    if (!events || last?.position !== position || recorded?.hash !== recordHash) {
      this.onOutcome('dropped');
      return undefined;
    }
    const state = fold(emptyStreamState(stream), events);
    this.#sizes.set(stream, entryCount(state));
    this.onOutcome('used');
    return state;
  }

  /** Writes a snapshot in the background when enough is new. A failed write is only reported. */
  writeIfDue(state: StreamState): void {
    const { stream } = state;
    const count = entryCount(state);
    const added = count - (this.#sizes.get(stream) ?? 0);
    if (added < Math.max(MIN_NEW_ENTRIES, MIN_NEW_SHARE * count)) return;
    this.#sizes.set(stream, count);
    const write = this.#write(state).then(
      () => this.onOutcome('kept'),
      () => this.onOutcome('failed'),
    );
    this.#writes.add(write);
    void write.finally(() => this.#writes.delete(write));
  }

  /** Resolves when the writes under way have ended. */
  async flushed(): Promise<void> {
    await Promise.all(this.#writes);
  }

  async #write(state: StreamState): Promise<void> {
    const events = [...eventsOf(state)].sort((a, b) => a.position - b.position);
    const last = events.at(-1);
    if (!last) return;
    const body = JSON.stringify(events);
    await this.log.saveSnapshot({
      stream: state.stream,
      version: SNAPSHOT_VERSION,
      position: last.position,
      recordHash: last.hash,
      body,
      bodyHash: sha256(body),
    });
  }
}

function parseEvents(body: string): readonly AnyEvent[] | undefined {
  try {
    return deepFreeze(JSON.parse(body) as readonly AnyEvent[]);
  } catch {
    return undefined;
  }
}
