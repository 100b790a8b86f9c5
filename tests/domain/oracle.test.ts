/**
 * Every way to compute a result gives the same one: folding at once, event by event or from any
 * snapshot; reading with `knownAt` or folding only the events known then; and a naive oracle that
 * computes everything from the list of events (tests/support/oracle*.ts).
 */
import fc from 'fast-check';
import { moment } from '../../events/time/bounds.js';
import { DAY_MS } from '../../events/time/days.js';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import { emptyStreamState, fold } from '../../src/domain/streamState/streamState.js';
import {
  dutyIn,
  history,
  knowledgeOf,
  measureIn,
  relatedStreamsOf,
} from '../support/dutyOracle/product.js';
import { withQuestions } from '../support/dutyOracle/questions.js';
import { CLUB, MEASURES, RULEBOOK } from '../support/dutyOracle/universe.js';
import { instants, logs, treatyLogs } from '../support/logs.js';
import { type Question, OracleStream } from '../support/oracle.js';
import { activity } from '../support/oracleActivity.js';
import { agreements } from '../support/oracleAgreements.js';
import { partiesAt } from '../support/oracleParties.js';
import { phases } from '../support/oraclePhases.js';
import { roundList } from '../support/oracleRounds.js';
import { rounds, targets } from '../support/oracleTalks.js';
import { negotiationIn } from '../support/productAnswers.js';
import { SEED } from '../support/seed.js';
import { NEGOTIATIONS, TRACKS } from '../support/universe.js';

const STREAMS = [...NEGOTIATIONS, ...MEASURES, RULEBOOK, CLUB];
const cases = withQuestions(logs);
const treaties = withQuestions(treatyLogs);

const measureOf = (log: readonly AnyEvent[], stream: string, question: Question) =>
  measureIn(knowledgeOf(log, stream, question), question.at);

const dutyOf = (log: readonly AnyEvent[], question: Question) =>
  dutyIn(relatedStreamsOf(log, question), question, {
    ...{ from: 'US', on: 'IN', goods: { hs: '7208' }, mfnRate: undefined },
  });

const negotiation = (log: readonly AnyEvent[], stream: string, question: Question) =>
  negotiationIn(knowledgeOf(log, stream, question), question.at, relatedStreamsOf(log, question));

function expected(log: readonly AnyEvent[], stream: string, question: Question) {
  const oracle = new OracleStream(log, stream, question);
  const { pauses, now, tracks } = activity(oracle);
  const { title, codes } = partiesAt(oracle, question.at);
  return {
    zone: oracle.zone,
    title,
    parties: codes,
    agreements: agreements(oracle),
    phases: phases(oracle),
    activity: now,
    pauses,
    tracks,
    rounds: { ...rounds(oracle), byTrack: TRACKS.map((track) => rounds(oracle, track)) },
    roundList: roundList(oracle),
    targets: targets(oracle),
  };
}

const each = (
  runs: number,
  check: (log: readonly AnyEvent[], question: Question) => void,
): void => {
  fc.assert(
    fc.property(cases, ([log, questions]) => {
      for (const question of questions) check(log, question);
    }),
    { seed: SEED, numRuns: runs },
  );
};

describe('the state of a stream', () => {
  it('is the same folded at once, event by event, or from any snapshot', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, cut) => {
        for (const stream of STREAMS) {
          const events = history(log, stream);
          const whole = fold(emptyStreamState(stream), events);
          let step = emptyStreamState(stream);
          for (const event of events) step = fold(step, [event]);
          expect(step).toEqual(whole);
          const at = cut % (events.length + 1);
          const snapshot = fold(emptyStreamState(stream), events.slice(0, at));
          const before = JSON.stringify(snapshot);
          expect(fold(snapshot, events.slice(at))).toEqual(whole);
          expect(JSON.stringify(snapshot)).toBe(before);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('folded from a prefix of the log is the state as known then', () => {
    each(60, (log, question) => {
      const known = log.filter(({ recorded }) => recorded <= question.knownAt);
      const open = { ...question, knownAt: Infinity };
      for (const stream of NEGOTIATIONS)
        expect(negotiation(log, stream, question)).toEqual(negotiation(known, stream, open));
      for (const stream of MEASURES)
        expect(measureOf(log, stream, question)).toEqual(measureOf(known, stream, open));
      expect(dutyOf(log, question)).toEqual(dutyOf(known, open));
    });
  });
});

describe('a knowledge view', () => {
  it('gives the same result for an instant after any earlier reads', () => {
    fc.assert(
      fc.property(cases, fc.array(instants, { minLength: 2 }), ([log, [questions]], times) => {
        const question = questions!;
        const related = relatedStreamsOf(log, question);
        for (const stream of NEGOTIATIONS) {
          const knowledge = knowledgeOf(log, stream, question);
          for (const at of times)
            expect(negotiationIn(knowledge, at, related)).toEqual(
              negotiation(log, stream, { ...question, at }),
            );
        }
        for (const knowledge of related.measures)
          for (const at of times)
            expect(measureIn(knowledge, at)).toEqual(
              measureOf(log, knowledge.streamState.stream, { ...question, at }),
            );
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('the naive oracle agrees on', () => {
  it('negotiations', () => {
    each(150, (log, question) => {
      for (const stream of NEGOTIATIONS)
        expect(negotiation(log, stream, question)).toEqual(expected(log, stream, question));
    });
  });

  it('parties, agreements and the phase', () => {
    fc.assert(
      fc.property(treaties, ([log, questions]) => {
        for (const question of questions) {
          const actual = negotiation(log, 'negotiation/a', question);
          expect(actual).toEqual(expected(log, 'negotiation/a', question));
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe('CERTAIN', () => {
  const isVague = (event: AnyEvent): boolean => {
    const { min, max } = moment(event.occurred, 'UTC');
    return event.type !== 'RoundHeld' && max < Infinity && max - min > 2 * DAY_MS;
  };
  const choice = fc.tuple(fc.nat(), fc.nat());

  it('holds whichever of the days that a vague date allows it was', () => {
    fc.assert(
      fc.property(treaties, choice, ([log, asked], [which, day]) => {
        const vague = log.filter((event) => isVague(event) && event.type !== 'NegotiationLaunched');
        const moved = vague[which % vague.length];
        if (!moved || moment(moved.occurred, 'UTC').min === -Infinity) return;
        const { min, max } = moment(moved.occurred, moved.timeZone ?? 'UTC');
        const at = min + DAY_MS + (day % (Math.floor((max - min) / DAY_MS) - 1)) * DAY_MS;
        const exact = { ...moved, occurred: new Date(at).toISOString() } as AnyEvent;
        const other = log.map((event) => (event === moved ? exact : event));
        for (const question of asked) {
          const told = negotiation(log, 'negotiation/a', question);
          const then = negotiation(other, 'negotiation/a', question);
          if (told.phases.at(-1)?.certainty === 'CERTAIN')
            expect(then.phases.at(-1)?.value).toBe(told.phases.at(-1)?.value);
          // Under another order a title may stand for another slug: then it is another agreement.
          for (const { slug, status } of then.agreements) {
            const same = told.agreements.find((one) => one.slug === slug);
            if (same?.certainty === 'CERTAIN') expect(status).toBe(same.status);
          }
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
