/** What can be done about any event on record: correct it, retract it, add a source, suppose it away. */
import { useAssuming } from '../api/url/assumptions.js';
import { switchOff } from '../api/url/editAssumptions.js';
import { useOpenEntryForm } from './openEntryForm.js';
import './eventActions.css';

export function EventActions({ id, summary }: { readonly id: string; readonly summary: string }) {
  const open = useOpenEntryForm();
  const assuming = useAssuming();
  if (!open) return null;
  const off = assuming?.without?.includes(id) ?? false;
  const about = <span className="heard">: {summary}</span>;
  return (
    <p className="event-actions screen-only">
      <button type="button" className="quiet" onClick={() => open({ kind: 'correct', about: id })}>
        Correct{about}
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => open({ kind: 'addSources', about: id })}
      >
        Add a source{about}
      </button>
      <button type="button" className="quiet" onClick={() => open({ kind: 'retract', about: id })}>
        Retract{about}
      </button>
      <button type="button" className="quiet" onClick={() => switchOff(id, !off)}>
        {off ? 'Suppose it happened again' : 'What if it had not happened?'}
        {about}
      </button>
    </p>
  );
}
