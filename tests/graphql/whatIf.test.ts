/** What-if queries over GraphQL: hypothetical values are marked and never confused with the record. */
import { describe, expect, it } from 'vitest';
import { query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

const parley = await indiaUsRecord();
const ask = (source: string, variables: Record<string, unknown> = {}) =>
  query(parley, source, variables);

const DUTY = `query ($assuming: Assumptions, $asOf: AsOf) {
  duty(imposedBy: "US", on: "IN", asOf: $asOf, assuming: $assuming) {
    total
    layers { measure { id slug rate } rate applies setBy { id hypothetical } }
  }
  log { headPosition headHash }
}`;

const september = { at: '2025-09-01' };

/** The event that adopted a measure, by its slug. */
async function adoption(slug: string): Promise<string> {
  const { measure } = await ask(
    'query ($slug: String!) { measure(slug: $slug, asOf: { at: "2025-09-01" }) { setBy { id type } } }',
    { slug },
  );
  expect(measure.setBy.type).toBe('MeasureAdopted');
  return measure.setBy.id as string;
}

const cut = {
  stream: 'measure/us-recip-in',
  occurred: '2025-08-20',
  certainty: 'INFERRED',
  data: { measureAmended: { effectiveFrom: '2025-08-25', rate: 15 } },
};

const PICTURE = `
  id
  view { pinned }
  meetings { dates setBy { id hypothetical recordedBy } }
  measures { id slug rate setBy { hypothetical } }
  duties { on total layers { measure { id slug } } }
`;
const NEGOTIATION = `query ($assuming: Assumptions, $asOf: AsOf) {
  negotiation(slug: "in-us-bta", asOf: $asOf, assuming: $assuming) { ${PICTURE} }
}`;
const NODE = `query ($id: ID!) { node(id: $id) { id ... on Negotiation { ${PICTURE} } } }`;

const meeting = {
  stream: 'negotiation/in-us-bta',
  occurred: '2025-08-30',
  certainty: 'INFERRED',
  data: { meetingHeld: { level: 'LEADERS', place: 'New Delhi' } },
};

describe('the duty without the August penalty', () => {
  it('is 25 on 1 September, and the log is unchanged', async () => {
    const before = await ask(DUTY, { asOf: september });
    expect(before.duty.total).toBe(50);
    const without = [await adoption('us-russia-oil-in')];
    const assumed = await ask(DUTY, { asOf: september, assuming: { without } });
    expect(assumed.duty.total).toBe(25);
    expect(assumed.log).toEqual(before.log);
    expect(await ask(DUTY, { asOf: september })).toEqual(before);
  });

  it('is also 25 in the duties of the negotiation', async () => {
    const { negotiation } = await ask(NEGOTIATION, {
      asOf: september,
      assuming: { without: [await adoption('us-russia-oil-in')] },
    });
    expect(negotiation.duties.find(({ on }: { on: string }) => on === 'IN').total).toBe(25);
  });
});

describe('the duty with a hypothetical cut', () => {
  it('falls to 40, and marks the layers that are based on a hypothetical event', async () => {
    const { duty } = await ask(DUTY, { asOf: september, assuming: { with: [cut] } });
    expect(duty.total).toBe(40);
    const marked = duty.layers.filter(
      ({ setBy }: { setBy: { hypothetical: boolean } }) => setBy.hypothetical,
    );
    expect(marked).toMatchObject([
      { measure: { slug: 'us-recip-baseline' }, applies: false },
      { measure: { slug: 'us-recip-in', rate: 15 }, rate: 15, applies: true },
    ]);
    const { event } = await ask('query ($id: ID!) { event(id: $id) { id } }', {
      id: marked[0].setBy.id,
    });
    expect(event).toBeNull();
  });

  it('has measures with IDs other than the recorded ones', async () => {
    const idsOf = async (assuming?: object) => {
      const { duty } = await ask(DUTY, { asOf: september, assuming });
      return (duty.layers as { measure: { id: string } }[]).map(({ measure }) => measure.id);
    };
    const [real, assumed] = [await idsOf(), await idsOf({ with: [cut] })];
    expect(assumed.filter((id) => real.includes(id))).toEqual([]);
    const nodes = await ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Measure { slug rate } } }',
      { ids: assumed },
    );
    expect(nodes.nodes).toContainEqual(expect.objectContaining({ slug: 'us-recip-in', rate: 15 }));
    expect(nodes.nodes.map(({ id }: { id: string }) => id)).toEqual(assumed);
  });

  it('is refused with its path when it could not be appended', async () => {
    const bad = { ...cut, data: { measureAmended: { effectiveFrom: '2025-08-25', rate: -1 } } };
    const { errors } = await respond(parley, DUTY, { assuming: { with: [cut, bad] } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ path: 'assuming.with[1].data.rate' }],
    });
  });
});

describe('a negotiation with a hypothetical meeting', () => {
  const asOf = { at: '2025-09-01' };
  const assuming = { with: [meeting] };
  const held = (picture: { meetings: { dates: string; setBy: { hypothetical: boolean } }[] }) =>
    picture.meetings.filter(({ setBy }) => setBy.hypothetical).map(({ dates }) => dates);

  it('marks the meeting as hypothetical, and nothing else', async () => {
    const { negotiation } = await ask(NEGOTIATION, { asOf, assuming });
    expect(held(negotiation)).toEqual(['2025-08-30']);
    expect(negotiation.view.pinned).toBe(false);
    const { negotiation: real } = await ask(NEGOTIATION, { asOf });
    expect(held(real)).toEqual([]);
  });

  it('has its own ID, with which node returns the same what-if read', async () => {
    const { negotiation } = await ask(NEGOTIATION, { asOf, assuming });
    const { negotiation: real } = await ask(NEGOTIATION, { asOf });
    expect(negotiation.id).not.toBe(real.id);
    expect((await ask(NODE, { id: negotiation.id })).node).toEqual(negotiation);
    expect((await ask(NODE, { id: real.id })).node).toEqual(real);
  });

  it('shares no ID with the recorded one, measures included', async () => {
    const ids = async (variables: object): Promise<string[]> => {
      const { negotiation } = await ask(NEGOTIATION, { ...variables });
      const { measures, duties } = negotiation;
      const layers = duties.flatMap((duty: { layers: object[] }) => duty.layers);
      return [...measures, ...layers.map(({ measure }: { measure: object }) => measure)].map(
        ({ id }: { id: string }) => id,
      );
    };
    const real = await ids({ asOf });
    expect((await ids({ asOf, assuming })).filter((id) => real.includes(id))).toEqual([]);
  });

  it('leaves the response of a pinned view unchanged', async () => {
    const pinned = { ...asOf, knownAt: '2026-11-22T23:00:00Z' };
    const before = await ask(NEGOTIATION, { asOf: pinned });
    expect(before.negotiation.view.pinned).toBe(true);
    const { negotiation } = await ask(NEGOTIATION, { asOf: pinned, assuming });
    expect([held(negotiation), negotiation.view.pinned]).toEqual([['2025-08-30'], false]);
    expect(await ask(NEGOTIATION, { asOf: pinned })).toEqual(before);
  });

  it('has an empty diff with itself, and the meeting in its timeline', async () => {
    const { negotiation } = await ask(
      `query ($asOf: AsOf!, $assuming: Assumptions) {
        negotiation(slug: "in-us-bta", asOf: $asOf, assuming: $assuming) {
          diff(to: $asOf) { changes { path } }
          explain(path: "phase") { value setBy { hypothetical } }
          timeline(from: "2025-08-29", to: "2025-08-30") {
            changes { after causedBy { hypothetical } }
          }
        }
      }`,
      { asOf, assuming },
    );
    expect(negotiation.diff.changes).toEqual([]);
    expect(
      negotiation.explain.some((e: { setBy: { hypothetical: boolean } }) => e.setBy.hypothetical),
    ).toBe(false);
    expect(
      negotiation.timeline.flatMap(({ changes }: { changes: object[] }) => changes),
    ).toContainEqual({
      after: 'Meeting of leaders in New Delhi',
      causedBy: [{ hypothetical: true }],
    });
  });
});
