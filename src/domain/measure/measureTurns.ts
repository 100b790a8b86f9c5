/** The instants at which a measure turns, each with the event that says so. */
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { MeasureTimeline } from './measureTimeline.js';
import { reliefTurns } from './reliefs.js';

type Turn = readonly [at: number, setBy: Fact];

const turnsOf = new WeakMap<MeasureTimeline, readonly Turn[]>();

/**
 * Every date on which a decision or relief begins, ends or reverts, in the order in which they were
 * decided; of several on one date the last counts. O(decisions + reliefs), once a timeline.
 */
export function measureTurns(timeline: MeasureTimeline, knowledge: KnowledgeView): readonly Turn[] {
  let turns = turnsOf.get(timeline);
  if (!turns) {
    turns = [...decisionTurns(timeline), ...reliefTurns(knowledge)].sort(
      ([, a], [, b]) => a.sortInstant - b.sortInstant || a.event.position - b.event.position,
    );
    turnsOf.set(timeline, turns);
  }
  return turns;
}

const DATES = ['until', 'revertsAt'] as const;

function decisionTurns(timeline: MeasureTimeline): readonly Turn[] {
  return timeline.decisions.flatMap((decision): readonly Turn[] => {
    const data = decision.data as Readonly<Record<string, unknown>>;
    const dates = DATES.map((key) => data[key]);
    const entered = (data['inTransit'] as { enteredBefore?: string } | undefined)?.enteredBefore;
    return [
      [timeline.effectiveFrom(decision), decision],
      ...[...dates, entered].flatMap((text): readonly Turn[] =>
        typeof text === 'string' ? [[effectiveInstant(text, timeline.zone), decision]] : [],
      ),
    ];
  });
}
