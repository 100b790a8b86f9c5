/** What `/graphql` goes by, over HTTP and over WebSockets alike. */
import type { Door } from '../auth/authenticator.js';
import type { ServerConfig } from '../config.js';
import type { OpenStreams } from '../streaming/subscriptionRegistry.js';
import type { Operations } from '../observability/observability.js';
import type { Yoga } from './yoga.js';

export interface Rules {
  readonly yoga: Yoga;
  readonly door: Door;
  readonly streams: OpenStreams;
  readonly operations: Operations;
  readonly config: Pick<ServerConfig, 'allowedOrigins' | 'timing' | 'streamLimits'>;
}
