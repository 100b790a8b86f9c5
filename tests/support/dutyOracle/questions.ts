/** Random questions about duties: whose, on whom, on which goods, by which clocks. */
import fc from 'fast-check';
import type { AnyEvent } from '../../../events/catalogue.js';
import { dutyLogs, instants, publics } from '../logs.js';
import type { Question } from '../oracle.js';
import type { Goods } from './goods.js';
import { Ledger } from './ledger.js';

export interface DutyAsked {
  readonly from: string;
  readonly on: string;
  readonly goods: Goods & { readonly enteredAt?: number | undefined };
  readonly mfnRate: number | undefined;
}

export const questionsAbout = (log: readonly AnyEvent[]): fc.Arbitrary<Question> =>
  fc.record({
    at: instants,
    knownAt: fc.oneof(
      fc.constant(Infinity),
      fc.constantFrom(...log.flatMap(({ recorded }) => [recorded - 1, recorded])),
    ),
    publicAt: publics,
  });

/** The same, mostly with all that is known. */
const mostlyKnown = (log: readonly AnyEvent[]): fc.Arbitrary<Question> =>
  fc.oneof(
    {
      weight: 2,
      arbitrary: instants.map((at) => ({ at, knownAt: Infinity, publicAt: undefined })),
    },
    questionsAbout(log),
  );

/** A random log with some questions. */
export const withQuestions = (about: fc.Arbitrary<readonly AnyEvent[]>, ask = questionsAbout) =>
  about.chain((log) =>
    fc.tuple(fc.constant(log), fc.array(ask(log), { minLength: 1, maxLength: 6, size: 'max' })),
  );

/** A random log about measures with some questions. */
export const dutyCases = withQuestions(dutyLogs, mostlyKnown);

const option = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const goods: fc.Arbitrary<DutyAsked['goods']> = fc.record({
  hs: fc.constantFrom(undefined, '72', '7208', '720825', '0902', '09', '87'),
  hsEdition: fc.constantFrom(undefined, undefined, '2017', '2022'),
  origin: fc.constantFrom(undefined, ['USMCA'], ['GSP', 'USMCA']),
  endUse: fc.constantFrom(undefined, ['x']),
  producer: fc.constantFrom(undefined, 'A', 'B'),
  transshipped: fc.constantFrom(undefined, undefined, true),
  customsValue: option(
    fc.record({
      amount: fc.constantFrom(50.5, 100, 640),
      currency: fc.constantFrom('USD', 'USD', 'INR'),
    }),
  ),
  quantities: fc.constantFrom(
    undefined,
    [{ value: 12.5, unit: 'KGM' }],
    [{ value: 0.25, unit: 'TNE' }],
    [
      { value: 3, unit: 'NAR' },
      { value: 7, unit: 'KGM' },
    ],
  ),
  content: fc.constantFrom(
    undefined,
    [],
    [{ of: 'steel', share: 0.25 }],
    [
      { of: 'copper', share: 0.5 },
      { of: 'steel', share: 0.2 },
    ],
  ),
  quotas: fc.constantFrom(undefined, ['r'], ['r', 's']),
  loadedAt: option(instants),
  enteredAt: option(instants),
});

const pairs: fc.Arbitrary<readonly [from: string, on: string]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('US'),
      fc.constantFrom('IN', 'IN', 'IN', 'BD', 'DE', 'EU', 'CLUB1'),
    ),
  },
  fc.tuple(fc.constantFrom('DE', 'EU'), fc.constantFrom('IN', 'BD', 'CLUB1')),
  fc.tuple(fc.constantFrom('IN', 'CLUB1'), fc.constantFrom('BD', 'DE', 'EU')),
);

export const dutiesAsked: fc.Arbitrary<DutyAsked> = fc
  .record({ pair: pairs, goods, mfnRate: fc.constantFrom(undefined, undefined, 0, 5) })
  .map(({ pair: [from, on], ...asked }) => ({ from, on, ...asked }));

/** What the oracle answers. */
export function expectedDuty(log: readonly AnyEvent[], question: Question, asked: DutyAsked) {
  const { from, on, goods: good, mfnRate } = asked;
  const ledger = new Ledger(log, question, { from, on });
  const entry = good.enteredAt ?? question.at;
  return {
    ...ledger.layers(entry, good, mfnRate),
    ...ledger.certainty(entry, good, mfnRate),
    pending: ledger.pending(good, mfnRate),
  };
}
