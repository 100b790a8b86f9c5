/** The context of an operation. */
import type { Principal } from '../../graphql/context.js';
import type { OperationInfo } from '../observability/requestLog.js';
import type { Answer, AnswerRestrictions } from '../responses/query.js';
import type { CacheabilityTracker } from '../responses/cacheability.js';

/** What the server passes to each operation, and learns of it. */
export interface ServerContext {
  readonly principal: Principal;
  readonly requestId: string;
  /** Clients take turns: the name of the token, else the address. */
  readonly client: string;
  /** Aborted when the client has left. */
  readonly signal?: AbortSignal;
  /** What is not shown; everything is, when undefined. */
  readonly restrictions?: AnswerRestrictions | undefined;
  readonly tracker: CacheabilityTracker;
  /** The answer to this query where it was asked for already. */
  readonly answered?: Promise<Answer> | undefined;
  /** Filled in during execution. */
  readonly operation: OperationInfo;
}
