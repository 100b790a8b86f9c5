/** What one request, one connection and all of them together may ask of the server. */

/** Of a request's body or a WebSocket message; larger ones are refused before they are read. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Of a GraphQL document; arguments belong in variables. Validation compares fields with each
 * other, so its cost grows with the square of a document's length.
 */
export const MAX_DOCUMENT_TOKENS = 5_000;

/** For a client to send its headers and its body. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** Of all answers that are kept because they can never change. */
export const CACHE_BYTES = 64 * 1024 * 1024;

/** How many may listen at the same time, and how much one WebSocket may ask for at once. */
export interface StreamLimits {
  /** Subscriptions running, over SSE and WebSockets together. */
  readonly subscriptions: number;
  /** WebSockets open, whether they subscribe or not. */
  readonly sockets: number;
  /** Operations running on one WebSocket, subscriptions included. */
  readonly operationsPerSocket: number;
}

export const STREAM_LIMITS: StreamLimits = {
  subscriptions: 10_000,
  sockets: 5_000,
  operationsPerSocket: 50,
};

/** How long the server waits for whom, all in milliseconds. */
export interface Timeouts {
  /** Between two signs of life on a stream: proxies cut what is silent for a minute, or for less. */
  readonly heartbeat: number;
  /** For a client to take what is sent to it, or to answer a heartbeat, before it is let go. */
  readonly stall: number;
  /** For a WebSocket to say who it is. */
  readonly greeting: number;
  /** For the log to say where it ends, before it counts as away. */
  readonly head: number;
  /** Between two tries to write after one failed. */
  readonly recheck: number;
  /** For subscriptions to take their last word when the server stops. */
  readonly lastWord: number;
  /** For everything under way to be finished when the server stops; then it is cut off. */
  readonly grace: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  heartbeat: 12_000,
  stall: 30_000,
  greeting: 3_000,
  head: 2_000,
  recheck: 15_000,
  lastWord: 2_000,
  grace: 6_000,
};
