/** Who the figures of a chart are from. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { sourcesLine } from '../../../lib/words/credit.js';
import type { ScheduleStep } from './steps.js';

/** Who reports the events behind the steps, those who report most of them first. */
export function sourceLine(
  schedule: readonly Pick<ScheduleStep, 'setBy'>[],
  events: readonly TimelineEvent[],
): string {
  const behind = new Set(schedule.flatMap(({ setBy }) => setBy.map(({ id }) => id)));
  const counts = new Map<string, number>();
  for (const { id, publishers } of events)
    if (behind.has(id))
      for (const name of publishers) counts.set(name, (counts.get(name) ?? 0) + 1);
  return sourcesLine([...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name));
}
