/** The actions on a recorded event: correct, add a source, retract, leave it out in a what-if. */
import { useAssumptions } from '../api/url/assumptions.js';
import { excludeEvent } from '../api/url/editAssumptions.js';
import { useOpenEntryForm } from './openEntryForm.js';
import './eventActions.css';

export function EventActions({ id, summary }: { readonly id: string; readonly summary: string }) {
  const open = useOpenEntryForm();
  const assumptions = useAssumptions();
  if (!open) return null;
  const excluded = assumptions?.without?.includes(id) ?? false;
  const suffix = <span className="visually-hidden">: {summary}</span>;
  return (
    <p className="event-actions screen-only">
      <button
        type="button"
        className="quiet"
        onClick={() => open({ kind: 'correct', eventId: id })}
      >
        Correct{suffix}
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => open({ kind: 'addSources', eventId: id })}
      >
        Add a source{suffix}
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => open({ kind: 'retract', eventId: id })}
      >
        Retract{suffix}
      </button>
      <button type="button" className="quiet" onClick={() => excludeEvent(id, !excluded)}>
        {excluded ? 'Include it again' : 'What if it had not happened?'}
        {suffix}
      </button>
    </p>
  );
}
