/** Validation of documents in the threads: it costs O(document²), in the worst case a second. */
import { GraphQLError, Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Asked, DocumentError, QueryThreads } from '../responses/query.js';
import type { ServerContext } from './serverContext.js';

/** Up to this many characters a document takes less time to validate than to pass on. */
export const SHORT_DOCUMENT = 500;

/** Size of the cache, in characters of documents. */
const MAX_SIZE = 4 * 1024 * 1024;

export class CheckedDocuments {
  readonly #errors = new LRUCache<string, readonly DocumentError[]>({
    maxSize: MAX_SIZE,
    sizeCalculation: (errors, source) => 100 + source.length + 200 * errors.length,
  });

  constructor(readonly threads: Pick<QueryThreads, 'validate'>) {}

  /** Validates a document unless it is short or was before. One that does not parse has no errors here. */
  async check(source: unknown, asked: Omit<Asked, 'cost'>): Promise<void> {
    if (typeof source !== 'string' || source.length <= SHORT_DOCUMENT || this.#errors.has(source))
      return;
    this.#errors.set(source, await this.threads.validate(source, asked));
  }

  /** The errors of a document that was checked; undefined for another. */
  errorsOf(source: string): readonly GraphQLError[] | undefined {
    const errors = this.#errors.get(source);
    if (!errors?.length) return errors && [];
    const text = new Source(source);
    return errors.map(
      ({ message, positions }) => new GraphQLError(message, { source: text, positions }),
    );
  }
}

/** Has documents checked before they are parsed, and takes the outcome for their validation. */
export const checkInThreads = (documents: CheckedDocuments): Plugin<object, ServerContext> => ({
  onParams: ({ params, context: { client, signal } }) =>
    documents.check(params.query, { client, signal }),
  onValidate({ params: { documentAST }, setResult }) {
    const source = (documentAST as { loc?: { source: Source } }).loc?.source.body;
    const errors = source === undefined ? undefined : documents.errorsOf(source);
    if (errors) setResult([...errors]);
  },
});
