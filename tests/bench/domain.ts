/** Folding and reading, against what a person would write by hand. */
import { type AnyEvent, type EventType } from '../../events/catalogue.js';
import type { EventDraft } from '../../events/parse.js';
import { emptyStreamState, fold } from '../../src/domain/streamState/streamState.js';
import { findingsOf } from '../../src/domain/rules/findings.js';
import { topicsByType } from '../../src/domain/streamState/topics.js';
import { timelineOf } from '../../src/domain/history/timeline.js';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { LONG, longNegotiation } from './longLog.js';
import { atMost, type BenchResult } from './measure.js';

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
    for (const topic of topicsByType[event.type]) (timelines[topic] ??= []).push(event);
    dossier.position = event.position;
    dossier.recorded = event.recorded;
    if (event.stream === STREAM) dossier.revision = event.revision;
  }
  return dossier;
}

/** Fold of a stream of 10,000 events in one batch, against the mutable fold. */
function foldByBatch(): Promise<BenchResult> {
  const events = negotiation(10_000);
  return atMost(
    'fold of a stream of 10,000',
    'times a mutable fold',
    4,
    () => fold(emptyStreamState(STREAM), events),
    () => foldByHand(events),
  );
}

/** The most frequent reads, through Parley. */
async function ask(parley: Parley, knownAt?: string): Promise<unknown> {
  const found = await parley.negotiation('bench', knownAt === undefined ? {} : { knownAt });
  const view = found?.subject;
  return [view?.phase, view?.activity, view?.roundsCompleted, view?.targets];
}

/** As-of reads scattered over what was known when, against reading the latest state. */
async function asOfReads(): Promise<BenchResult> {
  const events = negotiation(10_000);
  const parley = new Parley(await openLog('memory:'));
  await parley.append(events.map(sent), { restore: true });
  let turn = 0;
  return atMost(
    'as-of reads in a stream of 10,000',
    'times the latest state',
    3,
    () => {
      turn = (turn + 7919) % 10_000;
      return ask(parley, new Date(START + turn * DAY).toISOString());
    },
    () => ask(parley),
  );
}

/** The timeline of a long negotiation against that of one a quarter as long: by square it would be 16. */
async function timelines(): Promise<BenchResult> {
  const viewOf = async (count: number) => {
    const parley = new Parley(await openLog('memory:'));
    await parley.append(longNegotiation(count));
    const found = await parley.negotiation(LONG);
    if (!found) throw new Error(`There is no negotiation/${LONG}`);
    return found.subject;
  };
  const [long, short] = [await viewOf(4_000), await viewOf(1_000)];
  return atMost(
    'timeline of a negotiation of 4,000',
    'times that of 1,000',
    5,
    () => timelineOf(long, -Infinity, Infinity),
    () => timelineOf(short, -Infinity, Infinity),
  );
}

const STATEMENTS_A_DAY = 4_000;

/** Findings about acts of one day, which comparing every pair would make sixteen times as dear. */
async function findingsOfOneDay(): Promise<BenchResult> {
  const read = async (count: number) => {
    const log = await openLog('memory:');
    const statements = Array.from({ length: count }, (_, i) => ({
      ...{
        stream: STREAM,
        occurred: '2024-01-01',
        sources: [{ kind: 'PRESS', publisher: 'Bench' }],
      },
      ...{ type: 'StatementMade', data: { speaker: `Speaker ${i % 50}`, summary: `Said ${i}.` } },
    }));
    await log.append({ events: statements as unknown as readonly EventDraft[] });
    return async () => {
      // A view of its own: findings are worked out once a view.
      const found = await new Parley(log).negotiation('bench');
      const codes = found ? findingsOf(found.subject).map(({ code }) => code) : [];
      if (codes.filter((code) => code === 'POSSIBLE_DUPLICATE').length !== 50)
        throw new Error(`Found ${codes.join(', ')}`);
    };
  };
  return atMost(
    `findings about ${STATEMENTS_A_DAY.toLocaleString('en')} statements of one day`,
    'times 1,000',
    6,
    await read(STATEMENTS_A_DAY),
    await read(STATEMENTS_A_DAY / 4),
  );
}

/** An event in the interchange format. */
function sent({ recorded: _, position: _p, revision: _r, hash: _h, ...event }: AnyEvent): object {
  return event;
}

export const domainBenches = [foldByBatch, asOfReads, timelines, findingsOfOneDay];
