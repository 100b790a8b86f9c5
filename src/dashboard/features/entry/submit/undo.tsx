/** Takes back what was just recorded: within a minute, a retraction at one click. */
import { useEffect, useState } from 'react';
import { useGraphqlClient } from '../../../api/client/apiProvider.js';
import { newIdempotencyKey } from '../model/draft.js';
import { submit, type SubmitResult } from './submit.js';

/** For so long a slip is taken back without giving a reason. */
export const UNDO_MS = 60_000;

const REASON = 'Undone within a minute of being recorded: entered by mistake.';

type UndoState = 'offered' | 'undoing' | 'over' | { readonly problem: string };

function problemOf(result: SubmitResult): string {
  if ('message' in result) return result.message;
  return result.kind === 'problems'
    ? result.problems.map(({ message }) => message).join('; ')
    : 'The server could not be reached. Try again.';
}

export function UndoButton({
  eventId,
  onUndone,
}: {
  readonly eventId: string;
  readonly onUndone: () => void;
}) {
  const client = useGraphqlClient();
  const [state, setState] = useState<UndoState>('offered');
  useEffect(() => {
    const timer = setTimeout(() => setState('over'), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  // The same for each attempt, so that one whose answer is lost is not recorded twice.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const undo = async () => {
    setState('undoing');
    const input = { event: eventId, reason: REASON, idempotencyKey };
    const result = await submit(client, { mutation: 'retractEvent', input }, false);
    if (result.kind === 'accepted') onUndone();
    else setState({ problem: problemOf(result) });
  };
  if (state === 'over') return null;
  return (
    <>
      <button type="button" disabled={state === 'undoing'} onClick={() => void undo()}>
        Undo
      </button>
      {typeof state === 'object' && (
        <span role="alert" className="entry-problem">
          It could not be undone: {state.problem}
        </span>
      )}
    </>
  );
}
