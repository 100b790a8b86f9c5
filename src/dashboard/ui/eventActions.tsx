/** The actions on a recorded event: correct, add a source, retract, leave it out in a what-if. */
import { useMayWrite } from '../api/client/rights.js';
import { useAssumptions } from '../api/url/assumptions.js';
import { excludeEvent } from '../api/url/editAssumptions.js';
import { useOpenEntryForm } from './openEntryForm.js';
import './eventActions.css';

interface EventActionsProps {
  readonly id: string;
  readonly type: string;
  readonly summary: string;
  /** Whether the page shows what the event brings about, so that it may be left out in a what-if. */
  readonly supposable?: boolean;
}

/** Says something of another event only: it has nothing of its own to correct. */
const isAnnotation = (type: string): boolean =>
  ['EventCorrected', 'EventRetracted', 'SourceAdded'].includes(type);

export function EventActions({ id, type, summary, supposable = false }: EventActionsProps) {
  const open = useOpenEntryForm();
  const mayWrite = useMayWrite();
  if (!open || !(mayWrite || supposable)) return null;
  const action = (kind: 'correct' | 'addSources' | 'retract', label: string) => (
    <button type="button" className="quiet" onClick={() => open({ kind, eventId: id })}>
      {label}
      <Of summary={summary} />
    </button>
  );
  return (
    <p className="event-actions screen-only">
      {mayWrite &&
        (isAnnotation(type) ? (
          action('retract', type === 'EventRetracted' ? 'Take back' : 'Retract')
        ) : (
          <>
            {action('correct', 'Correct')}
            {action('addSources', 'Add a source')}
            {action('retract', 'Retract')}
          </>
        ))}
      {supposable && <WithoutIt id={id} summary={summary} />}
    </p>
  );
}

function WithoutIt({ id, summary }: Pick<EventActionsProps, 'id' | 'summary'>) {
  const excluded = useAssumptions()?.without?.includes(id) ?? false;
  return (
    <button type="button" className="quiet" onClick={() => excludeEvent(id, !excluded)}>
      {excluded ? 'Include it again' : 'What if it had not happened?'}
      <Of summary={summary} />
    </button>
  );
}

/** What a button is about, for those who do not see what it stands beside. */
const Of = ({ summary }: { readonly summary: string }) => (
  <span className="visually-hidden">: {summary}</span>
);
