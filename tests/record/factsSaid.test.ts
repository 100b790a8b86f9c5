/**
 * The article that started the record makes 26 statements. Those about what was said, and those that are
 * no events, are asked here: of the latter, that nothing was invented.
 */
import { describe, expect, it } from 'vitest';
import { by, leavitt, picture, quotes, statements, view } from './article.js';
import { ask } from './asking.js';

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

describe('fact 10: negotiations are still under way', () => {
  it("is a statement in the press's own voice, and talks are active", () => {
    const own = statements.filter(({ occurred }) => occurred === '2025-11-05');
    expect(quotes(own)).toContain('still underway');
    expect(view.activity).toMatchObject({ value: 'ACTIVE', certainty: 'CERTAIN' });
  });
});

describe('fact 14: ties were strained', () => {
  it('is colour: nothing says so in the record', () => {
    expect(JSON.stringify(view.events)).not.toMatch(/strain/i);
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
  it('is filed under both, and makes no negotiation of the one that nothing else tells of', async () => {
    expect(goyal()?.venue).toBe('ET Startup Awards');
    expect(goyal()?.setBy.also).toEqual(['negotiation/in-eu-fta']);
    const { events, negotiation } = await ask<{
      events: { edges: { node: { type: string; occurred: string } }[] };
      negotiation: unknown;
    }>(
      '{ events(filter: { streams: ["negotiation/in-eu-fta"] }) { edges { node { type occurred } } } negotiation(slug: "in-eu-fta") { id } }',
    );
    expect(events.edges.map(({ node }) => node)).toEqual([
      { type: 'StatementMade', occurred: '2025-10-30' },
    ]);
    expect(negotiation).toBeNull();
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
