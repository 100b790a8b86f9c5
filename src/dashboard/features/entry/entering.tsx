/** Opens the forms from anywhere on a page; what they are made of is loaded when first needed. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Boundary } from '../../ui/boundary.js';
import { Loading } from '../../ui/notice.js';
import { part } from '../../ui/lazyWithRetry.js';
import {
  type EntryPurpose,
  type OpenEntryForm,
  OpenEntryFormContext,
} from '../../ui/openEntryForm.js';
import { noteOpen, openForm } from './model/draft.js';

const EntryDialog = part(() => import('./entryDialog.js'), {
  meanwhile: <Loading what="Opening the form" />,
});

export function EnteringProvider({ children }: { readonly children: ReactNode }) {
  // A form that was open when the page was left is open again.
  const [purpose, setPurpose] = useState<EntryPurpose | null>(openForm);
  const open = useCallback((next: EntryPurpose | null) => {
    noteOpen(next);
    setPurpose(next);
  }, []);
  const value = useMemo<OpenEntryForm>(() => open, [open]);
  return (
    <OpenEntryFormContext value={value}>
      {children}
      {purpose && (
        <Boundary key={JSON.stringify(purpose)}>
          <EntryDialog purpose={purpose} onClose={() => open(null)} />
        </Boundary>
      )}
    </OpenEntryFormContext>
  );
}
