/** The modal dialog that holds an entry form, so that the page behind keeps its position. */
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { EventInFullDocument } from '../../generated/graphql.js';
import { Loading, ErrorNotice } from '../../ui/loading/notice.js';
import type { EntryPurpose } from '../../ui/openEntryForm.js';
import { EntryForm } from './entryForm.js';
import { correctionValues, targetEvent } from './model/targetEvent.js';
import { PURPOSE_TEXTS } from './model/purposeTexts.js';
import './entry.css';

interface DialogProps {
  readonly purpose: EntryPurpose;
  readonly onClose: () => void;
}

export default function EntryDialog({ purpose, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { refresh } = useLogHead();
  // A layout effect, so that the form's own effects set the focus after showModal has moved it.
  useLayoutEffect(() => {
    const { current } = dialog;
    const opener = document.activeElement;
    if (current && !current.open) current.showModal();
    return () => {
      current?.close();
      // Returns the focus to the element that opened the form.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const queries = useQueryClient();
  const onRecorded = useCallback(() => {
    void refresh();
    // What this page and the next form show of the record; the event that the form is about stays.
    void queries.invalidateQueries({
      predicate: ({ queryKey: [document] }) => document !== EventInFullDocument.toString(),
    });
  }, [queries, refresh]);
  const { occurred, preset } = 'eventId' in purpose ? {} : purpose;
  const initial = useMemo(
    () => ({ ...(occurred !== undefined && { occurred }), ...preset?.values }),
    [occurred, preset],
  );
  return (
    <dialog
      ref={dialog}
      className={`entry${purpose.kind === 'suppose' ? ' hypothetical' : ''}`}
      aria-labelledby="entry-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="entry-head">
        <h2 id="entry-title">{PURPOSE_TEXTS[purpose.kind].title}</h2>
        <button type="button" onClick={onClose} aria-describedby="entry-kept-note">
          Close
        </button>
      </div>
      {'eventId' in purpose ? (
        <TargetForm
          purpose={purpose}
          eventId={purpose.eventId}
          onClose={onClose}
          onRecorded={onRecorded}
        />
      ) : (
        <EntryForm
          purpose={purpose}
          target={null}
          initial={initial}
          onClose={onClose}
          onRecorded={onRecorded}
        />
      )}
      <div className="entry-foot">
        <p className="soft" id="entry-kept-note">
          Your entries are kept in this tab until you record or discard them.
        </p>
      </div>
    </dialog>
  );
}

const NO_VALUES = {};

/** A form about a recorded event, shown once that event is loaded. */
function TargetForm({
  purpose,
  eventId,
  onClose,
  onRecorded,
}: DialogProps & { readonly eventId: string; readonly onRecorded: () => void }) {
  const { data, error, refetch } = useGraphqlQuery(EventInFullDocument, { id: eventId });
  const event = data?.event;
  // Stable while the event is the same, so that a refetch does not reset the form.
  const target = useMemo(() => (event ? targetEvent(event) : null), [event]);
  const initial = useMemo(
    () => (target && purpose.kind === 'correct' ? correctionValues(target) : NO_VALUES),
    [target, purpose],
  );
  if (error)
    return (
      <ErrorNotice title="The event could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  if (!data) return <Loading what="Loading the event" />;
  if (!target)
    return <ErrorNotice title="There is no such event">No event has the ID {eventId}.</ErrorNotice>;
  if (target.retracted)
    return (
      <ErrorNotice title="This event is retracted">
        “{target.summary}” no longer counts. To bring it back, retract its retraction.
      </ErrorNotice>
    );
  return (
    <EntryForm
      purpose={purpose}
      target={target}
      initial={initial}
      onClose={onClose}
      onRecorded={onRecorded}
    />
  );
}
