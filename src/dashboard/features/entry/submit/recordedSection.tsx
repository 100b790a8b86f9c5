/** What was recorded, with the way to take it back, to the next event, or out of the form. */
import { useState } from 'react';
import { eventPath } from '../../../lib/routes.js';
import { Link } from '../../../ui/link.js';
import type { EntryPreset } from '../../../ui/openEntryForm.js';
import { streamKind } from './streamHead.js';
import type { AcceptedResult } from './submit.js';
import { Findings } from './preview/findings.js';
import { SubmitSection } from './submitSections.js';
import { UndoButton } from './undo.js';

export function RecordedSection({
  result: { events, findings, repeated },
  onNext,
  onUndone,
  onEditUndone,
  onClose,
}: {
  readonly result: AcceptedResult;
  /** Starts another event; undefined where the form is about one on record, as is the next. */
  readonly onNext: ((preset?: EntryPreset) => void) | undefined;
  readonly onUndone: () => void;
  readonly onEditUndone: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const [undone, setUndone] = useState(false);
  const [event] = events;
  if (undone)
    return (
      <SubmitSection key="undone" title="Undone">
        <p>“{event?.summary}” no longer counts. It stays in the log, marked as retracted.</p>
        <p className="entry-buttons">
          <button type="button" className="primary" onClick={onClose}>
            Close
          </button>
          {onEditUndone && (
            <button type="button" onClick={onEditUndone}>
              Change it and record it again
            </button>
          )}
        </p>
      </SubmitSection>
    );
  return (
    <SubmitSection key="recorded" title="Recorded" tone="good">
      {events.map(({ id, summary, stream, revision, position, hash }) => (
        <p key={id}>
          <Link href={eventPath(id)} onClick={onClose}>
            {summary}
          </Link>{' '}
          <span className="soft">
            (event {revision} of the {streamKind(stream)}, position {position} in the log, hash{' '}
            <code title={hash}>{hash.slice(0, 16)}…</code>)
          </span>
        </p>
      ))}
      {repeated && <p>An earlier attempt had already recorded this event. It is on record once.</p>}
      <Findings findings={findings} entered={events.map(({ id }) => id)} onNext={onNext} />
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onClose}>
          Close
        </button>
        {onNext && (
          <button type="button" onClick={() => onNext()}>
            Enter another event
          </button>
        )}
        {event && !repeated && (
          <UndoButton
            eventId={event.id}
            onUndone={() => {
              setUndone(true);
              onUndone();
            }}
          />
        )}
      </p>
    </SubmitSection>
  );
}
