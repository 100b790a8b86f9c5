/** What one request may ask of the server. */

/** Of a request's body; larger ones are refused before they are read. */
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

/** For requests under way to be finished when the server stops. */
export const GRACE_MS = 5_000;
