/**
 * POST requests whose answer is kept: answered before any route is looked up. Most that ask the same
 * at another instant are such.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator } from '../auth/authenticator.js';
import { requestIdOf } from '../http/app.js';
import { bodyWasRead } from '../http/requestBody.js';
import { LONG_BODY_BYTES } from '../limits.js';
import type { KeptAnswers } from '../responses/keptAnswers.js';
import type { Answer } from '../responses/query.js';
import {
  type EarlyRequests,
  flat,
  type FlatHeaders,
  MAX_EARLY_BODY,
  PATH,
  REQUEST_ID,
} from './earlyRequests.js';
import { maySend } from './restrictions/checkDocument.js';
import type { TrustedDocuments } from './restrictions/trustedDocuments.js';
import { acceptsJson, plainBody } from './shortWay.js';

const LENGTH = 'content-length';

/** Whether the body of a request is JSON that the short way reads. */
const isShortJson = ({ headers }: IncomingMessage): boolean =>
  headers['content-type'] === 'application/json' &&
  headers['content-encoding'] === undefined &&
  Number(headers[LENGTH] ?? Infinity) <= LONG_BODY_BYTES &&
  acceptsJson(headers.accept);

export class KeptPosts {
  /** As the first such answer was sent. */
  #headers: FlatHeaders | undefined;

  constructor(
    readonly answers: Pick<KeptAnswers, 'kept'>,
    readonly authenticator: Pick<Authenticator, 'authenticate'>,
    /** The only documents that strangers may send; any when undefined. */
    readonly documents: TrustedDocuments | undefined,
    readonly early: EarlyRequests,
  ) {}

  /** Remembers the headers with which an answer of the short way is being sent. */
  remember(request: IncomingMessage, headers: Readonly<Record<string, unknown>>): void {
    if (this.#headers || !this.early.accepts(request)) return;
    this.#headers = flat(headers, [REQUEST_ID, LENGTH]);
  }

  /**
   * Takes a request that may have a kept answer, and answers it or calls `otherwise` soon; false, and
   * nothing is done, where it cannot have one.
   */
  take(request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean {
    const { method, url } = request;
    if (method !== 'POST' || url !== PATH || !this.#headers || !isShortJson(request)) return false;
    if (!this.early.accepts(request)) return false;
    const started = performance.now();
    // What came in one piece with the headers has been read by then.
    setImmediate(() => {
      void this.#answer(request, response, started).then((done) => done || otherwise());
    });
    return true;
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    started: number,
  ): Promise<boolean> {
    if (!request.complete) return false;
    const bytes = request.read() as Buffer | null;
    const body = bytes?.toString('utf8') ?? '';
    bodyWasRead(request, body);
    const plain = plainBody(body);
    if (!plain) return false;
    const requestId = requestIdOf(request);
    const principal = this.authenticator.authenticate(undefined, { address: '' });
    const { query: source, variables, operationName } = plain;
    if (!maySend(this.documents, principal, source)) return false;
    const answer = await this.answers
      .kept({ source, variables, operationName, principal, requestId })
      .catch((): Answer | undefined => undefined);
    if (!answer || answer.hasErrors || answer.body.length > MAX_EARLY_BODY) return false;
    const length = String(Buffer.byteLength(answer.body));
    response.writeHead(200, [REQUEST_ID, requestId, ...(this.#headers ?? []), LENGTH, length]);
    response.end(answer.body);
    this.early.finished(request, 200, started);
    return true;
  }
}
