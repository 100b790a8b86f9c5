/** Works out the answer to a query. */
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  type ParseOptions,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Parley } from '../../app/parley.js';
import { createContext } from '../../graphql/context.js';
import { MAX_DOCUMENT_TOKENS } from '../limits.js';
import { isUnexpected, originalErrorOf } from '../observability/errors.js';
import type { Fault } from '../observability/observability.js';
import { CacheabilityTracker } from '../responses/cacheability.js';
import { maskedGraphQLError } from '../responses/maskErrors.js';
import type { Answer, DocumentError, Query } from '../responses/query.js';
import type { AnswerSize } from './answerSize.js';

const OPTIONS: ParseOptions = { maxLexicalTokens: MAX_DOCUMENT_TOKENS };

/** Of a document's syntax tree, for each character of its text; roughly. */
const BYTES_PER_CHARACTER = 60;

/** The parsed document of a text. Throws a `GraphQLError`. */
export const documentOf = (source: string): DocumentNode => parse(source, OPTIONS);

/** Parsed documents by their text, bounded by bytes. */
export class ParsedDocuments {
  readonly #documents: LRUCache<string, DocumentNode>;

  constructor(maxBytes: number) {
    this.#documents = new LRUCache({
      maxSize: Math.max(maxBytes, 1),
      sizeCalculation: (_, source) => 1_000 + BYTES_PER_CHARACTER * source.length,
    });
  }

  get(source: string): DocumentNode {
    let document = this.#documents.get(source);
    if (!document) this.#documents.set(source, (document = documentOf(source)));
    return document;
  }
}

/** An error as it passes between threads. */
export const faultOf = (error: unknown): Fault => {
  const original = originalErrorOf(error);
  if (!(original instanceof Error))
    return { name: 'Error', message: String(original), stack: undefined, code: undefined };
  const { name, message, stack } = original;
  return { name, message, stack, code: (original as { code?: unknown }).code };
};

/** Works out an answer. Its size is counted while it grows, and one that is too large is given up. */
export async function answerQuery(
  parley: Parley,
  schema: GraphQLSchema,
  { source, operationName, variables, requestId, principal, extensions }: Query,
  { size, documents }: { readonly size: AnswerSize; readonly documents: ParsedDocuments },
): Promise<Answer> {
  const tracker = new CacheabilityTracker();
  const recorder = parley.readModel.recordUse();
  size.reset();
  const { data, errors } = await execute({
    schema,
    document: documents.get(source),
    operationName: operationName ?? null,
    variableValues: variables ?? {},
    contextValue: createContext(parley, { principal, cache: tracker }),
  });
  if (errors) tracker.usesCurrentLog();
  const tooLarge = size.exceeded;
  const told: readonly GraphQLError[] = tooLarge ? [tooLarge] : (errors ?? []);
  const keepable = told.length > 0 ? undefined : tracker.keepable(recorder.used);
  return {
    body: JSON.stringify({
      ...(told.length > 0 && { errors: told.map((error) => maskedGraphQLError(error, requestId)) }),
      data: tooLarge ? null : data,
      ...(extensions && { extensions }),
    }),
    hasErrors: told.length > 0,
    cacheability: { ...tracker.cacheability, ...(keepable && { keepable }) },
    faults: told.filter(isUnexpected).map(faultOf),
  };
}

/** The answer where nothing could be asked. */
export const failedAnswer = (error: unknown, requestId: string): Answer => ({
  body: JSON.stringify({ errors: [maskedGraphQLError(error, requestId)], data: null }),
  hasErrors: true,
  cacheability: { views: 0, mutable: true, position: 0 },
  faults: [faultOf(error)],
});

/** What is wrong with a document by the schema. Whoever parses one that does not parse says so. */
export function documentErrors(schema: GraphQLSchema, source: string): readonly DocumentError[] {
  let document: DocumentNode;
  try {
    document = documentOf(source);
  } catch {
    return [];
  }
  return validate(schema, document).map(({ message, positions }) => ({ message, positions }));
}
