/**
 * Checkpoints: dossiers written down beside the log, so that a server which starts need not read
 * their whole history. One is used only when it is of this version, whole, and of this very log;
 * any other is dropped, and what it was to spare is read from the log.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { upcasts } from '../../../events/upcast.js';
import { type StreamState, emptyStreamState, fold } from '../../domain/streamState/streamState.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { deepFreeze, sha256 } from '../../log/core/recordCodec.js';
import { filed } from '../queries/streamHistory.js';

/** Raised when what is written down changes its shape; a new upcast changes the version by itself. */
const FORMAT = 1;
const UPCASTS = Object.entries(upcasts).map(([type, steps]) => `${type}:${steps.length}`);
export const CHECKPOINT_VERSION = [FORMAT, ...UPCASTS.sort()].join(' ');

/** A dossier is written down when so many events, and so large a part of all, are new in it. */
const WORTHWHILE = 500;
const WORTHWHILE_PART = 0.25;

/** What became of a checkpoint, for whoever watches the server. */
export type CheckpointOutcome = 'used' | 'kept' | 'dropped' | 'failed';

export class Checkpoints {
  /** How large the dossier of each stream was when it was written down. */
  readonly #written = new Map<string, number>();
  readonly #writing = new Set<Promise<void>>();

  constructor(
    readonly log: EventLog,
    readonly told: (outcome: CheckpointOutcome) => void = () => undefined,
  ) {}

  /** The dossier of a stream as far as it was written down; undefined when it cannot be relied on. */
  async open(stream: string): Promise<StreamState | undefined> {
    const checkpoint = await this.log.snapshot(stream);
    if (!checkpoint) return undefined;
    const { version, position, recordHash, body, bodyHash } = checkpoint;
    const events =
      version === CHECKPOINT_VERSION && sha256(body) === bodyHash ? eventsIn(body) : undefined;
    const last = events?.at(-1);
    const [recorded] = last ? await this.log.byId([last.id]) : [];
    // The hash of a record vouches for every record before it.
    if (!events || last?.position !== position || recorded?.hash !== recordHash) {
      this.told('dropped');
      return undefined;
    }
    const streamState = fold(emptyStreamState(stream), events);
    this.#written.set(stream, sizeOf(streamState));
    this.told('used');
    return streamState;
  }

  /** Writes a dossier down when that is worth it; nobody waits for it and it may fail. */
  consider(streamState: StreamState): void {
    const { stream } = streamState;
    const count = sizeOf(streamState);
    const fresh = count - (this.#written.get(stream) ?? 0);
    if (fresh < Math.max(WORTHWHILE, WORTHWHILE_PART * count)) return;
    this.#written.set(stream, count);
    const writing = this.#keep(streamState).then(
      () => this.told('kept'),
      () => this.told('failed'),
    );
    this.#writing.add(writing);
    void writing.finally(() => this.#writing.delete(writing));
  }

  /** When nothing is being written any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }

  async #keep(streamState: StreamState): Promise<void> {
    const events = [...filed(streamState)].sort((a, b) => a.position - b.position);
    const last = events.at(-1);
    if (!last) return;
    const body = JSON.stringify(events);
    await this.log.saveSnapshot({
      stream: streamState.stream,
      version: CHECKPOINT_VERSION,
      position: last.position,
      recordHash: last.hash,
      body,
      bodyHash: sha256(body),
    });
  }
}

/** At least as many as it has events: some are filed under more than one topic. */
const sizeOf = ({ eventsByTopic: timelines }: StreamState): number =>
  Object.values(timelines).reduce((sum, events) => sum + events.length, 0);

function eventsIn(body: string): readonly AnyEvent[] | undefined {
  try {
    return deepFreeze(JSON.parse(body) as readonly AnyEvent[]);
  } catch {
    return undefined;
  }
}
