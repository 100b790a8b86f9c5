/** A value that changed by itself, while the page and its view stayed the same: lit for a while. */
import { type ReactNode, useState } from 'react';
import { useSearch } from '../routing/location.js';
import './strip.css';

interface Props {
  /** What is shown, as something that can be compared. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Lights what it holds when `of` changes though nobody moved the clocks. */
export function Fresh({ of, children }: Props) {
  const search = useSearch();
  const [seen, setSeen] = useState({ of, search, changes: 0 });
  if (seen.of !== of || seen.search !== search)
    setSeen({
      of,
      search,
      changes: seen.search === search ? seen.changes + 1 : 0,
    });
  // Another key is another element, on which the light begins anew.
  return (
    <span key={seen.changes} className={seen.changes > 0 ? 'fresh' : undefined}>
      {children}
    </span>
  );
}
