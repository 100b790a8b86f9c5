/** Rates that were announced without a legal act. */
import type { TimelineEvent, TimelineEvents } from '../../../lib/time/timelineEvents.js';
import type { Announced } from './steps.js';

const ANNOUNCEMENT_TYPES = new Set(['MeasureAnnounced', 'MeasureThreatened']);

interface Known {
  readonly events: readonly TimelineEvent[];
  readonly measures: TimelineEvents['measures'];
}

/** Rates announced for measures of one party on the other. */
export function announcedOf(
  { events, measures }: Known,
  { imposedBy, on }: { readonly imposedBy: string; readonly on: string },
): readonly Announced[] {
  return events.flatMap(({ id, type, rate, measure, from, to, summary, occurred }) => {
    const target = measure === null ? undefined : measures.get(measure);
    const affectsDuty =
      target?.imposedBy === imposedBy && target.affects.some((each) => each === on || each === '*');
    if (!ANNOUNCEMENT_TYPES.has(type) || rate === null || !affectsDuty) return [];
    return [{ id, at: (from + to) / 2, rate, summary, occurred }];
  });
}
