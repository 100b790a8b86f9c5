import { beforeEach, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { query } from '../support/graphql.js';
import {
  as,
  at,
  LIST,
  propose,
  recordWithLaunch,
  round,
  span,
  tariff,
  TEXT,
} from './proposalFixture.js';

let parley: Parley;
beforeEach(async () => {
  parley = await recordWithLaunch();
});

const refused = async (draft: object, more: object = {}) => {
  const result = await propose(parley, [draft], more);
  expect(result.__typename).toBe('ValidationError');
  return result.problems as readonly { path: string; code: string; message: string }[];
};

describe('a draft is refused', () => {
  const withSpan = (draft: typeof round | typeof tariff, path: string, where: object) => ({
    ...draft,
    spans: draft.spans.map((each) => (each.path === path ? { path, ...where } : each)),
  });

  it.each([-1, 1])('when a span is off by a letter (%i)', async (shift) => {
    const { start, end } = at('5 per cent');
    const where = { start: start + shift, end: end + shift };
    const problems = await refused(withSpan(tariff, 'data.rate', where));
    expect(problems).toMatchObject([
      { path: 'drafts[0].spans.data.rate', code: 'SPAN_NOT_IN_TEXT' },
    ]);
  });

  it('when the words it quotes differ from the text by a letter', async () => {
    const where = { ...at('5 per cent'), quote: '5 per cemt' };
    const problems = await refused(withSpan(tariff, 'data.rate', where));
    expect(problems[0]).toMatchObject({
      path: 'drafts[0].spans.data.rate',
      code: 'SPAN_NOT_IN_TEXT',
    });
    const away = await refused(withSpan(tariff, 'data.rate', { quote: '6 per cent' }));
    expect(away[0]!.message).toContain('letter for letter');
  });

  it('when a span lies outside the text', async () => {
    const where = { start: TEXT.length, end: TEXT.length + 4 };
    expect(await refused(withSpan(round, 'type', where))).toMatchObject([
      { code: 'SPAN_NOT_IN_TEXT' },
    ]);
  });

  it('when a rate differs from its words: 6 against 5 per cent', async () => {
    const problems = await refused({ ...tariff, data: { ...tariff.data, rate: 6 } });
    expect(problems).toMatchObject([{ path: 'drafts[0].data.rate', code: 'RATE_NOT_IN_TEXT' }]);
    expect(problems[0]!.message).toBe('is 6 per cent, but its words are "5 per cent"');
  });

  it('when a rate rests on a number that is no percentage', async () => {
    const draft = withSpan(
      { ...tariff, data: { ...tariff.data, rate: 1 } },
      'data.rate',
      at('1 December'),
    );
    expect(await refused(draft)).toMatchObject([{ code: 'RATE_NOT_IN_TEXT' }]);
  });

  it('when a number differs from its words', async () => {
    const problems = await refused({ ...round, data: { ...round.data, round: 5 } });
    expect(problems).toMatchObject([{ path: 'drafts[0].data.round', code: 'NUMBER_NOT_IN_TEXT' }]);
  });

  it.each(['2025-10-14/2025-10-18', '2025-10-15', '2024-10-14/2024-10-17', '2025-10'])(
    'when the text does not give its date: %s',
    async (occurred) => {
      const problems = await refused({ ...round, occurred });
      expect(problems).toMatchObject([{ path: 'drafts[0].occurred', code: 'DATE_NOT_IN_TEXT' }]);
    },
  );

  it('when an instant has a time that the text does not give', async () => {
    const effectiveFrom = '2025-12-01T00:01:00-05:00';
    const problems = await refused({
      ...tariff,
      type: 'MeasureSuspended',
      data: { effectiveFrom },
      spans: [span('data.effectiveFrom', '1 December 2025')],
    });
    expect(problems).toMatchObject([
      { path: 'drafts[0].data.effectiveFrom', code: 'DATE_NOT_IN_TEXT' },
    ]);
  });

  it('when a date, a rate or a party rests on nothing', async () => {
    const problems = await refused({ ...tariff, occurred: '2025-10-19', spans: [] });
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['drafts[0].occurred', 'WITHOUT_SPAN'],
      ['drafts[0].data.imposedBy', 'WITHOUT_SPAN'],
      ['drafts[0].data.affects[0]', 'WITHOUT_SPAN'],
      ['drafts[0].data.rate', 'WITHOUT_SPAN'],
      ['drafts[0].data.effectiveFrom', 'WITHOUT_SPAN'],
    ]);
  });

  it('when its words name another party', async () => {
    const draft = { ...tariff, data: { ...tariff.data, affects: ['IN'] } };
    expect(await refused(draft)).toMatchObject([
      { path: 'drafts[0].data.affects[0]', code: 'PARTY_NOT_IN_TEXT' },
    ]);
  });

  it('when its quote is not letter for letter what the span holds', async () => {
    const statement = {
      type: 'StatementMade',
      stream: 'negotiation/no-in',
      occurred: '2025-10-20',
      data: { speaker: 'Anna Berg', summary: 'close', quote: 'We are close to a deal.' },
      spans: [span('data.speaker', 'Anna Berg'), span('data.quote', 'We are close to a deal,')],
    };
    expect(await refused(statement)).toMatchObject([
      { path: 'drafts[0].data.quote', code: 'QUOTE_NOT_IN_TEXT' },
    ]);
  });

  it('when it is no event, whatever its words say', async () => {
    const problems = await refused({ ...round, data: { ...round.data, rounds: 4 } });
    expect(problems).toContainEqual(
      expect.objectContaining({ path: 'drafts[0].data.rounds', code: 'UNKNOWN_KEY' }),
    );
    expect(await refused({ ...round, type: 'RoundHolden' })).toMatchObject([
      { code: 'UNKNOWN_TYPE' },
    ]);
  });

  it('when it has spans and no text was sent', async () => {
    expect(await refused(round, { text: null })).toMatchObject([
      { path: 'drafts[0].spans', code: 'WITHOUT_TEXT' },
    ]);
  });

  it('together with all others sent, which are not kept either', async () => {
    const result = await propose(parley, [round, { ...tariff, data: { ...tariff.data, rate: 6 } }]);
    expect(result.problems).toMatchObject([{ path: 'drafts[1].data.rate' }]);
    expect((await query(parley, LIST, {}, as('asha'))).proposals.nodes).toEqual([]);
  });
});
