/** Who the figures of a chart are from. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import type { ScheduleStep } from './steps.js';

const MAX_NAMED = 4;

/** "Sources: White House; Federal Register and 3 others": who reports the events behind the steps. */
export function sourceLine(
  schedule: readonly Pick<ScheduleStep, 'setBy'>[],
  events: readonly TimelineEvent[],
): string {
  const behind = new Set(schedule.flatMap(({ setBy }) => setBy.map(({ id }) => id)));
  const counts = new Map<string, number>();
  for (const { id, publishers } of events)
    if (behind.has(id))
      for (const name of publishers) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (names.length === 0) return 'Source: the events on record.';
  const others = names.length - MAX_NAMED;
  const named = names.slice(0, MAX_NAMED).join('; ');
  const rest = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  return `${names.length === 1 ? 'Source' : 'Sources'}: ${named}${rest}.`;
}
