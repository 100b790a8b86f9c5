/** What an event belongs to: talks, the law, or what was said. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';

export type Lane = 'Talks' | 'Measures' | 'Statements';

/** The label of a lane on the page. */
export const laneWords = (lane: Lane): string => (lane === 'Measures' ? 'Law' : lane);

const LANE_OF: Readonly<Record<string, Lane | null>> = {
  StatementMade: 'Statements',
  ClaimDisputed: 'Statements',
  RoundsReported: 'Statements',
  // About the record itself, not about the world.
  CoverageDeclared: null,
  SourcesChecked: null,
  EventCorrected: null,
  EventRetracted: null,
  SourceAdded: null,
};

export function laneOf({ type, measure }: Pick<TimelineEvent, 'type' | 'measure'>): Lane | null {
  const lane = LANE_OF[type];
  if (lane !== undefined) return lane;
  return measure !== null || type.startsWith('Measure') ? 'Measures' : 'Talks';
}
