/**
 * Random logs over a small universe, so that collisions are frequent: two negotiations, four
 * measures and a rulebook, a dozen days of 2025, back-dating, windows, corrections, retractions of
 * retractions, corrections of corrections. Each event is made from one row of numbers, so that
 * fast-check can shrink a log by dropping events and simplifying the rest.
 */
import fc from 'fast-check';
import type { AnyEvent, EventType } from '../../events/catalogue.js';
import type { Source } from '../../events/envelope.js';
import { idOf } from './given.js';

export const NEGOTIATIONS = ['negotiation/a', 'negotiation/b'] as const;
export const MEASURES = [
  'measure/us-base',
  'measure/us-country',
  'measure/us-oil',
  'measure/us-steel',
] as const;
export const RULEBOOK = 'rulebook/US';

const DAYS = [
  '2025-02-28',
  '2025-03-08',
  '2025-03-09',
  '2025-03-31',
  '2025-04-01',
  '2025-04-20',
  '2025-05-01',
  '2025-06-30',
  '2025-08-01',
  '2025-11-02',
  '2025-12-31',
] as const;

/** Reads one row of numbers, one choice after the other; a row that is used up reads as zeros. */
class Row {
  private next = 0;
  constructor(private readonly numbers: readonly number[]) {}

  below(count: number): number {
    const number = this.numbers[this.next] ?? 0;
    this.next += 1;
    return number % count;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  maybe<Value extends object>(make: () => Value): Value | Record<never, never> {
    return this.below(3) === 0 ? make() : {};
  }
}

function occurred(row: Row): string {
  const first = row.below(DAYS.length);
  const day = DAYS[first]!;
  const last = DAYS[Math.min(DAYS.length - 1, first + 1 + row.below(3))]!;
  const forms = [day, day, day, day, `${day}/${last}`, day.slice(0, 7), `../${day}`, `${day}/`];
  return row.pick([...forms, `${day}~`, `${day}T03:59:59Z`, `${day}T12:00:00+05:30`, '2025']);
}

const instantOf = (row: Row, day: string): string =>
  row.pick([day, day, `${day}T00:01:00-04:00`, `${day}T04:00:00Z`]);

/** From when, and maybe until when. */
function from(row: Row, always = false): { effectiveFrom: string; until?: string } {
  const first = row.below(DAYS.length - 1);
  const effectiveFrom = instantOf(row, DAYS[first]!);
  if (!always && row.below(2) === 0) return { effectiveFrom };
  const rest = DAYS.slice(first + 1);
  return { effectiveFrom, until: instantOf(row, row.pick(rest)) };
}

const sources = (row: Row): readonly Source[] => {
  const one = (): Source => ({
    kind: row.pick(['PRESS', 'OFFICIAL', 'INSTRUMENT', 'DATASET'] as const),
    ...(row.below(3) > 0 && { published: row.pick([...DAYS, '2025-04', '2025-04-01T10:00:00Z']) }),
  });
  return row.below(4) === 0 ? [one(), one()] : [one()];
};

const RATES = [0, 10, 25, 26, 50] as const;

const TALKS: readonly EventType[] = [
  'NegotiationLaunched',
  'TermsOfReferenceAgreed',
  'RoundHeld',
  'RoundHeld',
  'RoundsReported',
  'TalksPaused',
  'TalksResumed',
  'TalksTerminated',
  'TargetSet',
  'TargetSet',
  'TargetMet',
  'TargetMissed',
  'FrameworkAgreed',
  'AgreementSigned',
  'RatificationStepTaken',
  'AgreementEnteredIntoForce',
  'AgreementTerminated',
  'StatementMade',
];
const ACTS: readonly EventType[] = [
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAmended',
  'MeasureAmended',
  'MeasureSuspended',
  'MeasureSuspended',
  'MeasureResumed',
  'MeasureEnded',
  'ExemptionGranted',
  'MeasureAnnounced',
  'MeasureThreatened',
];
const ABOUT: readonly EventType[] = ['EventCorrected', 'EventRetracted', 'SourceAdded'];

function terms(row: Row, stream: string) {
  return {
    ...row.maybe(() => ({ goods: row.pick([{ hs: ['72'] }, { except: { origin: ['USMCA'] } }]) })),
    ...(stream === 'measure/us-country' && row.below(3) > 0 && { replaces: ['us-base'] }),
    ...(stream !== 'measure/us-steel' &&
      row.below(2) === 0 && { excludedBy: [row.pick(['us-steel', 'us-st*'])] }),
    ...row.maybe(() => ({ capTotalAt: row.pick([15, 30]) })),
    ...row.maybe(() => ({ inTransit: row.maybe(() => ({ enteredBefore: row.pick(DAYS) })) })),
    ...row.maybe(() => ({ transshipmentRate: 40 })),
  };
}

/** Data in the shape of a type. `target` is the event that it is about, if it is about one. */
function data(type: EventType, row: Row, stream: string, target: AnyEvent | undefined): object {
  const event = target?.id;
  switch (type) {
    case 'NegotiationLaunched':
      return {
        title: 't',
        parties: ['IN', 'US'],
        ...row.maybe(() => ({ timeZone: row.pick(['America/New_York', 'Asia/Kolkata'] as const) })),
      };
    case 'RoundHeld':
      return {
        ...row.maybe(() => ({ round: row.below(3) })),
        ...row.maybe(() => ({ formal: row.pick(['YES', 'NO', 'UNDETERMINED']) })),
      };
    case 'RoundsReported':
      return { count: row.below(4) };
    case 'TalksPaused':
      return { scope: row.pick(['ALL', 'FORMAL_ROUNDS', 'IN_PERSON']) };
    case 'TalksResumed':
      return {
        ...row.maybe(() => ({ scope: row.pick(['ALL', 'FORMAL_ROUNDS', 'IN_PERSON']) })),
        ...row.maybe(() => ({ reopens: row.below(2) === 0 })),
      };
    case 'TargetSet':
      return {
        target: row.pick(['one', 'two']),
        what: 'w',
        due: occurred(row),
        kind: 'TARGET',
        ...row.maybe(() => ({ readings: [{ due: occurred(row), by: 'x' }] })),
      };
    case 'TargetMet':
    case 'TargetMissed':
      return { target: row.pick(['one', 'two']) };
    case 'FrameworkAgreed':
    case 'AgreementSigned':
      return { title: 't' };
    case 'RatificationStepTaken':
      return { party: 'IN', body: 'b', step: 's' };
    case 'AgreementEnteredIntoForce':
      return { mode: 'DEFINITIVE', ...row.maybe(() => ({ effectiveFrom: occurred(row) })) };
    case 'AgreementTerminated':
      return { by: 'x', ...row.maybe(() => ({ effectiveFrom: occurred(row) })) };
    case 'StatementMade':
      return { speaker: 's', summary: 's' };
    case 'MeasureAdopted':
      return {
        title: 't',
        imposedBy: 'US',
        affects: row.pick([['IN'], ['*'], ['BD']]),
        kind: 'OTHER',
        rate: row.pick(RATES),
        ...from(row),
        ...terms(row, stream),
      };
    case 'MeasureAmended':
      return {
        ...from(row),
        ...(row.below(3) > 0 && { rate: row.pick(RATES) }),
        ...terms(row, stream),
        ...row.maybe(() => ({ affects: row.pick([['IN'], ['BD']]) })),
      };
    case 'MeasureSuspended':
      return from(row);
    case 'MeasureResumed':
      return { effectiveFrom: from(row).effectiveFrom };
    case 'MeasureEnded':
      return {
        how: row.pick(['LIFTED', 'EXPIRED', 'WITHDRAWN', 'INVALIDATED']),
        effectiveFrom: from(row).effectiveFrom,
        ...row.maybe(() => ({ legalEffectFrom: row.pick(DAYS) })),
      };
    case 'ExemptionGranted':
      return {
        goods: row.pick([{ hs: ['7208'] }, { origin: ['USMCA'] }, { except: { hs: ['72'] } }]),
        ...from(row),
        ...row.maybe(() => ({ rate: row.pick([0, 5]) })),
      };
    case 'MeasureAnnounced':
    case 'MeasureThreatened':
      return {
        ...row.maybe(() => ({ imposedBy: 'US', affects: ['IN'] })),
        ...row.maybe(() => ({ rate: row.pick(RATES) })),
      };
    case 'PrecedenceSet':
      return {
        order: row.pick([
          [['us-country'], ['us-oil']],
          [['us-oil'], ['us-base', 'us-country']],
          [['us-o*', 'us-c*'], ['us-base']],
        ]),
        effectiveFrom: from(row).effectiveFrom,
      };
    case 'EventRetracted':
      return { event, reason: 'r' };
    case 'SourceAdded':
      return { event, sources: sources(row) };
    case 'EventCorrected': {
      const parts = {
        ...row.maybe(() => ({ occurred: occurred(row) })),
        ...row.maybe(() => ({ certainty: row.pick(['DISPUTED', 'CONFIRMED']) })),
        ...row.maybe(() => ({ sources: sources(row) })),
      };
      return { event, reason: 'r', ...parts };
    }
    default:
      return {};
  }
}

/** What a log is about: how often each family of events, and in which streams. */
interface Mix {
  readonly talks: number;
  readonly acts: number;
  readonly rules: number;
  readonly negotiations: readonly string[];
  readonly measures: readonly string[];
}
const ALL = { negotiations: NEGOTIATIONS, measures: MEASURES };
const MIXES: readonly Mix[] = [
  { ...ALL, talks: 4, acts: 3, rules: 1 },
  { ...ALL, talks: 6, acts: 0, rules: 0, negotiations: ['negotiation/a'] },
  { ...ALL, talks: 0, acts: 6, rules: 0, measures: ['measure/us-country'] },
  { ...ALL, talks: 0, acts: 6, rules: 1 },
];

function eventFrom(row: Row, mix: Mix, log: readonly AnyEvent[]): AnyEvent {
  const { talks, acts, rules } = mix;
  const family = row.below(talks + acts + rules + (log.length > 0 ? 2 : 0));
  const about = family >= talks + acts + rules;
  const target = about ? log[row.below(log.length)] : undefined;
  const [kinds, streams]: readonly [readonly EventType[], readonly string[]] =
    family < talks
      ? [TALKS, mix.negotiations]
      : family < talks + acts
        ? [ACTS, mix.measures]
        : [['PrecedenceSet'], [RULEBOOK]];
  const type = row.pick(target ? ABOUT : kinds);
  const stream = target?.stream ?? row.pick(streams);
  const shared = type === 'StatementMade' && row.below(2) === 0;
  const previous = log.at(-1)?.recorded ?? Date.UTC(2025, 1, 1);
  const recorded = previous + 1 + row.below(4) * 12 * 3_600_000;
  const head = { occurred: occurred(row), sources: sources(row) };
  let said = data(type, row, stream, target);
  // A correction may also replace what was said, in the shape of what it corrects.
  if (type === 'EventCorrected' && target && row.below(2) === 0) {
    const inner = log.find(({ id }) => id === (target.data as { event?: string }).event);
    said = { ...said, data: data(target.type, row, target.stream, inner) };
  }
  return {
    id: idOf(log.length + 1),
    stream,
    also: shared ? NEGOTIATIONS.filter((name) => name !== stream) : [],
    type,
    ...head,
    ...row.maybe(() => ({ timeZone: 'Asia/Seoul' })),
    data: said,
    certainty: row.pick(['REPORTED', 'REPORTED', 'CONFIRMED', 'DISPUTED'] as const),
    recordedAt: new Date(recorded).toISOString(),
    recorded,
    position: log.length + 1,
    revision: log.filter((event) => event.stream === stream).length + 1,
    hash: '',
  } as unknown as AnyEvent;
}

/** A log; the events are frozen, so that whoever edits one is found out. */
export const logs: fc.Arbitrary<readonly AnyEvent[]> = fc
  .tuple(
    fc.constantFrom(...MIXES),
    fc.array(fc.array(fc.nat(997), { minLength: 24, maxLength: 34 }), {
      minLength: 1,
      maxLength: 20,
      size: 'max',
    }),
  )
  .map(([mix, rows]) => {
    const log: AnyEvent[] = [];
    for (const numbers of rows) log.push(Object.freeze(eventFrom(new Row(numbers), mix, log)));
    return log;
  });

/** Nine months after some of them. */
const LATER = ['2025-11-29', '2025-12-09', '2026-01-20', '2026-03-31', '2026-08-03'] as const;
const HOURS = [0, 3.9997, 4, 4.0166, 5, 12, 18.5, 23.9999] as const;

/** An instant near those that matter, in epoch milliseconds. */
export const instants: fc.Arbitrary<number> = fc
  .tuple(
    fc.constantFrom(...DAYS, ...LATER),
    fc.constantFrom(...HOURS),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([day, hours, days]) => Date.parse(day) + Math.round(hours * 3_600_000) + days * 86_400_000);

/** The public of a day or an instant, or everyone. */
export const publics: fc.Arbitrary<string | undefined> = fc.option(
  fc.oneof(
    fc.constantFrom(...DAYS),
    instants.map((at) => new Date(at).toISOString()),
  ),
  { nil: undefined, freq: 2 },
);
