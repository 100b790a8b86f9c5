/** One thread that draws pictures, started by the first of them and ended when none are asked for. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import { contentHash } from '../http/etag.js';
import { PICTURE_BYTES, PICTURE_DEADLINE_MS, PICTURE_QUEUE } from '../limits.js';
import type { Rasterizer } from '../responses/picture.js';
import { FairQueue } from './fairQueue.js';
import type { RasterOptions } from './rasterWorker.js';

/** Threads run what is built: they load no TypeScript. This file runs from src and from dist. */
const WORKER = path.join(
  path.dirname(createRequire(import.meta.url).resolve('parley/package.json')),
  'dist/src/server/compute/rasterWorker.js',
);

/** The thread ends after this time without work, in milliseconds. */
const IDLE_MS = 30_000;

export class RasterThread implements Rasterizer {
  readonly #queue = new FairQueue(1, PICTURE_QUEUE);
  readonly #drawn = new LRUCache<string, Buffer>({
    maxSize: PICTURE_BYTES,
    sizeCalculation: (png) => png.length,
  });
  /** Those under way: whoever asks for one of them meanwhile waits for it. */
  readonly #drawing = new Map<string, Promise<Buffer>>();
  #pool: Piscina<string, Uint8Array> | undefined;

  constructor(
    readonly options: RasterOptions,
    readonly deadline = PICTURE_DEADLINE_MS,
  ) {}

  /** The size of what is kept. */
  get bytes(): number {
    return this.#drawn.calculatedSize;
  }

  async png(svg: string, client: string): Promise<Buffer> {
    const key = contentHash(Buffer.from(svg));
    const drawn = this.#drawn.get(key) ?? this.#drawing.get(key);
    if (drawn) return drawn;
    const drawing = this.#queue
      .run(client, undefined, () => this.#draw(svg))
      .finally(() => this.#drawing.delete(key));
    this.#drawing.set(key, drawing);
    const png = await drawing;
    this.#drawn.set(key, png);
    return png;
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    await this.#pool?.destroy();
  }

  async #draw(svg: string): Promise<Buffer> {
    this.#pool ??= new Piscina({
      filename: WORKER,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      atomics: 'disabled',
      workerData: this.options,
    });
    const late = AbortSignal.timeout(this.deadline);
    try {
      return Buffer.from(await this.#pool.run(svg, { signal: late }));
    } catch (error) {
      if (!late.aborted) throw error;
      throw new GraphQLError(
        `Drawing this took longer than ${this.deadline / 1000} s and was stopped. Try again in a second.`,
        { extensions: { code: 'DEADLINE_EXCEEDED' } },
      );
    }
  }
}
