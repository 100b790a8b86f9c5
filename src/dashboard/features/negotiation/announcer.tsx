/** Tells those who listen to the page what a step in time changed. */
import { useEffect, useMemo, useState } from 'react';
import { dayStart } from '../../lib/calendarDays.js';
import { type ChangePoint, changePointAt } from '../../lib/changePoints.js';
import { countryName, percent } from '../../lib/labels.js';
import { namesOf, pathWords } from '../../lib/paths.js';
import { statusWords } from '../../lib/status.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import type { Clocks } from '../../lib/view.js';
import { timePointWords } from '../../lib/viewWords.js';

/** Only a view that somebody stays at is told: one after the other would drown what matters. */
const QUIET_MS = 500;
const MOST = 4;

/** A view in a few sentences: the date, where it stands, what changed that day. */
export function told(snapshot: Snapshot, at: string | null, changed: readonly string[]): string {
  const duties = snapshot.duties
    .filter(({ layers }) => layers.length > 0)
    .map(
      ({ imposedBy, on, total }) =>
        `duty of ${countryName(imposedBy)} on ${countryName(on)} ${percent(total)}`,
    );
  const names = namesOf(snapshot);
  const changes = [...new Set(changed.map((path) => pathWords(path, names)))];
  const more = changes.length > MOST ? ` and ${changes.length - MOST} more` : '';
  return [
    at === null ? 'Now' : timePointWords(at),
    `${[statusWords(snapshot.phase, snapshot.activity), ...duties].join('; ')}.`,
    changes.length === 0 ? '' : `Changed that day: ${changes.slice(0, MOST).join(', ')}${more}.`,
  ]
    .filter((part) => part !== '')
    .join(': ');
}

interface AnnouncerProps {
  readonly snapshot: Snapshot | null;
  readonly clocks: Clocks;
  readonly changePoints: readonly ChangePoint[];
}

export function Announcer({ snapshot, clocks: { at }, changePoints }: AnnouncerProps) {
  const words = useMemo(() => {
    if (!snapshot) return '';
    const stop = at === null ? undefined : changePointAt(changePoints, dayStart(at));
    return told(snapshot, at, stop && stop.at === at ? stop.paths : []);
  }, [snapshot, at, changePoints]);
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
