/** Highlights values for a few seconds when new events change them. */
import { type ReactNode, useState } from 'react';
import { useLiveUpdates } from '../api/live/liveUpdates.js';

interface Props {
  /** The displayed value as a string, to detect changes. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Highlights its children when `of` changes because of an event recorded elsewhere. */
export function Highlight({ of, children }: Props) {
  const { isFresh } = useLiveUpdates();
  const [seen, setSeen] = useState({ of, changes: 0, highlighted: false });
  if (seen.of !== of) setSeen({ of, changes: seen.changes + 1, highlighted: isFresh });
  // A new key is a new element, which restarts the animation.
  return (
    <span key={seen.changes} className={seen.highlighted ? 'highlight' : undefined}>
      {children}
    </span>
  );
}
