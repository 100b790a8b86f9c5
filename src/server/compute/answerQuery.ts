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
import type { Parley, Steadiness } from '../../app/parley.js';
import { steadinessOf } from '../../app/queries/steadyResult.js';
import { createContext } from '../../graphql/context.js';
import { steadyQuestion } from '../../graphql/steadyQuestion.js';
import { MAX_DOCUMENT_TOKENS } from '../limits.js';
import { isUnexpected, originalErrorOf } from '../observability/errors.js';
import type { Fault } from '../observability/observability.js';
import { CacheabilityTracker } from '../responses/cacheability.js';
import { maskedGraphQLError } from '../responses/maskErrors.js';
import { momentOf } from '../responses/moment.js';
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

/** Between which instants the answer to a question stays; undefined where it names its own instant. */
async function steadinessOfAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  query: Query,
  { answered }: CacheabilityTracker,
): Promise<Steadiness | undefined> {
  const moment = momentOf(query);
  const asked = moment && steadyQuestion(schema, document, query.operationName, moment.place);
  return asked && answered.length > 0 ? steadinessOf(answered, asked) : undefined;
}

/** Works out an answer. Its size is counted while it grows, and one that is too large is given up. */
export async function answerQuery(
  parley: Parley,
  schema: GraphQLSchema,
  query: Query,
  { size, documents }: { readonly size: AnswerSize; readonly documents: ParsedDocuments },
): Promise<Answer> {
  const { source, operationName, variables, requestId, principal, extensions } = query;
  const document = documents.get(source);
  const tracker = new CacheabilityTracker();
  const recorder = parley.readModel.recordUse();
  size.reset();
  const { data, errors } = await execute({
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables ?? {},
    contextValue: createContext(parley, { principal, cache: tracker }),
  });
  if (errors) tracker.usesCurrentLog();
  const tooLarge = size.exceeded;
  const told: readonly GraphQLError[] = tooLarge ? [tooLarge] : (errors ?? []);
  const steadiness =
    told.length > 0 ? undefined : await steadinessOfAnswer(schema, document, query, tracker);
  const keepable = told.length > 0 ? undefined : tracker.keepable(recorder.used, steadiness);
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
