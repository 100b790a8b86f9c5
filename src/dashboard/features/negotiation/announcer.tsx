/** Announces to screen readers what a change of view changed. */
import { useEffect, useMemo, useState } from 'react';
import { dayStart } from '../../lib/time/calendarDays.js';
import { type ChangePoint, changePointAt } from '../../lib/time/changePoints.js';
import { heldDutyWords } from '../../lib/words/dutyWords.js';
import { capital, countryName } from '../../lib/words/labels.js';
import { namesOf } from '../../lib/words/names.js';
import { pathWords } from '../../lib/words/paths.js';
import { headline } from '../../lib/words/headline.js';
import { sentence } from '../../lib/words/sentence.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import type { Clocks } from '../../lib/view.js';
import { timePointWords } from '../../lib/words/viewWords.js';

/** Announces a view only after it has been shown this long. */
const QUIET_MS = 500;
const MAX_CHANGES = 4;

/** A view in a few sentences: the date, the status, and what changed that day. */
export function announcementOf(
  snapshot: Snapshot,
  at: string | null,
  changed: readonly string[],
): string {
  const duties = snapshot.duties
    .filter(({ layers }) => layers.length > 0)
    .map(
      (duty) =>
        `duty of ${countryName(duty.imposedBy)} on ${countryName(duty.on)} ${heldDutyWords(duty)}`,
    );
  const names = namesOf(snapshot);
  const changes = [...new Set(changed.map((path) => pathWords(path, names)))];
  const more = changes.length > MAX_CHANGES ? ` and ${changes.length - MAX_CHANGES} more` : '';
  const sentences = [
    headline(snapshot, Date.parse(snapshot.view.at)),
    ...(duties.length > 0 ? [sentence(capital(duties.join('; ')))] : []),
    ...(changes.length > 0
      ? [`Changed that day: ${changes.slice(0, MAX_CHANGES).join(', ')}${more}.`]
      : []),
  ];
  return `${at === null ? 'Now' : timePointWords(at)}: ${sentences.join(' ')}`;
}

interface AnnouncerProps {
  readonly snapshot: Snapshot | null;
  readonly clocks: Clocks;
  readonly changePoints: readonly ChangePoint[];
}

export function Announcer({ snapshot, clocks: { at }, changePoints }: AnnouncerProps) {
  const words = useMemo(() => {
    if (!snapshot) return '';
    const changePoint = at === null ? undefined : changePointAt(changePoints, dayStart(at));
    return announcementOf(snapshot, at, changePoint?.at === at ? changePoint.paths : []);
  }, [snapshot, at, changePoints]);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAnnouncement(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}
