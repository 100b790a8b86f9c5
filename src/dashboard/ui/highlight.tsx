/** A value that changed because of news from elsewhere: lit for a while. */
import { type ReactNode, useState } from 'react';
import { useLiveUpdates } from '../api/live/liveUpdates.js';

interface Props {
  /** What is shown, as something that can be compared. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Highlights its children when `of` changes because of an event recorded elsewhere. */
export function Highlight({ of, children }: Props) {
  const { isFresh } = useLiveUpdates();
  const [seen, setSeen] = useState({ of, changes: 0, lit: false });
  if (seen.of !== of) setSeen({ of, changes: seen.changes + 1, lit: isFresh });
  // Another key is another element, on which the light begins anew.
  return (
    <span key={seen.changes} className={seen.lit ? 'highlight' : undefined}>
      {children}
    </span>
  );
}
