/** Playback: steps from change point to change point, each once its snapshot has loaded. */
import { useEffect, useRef, useState } from 'react';

const STEP_MS = 900;
/** For `prefers-reduced-motion`. */
const CALM_STEP_MS = 2_400;

export interface Playback {
  readonly playing: boolean;
  readonly toggle: () => void;
}

/** Calls `step` at intervals until it resolves to false. */
export function usePlayback(step: () => Promise<boolean>): Playback {
  const [playing, setPlaying] = useState(false);
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    if (!playing) return undefined;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = async () => {
      const more = await latest.current();
      if (stopped) return;
      if (more) timer = setTimeout(() => void go(), calm ? CALM_STEP_MS : STEP_MS);
      else setPlaying(false);
    };
    void go();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [playing]);
  return { playing, toggle: () => setPlaying((before) => !before) };
}
