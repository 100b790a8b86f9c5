/** Opens the forms from anywhere on a page; what they are made of is loaded when first needed. */
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { Loading } from '../page/notice.js';
import { noteOpen, openForm, type Purpose } from './draft.js';

const EntryDialog = lazy(() => import('./entryDialog.js'));

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
        <Suspense fallback={<Loading what="Opening the form" />}>
          <EntryDialog key={JSON.stringify(purpose)} purpose={purpose} onClose={() => open(null)} />
        </Suspense>
      )}
    </EnteringContext>
  );
}
