/** What the chart says at a moment, in words: the same to the pointer, the keyboard and a screen reader. */
import { dateInZone, DAY_MS } from '../../../lib/time/calendarDays.js';
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { dayWords } from '../../../lib/time/edtfWords.js';
import { heldDutyWords } from '../../../lib/words/dutyWords.js';
import { laneOf } from './lanes.js';
import { eventWords } from './eventWords.js';
import { type Announced, type MadeStep, type Span, stepAt } from './steps.js';
import { actsWords } from './stepWords.js';

export interface Reading {
  /** "27 August 2025: 50 %". */
  readonly headline: string;
  /** What the duty is made of; empty where nothing applies. */
  readonly acts: string;
  /** What is disputed, and who says so; empty where nothing is. */
  readonly dispute: string;
  /** Events of that day or beside it. */
  readonly events: readonly string[];
  readonly more: number;
}

const MAX_EVENTS = 3;
/** An event whose date is vaguer than that is not of any day. */
const VAGUE_MS = 40 * DAY_MS;

/** What is read. */
export interface Read {
  readonly steps: readonly MadeStep[];
  readonly zone: string;
  /** Up to when the record can know what happened: what is later is only decided. */
  readonly today: number;
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
}

/** What stands against the duty of a disputed stretch, and who says so; empty where it is not disputed. */
function disputeWords(
  { disputed, announced }: Read,
  step: MadeStep,
  events: readonly TimelineEvent[],
  time: number,
): string {
  if (!disputed.some(({ from, to }) => from <= time && time < to)) return '';
  const rival = announced
    .filter(({ at, rate }) => at <= time && rate !== step.total)
    .reduce<Announced | undefined>(
      (last, each) => (last && last.at > each.at ? last : each),
      undefined,
    );
  const causes = events.filter(({ id, disputed: isDisputed }) =>
    rival ? id === rival.id : isDisputed && step.setBy.some((by) => by.id === id),
  );
  const words = rival?.summary ?? causes[0]?.summary;
  const by = causes.flatMap(({ publishers }) => publishers);
  return `Disputed${words === undefined ? '' : `: ${words.replace(/\.$/, '')}`}${by.length === 0 ? '' : ` (${by.join(', ')})`}`;
}

/** The reading at `time`, with the events within `slack` milliseconds of it. */
export function readingAt(
  read: Read,
  events: readonly TimelineEvent[],
  time: number,
  slack: number,
): Reading {
  const { steps, zone, today } = read;
  const step = stepAt(steps, time);
  const dispute = step ? disputeWords(read, step, events, time) : '';
  const held = step && (dispute === '' ? step : { ...step, leastCertainty: 'DISPUTED' as const });
  const later = time > today ? ', decided so far' : '';
  const near = events
    .filter(
      (event) =>
        laneOf(event) !== null &&
        event.to - event.from < VAGUE_MS &&
        event.from - slack <= time &&
        time <= event.to + slack,
    )
    .sort((a, b) => distance(a, time) - distance(b, time));
  const lines = [...new Set(near.map(eventWords))];
  return {
    headline: `${dayWords(dateInZone(zone, time))}: ${held ? heldDutyWords(held) + later : 'not on record'}`,
    acts: step ? actsWords(step) : '',
    dispute,
    events: lines.slice(0, MAX_EVENTS),
    more: Math.max(0, lines.length - MAX_EVENTS),
  };
}

const distance = ({ from, to }: TimelineEvent, time: number): number =>
  Math.max(from - time, time - to, 0);

/** A reading in one text, as a screen reader says it. */
export const readingText = ({ headline, acts, dispute, events, more }: Reading): string =>
  [
    headline,
    ...[acts, dispute].filter((words) => words !== ''),
    ...events,
    ...(more > 0 ? [`and ${more} more`] : []),
  ]
    .map((line) => line.replace(/\.$/, ''))
    .join('. ');

/** The moments that arrow keys stop at: where a step begins, and the days of named events. */
export function readingStops(
  steps: readonly MadeStep[],
  events: readonly TimelineEvent[],
  [min, max]: readonly [number, number],
): readonly number[] {
  const stops = new Set([min, ...steps.map(({ from }) => from)]);
  for (const event of events) {
    const middle = (event.from + event.to) / 2;
    if (laneOf(event) !== null && middle > min && middle < max) stops.add(middle);
  }
  return [...stops].sort((a, b) => a - b);
}
