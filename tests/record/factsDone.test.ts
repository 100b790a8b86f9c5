/**
 * The article that started the record makes 26 statements. Those about what was done, counted and
 * imposed are asked here.
 */
import { describe, expect, it } from 'vitest';
import { duty, occurredOf, picture, view } from './article.js';
import { ask } from './asking.js';

describe('fact 9: five rounds completed so far, for the first phase', () => {
  it('is a report of five with its scope, and five are counted by themselves', () => {
    expect(view.roundsCompleted).toMatchObject({ reported: 5, counted: 5 });
    expect(view.roundsCompleted.reports.at(-1)).toMatchObject({
      count: 5,
      scope: expect.stringContaining('first phase') as string,
      setBy: { occurred: '2025-11-05' },
    });
  });
  it('makes no rounds: only those held with a number or formally count', () => {
    const numbered = view.rounds.filter(
      ({ number, status }) => number !== null && status === 'HELD',
    );
    expect(numbered.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('fact 11: they entered into negotiations "in March this year"', () => {
  it('is kept beside the launch of 13 February and not resolved', () => {
    expect(occurredOf('NegotiationLaunched')).toEqual(['2025-02-13', '2025-03']);
    expect(view.phase.value).toBe('NEGOTIATING');
  });
  it('alone makes a start possible on 10 March and certain on 1 April', async () => {
    const { negotiation } = await ask<{
      negotiation: { events: { edges: { node: { id: string } }[] } };
    }>(`{
      negotiation(slug: "in-us-bta") {
        events(filter: { types: ["NegotiationLaunched"] }) { edges { node { id } } }
      }
    }`);
    const [february] = negotiation.events.edges.map(({ node }) => node.id);
    const phase = async (at: string) => {
      const answer = await ask<{ negotiation: { phase: unknown } }>(`{
        negotiation(slug: "in-us-bta", asOf: { at: "${at}" }, assuming: { without: ["${february}"] }) {
          phase { value since certainty }
        }
      }`);
      return answer.negotiation.phase;
    };
    expect(await phase('2025-03-10')).toEqual({
      value: 'LAUNCHED',
      since: '2025-03',
      certainty: 'POSSIBLE',
    });
    expect(await phase('2025-04-01')).toMatchObject({ certainty: 'CERTAIN' });
  });
});

describe('fact 12: "fair, balanced and mutually beneficial"', () => {
  it('is the mandate as the article words it, on the launch it dates to March', () => {
    const march = view.events.edges.find(
      ({ node }) => node.type === 'NegotiationLaunched' && node.occurred === '2025-03',
    );
    expect(march?.node.data['mandate']).toMatch(/fair, balanced/);
  });
});

describe('fact 13: the first tranche by fall (October-November) of 2025', () => {
  const target = view.targets.find(({ slug }) => slug === 'first-tranche');
  it('is one reading among three of one due date', () => {
    expect(target?.due).toBe('2025-09/2025-11');
    expect(target?.readings.map(({ due }) => due)).toEqual([
      '2025-09/2025-10',
      '2025-10/2025-11',
      '2025-11',
    ]);
  });
  it('is attributed to the article', () => {
    const reading = target?.readings.find(({ due }) => due === '2025-10/2025-11');
    expect(reading?.by).toContain('article');
  });
});

describe('fact 15: a sweeping 50 per cent', () => {
  it('is derived from its layers, not entered', async () => {
    expect((await duty('2025-11-05')).total).toBe(50);
    const { measures } = await ask<{
      measures: { edges: { node: { rate: number; slug: string } }[] };
    }>(
      '{ measures(asOf: { at: "2025-11-05" }, filter: { imposedBy: "US", affects: "IN" }) { edges { node { slug rate } } } }',
    );
    const fifty = measures.edges
      .filter(({ node }) => node.rate === 50)
      .map(({ node }) => node.slug);
    expect(fifty).toEqual(['us-232-metals']);
  });
});

describe('fact 16: 25 per cent reciprocal', () => {
  it('is one layer of the duty', async () => {
    expect((await duty('2025-11-05')).applying).toContainEqual(
      expect.objectContaining({
        rate: 25,
        measure: expect.objectContaining({ slug: 'us-recip-in', kind: 'RECIPROCAL' }) as unknown,
      }),
    );
  });
});

describe('fact 17: 25 per cent as a penalty for Russian oil', () => {
  it('is the other layer, and says what for', async () => {
    const penalty = (await duty('2025-11-05')).applying.find(
      ({ measure }) => measure.slug === 'us-russia-oil-in',
    );
    expect(penalty).toMatchObject({ rate: 25, measure: { kind: 'PENALTY' } });
    expect(penalty?.measure.title).toMatch(/Russian oil/);
  });
});

describe('fact 18: after the tariffs talks paused for a brief time', () => {
  it('is a pause with a window for its start, over by 16 September', () => {
    expect(view.pauses).toEqual([
      { from: '2025-07-18/2025-08-27~', to: '2025-09-16', scope: 'FORMAL_ROUNDS' },
    ]);
  });
  it.each([
    ['2025-07-17', 'ACTIVE', 'CERTAIN'],
    ['2025-08-10', 'PAUSED', 'POSSIBLE'],
    ['2025-09-01', 'PAUSED', 'CERTAIN'],
    ['2025-09-17', 'ACTIVE', 'CERTAIN'],
  ])('on %s talks are %s (%s)', async (at, value, certainty) => {
    expect((await picture(`{ at: "${at}" }`)).activity).toMatchObject({ value, certainty });
  });
});
