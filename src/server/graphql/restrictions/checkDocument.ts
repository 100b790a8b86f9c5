/** Which document a request is to carry out: the one it sends, or the one whose hash it sends. */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Principal } from '../../../graphql/context.js';
import type { ServerContext } from '../serverContext.js';
import type { TrustedDocuments } from './trustedDocuments.js';

/** The parts of a request that name a document. */
export interface DocumentRequest {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

const refusal = (message: string, code: string, status: number) =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

/** Clients of Apollo's protocol know these two by their message, too. */
const notSupported = () =>
  refusal('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED', 200);
const notFound = () => refusal('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 200);

const notTrusted = () =>
  refusal(
    'Without a token this server answers only the documents of its own pages, and those that its operator listed. Send one of these, or a token.',
    'DOCUMENT_NOT_TRUSTED',
    403,
  );

function hashIn(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: unknown };
  const { sha256Hash } = (persistedQuery ?? {}) as { sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : undefined;
}

/** Whether the caller may send a document; with a token any, and without `documents` everybody. */
export const maySend = (
  documents: TrustedDocuments | undefined,
  { name }: Principal,
  query: string,
): boolean => documents === undefined || name !== undefined || documents.has(query);

/** The text to carry out; undefined where none was sent. Throws a `GraphQLError` where it may not be. */
export function documentOf(
  documents: TrustedDocuments | undefined,
  principal: Principal,
  { query, extensions }: DocumentRequest,
): string | undefined {
  if (typeof query === 'string') {
    if (maySend(documents, principal, query)) return query;
    throw notTrusted();
  }
  const hash = hashIn(extensions);
  if (hash === undefined) return undefined;
  const text = documents?.withHash(hash);
  if (text !== undefined) return text;
  throw documents ? notFound() : notSupported();
}

/** Puts the document in the place of its hash. */
export const checkDocuments = (
  documents: TrustedDocuments | undefined,
): Plugin<object, ServerContext> => ({
  onParams({ params, setParams, context: { principal } }) {
    const query = documentOf(documents, principal, params);
    if (query !== undefined && query !== params.query) setParams({ ...params, query });
  },
});
