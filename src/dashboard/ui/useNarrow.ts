import { useSyncExternalStore } from 'react';

/** A phone, or a window as narrow as one; on paper everything is shown. */
const NARROW = 'screen and (max-width: 47.99rem)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the window is narrow: sections are folded then, and controls take one line. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
