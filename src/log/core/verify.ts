/** Verifies a whole log: hashes, the hash chain, columns, indexes, bookkeeping and the Merkle tree. */
import { wrongBookkeeping } from './bookkeeping.js';
import { canonical } from './canonicalJson.js';
import { LogDamaged } from './errors.js';
import type { EventLog, Head, StoredRecord } from './eventLog.js';
import { decodeEvent, sha256 } from './recordCodec.js';
import { type EventLinks, linkedStreams, linksOf } from '../../../events/links.js';
import { GENESIS_HASH, type RecordBody } from '../../../events/recordBody.js';
import { INDEX_VERSION } from '../../../events/indexKeys.js';
import { IndexVerification, type WrongEntry } from './streamIndex/verifyIndex.js';
import { TreeVerification } from './tree/verifyTree.js';

/** The log is intact, or the first position that is not, with a sentence on what is wrong there. */
export type Verification =
  | { readonly ok: true; readonly count: number; readonly head: Pick<Head, 'position' | 'hash'> }
  | {
      readonly ok: false;
      readonly count: number;
      readonly position: number;
      readonly problem: string;
      /** Whether the records are intact, and only something is wrong that follows from them. */
      readonly isDerived: boolean;
    };

export interface VerifyOptions {
  /** Called after each page with the number of records checked so far. */
  readonly progress?: (checked: number) => void;
  /**
   * A head recorded earlier, outside the log. Anyone who can write the file can rewrite the whole
   * chain or truncate it; only this detects that.
   */
  readonly expectedHead?: Pick<Head, 'position' | 'hash'>;
}

class VerificationError extends Error {
  constructor(
    readonly position: number,
    message: string,
    readonly isDerived = false,
  ) {
    super(message);
  }
}

/**
 * Checks every record of a log (positions without gaps, hashes, the hash chain, indexed columns,
 * recorded instants, revisions, lookup by id), then that every stream, every target index, what is kept
 * to append, the stream index and the Merkle tree read as the records say. O(events); holds one number per history entry and
 * one entry per row of the stream index. Records appended meanwhile may or may not be checked. The
 * signature of the head is not checked: that takes the key of the log. Rejects with `LogUnavailable` when the log cannot be read.
 */
export async function verify(log: EventLog, options: VerifyOptions = {}): Promise<Verification> {
  const walk = new Walk(await TreeVerification.of(log.tree));
  try {
    for await (const records of log.records()) {
      for (const record of records) await walk.step(record, log, options.expectedHead);
      await walk.checkIds(records, log);
      options.progress?.(walk.position);
    }
    if (options.expectedHead && walk.position < options.expectedHead.position)
      throw new VerificationError(
        walk.position + 1,
        `the log ends here, but held ${options.expectedHead.position} records before`,
      );
    await walk.checkStreams(log);
    await walk.checkTargets(log);
    await walk.checkTree();
    await walk.checkBookkeeping(log);
    await walk.checkIndex(log);
  } catch (error) {
    const broken = error instanceof LogDamaged ? walk.unreadable(error) : error;
    if (!(broken instanceof VerificationError)) throw broken;
    const { position, message: problem, isDerived } = broken;
    return { ok: false, count: walk.position, position, problem, isDerived };
  }
  return { ok: true, count: walk.position, head: { position: walk.position, hash: walk.hash } };
}

class Walk {
  position = 0;
  hash = '';
  private recorded = -Infinity;
  private readonly revisions = new Map<string, number>();
  private readonly streams = new Map<string, number[]>();
  private readonly targets = new Map<string, number[]>();
  private readonly index = new IndexVerification();

  constructor(private readonly tree: TreeVerification) {}

  async step(
    record: StoredRecord,
    log: EventLog,
    expectedHead: VerifyOptions['expectedHead'],
  ): Promise<void> {
    const { position, hash, recorded, stream } = record;
    const next = this.position + 1;
    const broken = (problem: string) => new VerificationError(next, problem);
    if (position !== next)
      throw broken(`record ${next} is missing: the next one is at position ${position}`);
    if (sha256(record.body) !== hash)
      throw broken('its body does not match its hash: one of them was changed');
    const body = bodyOf(record, broken);
    if (body.previous !== (this.hash === '' ? GENESIS_HASH : this.hash))
      throw broken('its previous hash does not match the record before it, which was changed');
    checkColumns(record, body, broken);
    if (!(recorded >= this.recorded))
      throw broken(
        `its recorded instant ${body.recordedAt} is earlier than that of the record before it`,
      );
    const revision = (this.revisions.get(stream) ?? 0) + 1;
    if (record.revision !== revision)
      throw broken(`its revision of ${stream} is ${record.revision} instead of ${revision}`);
    if (expectedHead?.position === position && expectedHead.hash !== hash)
      throw broken('its hash differs from the expected head: the log was rewritten');
    this.revisions.set(stream, revision);
    await this.addLinks(record, log);
    this.tree.add(record);
    this.position = position;
    this.recorded = recorded;
    this.hash = hash;
  }

  /** Looks the records up by id, as a reader does. */
  async checkIds(records: readonly StoredRecord[], log: EventLog): Promise<void> {
    const found = await log.byId(records.map(({ id }) => id));
    records.forEach(({ id, position }, index) => {
      if (found[index]?.position !== position)
        throw new VerificationError(
          position,
          `looking up its id ${id} finds another record, or none`,
        );
    });
  }

  /** Damage found while reading a page; it may lie further on in the page than the position named. */
  unreadable({ message }: LogDamaged): VerificationError {
    return new VerificationError(
      this.position + 1,
      `it, or a record of the same page, cannot be read: ${message}`,
    );
  }

  /** Reads every stream as a reader does, which detects an index that hides or adds an event. */
  async checkStreams(log: EventLog): Promise<void> {
    const before = this.position + 1;
    const streams = new Set(this.streams.keys());
    for (const { stream } of await log.streams()) streams.add(stream);
    for (const stream of streams) {
      const expected = this.streams.get(stream) ?? [];
      let index = 0;
      for await (const events of log.read({ streams: [stream], before }))
        for (const { position } of events) {
          const next = expected[index++];
          if (next !== position) throw misindexed(stream, next ?? Infinity, position);
        }
      const missing = expected[index];
      if (missing !== undefined) throw misindexed(stream, missing, Infinity);
    }
  }

  /** The same for the events that target each event. */
  async checkTargets(log: EventLog): Promise<void> {
    for (const [id, positions] of this.targets) {
      const found = new Set((await log.byTarget([id])).map(({ position }) => position));
      const missing = positions.find((position) => !found.has(position));
      if (missing !== undefined)
        throw new VerificationError(
          missing,
          `it targets the event ${id}, but the target index does not hold it`,
        );
    }
  }

  /** Compares what is kept to append and to look up with the records. */
  async checkBookkeeping(log: EventLog): Promise<void> {
    const wrong = wrongBookkeeping(await log.bookkeeping(), this.targets, this.position);
    if (wrong) throw new VerificationError(wrong.position, wrong.problem);
  }

  /** Compares the stream index with the events, unless it is to be made anew anyway. */
  async checkIndex(log: EventLog): Promise<void> {
    const wrong = (await this.index.firstWrong(log.index)) ?? (await indexBeyond(log));
    if (wrong)
      throw new VerificationError(
        wrong.position,
        `the stream index is not as the events say: ${wrong.problem}. "parley reindex" makes it anew`,
        true,
      );
  }

  /** Compares the Merkle tree with the records. */
  async checkTree(): Promise<void> {
    const wrong = await this.tree.firstWrong();
    if (wrong) throw new VerificationError(wrong.position, wrong.problem, wrong.isDerived);
  }

  private async addLinks(record: StoredRecord, log: EventLog): Promise<void> {
    const event = decodeEvent(record);
    const links = linksOf(event);
    const targets = new Map<string, EventLinks>();
    for (let { target } = links; target !== undefined && !targets.has(target);) {
      const [event] = await log.byId([target]);
      if (!event) break;
      targets.set(target, linksOf(event));
      target = linksOf(event).target;
    }
    const streams = linkedStreams(links, (id) => targets.get(id));
    for (const stream of streams) add(this.streams, stream, record.position);
    this.index.add({ event, streams });
    if (links.target !== undefined) add(this.targets, links.target, record.position);
  }
}

/** An index that claims events which the log does not have would miss those that come. */
async function indexBeyond(log: EventLog): Promise<WrongEntry | undefined> {
  const { version, position } = await log.index.state();
  const head = await log.head();
  if (version !== INDEX_VERSION || position <= head.position) return undefined;
  return {
    position: head.position,
    problem: `it reaches position ${position}, but the log ends here`,
  };
}

function add(lists: Map<string, number[]>, key: string, position: number): void {
  const list = lists.get(key);
  if (list) list.push(position);
  else lists.set(key, [position]);
}

function bodyOf(record: StoredRecord, broken: (problem: string) => VerificationError): RecordBody {
  try {
    const body = JSON.parse(record.body) as RecordBody;
    if (canonical(body) === record.body) return body;
  } catch {
    // Reported below.
  }
  throw broken('its body is not canonical JSON: this log did not write it');
}

function checkColumns(
  record: StoredRecord,
  body: RecordBody,
  broken: (problem: string) => VerificationError,
): void {
  for (const column of ['position', 'id', 'stream', 'revision', 'type'] as const)
    if (record[column] !== body[column])
      throw broken(`its column ${column} is ${record[column]}, but its body says ${body[column]}`);
  if (record.recorded !== Date.parse(body.recordedAt))
    throw broken(`its column recorded is ${record.recorded}, but its body says ${body.recordedAt}`);
}

function misindexed(stream: string, expected: number, found: number): VerificationError {
  return expected < found
    ? new VerificationError(
        expected,
        `it belongs in the history of ${stream}, but is not found there`,
      )
    : new VerificationError(
        found,
        `it is found in the history of ${stream}, where it does not belong`,
      );
}
