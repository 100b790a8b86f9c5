/** Answers to requests that are known before any route is looked up. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator } from '../auth/authenticator.js';
import type { Observability } from '../observability/observability.js';
import { accessLog } from '../observability/requestLog.js';
import type { KeptAnswers } from '../responses/keptAnswers.js';
import type { ResponseCache } from '../responses/responseCache.js';
import { EarlyRequests } from './earlyRequests.js';
import { KeptPosts } from './keptPosts.js';
import { PinnedGets } from './pinnedGets.js';
import type { TrustedDocuments } from './restrictions/trustedDocuments.js';

export interface EarlyAnswersOptions {
  readonly cache: ResponseCache;
  readonly answers: KeptAnswers | undefined;
  readonly authenticator: Authenticator;
  readonly observability: Observability;
  readonly documents: TrustedDocuments | undefined;
  readonly isLocalOnly: () => boolean;
  /** Whether each request is written to the access log, behind so many proxies. */
  readonly accessLog: boolean;
  readonly proxies: number;
}

export class EarlyAnswers {
  readonly pinnedGets: PinnedGets;
  /** Undefined where answers are not kept, and where each request is traced. */
  readonly keptPosts: KeptPosts | undefined;

  constructor(options: EarlyAnswersOptions) {
    const { cache, answers, authenticator, observability, isLocalOnly, proxies } = options;
    const early = new EarlyRequests({
      metrics: observability.metrics,
      isLocalOnly,
      answered: options.accessLog ? accessLog(observability, proxies) : undefined,
    });
    this.pinnedGets = new PinnedGets(cache, early);
    if (answers && !observability.tracing)
      this.keptPosts = new KeptPosts(answers, authenticator, options.documents, early);
  }

  /** Takes a request that may be answered here, and answers it or calls `otherwise`; false for others. */
  answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean {
    return (
      this.pinnedGets.answer(request, response) ||
      (this.keptPosts?.take(request, response, otherwise) ?? false)
    );
  }
}
