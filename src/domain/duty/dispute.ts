/** Layers whose rate is disputed, and what was announced against it. */
import { moment } from '../../../events/time/bounds.js';
import type { Certainty } from '../../../events/envelope.js';
import { latestRateAnnouncement } from '../measure/measureView.js';
import { setsAmount } from '../measure/terms.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { Layer } from './layer.js';
import type { TimelineLookup } from './layers.js';

/** A rate announced against that of a layer. */
export interface Rival {
  readonly rate: number;
  readonly setBy: Fact;
}

export interface Dispute {
  /** Null where the event that set the layer is itself disputed. */
  readonly rival: Rival | null;
}

/**
 * Why a layer that applies is disputed: it rests on a DISPUTED event, or another rate was announced, as
 * already in effect, after the terms collected had begun, and no decision followed. Null where it is not.
 */
export function disputeOf(layer: Layer, at: number, timelineOf: TimelineLookup): Dispute | null {
  const { applies, setBy } = layer;
  if (!applies) return null;
  const rival = rivalOf(layer, at, timelineOf);
  return rival || setBy?.certainty === 'DISPUTED' ? { rival } : null;
}

/** How firmly a layer is held: never more firmly than the figure that it is part of. */
export const certaintyOfLayer = ({ setBy }: Layer, dispute: Dispute | null): Certainty | null =>
  dispute ? 'DISPUTED' : (setBy?.certainty ?? null);

function rivalOf({ measure, rate }: Layer, at: number, timelineOf: TimelineLookup): Rival | null {
  const announced = measure && latestRateAnnouncement(measure, at);
  if (!announced) return null;
  const { rate: announcedRate, effectiveFrom } = announced.data;
  if (announcedRate === undefined || effectiveFrom === undefined || announcedRate === rate)
    return null;
  const announcedBounds = moment(effectiveFrom, announced.event.timeZone ?? measure.zone);
  const timeline = timelineOf(measure);
  const previous = timeline.decisions.findLast(
    (decision) =>
      decision.type === 'MeasureAdopted' ||
      (decision.type === 'MeasureAmended' && setsAmount(decision.data)),
  );
  const activeSince = timeline
    .changeInstants()
    .findLast((from) => from <= at && timeline.stateAt(from - 1).status !== 'ACTIVE');
  const isRival =
    announcedBounds.min <= at &&
    (previous === undefined || previous.sortInstant < announced.sortInstant) &&
    (activeSince === undefined || activeSince <= announced.began.max);
  return isRival ? { rate: announcedRate, setBy: announced } : null;
}
