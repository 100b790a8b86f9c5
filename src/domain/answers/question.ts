/** Questions whose answers can be proved: each about one subject at one pinned view. */
import type { DutyQuestion } from '../duty/layer.js';

/** Clocks at which an answer never changes again: both are given, and `knownAt` is past. */
export interface PinnedAsOf {
  readonly at: string;
  readonly knownAt: string;
  readonly publicAt?: string | undefined;
}

export type Question =
  | { readonly negotiation: string; readonly asOf: PinnedAsOf }
  | { readonly duty: DutyQuestion; readonly asOf: PinnedAsOf };
