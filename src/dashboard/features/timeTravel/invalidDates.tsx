import { useMemo } from 'react';
import { useClocks } from '../../api/url/useClocks.js';
import { useSearch } from '../../api/url/useLocation.js';
import { invalidDates } from '../../lib/view.js';
import './invalidDates.css';

/** Says which dates of the URL are not understood, what would be, and what the page shows instead. */
export function InvalidDates() {
  const search = useSearch();
  const [, setClocks] = useClocks();
  const unread = useMemo(() => invalidDates(search), [search]);
  if (unread.length === 0) return null;
  return (
    <div className="invalid-dates" role="alert">
      {unread.map(([name, text]) => (
        <p key={name}>
          <strong>“{text}” is not understood as a date.</strong> {INSTEAD[name] ?? LEFT_OUT}
        </p>
      ))}
      <p>
        A date in the address is a day such as <code>2025-08-27</code>, or a moment with its offset
        from Coordinated Universal Time, such as <code>2025-08-27T00:01:00-04:00</code>.{' '}
        <button type="button" className="quiet" onClick={() => setClocks({})}>
          Dismiss
        </button>
      </p>
    </div>
  );
}

const LEFT_OUT = 'The comparison ignores it.';
const INSTEAD: Readonly<Record<string, string>> = {
  at: 'This page shows how things stand now.',
  knownAt: 'This page shows everything known.',
  publicAt: 'This page shows everything known.',
};
