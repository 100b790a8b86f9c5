/** The lanes below the duty: which lane each event type belongs to. */
import type { TimelineEvent } from '../../../api/cache/timelineEvents.js';

export const LANES = ['Talks', 'Measures', 'Statements'] as const;
export type Lane = (typeof LANES)[number];

/** The label of a lane on the page. */
export const laneWords = (lane: Lane): string => (lane === 'Measures' ? 'Law' : lane);

const LANE_OF: Readonly<Record<string, Lane | null>> = {
  StatementMade: 'Statements',
  ClaimDisputed: 'Statements',
  RoundsReported: 'Statements',
  // About the log itself, not about the world.
  EventCorrected: null,
  EventRetracted: null,
  SourceAdded: null,
};

export function laneOf({ type, measure }: Pick<TimelineEvent, 'type' | 'measure'>): Lane | null {
  const lane = LANE_OF[type];
  if (lane !== undefined) return lane;
  return measure !== null || type.startsWith('Measure') ? 'Measures' : 'Talks';
}
