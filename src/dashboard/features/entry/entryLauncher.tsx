/** Opens entry forms from anywhere on a page; their code is loaded when the first one opens. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { ErrorBoundary } from '../../ui/loading/boundary.js';
import { Loading } from '../../ui/loading/notice.js';
import { lazyWithRetry } from '../../ui/loading/lazyWithRetry.js';
import {
  type EntryPurpose,
  type OpenEntryForm,
  OpenEntryFormContext,
} from '../../ui/openEntryForm.js';
import { saveOpenPurpose, loadOpenPurpose } from './model/draft.js';

const EntryDialog = lazyWithRetry(() => import('./entryDialog.js'), {
  fallback: <Loading what="Opening the form" />,
});

export function EntryLauncherProvider({ children }: { readonly children: ReactNode }) {
  // A form that was open before a reload opens again.
  const [purpose, setPurpose] = useState<EntryPurpose | null>(loadOpenPurpose);
  const open = useCallback((next: EntryPurpose | null) => {
    saveOpenPurpose(next);
    setPurpose(next);
  }, []);
  const value = useMemo<OpenEntryForm>(() => open, [open]);
  return (
    <OpenEntryFormContext value={value}>
      {children}
      {purpose && (
        <ErrorBoundary key={JSON.stringify(purpose)}>
          <EntryDialog purpose={purpose} onClose={() => open(null)} />
        </ErrorBoundary>
      )}
    </OpenEntryFormContext>
  );
}
