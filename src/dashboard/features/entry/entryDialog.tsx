/** The forms: in a dialog over the page, so that what is read stays where it is. */
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useQuery } from 'urql';
import { useHead } from '../../api/client/logHead.js';
import { EventInFullDocument } from '../../generated/graphql.js';
import { Loading, Trouble } from '../../ui/notice.js';
import type { EntryPurpose } from '../../ui/openEntryForm.js';
import { EntryForm } from './entryForm.js';
import { formOf, targetOf } from './model/target.js';
import { WORDS } from './model/wordsFor.js';
import './enter.css';

interface DialogProps {
  readonly purpose: EntryPurpose;
  readonly onClose: () => void;
}

export default function EntryDialog({ purpose, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { refresh } = useHead();
  // Before what is within puts the focus where it belongs: opening moves it to the first button.
  useLayoutEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    if (current && !current.open) current.showModal();
    return () => {
      current?.close();
      // Whoever opened the form with the keyboard goes on from there.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onRecorded = useCallback(() => void refresh(), [refresh]);
  return (
    <dialog
      ref={dialog}
      className={`entry${purpose.kind === 'suppose' ? ' supposed' : ''}`}
      aria-labelledby="entry-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="entry-head">
        <h2 id="entry-title">{WORDS[purpose.kind].title}</h2>
        <button type="button" onClick={onClose} aria-describedby="entry-kept">
          Close
        </button>
      </div>
      {'about' in purpose ? (
        <About purpose={purpose} about={purpose.about} onClose={onClose} onRecorded={onRecorded} />
      ) : (
        <EntryForm
          purpose={purpose}
          target={null}
          initial={NOTHING}
          onClose={onClose}
          onRecorded={onRecorded}
        />
      )}
      <div className="entry-foot">
        <p className="soft" id="entry-kept">
          What you type is kept in this tab until it is recorded or discarded.
        </p>
      </div>
    </dialog>
  );
}

const NOTHING = {};

/** A form about an event that is on record: it is read first. */
function About({
  purpose,
  about,
  onClose,
  onRecorded,
}: DialogProps & { readonly about: string; readonly onRecorded: () => void }) {
  const [{ data, error }, again] = useQuery({
    query: EventInFullDocument,
    variables: { id: about },
    requestPolicy: 'network-only',
  });
  const event = data?.event;
  // What the form began with stays as it is, also when the event is read again.
  const target = useMemo(() => (event ? targetOf(event) : null), [event]);
  const initial = useMemo(
    () => (target && purpose.kind === 'correct' ? formOf(target) : NOTHING),
    [target, purpose],
  );
  if (error)
    return (
      <Trouble title="The event could not be read" onRetry={() => again()}>
        {error.message}
      </Trouble>
    );
  if (!data) return <Loading what="Reading the event" />;
  if (!target)
    return <Trouble title="There is no such event">No event has the id {about}.</Trouble>;
  if (target.retracted)
    return (
      <Trouble title="This event is retracted">
        “{target.summary}” no longer counts. To bring it back, retract its retraction.
      </Trouble>
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
