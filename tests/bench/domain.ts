/** Folding and reading, against what a person would write by hand. */
import { type AnyEvent, type EventType } from '../../events/catalogue.js';
import { emptyDossier, fold } from '../../src/domain/dossier.js';
import { filing } from '../../src/domain/evolve.js';
import { Reading } from '../../src/domain/reading.js';
import { NegotiationView } from '../../src/domain/view/negotiation.js';
import { type Measured, ratio } from './measure.js';

const DAY = 86_400_000;
const START = Date.UTC(2000, 0, 1);
const STREAM = 'negotiation/bench';

/** A negotiation of `count` events, one a day, recorded as they happen. */
function negotiation(count: number): readonly AnyEvent[] {
  const types: readonly EventType[] = ['RoundHeld', 'MeetingHeld', 'StatementMade', 'TargetSet'];
  return Array.from({ length: count }, (_, i) => {
    const type = i === 0 ? 'NegotiationLaunched' : types[i % types.length];
    const recorded = START + i * DAY;
    return Object.freeze({
      id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      stream: STREAM,
      also: [],
      type,
      occurred: new Date(recorded).toISOString().slice(0, 10),
      data: Object.freeze(dataOf(type ?? 'RoundHeld', i)),
      sources: Object.freeze([Object.freeze({ kind: 'PRESS', publisher: 'Bench' })]),
      certainty: 'REPORTED',
      recordedAt: new Date(recorded).toISOString(),
      recorded,
      position: i + 1,
      revision: i + 1,
      hash: '',
    }) as unknown as AnyEvent;
  });
}

function dataOf(type: EventType, i: number): object {
  switch (type) {
    case 'NegotiationLaunched':
      return { title: 'Bench', parties: ['IN', 'US'], timeZone: 'UTC' };
    case 'MeetingHeld':
      return { level: 'MINISTERIAL' };
    case 'StatementMade':
      return { speaker: `Speaker ${i % 50}`, summary: 'Said something.' };
    case 'TargetSet':
      return { target: `target-${i % 40}`, what: 'Something', due: '2030', kind: 'TARGET' };
    default:
      return { round: i, formal: 'YES' };
  }
}

/** The same dossier, built by pushing into a mutable object one event at a time. */
function foldByHand(events: readonly AnyEvent[]): object {
  const timelines: Record<string, AnyEvent[]> = {};
  const dossier = { stream: STREAM, position: 0, recorded: 0, revision: 0, timelines };
  for (const event of events) {
    for (const topic of filing[event.type]) (timelines[topic] ??= []).push(event);
    dossier.position = event.position;
    dossier.recorded = event.recorded;
    if (event.stream === STREAM) dossier.revision = event.revision;
  }
  return dossier;
}

const world = { measures: [], rulebook: () => undefined };

function ask(reading: Reading, at: number): unknown {
  const view = new NegotiationView(reading, at, world);
  return [view.phase, view.activity, view.roundsCompleted, view.targets];
}

/** Fold of a stream of 10,000 events in one batch, against the mutable fold. */
export function foldRatio(): Measured {
  const events = negotiation(10_000);
  return ratio(
    'fold of a stream (Immer, one batch) / mutable fold by hand, at most 4',
    () => fold(emptyDossier(STREAM), events),
    () => foldByHand(events),
  );
}

/** As-of reads scattered over what was known when, against reading the latest state. */
export function asOfRatio(): Measured {
  const events = negotiation(10_000);
  const dossier = fold(emptyDossier(STREAM), events);
  let turn = 0;
  const at = START + 10_000 * DAY;
  return ratio(
    'as-of read in a stream of 10,000 events / latest state, at most 3',
    () => {
      turn = (turn + 7919) % 10_000;
      return ask(new Reading(dossier, { knownAt: START + turn * DAY }), at);
    },
    () => ask(new Reading(dossier), at),
  );
}
