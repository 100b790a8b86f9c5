/** The whole log as files: `/api/events.csv`, `/api/events.parquet`, and a manifest of both. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyEvent } from '../../../events/catalogue.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import { csvChunks } from '../../app/datasets/csv.js';
import { eventTable } from '../../app/datasets/eventTable.js';
import { parquetChunks } from '../../app/datasets/parquet.js';
import type { Parley } from '../../app/parley.js';
import { etagMatches } from '../http/etag.js';
import { sendJson } from '../http/httpError.js';
import { readOnlyRoute } from '../http/readOnlyRoute.js';
import { VERSION } from '../version.js';
import { ParameterReader } from './parameters.js';
import { timePoint } from '../responses/timePoint.js';
import { Problem } from './problem.js';

const CREATED_BY = `parley ${VERSION}`;

/** Events of a page read from the log. */
const PAGE = 1_000;

interface DatasetFormat {
  readonly path: string;
  readonly type: string;
  readonly chunks: (pages: AsyncIterable<readonly AnyEvent[]>) => AsyncIterable<Uint8Array>;
}

export const DATASETS: readonly DatasetFormat[] = [
  {
    path: '/events.csv',
    type: 'text/csv; charset=utf-8; header=present',
    chunks: (pages) => csvChunks(eventTable, pages),
  },
  {
    path: '/events.parquet',
    type: 'application/vnd.apache.parquet',
    chunks: (pages) => parquetChunks(eventTable, pages, CREATED_BY),
  },
];

export const datasetParameters = z.strictObject({
  through: z
    .int('is not a position, a whole number from 1')
    .min(1, 'is not a position, a whole number from 1')
    .describe('Only the events up to this position; such a file never changes.')
    .optional(),
  knownAt: timePoint('Only events recorded by then. A date means its close in UTC.').optional(),
});

/** The record as search engines for data read it (schema.org), without its files. */
export const datasetOf = (origin: string) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: 'Parley: the events of this log',
  description:
    'Every event of the log as recorded, one row each, with its sources and its place in the hash chain.',
  url: `${origin}/`,
  isAccessibleForFree: true,
  variableMeasured: Object.keys(eventTable),
});

type DatasetParameters = z.output<typeof datasetParameters>;

/** The part of the log that a file holds: the first `position` events. */
interface Prefix {
  readonly position: number;
  /** The hash of its last record, which names the whole prefix; empty when it has no event. */
  readonly hash: string;
  /** Whether the same request always has this prefix. */
  readonly immutable: boolean;
}

async function prefixOf(parley: Parley, parameters: DatasetParameters): Promise<Prefix> {
  const head = await parley.head();
  const { through, knownAt } = parameters;
  let position = head.position;
  let immutable = false;
  if (knownAt !== undefined) {
    const instant = timePointInstant(knownAt, 'UTC');
    immutable = await parley.log.closeTimestamp(instant).catch(() => false);
    position = Math.min(position, await parley.log.positionAt(instant));
  }
  if (through !== undefined) {
    if (through > head.position)
      throw new Problem(404, 'NOT_FOUND', `The log has ${head.position} events so far.`);
    position = Math.min(position, through);
    immutable ||= knownAt === undefined;
  }
  if (position === head.position) return { position, hash: head.hash, immutable };
  const [last] = await lastRecord(parley, position);
  return { position, hash: last?.hash ?? '', immutable };
}

async function lastRecord(parley: Parley, position: number): Promise<readonly AnyEvent[]> {
  const pages = parley.read({ after: position - 1, before: position + 1 }, 1);
  for await (const page of pages) return page;
  return [];
}

/** The events of a prefix in pages; other requests have their turn between two of them. */
async function* eventsOf(
  parley: Parley,
  { position }: Prefix,
): AsyncGenerator<readonly AnyEvent[]> {
  for await (const page of parley.read({ before: position + 1 }, PAGE)) {
    yield page;
    await yieldToEventLoop();
  }
}

/** Registers the files and their manifest. */
export function datasetRoutes(scope: FastifyInstance, parley: Parley): void {
  const reader = new ParameterReader(datasetParameters);
  const read = ({ query }: FastifyRequest) =>
    reader.read(query as Record<string, string>) as DatasetParameters;
  for (const format of DATASETS)
    readOnlyRoute(scope, format.path, async (request, reply) => {
      const prefix = await prefixOf(parley, read(request));
      return sendFile(request, reply, parley, format, prefix);
    });
  const manifests = new Manifests(parley);
  readOnlyRoute(scope, '/datasets.json', async (request, reply) => {
    const prefix = await prefixOf(parley, read(request));
    const origin = `${request.protocol}://${request.host}`;
    return sendJson(reply, 200, await manifests.of(prefix, origin));
  });
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  parley: Parley,
  format: DatasetFormat,
  prefix: Prefix,
): FastifyReply {
  const etag = `"${prefix.position}-${prefix.hash.slice(0, 16)}-${VERSION}"`;
  reply.headers({
    etag,
    'cache-control': prefix.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (etagMatches(etag, request.headers['if-none-match'])) return reply.code(304).send();
  reply.headers({
    'content-type': format.type,
    'content-disposition': `attachment; filename="parley${format.path.replace('/', '-')}"`,
  });
  if (request.method === 'HEAD') return reply.send();
  return reply.send(Readable.from(format.chunks(eventsOf(parley, prefix))));
}

interface FileHash {
  readonly sha256: string;
  readonly bytes: number;
}

/** Manifests, with the hashes of the files of the last prefix asked for kept. */
class Manifests {
  #kept: { readonly key: string; readonly hashes: Promise<readonly FileHash[]> } | undefined;

  constructor(readonly parley: Parley) {}

  /** A schema.org Dataset. The first time for a prefix it writes every file: O(events). */
  async of(prefix: Prefix, origin: string): Promise<unknown> {
    const hashes = await this.#hashes(prefix);
    const query = prefix.position > 0 ? `?through=${prefix.position}` : '';
    return {
      ...datasetOf(origin),
      version: String(prefix.position),
      headPosition: prefix.position,
      headHash: prefix.hash,
      distribution: DATASETS.map(({ path, type }, index) => ({
        '@type': 'DataDownload',
        contentUrl: `${origin}/api${path}${query}`,
        encodingFormat: type.replace(/;.*/, ''),
        sha256: hashes[index]?.sha256,
        contentSize: `${hashes[index]?.bytes} B`,
      })),
    };
  }

  #hashes(prefix: Prefix): Promise<readonly FileHash[]> {
    const key = `${prefix.position} ${prefix.hash}`;
    if (this.#kept?.key === key) return this.#kept.hashes;
    const hashes = this.#computed(prefix);
    this.#kept = { key, hashes };
    // What failed is tried again.
    hashes.catch(() => {
      if (this.#kept?.hashes === hashes) this.#kept = undefined;
    });
    return hashes;
  }

  async #computed(prefix: Prefix): Promise<readonly FileHash[]> {
    const hashes: FileHash[] = [];
    for (const { chunks } of DATASETS) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of chunks(eventsOf(this.parley, prefix))) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      hashes.push({ sha256: hash.digest('hex'), bytes });
    }
    return hashes;
  }
}
