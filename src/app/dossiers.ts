/**
 * Open dossiers: folded when first asked for, kept while in use, brought up to date from the log.
 * Notifications are never data; what is here was read from the log.
 */
import type { AnyEvent } from '../../events/catalogue.js';
import { type Dossier, emptyDossier, fold } from '../domain/dossier.js';
import { type Knowledge, Reading } from '../domain/reading.js';
import type { EventLog } from '../log/eventLog.js';

/** How many dossiers are kept open, and how many readings of each. */
const OPEN_LIMIT = 5_000;
const READINGS_LIMIT = 32;

interface Open {
  dossier: Dossier;
  /** The position of the log up to which it is known to be complete. */
  upTo: number;
}

/** Keeps what was used last; the oldest goes when there are too many. */
function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, limit: number): Value {
  map.delete(key);
  map.set(key, value);
  if (map.size > limit) map.delete(map.keys().next().value as Key);
  return value;
}

export class Dossiers {
  readonly #open = new Map<string, Open>();
  readonly #readings = new WeakMap<Dossier, Map<string, Reading>>();
  readonly #streams = new Map<string, { upTo: number; names: readonly string[] }>();

  constructor(readonly log: EventLog) {}

  /** The dossier of a stream, complete up to a position of the log at least. */
  async dossier(stream: string, upTo: number): Promise<Dossier> {
    const open = this.#open.get(stream) ?? { dossier: emptyDossier(stream), upTo: 0 };
    if (open.upTo >= upTo) return keep(this.#open, stream, open, OPEN_LIMIT).dossier;
    let { dossier } = open;
    const selection = { streams: [stream], after: open.upTo, before: upTo + 1 };
    const pages: AnyEvent[] = [];
    for await (const page of this.log.read(selection)) pages.push(...page);
    // Another reader may have gone further while this one waited.
    const now = this.#open.get(stream);
    if (now && now.upTo >= upTo) return now.dossier;
    dossier = fold(dossier, pages);
    keep(this.#open, stream, { dossier, upTo }, OPEN_LIMIT);
    return dossier;
  }

  /** A reading of a dossier; the same knowledge gives the same reading while it is kept. */
  reading(dossier: Dossier, knowledge: Knowledge = {}): Reading {
    let readings = this.#readings.get(dossier);
    if (!readings) this.#readings.set(dossier, (readings = new Map<string, Reading>()));
    const { knownAt = Infinity, publicAt = '' } = knowledge;
    const key = `${knownAt >= dossier.recorded ? 'all' : knownAt} ${publicAt}`;
    return keep(
      readings,
      key,
      readings.get(key) ?? new Reading(dossier, knowledge),
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
