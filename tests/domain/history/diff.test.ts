/** Views compared: over random logs, whatever is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../../events/catalogue.js';
import { type Change, diff } from '../../../src/domain/history/diff.js';
import { flattenView } from '../../../src/domain/history/segments.js';
import {
  about,
  applied,
  held,
  histories,
  questions,
  sourced,
  viewOf,
} from '../../support/histories.js';
import type { Question } from '../../support/oracle.js';
import { instants } from '../../support/logs.js';
import { SEED } from '../../support/seed.js';
import { NEGOTIATIONS } from '../../support/universe.js';

/** Which clocks differ between the two questions asked. */
const CLOCKS = [['at'], ['knownAt'], ['publicAt'], ['at', 'knownAt', 'publicAt']] as const;

const pairs = histories.chain((log) =>
  fc
    .tuple(questions(log), questions(log), fc.constantFrom(...CLOCKS))
    .map(([from, other, clocks]) => {
      const to = { ...from, ...Object.fromEntries(clocks.map((clock) => [clock, other[clock]])) };
      return [log, from, to] as const;
    }),
);

const each = (
  runs: number,
  check: (log: readonly AnyEvent[], stream: string, from: Question, to: Question) => void,
): void => {
  fc.assert(
    fc.property(pairs, ([log, from, to]) => {
      for (const stream of NEGOTIATIONS) check(log, stream, from, to);
    }),
    { seed: SEED, numRuns: runs },
  );
};

const uncaused = (changes: readonly Change[]): readonly string[] =>
  changes.filter(({ causedBy }) => causedBy.length === 0).map(({ path }) => path);

describe('the changes from one view to another', () => {
  it('turn the values of one into those of the other, each with a cause', () => {
    each(150, (log, stream, from, to) => {
      const [a, b] = [viewOf(log, stream, from), viewOf(log, stream, to)];
      const changes = diff(a, b);
      const before = held(flattenView(a));
      expect(applied(before, changes)).toEqual(held(flattenView(b)));
      for (const change of changes) expect(before[change.path] ?? null).toEqual(change.before);
      expect(uncaused(changes)).toEqual([]);
    });
  });

  it('from what was known to what is are caused by what was recorded between', () => {
    each(120, (log, stream, { at, knownAt: k }, { knownAt: l }) => {
      const [then, later] = [Math.min(k, l), Math.max(k, l)];
      const known = (knownAt: number) => viewOf(log, stream, { at, knownAt, publicAt: undefined });
      for (const { path, causedBy } of diff(known(then), known(later))) {
        const between = causedBy.every(({ event: { recorded: r } }) => then < r && r <= later);
        expect([path, between]).toEqual([path, true]);
      }
    });
  });

  it('are the same backwards, before and after exchanged', () => {
    each(60, (log, stream, from, to) => {
      const [a, b] = [viewOf(log, stream, from), viewOf(log, stream, to)];
      const back = diff(b, a).map(({ path, before, after }) => [path, after, before]);
      expect(diff(a, b).map(({ path, before, after }) => [path, before, after])).toEqual(back);
    });
  });

  it('are none between a view and the same view computed again', () => {
    each(60, (log, stream, question) => {
      const [a, b] = [viewOf(log, stream, question), viewOf(log, stream, question)];
      expect(diff(a, a)).toEqual([]);
      expect(diff(a, b)).toEqual([]);
    });
  });

  it('from before a negotiation are its whole state', () => {
    each(30, (log, stream, question) => {
      const view = viewOf(log, stream, question);
      const changes = diff(undefined, view);
      expect(applied({}, changes)).toEqual(held(flattenView(view)));
      expect(uncaused(changes)).toEqual([]);
      expect(uncaused(diff(view, undefined))).toEqual([]);
    });
  });
});

describe('a correction that is retracted', () => {
  const corrected = histories.chain((log) =>
    fc.tuple(
      fc.constant(log),
      fc.nat(),
      fc.constantFrom('2025-03', '2025-05-01', '2025-06/2025-09'),
    ),
  );

  it('restores the state before it, every value and its events', () => {
    fc.assert(
      fc.property(corrected, fc.record({ at: instants }), ([log, pick, occurred], { at }) => {
        const target = log[pick % log.length]!;
        const correction = about(log, 'EventCorrected', target, { occurred });
        const after = [...log, correction];
        const back = [...after, about(after, 'EventRetracted', correction, {})];
        for (const stream of NEGOTIATIONS) {
          const now = { at, knownAt: Infinity, publicAt: undefined };
          expect(sourced(flattenView(viewOf(back, stream, now)))).toEqual(
            sourced(flattenView(viewOf(log, stream, now))),
          );
          const then = { ...now, knownAt: correction.recorded };
          expect(held(flattenView(viewOf(back, stream, then)))).toEqual(
            held(flattenView(viewOf(after, stream, now))),
          );
        }
      }),
      { seed: SEED, numRuns: 80 },
    );
  });
});
