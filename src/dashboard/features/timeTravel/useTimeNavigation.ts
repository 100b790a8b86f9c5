/** Moving through time: the page follows at once, the URL a moment later. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClocks } from '../../api/url/useClocks.js';
import type { Clocks } from '../../lib/view.js';

/** Between two writings of the URL: browsers refuse to be told more often than that for long. */
const WRITE_MS = 250;
/** Moves that follow each other closer than this are one step for Back. */
const SAME_STEP_MS = 1_500;

export interface TimeNavigation {
  /** The view to show now. */
  readonly clocks: Clocks;
  /** The view that the URL names: the one above, or where it was a moment ago. */
  readonly written: Clocks;
  /** Moves; a series of moves is one step for Back. */
  readonly move: (change: Partial<Clocks>) => void;
  /** Goes somewhere as a step of its own. */
  readonly go: (change: Partial<Clocks>) => void;
}

export function useTimeNavigation(): TimeNavigation {
  const [written, write] = useClocks();
  const [draft, setDraft] = useState<Partial<Clocks> | null>(null);
  const pending = useRef<Partial<Clocks> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastMove = useRef(-Infinity);
  const isNewStep = useRef(true);

  // Whatever the URL now says is where the page is: Back and Forward, too.
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
    const forget = () => {
      clearTimeout(timer.current);
      pending.current = null;
    };
    window.addEventListener('popstate', forget);
    return () => {
      forget();
      window.removeEventListener('popstate', forget);
    };
  }, []);

  const move = useCallback(
    (change: Partial<Clocks>) => {
      const now = performance.now();
      // The first move of a series makes the step to come back to, the others only change it.
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
