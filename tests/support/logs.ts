/**
 * Random logs over the universe: back-dating, windows, corrections, retractions of retractions,
 * corrections of corrections. Each event is made from one row of numbers, so that fast-check can
 * shrink a log by dropping events and simplifying the rest.
 */
import fc from 'fast-check';
import type { AnyEvent, EventType } from '../../events/catalogue.js';
import { idOf } from './given.js';
import { DAYS, occurred, Row, sources } from './drawnRow.js';
import { ACTS, CLUB, MEASURES, MEMBERSHIPS, RULEBOOK, RULES } from './dutyOracle/universe.js';
import { ABOUT, data, NEGOTIATIONS, TALKS, TREATIES } from './universe.js';

/** The composition of a log: the weights of the event families, and their streams and types. */
interface Mix {
  readonly talks: number;
  readonly acts: number;
  readonly rules: number;
  /** Who joins a group and who leaves it. */
  readonly members: number;
  readonly negotiations: readonly string[];
  readonly measures: readonly string[];
  readonly kinds: readonly EventType[];
  /** The event types of the talks. */
  readonly talkTypes: readonly EventType[];
  /** Whether measures are mostly adopted first. */
  readonly adopts?: boolean;
}
const ALL = {
  ...{ negotiations: NEGOTIATIONS, measures: MEASURES, kinds: ACTS, talkTypes: TALKS },
  members: 0,
};
const ONE = ['negotiation/a'] as const;
const SUSPENDING: readonly EventType[] = [
  'MeasureAdopted',
  'MeasureSuspended',
  'MeasureSuspended',
  'MeasureSuspended',
  'MeasureAmended',
  'MeasureResumed',
];
const TREATY: Mix = { ...ALL, talks: 8, acts: 0, rules: 0, negotiations: ONE, talkTypes: TREATIES };
const DUTIES: Mix = { ...ALL, talks: 0, acts: 12, rules: 2, members: 1, adopts: true };
const MIXES: readonly Mix[] = [
  { ...ALL, talks: 4, acts: 3, rules: 1 },
  { ...ALL, talks: 6, acts: 0, rules: 0, negotiations: ONE },
  TREATY,
  { ...ALL, talks: 0, acts: 6, rules: 0, measures: ['measure/us-country'] },
  { ...ALL, talks: 0, acts: 6, rules: 1 },
  { ...ALL, talks: 0, acts: 12, rules: 0, measures: ['measure/us-base'], kinds: SUSPENDING },
];

function eventFrom(row: Row, mix: Mix, log: readonly AnyEvent[]): AnyEvent {
  const { talks, acts, rules, members } = mix;
  const all = talks + acts + rules + members;
  const family = row.below(all + (log.length > 0 ? 2 : 0));
  const about = family >= all;
  const target = about ? log[row.below(log.length)] : undefined;
  const [kinds, streams]: readonly [readonly EventType[], readonly string[]] =
    family < talks
      ? [mix.talkTypes, mix.negotiations]
      : family < talks + acts
        ? [mix.kinds, mix.measures]
        : family < talks + acts + rules
          ? [RULES, [RULEBOOK]]
          : [MEMBERSHIPS, [CLUB]];
  const drawn = row.pick(target ? ABOUT : kinds);
  const stream = target?.stream ?? row.pick(streams);
  // Of a measure that was never adopted there is little to ask.
  const isNew = !log.some((event) => event.stream === stream && event.type === 'MeasureAdopted');
  const adopts = mix.adopts && stream.startsWith('measure/') && isNew && !target;
  const type = adopts && row.below(8) > 0 ? 'MeasureAdopted' : drawn;
  const shared = type === 'StatementMade' && row.below(2) === 0;
  const previous = log.at(-1)?.recorded ?? Date.UTC(2025, 1, 1);
  const recorded = previous + 1 + row.below(4) * 12 * 3_600_000;
  const head = { occurred: occurred(row), sources: sources(row) };
  let payload = data(type, row, stream, target);
  // A correction may also replace the data, in the shape of its target's.
  if (type === 'EventCorrected' && target && row.below(2) === 0) {
    const inner = log.find(({ id }) => id === (target.data as { event?: string }).event);
    payload = { ...payload, data: data(target.type, row, target.stream, inner) };
  }
  return {
    id: idOf(log.length + 1),
    stream,
    also: shared ? NEGOTIATIONS.filter((name) => name !== stream) : [],
    type,
    ...head,
    ...row.maybe(() => ({ timeZone: 'Asia/Seoul' })),
    data: payload,
    certainty: row.pick(['REPORTED', 'REPORTED', 'CONFIRMED', 'DISPUTED'] as const),
    recordedAt: new Date(recorded).toISOString(),
    recorded,
    position: log.length + 1,
    revision: log.filter((event) => event.stream === stream).length + 1,
    hash: '',
  } as unknown as AnyEvent;
}

const logsFrom = (
  rows: fc.Arbitrary<readonly (readonly number[])[]>,
  ...mixes: readonly Mix[]
): fc.Arbitrary<readonly AnyEvent[]> =>
  fc.tuple(fc.constantFrom(...mixes), rows).map(([mix, drawn]) => {
    const log: AnyEvent[] = [];
    for (const numbers of drawn) log.push(Object.freeze(eventFrom(new Row(numbers), mix, log)));
    return log;
  });

const logsOf = (...mixes: readonly Mix[]): fc.Arbitrary<readonly AnyEvent[]> =>
  logsFrom(
    fc.array(fc.array(fc.nat(997), { minLength: 24, maxLength: 34 }), {
      minLength: 1,
      maxLength: 20,
      size: 'max',
    }),
    ...mixes,
  );

/** A log. Its events are frozen, so that modifying one throws. */
export const logs = logsOf(...MIXES);
/** A log of measures, of the rules they follow, and of a group. */
export const dutyLogs = logsFrom(
  // Without a bias to small numbers, under which most logs would be alike.
  fc.noBias(
    fc.array(fc.array(fc.nat(9973), { minLength: 60, maxLength: 60 }), {
      minLength: 1,
      maxLength: 44,
      size: 'max',
    }),
  ),
  DUTIES,
);
/** A log of one negotiation's parties and agreements. */
export const treatyLogs = logsOf(TREATY);

/** Nine months after some of {@link DAYS}. */
const LATER = ['2025-11-29', '2025-12-09', '2026-01-20', '2026-03-31', '2026-08-03'] as const;
const HOURS = [0, 3.9997, 4, 4.0166, 5, 12, 18.5, 23.9999] as const;

/** An instant near one of the days, in epoch milliseconds. */
export const instants: fc.Arbitrary<number> = fc
  .tuple(
    fc.constantFrom(...DAYS, ...LATER),
    fc.constantFrom(...HOURS),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([day, hours, days]) => Date.parse(day) + Math.round(hours * 3_600_000) + days * 86_400_000);

/** A `publicAt`: a day, an instant or none. */
export const publics: fc.Arbitrary<string | undefined> = fc.option(
  fc.oneof(
    fc.constantFrom(...DAYS),
    instants.map((at) => new Date(at).toISOString()),
  ),
  { nil: undefined, freq: 2 },
);
