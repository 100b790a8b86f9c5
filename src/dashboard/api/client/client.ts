/** The GraphQL client over plain `fetch`. Caching is left to TanStack Query. */
import type { TypedDocumentString } from '../../generated/graphql.js';
import { trackWrite } from './ownWrites.js';
import { tokenOf } from './session.js';

/** An error as GraphQL returns it. */
export interface GraphqlErrorEntry {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A request that failed: the server could not be reached, or it returned errors. */
export class GraphqlError extends Error {
  constructor(
    message: string,
    /** HTTP status; undefined when no response arrived. */
    readonly status: number | undefined,
    readonly graphqlErrors: readonly GraphqlErrorEntry[] = [],
  ) {
    super(message);
    this.name = 'GraphqlError';
  }
}

/** Data may come with an error about a part of it, never about the whole of a root field. */
export interface GraphqlResult<T> {
  readonly data: T | undefined;
  readonly error: GraphqlError | undefined;
}

export interface GraphqlRequest {
  readonly kind: 'query' | 'mutation';
  /** Whether a query carries the session's token, too. */
  readonly authorized?: boolean;
  readonly query: string;
  readonly variables: object;
}

export interface GraphqlResponse {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly GraphqlErrorEntry[];
}

/** Carries a request to a server. Rejects when no response arrives. */
export type Transport = (request: GraphqlRequest, signal?: AbortSignal) => Promise<GraphqlResponse>;

/** In characters: proxies may refuse longer URLs. */
const MAX_URL = 7_000;

/** Whether a request fits a URL. GET responses can be cached by the browser and by the server. */
export const fitsUrl = ({ query, variables }: Omit<GraphqlRequest, 'kind'>): boolean =>
  encodeURIComponent(query + JSON.stringify(variables)).length <= MAX_URL;

/**
 * Sends requests to the GraphQL endpoint at `url`: queries by GET while they fit a URL. Only
 * mutations, and queries that ask to, carry the session's token, so that an expired token never
 * prevents reading the record.
 */
export const httpTransport =
  (url: string): Transport =>
  async ({ kind, authorized = kind === 'mutation', query, variables }, signal) => {
    const headers: Record<string, string> = {
      accept: 'application/graphql-response+json, application/json',
    };
    const token = authorized ? tokenOf() : null;
    if (token !== null) headers['Authorization'] = `Bearer ${token}`;
    const byGet = !authorized && fitsUrl({ query, variables });
    const params = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = byGet
      ? await fetch(`${url}?${params.toString()}`, { headers, signal: signal ?? null })
      : await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
          signal: signal ?? null,
        });
    const body = (await response.json().catch(() => ({}))) as Omit<GraphqlResponse, 'status'>;
    return { ...body, status: response.status };
  };

export class GraphqlClient {
  constructor(readonly transport: Transport) {}

  /** Resolves with data, an error or both; rejects only when aborted. */
  query<T, V extends object>(
    document: TypedDocumentString<T, V>,
    variables: V,
    signal?: AbortSignal,
  ): Promise<GraphqlResult<T>> {
    return this.#send<T>({ kind: 'query', query: textOf(document), variables }, signal);
  }

  /** As {@link query}, but rejects with `GraphqlError` when there is any error. */
  async fetch<T, V extends object>(
    document: TypedDocumentString<T, V>,
    variables: V,
    signal?: AbortSignal,
  ): Promise<T> {
    const { data, error } = await this.query(document, variables, signal);
    if (error) throw error;
    if (data === undefined) throw new GraphqlError('The server returned no data.', undefined);
    return data;
  }

  /** As {@link fetch}, with the session's token: for what only those who work on the record read. */
  async fetchAuthorized<T, V extends object>(
    document: TypedDocumentString<T, V>,
    variables: V,
    signal?: AbortSignal,
  ): Promise<T> {
    const query = textOf(document);
    const { data, error } = await this.#send<T>(
      { kind: 'query', authorized: true, query, variables },
      signal,
    );
    if (data === undefined || error)
      throw error ?? new GraphqlError('The server returned no data.', undefined);
    return data;
  }

  /** Sends a mutation; the events it writes count as written by this page. */
  mutate<T, V extends object>(
    document: TypedDocumentString<T, V>,
    variables: V,
  ): Promise<GraphqlResult<T>> {
    return trackWrite(this.#send<T>({ kind: 'mutation', query: textOf(document), variables }));
  }

  async #send<T>(request: GraphqlRequest, signal?: AbortSignal): Promise<GraphqlResult<T>> {
    try {
      const { data, errors, status } = await this.transport(request, signal);
      const [first] = errors ?? [];
      const answers = Object.values(data ?? {});
      const usable = data && !(first && answers.includes(null)) ? (data as T) : undefined;
      const message = first?.message ?? `The server returned no data (HTTP ${status}).`;
      return {
        data: usable,
        error: first || !data ? new GraphqlError(message, status, errors) : undefined,
      };
    } catch (error) {
      if (signal?.aborted) throw error;
      const message = error instanceof Error ? error.message : String(error);
      return { data: undefined, error: new GraphqlError(message, undefined) };
    }
  }
}

/** The text of an operation, as it is sent and shown. */
export const textOf = <T, V>(document: TypedDocumentString<T, V>): string =>
  document.toString().trim();
