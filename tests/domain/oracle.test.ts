/**
 * Every way to come by an answer gives the same one: folding at once, event by event or from any
 * checkpoint; reading the past with `knownAt` or folding only what was known; and an oracle that
 * works everything out afresh from the list of events (tests/support/oracle*.ts).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import { type Dossier, emptyDossier, fold } from '../../src/domain/dossier.js';
import { dutyView } from '../../src/domain/duty/duty.js';
import { Reading } from '../../src/domain/reading.js';
import { measureView } from '../../src/domain/view/measure.js';
import { NegotiationView, rulesOf, type World } from '../../src/domain/view/negotiation.js';
import { activity, appearsIn, phases, type Question, Scene } from '../support/oracle.js';
import { Ledger } from '../support/oracleDuty.js';
import { type Goods, measure } from '../support/oracleMeasures.js';
import { rounds, targets } from '../support/oracleTalks.js';
import { instants, logs, MEASURES, NEGOTIATIONS, publics, RULEBOOK } from '../support/universe.js';

const STREAMS = [...NEGOTIATIONS, ...MEASURES, RULEBOOK];

const history = (log: readonly AnyEvent[], stream: string): readonly AnyEvent[] =>
  log.filter((event) => appearsIn(event, log).includes(stream));

const dossierOf = (log: readonly AnyEvent[], stream: string): Dossier =>
  fold(emptyDossier(stream), history(log, stream));

const worldOf = (log: readonly AnyEvent[], { knownAt, publicAt }: Question): World => {
  const read = (stream: string) => new Reading(dossierOf(log, stream), { knownAt, publicAt });
  return { measures: MEASURES.map(read), rulebook: () => read(RULEBOOK) };
};

const questions = (log: readonly AnyEvent[]): fc.Arbitrary<Question> =>
  fc.record({
    at: instants,
    knownAt: fc.oneof(
      fc.constant(Infinity),
      fc.constantFrom(...log.flatMap(({ recorded }) => [recorded - 1, recorded])),
    ),
    publicAt: publics,
  });

/** A log and a question about it. */
const cases = logs.chain((log) => fc.tuple(fc.constant(log), questions(log)));

const ids = (facts: readonly ({ event: { id: string } } | null)[]) =>
  facts.map((fact) => fact?.event.id ?? null);

function negotiation(log: readonly AnyEvent[], stream: string, question: Question) {
  const { at, knownAt, publicAt } = question;
  const reading = new Reading(dossierOf(log, stream), { knownAt, publicAt });
  const view = new NegotiationView(reading, at, worldOf(log, question));
  const now = view.activity;
  const { counted, reported, disputed } = view.roundsCompleted;
  return {
    zone: reading.zone,
    phases: view.phases.map((span) => ({ ...span, setBy: span.setBy.event.id })),
    activity: now && { ...now, setBy: now.setBy.event.id },
    pauses: view.pauses.map(({ setBy, endedBy }) => ids([setBy, endedBy])),
    rounds: { counted, reported, disputed },
    targets: view.targets.map((target) => ({
      slug: target.slug,
      due: target.due,
      status: target.status,
      slips: target.slips,
      history: target.history.map(({ due }) => due),
      readings: target.readings.map(({ status }) => status),
      setBy: target.setBy.event.id,
    })),
  };
}

function expected(log: readonly AnyEvent[], stream: string, question: Question) {
  const scene = new Scene(log, stream, question);
  const { pauses, now } = activity(scene);
  return {
    zone: scene.zone,
    phases: phases(scene),
    activity: now,
    pauses,
    rounds: rounds(scene),
    targets: targets(scene),
  };
}

describe('a dossier', () => {
  it('is the same folded at once, event by event, or from any checkpoint', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.constantFrom(...STREAMS), (log, cut, stream) => {
        const events = history(log, stream);
        const whole = fold(emptyDossier(stream), events);
        const step = events.reduce(
          (dossier, event) => fold(dossier, [event]),
          emptyDossier(stream),
        );
        expect(step).toEqual(whole);
        const at = cut % (events.length + 1);
        const checkpoint = fold(emptyDossier(stream), events.slice(0, at));
        const before = JSON.stringify(checkpoint);
        expect(fold(checkpoint, events.slice(at))).toEqual(whole);
        expect(JSON.stringify(checkpoint)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('of a prefix of the log is what was known then', () => {
    fc.assert(
      fc.property(cases, ([log, question]) => {
        const known = log.filter(({ recorded }) => recorded <= question.knownAt);
        const open = { ...question, knownAt: Infinity };
        for (const stream of NEGOTIATIONS)
          expect(negotiation(log, stream, question)).toEqual(negotiation(known, stream, open));
        for (const stream of MEASURES) {
          const { knownAt, publicAt, at } = question;
          const past = new Reading(dossierOf(log, stream), { knownAt, publicAt });
          const prefix = new Reading(dossierOf(known, stream), { publicAt });
          const plain = (reading: Reading) =>
            JSON.stringify(measureView(reading, at), (key, value: unknown) =>
              key === 'dossier' ? undefined : value,
            );
          expect(plain(past)).toBe(plain(prefix));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a negotiation', () => {
  it.each(NEGOTIATIONS)('is as the naive oracle has it: %s', (stream) => {
    fc.assert(
      fc.property(cases, ([log, question]) => {
        expect(negotiation(log, stream, question)).toEqual(expected(log, stream, question));
      }),
      { numRuns: 600 },
    );
  });
});

describe('a measure', () => {
  it.each(MEASURES)('is as the naive oracle has it: %s', (stream) => {
    fc.assert(
      fc.property(cases, ([log, question]) => {
        const { at, knownAt, publicAt } = question;
        const reading = new Reading(dossierOf(log, stream), { knownAt, publicAt });
        const view = measureView(reading, at);
        expect(
          view && {
            status: view.status,
            certainty: view.certainty,
            rate: view.rate,
            announcedRate: view.announcedRate,
            lawful: view.lawful,
            collected: view.collected,
            endedHow: view.endedHow,
            setBy: view.setBy.event.id,
          },
        ).toEqual(measure(log, stream, question));
      }),
      { numRuns: 500 },
    );
  });
});

const goods: fc.Arbitrary<Goods> = fc.record({
  hs: fc.constantFrom(undefined, '72', '7208', '09'),
  origin: fc.constantFrom(undefined, ['USMCA'], ['GSP', 'USMCA']),
  transshipped: fc.constantFrom(undefined, true),
  loadedAt: fc.option(instants, { nil: undefined }),
});

describe('a duty', () => {
  const asked = fc.tuple(cases, goods, fc.constantFrom(undefined, 0, 5), fc.option(instants));

  it('is as the naive oracle has it, layer by layer', () => {
    fc.assert(
      fc.property(asked, ([[log, question], good, mfnRate, entered]) => {
        const duty = dutyView(
          rulesOf(worldOf(log, question), 'US'),
          {
            imposedBy: 'US',
            on: 'IN',
            goods: { ...good, enteredAt: entered ?? undefined },
            mfnRate,
          },
          question.at,
        );
        const lines = duty.layers
          .filter(({ reason }) => reason !== 'MFN')
          .map(({ slug, rate, applies, reason, setBy }) => {
            const lost = ['REPLACED', 'EXCLUDED', 'PRECEDED'].includes(reason);
            return `${applies ? '' : '-'}${slug} ${rate ?? '?'} ${reason} ${lost ? '' : setBy!.event.id}`;
          });
        const naive = new Ledger(log, question).layers(entered ?? question.at, good, mfnRate);
        expect({ total: duty.total, lines }).toEqual(naive);
      }),
      { numRuns: 1200 },
    );
  });
});
