/** Tells those who listen to the page what a step in time changed. */
import { useEffect, useMemo, useState } from 'react';
import { placeOf } from '../../lib/calendarDays.js';
import { type Stop, stopAt } from '../../lib/changePoints.js';
import { countryName, percent } from '../../lib/labels.js';
import { namesOf, pathWords } from '../../lib/paths.js';
import { standingWords } from '../../lib/standing.js';
import type { Picture } from '../../api/cache/snapshotCache.js';
import type { Clocks } from '../../lib/view.js';
import { pointWords } from '../../lib/viewWords.js';

/** Only a view that somebody stays at is told: one after the other would drown what matters. */
const QUIET_MS = 500;
const MOST = 4;

/** A view in a few sentences: the date, where it stands, what changed that day. */
export function told(picture: Picture, at: string | null, changed: readonly string[]): string {
  const duties = picture.duties
    .filter(({ layers }) => layers.length > 0)
    .map(
      ({ imposedBy, on, total }) =>
        `duty of ${countryName(imposedBy)} on ${countryName(on)} ${percent(total)}`,
    );
  const names = namesOf(picture);
  const changes = [...new Set(changed.map((path) => pathWords(path, names)))];
  const more = changes.length > MOST ? ` and ${changes.length - MOST} more` : '';
  return [
    at === null ? 'Now' : pointWords(at),
    `${[standingWords(picture.phase, picture.activity), ...duties].join('; ')}.`,
    changes.length === 0 ? '' : `Changed that day: ${changes.slice(0, MOST).join(', ')}${more}.`,
  ]
    .filter((part) => part !== '')
    .join(': ');
}

interface AnnouncerProps {
  readonly picture: Picture | null;
  readonly clocks: Clocks;
  readonly stops: readonly Stop[];
}

export function Announcer({ picture, clocks: { at }, stops }: AnnouncerProps) {
  const words = useMemo(() => {
    if (!picture) return '';
    const stop = at === null ? undefined : stopAt(stops, placeOf(at));
    return told(picture, at, stop && stop.at === at ? stop.paths : []);
  }, [picture, at, stops]);
  const [heard, setHeard] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setHeard(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="heard" role="status" aria-live="polite">
      {heard}
    </p>
  );
}
