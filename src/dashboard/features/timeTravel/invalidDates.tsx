import { useMemo } from 'react';
import { useSearch } from '../../api/url/useLocation.js';
import { invalidDates } from '../../lib/view.js';

/** Lists the dates of the URL that are invalid, and what the view uses instead. */
export function InvalidDates({ onDone }: { readonly onDone: () => void }) {
  const search = useSearch();
  const unread = useMemo(() => invalidDates(search), [search]);
  if (unread.length === 0) return null;
  return (
    <p className="invalid-dates" role="alert">
      {unread.map(([name, text]) => `“${text}” is no date: ${INSTEAD[name] ?? LEFT_OUT}. `)}
      <button type="button" className="quiet" onClick={onDone}>
        Go on
      </button>
    </p>
  );
}

const LEFT_OUT = 'it is left out of what is compared';
const INSTEAD: Readonly<Record<string, string>> = {
  at: 'this is now',
  knownAt: 'this is all that is known',
  publicAt: 'this is all that is known',
};
