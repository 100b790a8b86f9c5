/** The field that proves a whole answer. */

/** It reads the log up to the view. */
export const PROOF_COMPLEXITY = 1_000;

export const proofDescription =
  'Proof that the whole answer follows from all that the log held at its view, under the newest signed head: a file for "parley verify --proof". Null only with an error: VIEW_NOT_PINNED, LOG_NOT_SIGNED, PROOF_TOO_LARGE, or NOT_IN_TREE until the head is signed, within a second.';
