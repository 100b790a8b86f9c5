/** Random requests over every protocol that a server speaks. */
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { TOOLS } from '../../../src/server/mcp/mcpServer.js';
import { Documents, type Operation } from './documents.js';
import { type Draw, garbled, json, LONG, often, pick, text } from './values.js';

export interface HttpRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is sent over one WebSocket. */
export interface SocketRequest {
  readonly messages: readonly string[];
}

/** Lines of the interchange format, to be imported. */
export interface ImportRequest {
  readonly lines: string;
}

export type FuzzRequest = HttpRequest | SocketRequest | ImportRequest;

const JSON_TYPE = 'application/json';
const OPERATIONS: readonly Operation[] = [
  'query',
  'query',
  'query',
  'query',
  'mutation',
  'subscription',
];

/** `path` as OpenAPI writes it. */
export interface Path {
  readonly path: string;
  readonly parameters: readonly string[];
}

/** Paths that `/api/openapi.json` does not list, or lists without their files. */
const OTHER_PATHS: readonly Path[] = [
  '/{x}',
  '/negotiations/{x}',
  '/measures/{x}',
  '/share/{x}',
  '/share/negotiations/{x}.svg',
  '/share/negotiations/{x}.png',
  '/oembed',
  '/feeds/{x}.atom',
  '/feeds/{x}.ics',
  '/feeds/negotiations/{x}.atom',
  '/feeds/negotiations/{x}.ics',
  '/log/{x}',
  '/log/checkpoint',
  '/log/proof/{x}',
  '/log/tile/{x}/{x}',
  '/log/tile/entries/{x}',
  '/api/{x}',
  '/api/log.jsonl',
  '/assets/{x}',
  '/.well-known/{x}',
  '/schema.graphql',
  '/health',
  '/ready',
  '/metrics',
].map((path) => ({ path, parameters: ['at', 'knownAt', 'url', 'format', 'view', 'x'] }));

/** A character that a URL cannot have is written as text, and any other as it is at times. */
const inUrl = (draw: Draw, value: string): string =>
  often(draw, 90)
    ? encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, ''))
    : value.replaceAll(/[^!-~]|[#?/]/gu, '%');

export class Requests {
  readonly #documents: Documents;

  constructor(
    schema: GraphQLSchema,
    readonly paths: readonly Path[],
    readonly draw: Draw,
  ) {
    this.#documents = new Documents(schema, draw);
  }

  any(): FuzzRequest {
    const { draw } = this;
    const kind = draw(fc.nat, { max: 99 });
    if (kind < 35) return this.#graphqlPost();
    if (kind < 45) return this.#graphqlGet();
    if (kind < 75) return this.#read(pick(draw, often(draw, 60) ? this.paths : OTHER_PATHS));
    if (kind < 88) return this.#mcp();
    if (kind < 94) return this.#socket();
    return this.#import();
  }

  #payload(): Record<string, unknown> {
    const { draw } = this;
    const query = this.#documents.document(pick(draw, OPERATIONS));
    return {
      query: often(draw, 96) ? query : draw(() => json),
      ...(often(draw, 15) && { variables: draw(() => json) }),
      ...(often(draw, 8) && { operationName: draw(() => json) }),
      ...(often(draw, 8) && { extensions: draw(() => json) }),
    };
  }

  #graphqlPost(): HttpRequest {
    const { draw } = this;
    const payload: unknown = often(draw, 94) ? this.#payload() : draw(() => json);
    const body = JSON.stringify(payload);
    const accept = pick(draw, ['*/*', JSON_TYPE, 'application/graphql-response+json', 'text/html']);
    const type = pick(draw, [
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/graphql',
      '',
    ]);
    return {
      path: '/graphql',
      method: often(draw, 97) ? 'POST' : pick(draw, ['PUT', 'DELETE', 'PATCH', 'OPTIONS']),
      headers: {
        'content-type': often(draw, 92) ? JSON_TYPE : type,
        accept: often(draw, 95)
          ? accept
          : pick(draw, ['multipart/mixed', 'text/event-stream', 'x']),
        ...(often(draw, 4) && { authorization: pick(draw, ['Bearer x', 'Basic eDp4', LONG]) }),
      },
      body: often(draw, 94) ? body : garbled(draw, body),
    };
  }

  #graphqlGet(): HttpRequest {
    const { draw } = this;
    const parameters = Object.entries(this.#payload()).map(
      ([name, value]) =>
        `${name}=${inUrl(draw, typeof value === 'string' ? value : JSON.stringify(value))}`,
    );
    const search = parameters.join('&').slice(0, 12_000);
    return { path: `/graphql?${search}`, method: 'GET', headers: { accept: JSON_TYPE } };
  }

  #read({ path, parameters }: Path): HttpRequest {
    const { draw } = this;
    const filled = path.replaceAll(/\{\w+\}/g, () =>
      inUrl(
        draw,
        draw(() => text),
      ),
    );
    const given = Array.from({ length: draw(fc.nat, { max: 4 }) }, () => {
      const name = often(draw, 95) ? pick(draw, parameters) : draw(() => text);
      return `${inUrl(draw, name)}=${inUrl(
        draw,
        draw(() => text),
      )}`;
    });
    const suffix = often(draw, 15) ? pick(draw, ['.csv', '.parquet', '.json', '/', '/../..']) : '';
    return {
      path: `${filled}${suffix}${given.length > 0 ? `?${given.join('&')}` : ''}`.slice(0, 12_000),
      method: often(draw, 95) ? 'GET' : pick(draw, ['HEAD', 'POST', 'PUT', 'DELETE']),
      headers: often(draw, 10) ? { accept: pick(draw, ['text/csv', 'x', '*/*;q=x']) } : {},
    };
  }

  #mcp(): HttpRequest {
    const { draw } = this;
    const { name } = pick(draw, TOOLS);
    const names = [
      'negotiation',
      'at',
      'knownAt',
      'imposedBy',
      'on',
      'text',
      'id',
      'event',
      'goods',
    ];
    const given = Array.from({ length: draw(fc.nat, { max: 5 }) }, () => [
      pick(draw, names),
      draw(() => json),
    ]);
    const call = { name, arguments: Object.fromEntries(given) as unknown };
    const method = often(draw, 85)
      ? 'tools/call'
      : pick(draw, ['tools/list', 'initialize', 'ping', 'x']);
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method,
      params: often(draw, 92) ? call : draw(() => json),
    };
    const body = JSON.stringify(message);
    return {
      path: '/mcp',
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, accept: 'application/json, text/event-stream' },
      body: often(draw, 95) ? body : garbled(draw, body),
    };
  }

  #socket(): SocketRequest {
    const { draw } = this;
    const init = { type: 'connection_init', ...(often(draw, 10) && { payload: draw(() => json) }) };
    const messages = Array.from({ length: 1 + draw(fc.nat, { max: 2 }) }, (_, n) => {
      const id = often(draw, 90) ? `${n}` : draw(() => json);
      const type = often(draw, 90)
        ? 'subscribe'
        : pick(draw, ['complete', 'ping', 'pong', 'next', 'x']);
      const message = JSON.stringify({ id, type, payload: this.#payload() });
      return often(draw, 92) ? message : garbled(draw, message);
    });
    return { messages: [...(often(draw, 92) ? [JSON.stringify(init)] : []), ...messages] };
  }

  #import(): ImportRequest {
    const { draw } = this;
    const event = () => ({
      stream: 'negotiation/a-b',
      type: pick(draw, ['StatementMade', 'TalksPaused', 'RoundHeld', 'EventRetracted', 'x']),
      occurred: draw(() => text),
      data: {
        speaker: 'A speaker',
        summary: 'They talk.',
        ...(often(draw, 40) && { x: draw(() => json) }),
      },
      ...(often(draw, 20) && {
        [pick(draw, ['id', 'also', 'sources', 'recordedAt'])]: draw(() => json),
      }),
    });
    const lines = Array.from({ length: 1 + draw(fc.nat, { max: 3 }) }, () => {
      const line = JSON.stringify(often(draw, 85) ? event() : draw(() => json));
      return often(draw, 85) ? line : garbled(draw, line);
    });
    return { lines: lines.join('\n') };
  }
}
