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
      {unread.map(
        ([name, text]) => `“${text}” is not a valid date: ${INSTEAD[name] ?? LEFT_OUT}. `,
      )}
      <button type="button" className="quiet" onClick={onDone}>
        Dismiss
      </button>
    </p>
  );
}

const LEFT_OUT = 'the comparison ignores it';
const INSTEAD: Readonly<Record<string, string>> = {
  at: 'showing now instead',
  knownAt: 'showing everything known instead',
  publicAt: 'showing everything known instead',
};
