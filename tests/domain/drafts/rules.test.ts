/** What the rules make of sentences, one at a time, and what they leave alone. */
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/domain/drafts/checkDraft.js';
import { draftsFrom } from '../../../src/domain/drafts/rules/draftsFrom.js';

const day = '2025-11-05';
const known = [{ slug: 'in-us-bta', parties: ['IN', 'US'] }];

function drafts(text: string) {
  const result = draftsFrom(text, { day, known });
  for (const draft of result.drafts) expect(checkDraft(draft, { text, day }).problems).toEqual([]);
  return result;
}

/** The only draft of a text. */
function only(text: string) {
  const { drafts: found } = drafts(text);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const nothing = (text: string) => expect(drafts(text).drafts).toEqual([]);

describe('a round', () => {
  it.each([
    [
      'The sixth round of talks was held in Muscat from 14 to 17 October.',
      'RoundHeld',
      '2025-10-14/2025-10-17',
      { round: 6, place: 'Muscat' },
    ],
    [
      'Negotiators completed the 3rd formal round of trade talks in Oslo on 10-12 June 2025.',
      'RoundHeld',
      '2025-06-10/2025-06-12',
      { round: 3, formal: 'YES', place: 'Oslo' },
    ],
    ['The second round concluded on October 17.', 'RoundHeld', '../2025-10-17', { round: 2 }],
    [
      'The seventh round will be held in New Delhi on 8-12 December.',
      'RoundScheduled',
      day,
      { round: 7, dates: '2025-12-08/2025-12-12', place: 'New Delhi' },
    ],
    [
      'The fourth round of negotiations is scheduled for January 2026.',
      'RoundScheduled',
      day,
      { round: 4, dates: '2026-01' },
    ],
  ])('held or planned: %s', (text, type, occurred, data) => {
    expect(only(text)).toMatchObject({ type, occurred, data });
  });

  it('held without a date needs one', () => {
    expect(only('The ninth round of talks took place in Geneva.').needs).toContain('occurred');
  });

  it('that was counted makes no round', () => {
    const text = 'Eleven rounds of talks have been completed so far.';
    expect(only(text)).toMatchObject({ type: 'RoundsReported', data: { count: 11 } });
  });

  it.each([
    'The fifth round of talks could be held in December.',
    'The fifth round was postponed.',
    'If the sixth round is held in May 2026, tariffs may fall.',
    'He won the second round of the tournament.',
  ])('is not seen in: %s', nothing);
});

describe('a pause', () => {
  it.each([
    ['Trade talks were suspended on 23 October.', 'TalksPaused', '2025-10-23', { scope: 'ALL' }],
    [
      'Canada halted trade talks with the United States last week.',
      'TalksPaused',
      '2025-10-27/2025-11-02',
      { scope: 'ALL' },
    ],
    [
      'Formal negotiations were paused in August 2025.',
      'TalksPaused',
      '2025-08',
      { scope: 'FORMAL_ROUNDS' },
    ],
    ['Trade talks resumed on 16 September.', 'TalksResumed', '2025-09-16', {}],
  ])('or its end: %s', (text, type, occurred, data) => {
    expect(only(text)).toMatchObject({ type, occurred, data });
  });

  it.each([
    'Ottawa threatened to suspend trade talks on 23 October.',
    'Trade talks will resume in January.',
    'Talks would be suspended if tariffs rose.',
    'The two sides agreed to resume trade talks in December.',
  ])('is not seen in: %s', nothing);
});

describe('a rate', () => {
  it('imposed has its day and its act', () => {
    const text =
      'The United States imposed a 25 per cent reciprocal tariff on Indian goods under Executive Order 14257, effective 7 August 2025.';
    expect(only(text)).toMatchObject({
      type: 'MeasureAdopted',
      occurred: `../${day}`,
      data: {
        imposedBy: 'US',
        affects: ['IN'],
        rate: 25,
        kind: 'RECIPROCAL',
        effectiveFrom: '2025-08-07',
        instrument: 'Executive Order 14257',
      },
    });
  });

  it('that is the sum of two is two measures, and no third', () => {
    const text =
      'Washington imposed a 30 per cent tariff on Brazil: 10 per cent reciprocal and 20 per cent as a penalty.';
    expect(drafts(text).drafts.map(({ data }) => [data['rate'], data['kind']])).toEqual([
      [10, 'RECIPROCAL'],
      [20, 'PENALTY'],
    ]);
  });

  it('announced for a day is an announcement; without a day or a document a threat', () => {
    expect(only('The US will impose a 35% tariff on Canada on August 1, 2026.')).toMatchObject({
      type: 'MeasureAnnounced',
      data: { rate: 35, imposedBy: 'US', affects: ['CA'], effectiveFrom: '2026-08-01' },
    });
    expect(only('The US will impose a 35% tariff on Canada.')).toMatchObject({
      type: 'MeasureThreatened',
    });
    expect(only('China threatened a 15% duty on Australia.')).toMatchObject({
      type: 'MeasureThreatened',
      data: { imposedBy: 'CN', affects: ['AU'], rate: 15 },
    });
  });

  it('on some goods needs their codes', () => {
    const text =
      'The United States imposed a 50% tariff on copper imports from Chile on 1 August 2025.';
    expect(only(text).needs).toEqual(expect.arrayContaining(['data.goods']));
  });

  it.each([
    'Exports to the United States fell by 12 per cent after tariffs on India.',
    'The US raised tariffs on India from 25 per cent to 50 per cent.',
    'A court struck down the 25% tariff that the US imposed on India.',
    'The US imposed tariffs of 10%, 20% and 40% on India, Brazil and Laos.',
  ])('is not read from: %s', nothing);
});

describe('a statement', () => {
  it('has its speaker in full, role, day and quote', () => {
    const text =
      'Trade Minister Anna Berg met the press.\n"We are close to a deal on trade," Berg said on Tuesday.';
    const statement = only(text);
    expect(statement).toMatchObject({
      type: 'StatementMade',
      occurred: '2025-11-04',
      data: { speaker: 'Anna Berg', quote: 'We are close to a deal on trade' },
    });
  });

  it('goes on under a pronoun only right after its speaker', () => {
    const text =
      'Commerce Secretary John Hill said that the deal was near. "The tariff talks go well," he added.';
    expect(drafts(text).drafts.map(({ data }) => data['speaker'])).toEqual([
      'John Hill',
      'John Hill',
    ]);
    const { drafts: found, notUnderstood } = drafts(
      'It rained. "The tariff talks go well," he said.',
    );
    expect(found).toEqual([]);
    expect(notUnderstood).toMatchObject([{ reason: 'who speaks' }]);
  });

  it('without a date is bounded by the day of the report', () => {
    expect(only('The White House said that the trade deal is near.').occurred).toBe(`../${day}`);
  });

  it.each([
    'Officials said the trade talks went well.',
    'A senior official said tariffs would fall.',
    'Mr. Hill said that he likes tea.',
  ])('is not read from: %s', nothing);
});

describe('a target or a meeting', () => {
  it.each([
    [
      'The two sides aim to conclude the pact by December 2025.',
      'TargetSet',
      { due: '2025-12', what: 'conclude the pact', kind: 'TARGET' },
    ],
    [
      'They set a deadline to sign the agreement before 9 July 2026.',
      'TargetSet',
      { due: '2026-07-09', kind: 'DEADLINE' },
    ],
    [
      'Prime Minister Keir Starmer met President Lula da Silva in London on 3 November.',
      'MeetingHeld',
      {
        level: 'LEADERS',
        kind: 'MEETING',
        place: 'London',
        participants: ['Keir Starmer', 'Lula da Silva'],
      },
    ],
  ])('%s', (text, type, data) => {
    expect(only(text)).toMatchObject({ type, data });
  });

  it.each([
    'They failed to conclude the pact by December 2025.',
    'Prime Minister Keir Starmer will meet President Lula da Silva in London on 3 December.',
  ])('is not read from: %s', nothing);
});

describe('a report', () => {
  it('in words of ours tells what the article that started the project tells', () => {
    const text = [
      'India and the US entered into negotiations for a balanced BTA in March this year, with a target to finish the first tranche by fall (October-November) of 2025.',
      'Five rounds of talks have been completed for the first phase of the bilateral trade agreement between the two.',
      'Then the Trump administration imposed a 50 per cent tariff on India - 25 per cent reciprocal and 25 per cent as a penalty for buying Russian oil. After that, trade talks between the two paused for a while as India called the tariff "unfair and unjustified".',
      'Last week US President Donald Trump said that he wanted a trade deal with India.',
      'Commerce Minister Piyush Goyal last week said that the trade talks are advanced. "We are at an advanced stage of discussions," said Piyush Goyal at the Startup Evening. Earlier, at the Berlin Forum, Goyal had said India signs no trade deal in a hurry.',
    ].join('\n');
    const { drafts: found } = drafts(text);
    expect(
      found.map(({ type, occurred, data: { rate, count, speaker } }) =>
        [type, occurred, rate ?? count ?? speaker].filter(Boolean).join(' '),
      ),
    ).toEqual([
      'NegotiationLaunched 2025-03',
      'RoundsReported 2025-11-05 5',
      'MeasureAdopted ../2025-11-05 25',
      'MeasureAdopted ../2025-11-05 25',
      'TalksPaused ../2025-11-05',
      'StatementMade ../2025-11-05 India',
      'StatementMade 2025-10-27/2025-11-02 Donald Trump',
      'StatementMade 2025-10-27/2025-11-02 Piyush Goyal',
      'StatementMade 2025-10-27/2025-11-02 Piyush Goyal',
      'StatementMade ../2025-11-02 Piyush Goyal',
    ]);
  });

  it('is dated by itself where the day is not given', () => {
    const text = 'Trade talks were paused last week.\n— ANI (@ANI) November 4, 2025';
    expect(draftsFrom(text)).toMatchObject({
      day: '2025-11-04',
      drafts: [{ type: 'TalksPaused', occurred: '2025-10-27/2025-11-02', needs: ['stream'] }],
    });
  });

  it('belongs to the one negotiation whose parties it names', () => {
    const two = [...known, { slug: 'eu-us', parties: ['EU', 'US'] }];
    const text = 'Trade talks between India and the US were paused on 3 June 2025.';
    expect(draftsFrom(text, { day, known: two }).drafts[0]?.stream).toBe('negotiation/in-us-bta');
    const unclear = 'The EU, India and the US: trade talks were paused on 3 June 2025.';
    expect(draftsFrom(unclear, { day, known: two }).drafts[0]?.needs).toEqual(['stream']);
  });

  it('without a day leaves out what is counted from it', () => {
    const { drafts: found } = draftsFrom('Trade talks were paused last week.');
    expect(found).toMatchObject([{ type: 'TalksPaused', needs: ['stream', 'occurred'] }]);
  });
});
