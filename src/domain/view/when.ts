/** Three-valued answers: whether something dated only so well has happened by an instant. */
import type { Bounds } from '../../../events/time.js';
import type { Answer } from '../reading.js';

/** Whether it may have happened by `at`. */
export const hasBegun = (bounds: Bounds, at: number): boolean => bounds.min <= at;

/** How sure it is that it has happened by `at`, given that it may have. */
export const answer = (bounds: Bounds, at: number): Answer =>
  at >= bounds.max ? 'CERTAIN' : 'POSSIBLE';
