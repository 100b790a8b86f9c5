/** Opens the forms from anywhere on a page; what they are made of is loaded when first needed. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Boundary } from '../page/boundary.js';
import { Loading } from '../page/notice.js';
import { part } from '../page/part.js';
import { noteOpen, openForm, type Purpose } from './draft.js';

const EntryDialog = part(() => import('./entryDialog.js'), {
  meanwhile: <Loading what="Opening the form" />,
});

/** Opens a form for a purpose. */
export type OpenForm = (purpose: Purpose) => void;

const EnteringContext = createContext<OpenForm | null>(null);

/** How to open a form; null where there are none, as on a card within pages of others. */
export const useEntering = (): OpenForm | null => useContext(EnteringContext);

export function EnteringProvider({ children }: { readonly children: ReactNode }) {
  // A form that was open when the page was left is open again.
  const [purpose, setPurpose] = useState<Purpose | null>(openForm);
  const open = useCallback((next: Purpose | null) => {
    noteOpen(next);
    setPurpose(next);
  }, []);
  const value = useMemo<OpenForm>(() => open, [open]);
  return (
    <EnteringContext value={value}>
      {children}
      {purpose && (
        <Boundary key={JSON.stringify(purpose)}>
          <EntryDialog purpose={purpose} onClose={() => open(null)} />
        </Boundary>
      )}
    </EnteringContext>
  );
}
