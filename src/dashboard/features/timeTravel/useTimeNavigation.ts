/** Time navigation: the page updates at once, the URL after a short delay. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClocks } from '../../api/url/useClocks.js';
import type { Clocks } from '../../lib/view.js';

/** Minimum time between two writes of the URL: browsers limit the rate of history updates. */
const WRITE_MS = 250;
/** Moves closer together than this share one history entry. */
const SAME_STEP_MS = 1_500;

export interface TimeNavigation {
  /** The view to show now. */
  readonly clocks: Clocks;
  /** The view in the URL, which lags behind `clocks`. */
  readonly written: Clocks;
  /** Changes the view; a series of moves shares one history entry. */
  readonly move: (change: Partial<Clocks>) => void;
  /** Changes the view and adds a history entry. */
  readonly go: (change: Partial<Clocks>) => void;
}

export function useTimeNavigation(): TimeNavigation {
  const [written, write] = useClocks();
  const [draft, setDraft] = useState<Partial<Clocks> | null>(null);
  const pending = useRef<Partial<Clocks> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastMove = useRef(-Infinity);
  const isNewStep = useRef(true);

  // The URL wins, also after Back and Forward.
  const [seen, setSeen] = useState(written);
  if (seen !== written) {
    setSeen(written);
    setDraft(null);
  }

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const change = pending.current;
    pending.current = null;
    if (change) write(change, { replace: !isNewStep.current });
    isNewStep.current = false;
  }, [write]);

  useEffect(() => {
    const discard = () => {
      clearTimeout(timer.current);
      pending.current = null;
    };
    window.addEventListener('popstate', discard);
    return () => {
      discard();
      window.removeEventListener('popstate', discard);
    };
  }, []);

  const move = useCallback(
    (change: Partial<Clocks>) => {
      const now = performance.now();
      // The first move of a series adds a history entry, the others replace it.
      if (now - lastMove.current >= SAME_STEP_MS) isNewStep.current = true;
      lastMove.current = now;
      pending.current = { ...pending.current, ...change };
      setDraft(pending.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, WRITE_MS);
    },
    [settle],
  );

  const go = useCallback(
    (change: Partial<Clocks>) => {
      pending.current = { ...pending.current, ...change };
      isNewStep.current = true;
      lastMove.current = -Infinity;
      settle();
    },
    [settle],
  );

  const clocks = useMemo(() => (draft ? { ...written, ...draft } : written), [draft, written]);
  return { clocks, written, move, go };
}
