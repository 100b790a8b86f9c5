import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../events/parse.js';
import { samples } from '../support/golden.js';
import { SEED } from '../support/seed.js';
import { isAt, replaced } from '../support/sites.js';
import { type MutatedEvent, mutateEvent } from '../support/mutateEvent.js';

const all = samples.flatMap(({ type, event }) =>
  mutateEvent(event()).map((spoiled) => ({ type, ...spoiled })),
);

const CODES = ['MISSING', 'INVALID', 'UNKNOWN_KEY', 'UNKNOWN_TYPE', 'WRONG_STREAM', 'UNSOURCED'];

/** What the refusal of a spoiled event lacks: empty when it names the place, that only, and why. */
function lacking({ how, path, sent }: MutatedEvent): string[] {
  const place = `${path.join('.')} is ${how}`;
  const result = parseEvent(sent);
  if (result.ok) return [`taken although ${place}`];
  if (result.problems.length === 0) return [`refused without a problem although ${place}`];
  return result.problems
    .filter(
      ({ path: found, code, message }) =>
        !isAt(found, path) || !CODES.includes(code) || !/^\S.*\S$/.test(message),
    )
    .map((problem) => `${JSON.stringify(problem)} although ${place}`);
}

describe('an event that is wrong in one place is refused with the path of that place', () => {
  const ways = [...new Set(all.map(({ how }) => how))];

  it.each(ways)('%s, wherever it can be', (way) => {
    expect(all.filter(({ how }) => how === way).flatMap(lacking)).toEqual([]);
  });

  it(`1,000 of them at random (seed ${SEED})`, () => {
    const found = fc
      .constantFrom(...ways)
      .chain((way) => fc.constantFrom(...all.filter(({ how }) => how === way)));
    fc.assert(
      fc.property(found, (spoiled) => {
        expect(lacking(spoiled)).toEqual([]);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe(`an event that is wrong in several places (seed ${SEED})`, () => {
  it('has every one of them named', () => {
    const three = fc.record({
      sample: fc.constantFrom(...samples),
      occurred: fc.constantFrom('2025-02-30', 'soon', ''),
      certainty: fc.constantFrom('SURE', '', 'confirmed'),
      field: fc.constantFrom('colour', 'Rate', 'x y'),
    });
    fc.assert(
      fc.property(three, ({ sample, occurred, certainty, field }) => {
        let event = { ...sample.event(), occurred, certainty };
        event = replaced(event, ['data', field], 1) as typeof event;
        const result = parseEvent(event);
        const paths = result.ok ? [] : result.problems.map(({ path }) => path);
        expect(paths.sort()).toEqual(['certainty', `data.${field}`, 'occurred']);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe(`whatever is sent (seed ${SEED})`, () => {
  it('is answered, never thrown at', () => {
    const json = fc.jsonValue({ maxDepth: 5 });
    const near = fc
      .tuple(fc.constantFrom(...samples), fc.string(), json)
      .map(([sample, key, value]) => ({
        ...sample.event(),
        [key]: value,
        data: value,
      }));
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true }), json, near), (sent) => {
        const result = parseEvent(sent);
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
