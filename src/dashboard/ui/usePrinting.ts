import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const PRINT = 'print';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(PRINT);
  // The page is laid out for paper as soon as this returns.
  const update = () => flushSync(onChange);
  query.addEventListener('change', update);
  return () => query.removeEventListener('change', update);
}

/** Whether the page is being printed: nothing is folded then, and drawings are laid out for paper. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(PRINT).matches);
