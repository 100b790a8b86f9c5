/** A file held in memory with its compressed forms, and how one of them is sent. */
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentHash, etagMatches } from './etag.js';
import type { HttpHeaders } from './httpError.js';

const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** The suffix of a file that a build compressed beforehand. */
export const SUFFIXES: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * sirv was tried in its place: its entity tags are size and modification time, which packages from
 * a registry share between versions, and it sends brotli to clients that refuse it with `q=0`.
 */
export class CompressedFile {
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();
  readonly #mediaType: string;
  readonly #hash: string;

  /** `precompressed` holds what a build made; what is missing is compressed on first use. */
  constructor(
    name: string,
    readonly bytes: Buffer,
    precompressed: (suffix: string) => Buffer | undefined = () => undefined,
  ) {
    this.#mediaType = MEDIA_TYPES[path.extname(name)] ?? 'application/octet-stream';
    this.#hash = contentHash(bytes);
    for (const encoding of ENCODINGS) {
      const made = precompressed(SUFFIXES[encoding]);
      if (made) this.#compressed.set(encoding, Promise.resolve(made));
    }
  }

  /** Sends the form that the client prefers; 304 where it has it, unless `status` is not 200. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    headers: HttpHeaders,
    status = 200,
  ): Promise<FastifyReply> {
    const encoding = preferredEncoding(request.headers['accept-encoding'] ?? '');
    // Each encoding is another representation, so it has another tag.
    const etag = `"${this.#hash}${encoding ? `-${encoding}` : ''}"`;
    reply
      .headers(headers)
      .headers({ etag, vary: 'Accept-Encoding', 'content-type': this.#mediaType });
    if (status === 200 && etagMatches(etag, request.headers['if-none-match']))
      return reply.code(304).send();
    reply.code(status);
    if (!encoding) return reply.send(this.bytes);
    return reply.header('content-encoding', encoding).send(await this.#as(encoding));
  }

  #as(encoding: Encoding): Promise<Buffer> {
    let bytes = this.#compressed.get(encoding);
    if (!bytes) {
      bytes = compress[encoding](this.bytes);
      this.#compressed.set(encoding, bytes);
    }
    return bytes;
  }
}

/** The best encoding that a client accepts; undefined for none, or where its weight is zero. */
function preferredEncoding(header: string): Encoding | undefined {
  const accepted = header
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(';', 1)[0]);
  return ENCODINGS.find((encoding) => accepted.includes(encoding));
}
