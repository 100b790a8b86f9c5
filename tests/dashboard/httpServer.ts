/**
 * A server behind `fetch`, made from the printed contract: for tests of what the dashboard does with
 * headers, refusals and lost connections, which only its own client over HTTP shows.
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

interface Asked {
  readonly name: string;
  readonly variables: Record<string, unknown>;
  readonly authorization: string | null;
}

export interface HttpServer {
  /** What was asked, in order, with what was sent to be let in. */
  readonly asked: readonly Asked[];
  /** What was asked under a name, in order. */
  of(name: string): readonly Asked[];
  /** How many of the next requests get no answer: each is carried out, then the line is lost. */
  lose(requests: number): void;
  /** Tokens that are known; while there are none, nobody is asked for one. */
  readonly tokens: Set<string>;
}

/** Answers `fetch` from resolvers until the test ends and `vi.unstubAllGlobals` is called. */
export function httpServer(resolvers: Resolvers): HttpServer {
  const server = contractServer(resolvers);
  const asked: Asked[] = [];
  const tokens = new Set<string>();
  let toLose = 0;

  const answer = async (input: string, init: RequestInit): Promise<Response> => {
    const given = new URL(input, 'http://parley.test');
    const sent =
      typeof init.body === 'string'
        ? (JSON.parse(init.body) as { query: string; variables?: Record<string, unknown> })
        : {
            query: given.searchParams.get('query') ?? '',
            variables: JSON.parse(given.searchParams.get('variables') ?? '{}') as never,
          };
    const document = documentOf(sent.query);
    const [definition] = document.definitions;
    const name = (definition as { name?: { value: string } }).name?.value ?? '';
    const authorization = new Headers(init.headers).get('authorization');
    asked.push({ name, variables: sent.variables ?? {}, authorization });
    if (authorization !== null && !tokens.has(authorization.replace('Bearer ', '')))
      return json({ errors: [{ message: 'That token is not known here.' }] }, 401);
    const errors = contractErrors(document);
    const result =
      errors.length > 0
        ? { errors }
        : await server.execute({
            document,
            variables: sent.variables ?? {},
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
    asked,
    of: (name) => asked.filter((each) => each.name === name),
    lose: (requests) => (toLose = requests),
    tokens,
  };
}

const json = (body: unknown, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
