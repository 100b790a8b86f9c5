/** Who the figures of a chart are from, and how new its data is. */
import { dayWords } from '../../../lib/time/edtfWords.js';
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { sourcesLine } from '../../../lib/words/sources/credit.js';
import type { ScheduleStep } from './steps.js';

/** Who reports the events behind the steps. */
export function sourceLine(
  schedule: readonly Pick<ScheduleStep, 'setBy'>[],
  events: readonly TimelineEvent[],
): string {
  const behind = new Set(schedule.flatMap(({ setBy }) => setBy.map(({ id }) => id)));
  return sourcesLine(events.flatMap(({ id, publishers }) => (behind.has(id) ? publishers : [])));
}

/** "Data as of 26 November 2026.": when the newest event known was recorded; without one, a date given. */
export function dataDateLine(events: readonly TimelineEvent[], otherwise: string): string {
  const newest = events.reduce(
    (latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest),
    '',
  );
  return `Data as of ${dayWords(newest === '' ? otherwise : newest)}.`;
}
