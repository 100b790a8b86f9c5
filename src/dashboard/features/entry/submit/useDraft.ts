/** The draft of a form as React state, stored in the session at every change. */
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { type Draft, loadDraft, emptyDraft, deleteDraft, saveDraft } from '../model/draft.js';
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import { isBlank, type FormValues } from '../model/formValues.js';

export interface DraftState {
  readonly draft: Draft;
  /** The newest draft, also where React has not rendered it yet. Read it outside of rendering only. */
  readonly latest: Readonly<RefObject<Draft>>;
  /** Changes parts of the draft and stores it. */
  readonly update: (change: Partial<Draft>) => void;
  /** Replaces the draft by a new one and deletes the stored one. */
  readonly replace: (values: FormValues, type?: string) => void;
}

/** Whether a stored draft holds nothing that was typed: its date may be that of a page left since. */
const isUntouched = ({ type, values: { occurred: _, ...rest } }: Draft): boolean =>
  type === null && isBlank(rest);

/** The stored draft of a purpose, else a new one. */
function startDraft(purpose: EntryPurpose, initial: FormValues): Draft {
  const stored = loadDraft(purpose);
  const isKept = stored && ('eventId' in purpose || !isUntouched(stored));
  const type = 'preset' in purpose ? purpose.preset?.type : undefined;
  return isKept ? stored : emptyDraft(initial, type);
}

export function useDraft(purpose: EntryPurpose, initial: FormValues): DraftState {
  const [draft, setDraft] = useState<Draft>(() => startDraft(purpose, initial));
  const latest = useRef(draft);
  const update = useCallback(
    (change: Partial<Draft>) => {
      const next = { ...latest.current, ...change };
      latest.current = next;
      setDraft(next);
      saveDraft(purpose, next);
    },
    [purpose],
  );
  const replace = useCallback(
    (values: FormValues, type?: string) => {
      deleteDraft(purpose);
      const next = emptyDraft(values, type);
      latest.current = next;
      setDraft(next);
    },
    [purpose],
  );
  return useMemo(() => ({ draft, latest, update, replace }), [draft, update, replace]);
}
