/** What `/graphql` goes by, over HTTP and over WebSockets alike. */
import type { Authenticator } from '../auth/authenticator.js';
import type { ServerConfig } from '../config.js';
import type { SubscriptionRegistry } from '../streaming/subscriptionRegistry.js';
import type { Observability } from '../observability/observability.js';
import type { Yoga } from './yoga.js';

export interface GraphqlDeps {
  readonly yoga: Yoga;
  readonly authenticator: Authenticator;
  readonly streams: SubscriptionRegistry;
  readonly observability: Observability;
  readonly config: Pick<ServerConfig, 'allowedOrigins' | 'timeouts' | 'streamLimits'>;
}
