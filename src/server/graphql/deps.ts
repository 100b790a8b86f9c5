/** What `/graphql` needs, over HTTP and over WebSockets alike. */
import type { Parley } from '../../app/parley.js';
import type { Authenticator } from '../auth/authenticator.js';
import type { CrossOrigin } from '../http/cors.js';
import type { QueryThreads } from '../responses/query.js';
import type { Timeouts } from '../limits.js';
import type { Observability } from '../observability/observability.js';
import type { SubscriptionRegistry } from '../streaming/subscriptionRegistry.js';
import type { ResponseCache } from '../responses/responseCache.js';
import type { CheckedDocuments } from './checkedDocuments.js';
import type { Restrictions } from './restrictions/restrictions.js';
import type { EarlyAnswers } from './earlyAnswers.js';
import type { ShortWay } from './shortWay.js';
import type { Yoga } from './yoga.js';

export interface GraphqlDeps {
  readonly parley: Parley;
  readonly yoga: Yoga;
  readonly authenticator: Authenticator;
  readonly subscriptions: SubscriptionRegistry;
  readonly cache: ResponseCache;
  readonly observability: Observability;
  /** Where queries are answered; in this thread when undefined. */
  readonly threads: QueryThreads | undefined;
  /** Validated in the threads; here when undefined. */
  readonly documents: CheckedDocuments | undefined;
  /** Of plain queries; undefined where they are answered in this thread. */
  readonly shortWay: ShortWay | undefined;
  readonly early: EarlyAnswers;
  readonly timeouts: Pick<Timeouts, 'heartbeat' | 'stall'>;
  readonly crossOrigin: CrossOrigin;
  readonly restrictions: Restrictions;
}
