/** Signs the head of the log as it grows, and asks witnesses to sign it, too. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Parley } from '../../app/parley.js';
import { HeadSigner, type SignedHead } from '../../app/transparency/headSigner.js';
import { openCheckpoint, type SigningKey } from '../../proof/signing.js';
import { BadNote, type VerifierKey } from '../../proof/signedNote.js';
import type { Observability } from '../observability/observability.js';
import { requestText, SIZE_TYPE } from './witnessProtocol.js';

export interface WitnessAddress {
  /** Where `add-checkpoint` is below. */
  readonly url: string;
  readonly key: VerifierKey;
}

export interface TransparencyConfig {
  readonly key: SigningKey;
  readonly witnesses: readonly WitnessAddress[];
}

/** A head is signed at most this long after an append. */
const POLL_MS = 500;
/** A witness that does not answer is asked again after this long, or about the next head. */
const RETRY_MS = 30_000;
const TIMEOUT_MS = 10_000;
const MAX_ANSWER = 10_000;

interface WitnessProgress {
  /** The size of the newest head that it signed. */
  size: number;
  retryAt: number;
}

export class HeadPublisher {
  readonly #signer: HeadSigner;
  readonly #stopping = new AbortController();
  readonly #progress = new Map<WitnessAddress, WitnessProgress>();
  #loop: Promise<void> | undefined;
  #problem: string | undefined;

  constructor(
    readonly parley: Parley,
    readonly config: TransparencyConfig,
    readonly observability: Observability,
  ) {
    this.#signer = new HeadSigner(parley.log, config.key);
    for (const witness of config.witnesses) this.#progress.set(witness, { size: 0, retryAt: 0 });
  }

  /** Signs the head as it is. Throws `LogDamaged` when the log is not as it was signed before. */
  async start(): Promise<void> {
    await this.#signer.extend();
    this.#loop ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        const { position } = await this.parley.head();
        const head = this.#signer.head;
        const newest = head?.size === position ? head : await this.#signer.extend();
        for (const witness of this.config.witnesses) await this.#ask(witness, newest);
        this.#problem = undefined;
      } catch (error) {
        this.#report(error);
      }
      await pause(POLL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** An error is reported once, not at every turn. */
  #report(error: unknown): void {
    const problem = String(error);
    if (problem === this.#problem || this.#stopping.signal.aborted) return;
    this.#problem = problem;
    this.observability.logger.error({ err: error }, 'the head of the log could not be signed');
  }

  async #ask(witness: WitnessAddress, head: SignedHead): Promise<void> {
    const progress = this.#progress.get(witness);
    if (!progress || progress.size >= head.size || Date.now() < progress.retryAt) return;
    try {
      await this.#cosign(witness, progress, head);
    } catch (error) {
      progress.retryAt = Date.now() + RETRY_MS;
      if (!this.#stopping.signal.aborted)
        this.observability.logger.warn(
          { err: error, witness: witness.key.name },
          'a witness did not sign the head of the log',
        );
    }
  }

  async #cosign(witness: WitnessAddress, progress: WitnessProgress, head: SignedHead) {
    let reply = await this.#send(witness, progress.size, head);
    if (reply.status === 409 && reply.type === SIZE_TYPE && /^\d{1,15}\n$/u.test(reply.body)) {
      // It has signed more or less than this server knows of.
      progress.size = Number(reply.body);
      if (progress.size > head.size)
        throw new BadNote(
          `It has signed a head of ${progress.size} records, and this log has ${head.size}: records were lost, or another server is ahead.`,
        );
      reply = await this.#send(witness, progress.size, head);
    }
    if (reply.status !== 200)
      throw new BadNote(`It answered ${reply.status}: ${reply.body.slice(0, 200).trim()}`);
    const note = head.note + reply.body;
    const { witnesses } = openCheckpoint(note, this.config.key, [witness.key]);
    if (witnesses.length === 0) throw new BadNote('It answered without a signature by its key.');
    await this.#signer.keepCosigned({ size: head.size, note });
    progress.size = head.size;
  }

  async #send({ url }: WitnessAddress, oldSize: number, head: SignedHead) {
    const proof = await this.parley.proofs.consistency(oldSize, head);
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(`${url.replace(/\/$/u, '')}/add-checkpoint`, {
      method: 'POST',
      body: requestText({ oldSize, proof, note: head.note }),
      redirect: 'error',
      signal,
    });
    const body = await response.text();
    if (body.length > MAX_ANSWER) throw new BadNote('Its answer is too long.');
    return { status: response.status, type: response.headers.get('content-type'), body };
  }
}
