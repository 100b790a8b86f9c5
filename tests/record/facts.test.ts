/**
 * The article that started the record makes 26 statements. Each is asked of the record here, over
 * GraphQL, as a dashboard would ask; of those that are no events, that nothing was invented.
 */
import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { shippedRecord } from '../support/record.js';

const parley = await shippedRecord();

interface Source {
  readonly kind: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly quote: string | null;
  readonly via: string | null;
}

interface Statement {
  readonly speaker: string;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  readonly venue: string | null;
  readonly summary: string;
  readonly quote: string | null;
  readonly occurred: string;
  readonly setBy: { readonly also: string[]; readonly sources: Source[] };
}

interface Picture {
  readonly phase: { value: string; since: string; certainty: string };
  readonly activity: { value: string; scope: string | null; certainty: string; since: string };
  readonly pauses: { from: string; to: string | null; scope: string }[];
  readonly roundsCompleted: {
    reported: number | null;
    counted: number;
    reports: { count: number; scope: string | null; setBy: { occurred: string } }[];
  };
  readonly rounds: { number: number | null; status: string }[];
  readonly meetings: {
    level: string;
    kind: string | null;
    dates: string;
    setBy: { sources: Source[] };
  }[];
  readonly targets: {
    slug: string;
    due: string;
    readings: { due: string; by: string }[];
    setBy: { sources: Source[] };
  }[];
  readonly parties: { code: string; name: string }[];
  readonly statements: { edges: { node: Statement }[] };
  readonly events: {
    edges: { node: { type: string; occurred: string; data: Record<string, unknown> } }[];
  };
}

const SOURCES = 'sources { kind publisher published quote via }';

async function ask<Answer>(query: string): Promise<Answer> {
  const { data, errors } = await graphql({
    schema,
    source: query,
    contextValue: createContext(parley),
  });
  expect(errors).toBeUndefined();
  return data as Answer;
}

async function picture(asOf = '{ at: "2025-11-05" }'): Promise<Picture> {
  const { negotiation } = await ask<{ negotiation: Picture }>(`{
    negotiation(slug: "in-us-bta", asOf: ${asOf}) {
      phase { value since certainty }
      activity { value scope certainty since }
      pauses { from to scope }
      roundsCompleted { reported counted reports { count scope setBy { occurred } } }
      rounds { number status }
      meetings { level kind dates setBy { ${SOURCES} } }
      targets { slug due readings { due by } setBy { ${SOURCES} } }
      parties { code name }
      statements(first: 1000) { edges { node {
        speaker role onBehalfOf venue summary quote occurred setBy { also ${SOURCES} }
      } } }
      events(first: 1000) { edges { node { type occurred data } } }
    }
  }`);
  return negotiation;
}

const view = await picture();
const statements = view.statements.edges.map(({ node }) => node);
const by = (speaker: string, occurred: string): Statement[] =>
  statements.filter((each) => each.speaker === speaker && each.occurred === occurred);
const quotes = (all: readonly Statement[]): string =>
  all.flatMap((each) => [each.quote, ...each.setBy.sources.map((s) => s.quote)]).join(' | ');
const leavitt = by('Karoline Leavitt', '2025-11-04');
const occurredOf = (type: string): string[] =>
  view.events.edges.filter(({ node }) => node.type === type).map(({ node }) => node.occurred);

interface Layer {
  readonly measure: { slug: string; title: string; kind: string };
  readonly rate: number;
  readonly applies: boolean;
}

const duty = (at: string) =>
  ask<{ duty: { total: number; layers: Layer[] } }>(`{
    duty(imposedBy: "US", on: "IN", asOf: { at: "${at}" }) {
      total layers { rate applies measure { slug title kind } }
    }
  }`).then(({ duty: { total, layers } }) => ({
    total,
    applying: layers.filter(({ applies }) => applies),
  }));

describe('fact 1: Trump and Modi speak often, Leavitt said', () => {
  it('is a statement of 4 November', () => {
    expect(quotes(leavitt)).toContain('pretty frequently');
  });
  it('makes no call of its own', () => {
    expect(view.meetings.filter(({ dates }) => dates >= '2025-11')).toEqual([]);
  });
});

describe('fact 2: officials of both go on with talks, the White House said', () => {
  it('is said for the White House, and talks are active on 4 November', async () => {
    expect(leavitt.map(({ onBehalfOf }) => onBehalfOf)).toContain('White House');
    expect((await picture('{ at: "2025-11-04" }')).activity.value).toBe('ACTIVE');
  });
});

describe('fact 3: "very serious discussions with India"', () => {
  it('is quoted from Leavitt', () => {
    expect(quotes(leavitt)).toContain('very serious discussions with India');
  });
});

describe('fact 4: "The President is positive and feels very strongly"', () => {
  it('is a second quote of the same briefing, with its elision', () => {
    expect(quotes(leavitt)).toMatch(/\.\.\. The President is positive and feels very strongly/);
  });
});

describe('fact 5: a few weeks ago Trump spoke to Modi at Diwali', () => {
  it('is one call of leaders on 21 October, to which the article is a further source', () => {
    const call = view.meetings.filter(({ dates }) => dates === '2025-10-21');
    expect(call).toMatchObject([{ level: 'LEADERS', kind: 'CALL' }]);
    const told = call.flatMap(({ setBy }) => setBy.sources.map((source) => source.quote ?? ''));
    expect(told.join(' | ')).toContain('A few weeks ago');
  });
});

describe('fact 6: "a great US Ambassador to India, Mr Sergio Gor"', () => {
  it('is kept as Leavitt said it', () => {
    expect(quotes(leavitt)).toMatch(/Sergio Gor/);
  });
});

describe("fact 7: ANI's post of 4 November inside the article", () => {
  it('is a source of its own kind, dated by itself and known through the article', () => {
    const posts = leavitt.flatMap(({ setBy }) => setBy.sources.filter((s) => s.kind === 'SOCIAL'));
    expect(posts).toMatchObject([
      { publisher: expect.stringContaining('ANI') as string, published: '2025-11-04' },
    ]);
    expect(posts.every(({ via }) => via !== null)).toBe(true);
  });
});

describe('fact 8: Karoline Leavitt, Press Secretary, before reporters at the White House', () => {
  it('is who spoke, in what role and where', () => {
    expect(leavitt.length).toBeGreaterThan(0);
    for (const { role, venue } of leavitt) {
      expect(role).toBe('White House Press Secretary');
      expect(venue).toContain('Press Briefing Room');
    }
  });
});

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

describe('fact 10: negotiations are still under way', () => {
  it("is a statement in the press's own voice, and talks are active", () => {
    const own = statements.filter(({ occurred }) => occurred === '2025-11-05');
    expect(quotes(own)).toContain('still underway');
    expect(view.activity).toMatchObject({ value: 'ACTIVE', certainty: 'CERTAIN' });
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

describe('fact 14: ties were strained', () => {
  it('is colour: nothing says so in the record', () => {
    expect(JSON.stringify(view.events)).not.toMatch(/strain/i);
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

describe('fact 19: "unfair, unjustified and unreasonable"', () => {
  it('is said for India on 6 August', () => {
    const said = statements.filter(({ quote }) => quote === 'unfair, unjustified and unreasonable');
    expect(said).toMatchObject([{ occurred: '2025-08-06', onBehalfOf: 'Government of India' }]);
  });
});

describe('fact 20: both are engaged in negotiations', () => {
  it('repeats fact 10 and is not entered twice', () => {
    expect(statements.filter(({ occurred }) => occurred === '2025-11-05')).toHaveLength(1);
  });
});

describe('fact 21: last week in South Korea, "I\'m doing a trade deal with India"', () => {
  it('is a statement of 29 October in Gyeongju, with the article as a further source', () => {
    const [said] = by('Donald Trump', '2025-10-29');
    expect(said?.venue).toContain('Gyeongju');
    expect(said?.quote).toContain('doing a trade deal with India');
    expect(said?.setBy.sources.map(({ published }) => published)).toContain('2025-11-05');
  });
});

const goyal = () => by('Piyush Goyal', '2025-10-30')[0];

describe('fact 22: Goyal, Commerce and Industry Minister: advanced stages of talks', () => {
  it('is a statement of 30 October in that role', () => {
    expect(goyal()?.role).toContain('Commerce and Industry Minister');
    expect(goyal()?.summary).toMatch(/advanced/);
  });
});

describe('fact 23: "with both the EU and US", at the ET Startup Awards', () => {
  it('is one statement in the history of two negotiations', async () => {
    expect(goyal()?.venue).toBe('ET Startup Awards');
    expect(goyal()?.setBy.also).toEqual(['negotiation/in-eu-fta']);
    const other = await ask<{ negotiation: { statements: { edges: { node: Statement }[] } } }>(
      '{ negotiation(slug: "in-eu-fta") { statements { edges { node { speaker occurred } } } } }',
    );
    expect(other.negotiation.statements.edges.map(({ node }) => node)).toEqual([
      { speaker: 'Piyush Goyal', occurred: '2025-10-30' },
    ]);
  });
});

describe('fact 24: earlier, at the Berlin Global Dialogue, no "gun to our head"', () => {
  it('is a statement of 24 October there', () => {
    const [said] = by('Piyush Goyal', '2025-10-24');
    expect(said?.venue).toBe('Berlin Global Dialogue');
    expect(said?.quote).toContain('gun to our head');
  });
});

describe('fact 25: Washington and New Delhi stand for governments', () => {
  it('the parties are the countries, not the cities', () => {
    expect(view.parties).toEqual([
      { code: 'IN', name: 'India' },
      { code: 'US', name: 'United States of America' },
    ]);
  });
});

describe('fact 26: "Shares Big Update", "Keen on Trade Deal?"', () => {
  it('headlines are no facts: nothing of them is entered', () => {
    expect(JSON.stringify(view)).not.toMatch(/big update|keen on/i);
  });
});
