import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../events/parse.js';
import { samples } from '../support/golden.js';
import { SEED } from '../support/seed.js';
import { isAt, replaced } from '../support/sites.js';
import { type Spoiled, spoilings } from '../support/spoil.js';

const all = samples.flatMap(({ type, event }) =>
  spoilings(event()).map((spoiled) => ({ type, ...spoiled })),
);

function expectRefused({ how, path, sent }: Spoiled): void {
  const result = parseEvent(sent);
  if (result.ok) throw new Error(`taken although ${path.join('.')} is ${how}`);
  expect(result.problems.length).toBeGreaterThan(0);
  for (const problem of result.problems) {
    expect(`${how}: ${problem.path}`).toSatisfy(() => isAt(problem.path, path));
    expect(problem.code).toMatch(
      /^(?:MISSING|INVALID|UNKNOWN_KEY|UNKNOWN_TYPE|WRONG_STREAM|UNSOURCED)$/,
    );
    expect(problem.message).toMatch(/^\S.*\S$/);
  }
}

describe('an event that is wrong in one place is refused with the path of that place', () => {
  const ways = [...new Set(all.map(({ how }) => how))];

  it.each(ways)('%s, wherever it can be', (way) => {
    for (const spoiled of all.filter(({ how }) => how === way)) expectRefused(spoiled);
  });

  it(`1,000 of them at random (seed ${SEED})`, () => {
    const found = fc
      .constantFrom(...ways)
      .chain((way) => fc.constantFrom(...all.filter(({ how }) => how === way)));
    fc.assert(fc.property(found, expectRefused), { seed: SEED, numRuns: 1000 });
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
