/** The states of a form between editing and the recorded event. */
import type { Consequences } from './preview/consequences.js';
import type { MeasureAddedTo } from './preview/measuresAddedTo.js';
import type { Conflict, SubmitResult, AcceptedResult } from './submit.js';

/** `check` is a dry run with a preview; `record` appends the event. */
export type SubmitMode = 'check' | 'record';

export interface Preview {
  /** The IDs of what is entered, which is not on record yet. */
  readonly entered: readonly string[];
  readonly findings: AcceptedResult['findings'];
  /** Null where they could not be calculated. */
  readonly consequences: readonly Consequences[] | null;
  /** In force on what a new measure is on. */
  readonly addedTo: readonly MeasureAddedTo[];
}

/** Findings that say an event is likely to be a slip. */
const CONFIRMED: ReadonlySet<string> = new Set([
  'LAUNCHED_BEFORE',
  'POSSIBLE_DUPLICATE',
  'NOT_BEGUN',
  'NO_SUCH_CHAPTER',
]);

/** Whether someone must say that these findings were read before the event is recorded. */
export const needsConfirmation = (findings: Preview['findings']): boolean =>
  findings.some(({ code }) => CONFIRMED.has(code));

export type SubmitFailure = Extract<
  SubmitResult,
  { kind: 'unreachable' | 'idempotencyConflict' | 'failed' }
>;

export type SubmitState =
  | { readonly status: 'editing' }
  | { readonly status: 'submitting'; readonly mode: SubmitMode }
  | { readonly status: 'preview'; readonly preview: Preview }
  | { readonly status: 'conflict'; readonly conflict: Conflict; readonly mode: SubmitMode }
  | { readonly status: 'unauthorized'; readonly message: string; readonly mode: SubmitMode }
  | { readonly status: 'failed'; readonly failure: SubmitFailure; readonly mode: SubmitMode }
  | { readonly status: 'recorded'; readonly result: AcceptedResult };

export const EDITING: SubmitState = { status: 'editing' };

/** What the preview of an accepted dry run shows besides what the server finds. */
export interface PreviewParts extends Pick<Preview, 'consequences' | 'addedTo'> {
  /** What the form itself questions. */
  readonly points: Preview['findings'];
}

export const NO_PARTS: PreviewParts = { consequences: null, addedTo: [], points: [] };

/** The state after a response. `parts` belong to the preview of an accepted dry run. */
export function stateAfter(
  result: SubmitResult,
  mode: SubmitMode,
  { points, consequences, addedTo }: PreviewParts,
): SubmitState {
  switch (result.kind) {
    case 'accepted':
      return mode === 'check'
        ? {
            status: 'preview',
            preview: {
              entered: result.events.map(({ id }) => id),
              findings: [...points, ...result.findings],
              consequences,
              addedTo,
            },
          }
        : { status: 'recorded', result };
    case 'problems':
      return EDITING;
    case 'conflict':
      return { status: 'conflict', conflict: result, mode };
    case 'unauthorized':
      return { status: 'unauthorized', message: result.message, mode };
    case 'unreachable':
    case 'idempotencyConflict':
    case 'failed':
      return { status: 'failed', failure: result, mode };
  }
}
