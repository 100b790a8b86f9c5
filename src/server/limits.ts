/** Limits of a request, of a connection and of the whole server, and its timeouts. */

/**
 * Size of a request body, in bytes; larger ones are refused unread. It holds
 * a measure with a schedule of 20,000 lines, as a line of an import does.
 */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * A longer body is read in a thread, where there are some: to parse, coerce and check it would take
 * longer than others may be kept waiting.
 */
export const LONG_BODY_BYTES = 16 * 1024;

/** Size of a message on a WebSocket, or of a body at `/mcp`, in bytes. */
export const MAX_MESSAGE_BYTES = 256 * 1024;

/**
 * Tokens of a GraphQL document; arguments belong in variables. Validation compares fields with each
 * other, so it costs O(tokens²).
 */
export const MAX_DOCUMENT_TOKENS = 5_000;

/** Size of an answer in bytes; a larger one is given up while it grows. */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Questions that may wait for a thread, of one client and of all. */
export const QUEUE_LIMITS = { perClient: 200, total: 5_000 } as const;

/** Heap of a thread that works out answers, in megabytes. */
export const THREAD_HEAP_MB = 1_024;

/** Time for a client to send headers and body, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** Pictures that may wait to be drawn, of one client and of all. */
export const PICTURE_QUEUE = { perClient: 8, total: 64 } as const;

/** For one picture, in milliseconds, with starting the thread that draws it. */
export const PICTURE_DEADLINE_MS = 15_000;

/** Size of the pictures kept, in bytes. */
export const PICTURE_BYTES = 16 * 1024 * 1024;

/** Size of the page heads kept, in characters. */
export const PAGE_HEADS_SIZE = 4 * 1024 * 1024;

/** Bytes of answers that may wait to be read by their clients. */
export const UNREAD_LIMITS = { perClient: 64 * 1024 * 1024, total: 256 * 1024 * 1024 } as const;

/** How much may be open or running at the same time. */
export interface StreamLimits {
  /** Subscriptions, over SSE and WebSockets together. */
  readonly subscriptions: number;
  /** Cost of the questions subscribed to, each counted once. */
  readonly subscribedCost: number;
  /** WebSockets, whether they subscribe or not. */
  readonly webSockets: number;
  /** Operations on one WebSocket, subscriptions included. */
  readonly operationsPerWebSocket: number;
}

export const STREAM_LIMITS: StreamLimits = {
  subscriptions: 10_000,
  subscribedCost: 1_000_000,
  webSockets: 5_000,
  operationsPerWebSocket: 50,
};

/** The same for one client: the bearers of a token by its name, all others by their address. */
export interface ClientLimits {
  /** Connections; of an address, and not where proxies share theirs. */
  readonly connections: number;
  /** Requests under way, streams not counted. */
  readonly requests: number;
  readonly subscriptions: number;
  readonly subscribedCost: number;
  readonly webSockets: number;
}

export const CLIENT_LIMITS: ClientLimits = {
  connections: 3_000,
  requests: 500,
  subscriptions: 2_000,
  subscribedCost: 100_000,
  webSockets: 3_000,
};

/** How long the server waits, all in milliseconds. */
export interface Timeouts {
  /** Between two heartbeats on a stream: proxies cut connections that are silent for a minute. */
  readonly heartbeat: number;
  /** For a client to read what is sent, or to answer a heartbeat, before it is disconnected. */
  readonly stall: number;
  /** For the first message on a WebSocket, `connection_init`. */
  readonly greeting: number;
  /** For one answer, from when work on it begins: then the work is stopped. */
  readonly answer: number;
  /** For one mutation in a thread, likewise. */
  readonly write: number;
  /** For what a subscription selects, each time. */
  readonly subscription: number;
  /** For the log to return its head, before it counts as unavailable. */
  readonly head: number;
  /** Between two probes of writing after a write failed. */
  readonly recheck: number;
  /** For subscriptions to end by themselves when the server stops. */
  readonly lastWord: number;
  /** For everything under way to finish when the server stops; then it is cut. */
  readonly grace: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  heartbeat: 12_000,
  stall: 30_000,
  greeting: 3_000,
  answer: 2_000,
  write: 30_000,
  subscription: 10_000,
  head: 2_000,
  recheck: 15_000,
  lastWord: 2_000,
  grace: 6_000,
};
