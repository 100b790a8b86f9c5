/** Walking a whole log to show that nothing in it was changed since it was written. */
import { canonical } from './canonicalJson.js';
import { LogDamaged } from './errors.js';
import type { EventLog, Head, StoredRecord } from './eventLog.js';
import {
  eventOf,
  FIRST_PREVIOUS,
  historiesOf,
  placedOf,
  type RecordBody,
  sha256,
} from './recordCodec.js';

/** The log is whole, or where it is first broken and what is wrong there, as a sentence. */
export type Verification =
  | { readonly ok: true; readonly count: number; readonly head: Pick<Head, 'position' | 'hash'> }
  | {
      readonly ok: false;
      readonly count: number;
      readonly position: number;
      readonly problem: string;
    };

export interface VerifyOptions {
  /** Told now and then how many records were found in order. */
  readonly progress?: (checked: number) => void;
  /**
   * A head noted down earlier, outside the log. Whoever can write the file can rewrite the whole
   * chain or cut off its end; only this shows it.
   */
  readonly known?: Pick<Head, 'position' | 'hash'>;
}

class Broken extends Error {
  constructor(
    readonly position: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Checks every record of a log (positions without gaps, hashes, the chain, the columns kept beside
 * the body, recorded instants, revisions, being found by id), then that every stream's history is
 * read as the records say. Records appended meanwhile may or may not be looked at. Rejects with
 * `LogUnavailable` when the log cannot be read.
 */
export async function verify(log: EventLog, options: VerifyOptions = {}): Promise<Verification> {
  const walk = new Walk();
  try {
    for await (const records of log.records()) {
      for (const record of records) await walk.step(record, log, options.known);
      await walk.checkIds(records, log);
      options.progress?.(walk.position);
    }
    if (options.known && walk.position < options.known.position)
      throw new Broken(
        walk.position + 1,
        `the log ends here, but once held ${options.known.position} records`,
      );
    await walk.checkHistories(log);
    await walk.checkAbouts(log);
  } catch (error) {
    const broken = error instanceof LogDamaged ? walk.unreadable(error) : error;
    if (!(broken instanceof Broken)) throw broken;
    const { position, message: problem } = broken;
    return { ok: false, count: walk.position, position, problem };
  }
  return { ok: true, count: walk.position, head: { position: walk.position, hash: walk.hash } };
}

class Walk {
  position = 0;
  hash = '';
  private recorded = -Infinity;
  private readonly revisions = new Map<string, number>();
  private readonly histories = new Map<string, number[]>();
  private readonly abouts = new Map<string, number[]>();

  async step(record: StoredRecord, log: EventLog, known: VerifyOptions['known']): Promise<void> {
    const { position, hash, recorded, stream } = record;
    const next = this.position + 1;
    const broken = (problem: string) => new Broken(next, problem);
    if (position !== next)
      throw broken(`record ${next} is missing: the next one is at position ${position}`);
    if (sha256(record.body) !== hash)
      throw broken('its content is not what its hash was made from: one of them was changed');
    const body = bodyOf(record, broken);
    if (body.previous !== (this.hash === '' ? FIRST_PREVIOUS : this.hash))
      throw broken('it does not follow the record before it, which was changed or exchanged');
    checkColumns(record, body, broken);
    if (!(recorded >= this.recorded))
      throw broken(`it was recorded at ${body.recordedAt}, before the record before it`);
    const revision = (this.revisions.get(stream) ?? 0) + 1;
    if (record.revision !== revision)
      throw broken(`it is revision ${record.revision} of ${stream}, where ${revision} was to come`);
    if (known?.position === position && known.hash !== hash)
      throw broken('its hash is not the one noted down earlier: the log was rewritten');
    this.revisions.set(stream, revision);
    await this.place(record, log);
    this.position = position;
    this.recorded = recorded;
    this.hash = hash;
  }

  /** Asks for records by their ids, as a reader would. */
  async checkIds(records: readonly StoredRecord[], log: EventLog): Promise<void> {
    const found = await log.byId(records.map(({ id }) => id));
    records.forEach(({ id, position }, index) => {
      if (found[index]?.position !== position)
        throw new Broken(position, `it is not what is found by its id, ${id}`);
    });
  }

  /** Damage met while reading; records come by the page, so where it is may be a little further on. */
  unreadable({ message }: LogDamaged): Broken {
    return new Broken(
      this.position + 1,
      `it, or a record that is read with it, cannot be read: ${message}`,
    );
  }

  /** Reads every history as a reader would; an index that hides or adds an event shows here. */
  async checkHistories(log: EventLog): Promise<void> {
    const before = this.position + 1;
    const streams = new Set(this.histories.keys());
    for (const { stream } of await log.streams()) streams.add(stream);
    for (const stream of streams) {
      const expected = this.histories.get(stream) ?? [];
      let index = 0;
      for await (const events of log.read({ streams: [stream], before }))
        for (const { position } of events) {
          const wanted = expected[index++];
          if (wanted !== position) throw misplaced(stream, wanted ?? Infinity, position);
        }
      const missing = expected[index];
      if (missing !== undefined) throw misplaced(stream, missing, Infinity);
    }
  }

  /** The same for what was said about each event. */
  async checkAbouts(log: EventLog): Promise<void> {
    for (const [id, positions] of this.abouts) {
      const found = new Set((await log.about([id])).map(({ position }) => position));
      const missing = positions.find((position) => !found.has(position));
      if (missing !== undefined)
        throw new Broken(missing, `it is about the event ${id}, but is not found so`);
    }
  }

  private async place(record: StoredRecord, log: EventLog): Promise<void> {
    const event = eventOf(record);
    const chain = new Map<string, ReturnType<typeof placedOf>>();
    const place = placedOf(event);
    for (let about = place.about; about !== undefined && !chain.has(about);) {
      const [target] = await log.byId([about]);
      if (!target) break;
      chain.set(about, placedOf(target));
      about = placedOf(target).about;
    }
    for (const stream of historiesOf(place, (id) => chain.get(id)))
      add(this.histories, stream, record.position);
    if (place.about !== undefined) add(this.abouts, place.about, record.position);
  }
}

function add(lists: Map<string, number[]>, key: string, position: number): void {
  const list = lists.get(key);
  if (list) list.push(position);
  else lists.set(key, [position]);
}

function bodyOf(record: StoredRecord, broken: (problem: string) => Broken): RecordBody {
  try {
    const body = JSON.parse(record.body) as RecordBody;
    if (canonical(body) === record.body) return body;
  } catch {
    // Said below.
  }
  throw broken('its content is not canonical JSON: this log did not write it');
}

function checkColumns(
  record: StoredRecord,
  body: RecordBody,
  broken: (problem: string) => Broken,
): void {
  for (const column of ['position', 'id', 'stream', 'revision', 'type'] as const)
    if (record[column] !== body[column])
      throw broken(`its column ${column} says ${record[column]}, its content ${body[column]}`);
  if (record.recorded !== Date.parse(body.recordedAt))
    throw broken(`its column recorded says ${record.recorded}, its content ${body.recordedAt}`);
}

function misplaced(stream: string, wanted: number, found: number): Broken {
  return wanted < found
    ? new Broken(wanted, `it belongs in the history of ${stream}, but is not found there`)
    : new Broken(found, `it is found in the history of ${stream}, where it does not belong`);
}
