/**
 * A server behind `fetch`, made from the printed schema: for tests of how the dashboard's HTTP
 * client handles headers, refusals and lost connections.
 */
import { type DocumentNode, parse } from 'graphql';
import { vi } from 'vitest';
import { contractErrors, contractServer, type Resolvers } from './contractServer.js';

const documents = new Map<string, DocumentNode>();

/** Parsed once, so that it is validated once. */
function documentOf(query: string): DocumentNode {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  return document;
}

interface RecordedRequest {
  readonly name: string;
  readonly variables: Record<string, unknown>;
  readonly authorization: string | null;
}

export interface HttpServer {
  /** The requests received, in order, each with its authorization header. */
  readonly requests: readonly RecordedRequest[];
  /** The requests received for an operation, in order. */
  of(name: string): readonly RecordedRequest[];
  /**
   * Drops the connection after executing each of the next `requests` requests, without a response.
   */
  lose(requests: number): void;
  /** Valid tokens; while there are none, no token is required. */
  readonly tokens: Set<string>;
}

/** Answers `fetch` from resolvers until `vi.unstubAllGlobals` is called. */
export function httpServer(resolvers: Resolvers): HttpServer {
  const server = contractServer(resolvers);
  const requests: RecordedRequest[] = [];
  const tokens = new Set<string>();
  let toLose = 0;

  const answer = async (input: string, init: RequestInit): Promise<Response> => {
    const url = new URL(input, 'http://parley.test');
    const body =
      typeof init.body === 'string'
        ? (JSON.parse(init.body) as { query: string; variables?: Record<string, unknown> })
        : {
            query: url.searchParams.get('query') ?? '',
            variables: JSON.parse(url.searchParams.get('variables') ?? '{}') as never,
          };
    const document = documentOf(body.query);
    const [definition] = document.definitions;
    const name = (definition as { name?: { value: string } }).name?.value ?? '';
    const authorization = new Headers(init.headers).get('authorization');
    requests.push({ name, variables: body.variables ?? {}, authorization });
    if (authorization !== null && !tokens.has(authorization.replace('Bearer ', '')))
      return json({ errors: [{ message: 'That token is not known here.' }] }, 401);
    const errors = contractErrors(document);
    const result =
      errors.length > 0
        ? { errors }
        : await server.execute({
            document,
            variables: body.variables ?? {},
            context: { mayWrite: tokens.size === 0 || authorization !== null },
          });
    if (toLose > 0) {
      toLose -= 1;
      throw new TypeError('Failed to fetch');
    }
    return json(result, 200);
  };
  vi.stubGlobal('fetch', answer);
  return {
    requests,
    of: (name) => requests.filter((each) => each.name === name),
    lose: (requests) => (toLose = requests),
    tokens,
  };
}

const json = (body: unknown, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
