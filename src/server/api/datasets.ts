/** The whole log as files: its events and its duties over time, as CSV and Parquet, and a manifest. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyEvent } from '../../../events/catalogue.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import { csvChunks } from '../../app/datasets/csv.js';
import { dutySteps, dutyStepTable, type LogPrefix } from '../../app/datasets/dutySteps.js';
import { eventTable } from '../../app/datasets/eventTable.js';
import { parquetChunks } from '../../app/datasets/parquet.js';
import type { Table } from '../../app/datasets/table.js';
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
  readonly operationId: string;
  readonly summary: string;
  readonly type: string;
  readonly chunks: (parley: Parley, prefix: Prefix) => AsyncIterable<Uint8Array>;
}

type PagesOf<Row> = (parley: Parley, prefix: Prefix) => AsyncIterable<readonly Row[]>;

const summaryOf = (rows: string, table: Table<never>): string =>
  `${rows}: ${Object.keys(table).join(', ')}.`;

const formatsOf = <Row>(
  name: string,
  operationId: string,
  rows: string,
  table: Table<Row>,
  pages: PagesOf<Row>,
): readonly DatasetFormat[] => [
  {
    path: `/${name}.csv`,
    operationId: `${operationId}Csv`,
    summary: summaryOf(rows, table),
    type: 'text/csv; charset=utf-8; header=present',
    chunks: (parley, prefix) => csvChunks(table, inTurns(pages(parley, prefix))),
  },
  {
    path: `/${name}.parquet`,
    operationId: `${operationId}Parquet`,
    summary: summaryOf(rows, table),
    type: 'application/vnd.apache.parquet',
    chunks: (parley, prefix) => parquetChunks(table, inTurns(pages(parley, prefix)), CREATED_BY),
  },
];

/** Other requests have their turn between two pages. */
async function* inTurns<Row>(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) {
    yield page;
    await yieldToEventLoop();
  }
}

export const DATASETS: readonly DatasetFormat[] = [
  ...formatsOf(
    'events',
    'download',
    'Every event of the log, one row each',
    eventTable,
    (parley, { position }) =>
      parley.descriptions.summarizedPages(parley.read({ before: position + 1 }, PAGE)),
  ),
  ...formatsOf(
    'duty-steps',
    'downloadDutySteps',
    'The duties of all goods over time by all that is on record, one row for each rate of each pair',
    dutyStepTable,
    dutySteps,
  ),
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
  name: 'Parley: the events of this log, and duties over time',
  description:
    'Every event of the log as recorded, one row each, with its sources and its place in the hash chain; and the duties that follow from them, one row for each rate.',
  url: `${origin}/`,
  isAccessibleForFree: true,
  variableMeasured: [...new Set([...Object.keys(eventTable), ...Object.keys(dutyStepTable)])],
});

type DatasetParameters = z.output<typeof datasetParameters>;

/** The part of the log that a file holds. The hash of its last record names the whole of it. */
interface Prefix extends LogPrefix {
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
  if (position === head.position) return { ...head, immutable };
  const [last] = await lastRecord(parley, position);
  return { position, hash: last?.hash ?? '', recordedAt: last?.recordedAt ?? '', immutable };
}

async function lastRecord(parley: Parley, position: number): Promise<readonly AnyEvent[]> {
  const pages = parley.read({ after: position - 1, before: position + 1 }, 1);
  for await (const page of pages) return page;
  return [];
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
  return reply.send(Readable.from(format.chunks(parley, prefix)));
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
      for await (const chunk of chunks(this.parley, prefix)) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      hashes.push({ sha256: hash.digest('hex'), bytes });
    }
    return hashes;
  }
}
