/** Dates are read where they were written: in the event's zone, else in that of its stream. */
import { describe, expect, it } from 'vitest';
import { given, measure, negotiation, talks } from '../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const seoul = talks.StatementMade(
  '2025-10-29',
  { speaker: 'Trump', summary: 'doing a trade deal with India' },
  { timeZone: 'Asia/Seoul' },
);
const delhi = talks.StatementMade(
  '2025-09-10',
  { speaker: 'Modi', summary: 'natural partners' },
  { timeZone: 'Asia/Kolkata' },
);

const heard = async (at: string) =>
  (await (await given(LAUNCH, seoul, delhi)).negotiation(at)).statements.map(
    ({ data }) => data.speaker,
  );

describe('a statement made in Gyeongju on 29 October, in a New York negotiation', () => {
  it.each([
    ['2025-10-28T14:59:59Z', ['Modi']],
    ['2025-10-28T15:00:00Z', ['Modi', 'Trump']],
    // The close of 28 October in New York lies well within 29 October in Seoul.
    ['2025-10-28', ['Modi', 'Trump']],
    ['2025-10-27', ['Modi']],
  ])('asked at %s, these have spoken: %j', async (at, speakers) => {
    expect(await heard(at)).toEqual(speakers);
  });
});

describe('a post made in Delhi on 10 September, in a New York negotiation', () => {
  it.each([
    ['2025-09-09T18:29:59Z', []],
    ['2025-09-09T18:30:00Z', ['Modi']],
    ['2025-09-09', ['Modi']],
    ['2025-09-08', []],
  ])('asked at %s, these have spoken: %j', async (at, speakers) => {
    expect(await heard(at)).toEqual(speakers);
  });

  it('comes before one made the same day in New York', async () => {
    const washington = talks.StatementMade('2025-09-10', { speaker: 'Leavitt', summary: 'yes' });
    const { statements } = await (await given(LAUNCH, washington, delhi)).negotiation('2025-09-11');
    expect(statements.map(({ data }) => data.speaker)).toEqual(['Modi', 'Leavitt']);
  });
});

describe('a date asked about', () => {
  const inDelhi = negotiation('in-uk').NegotiationLaunched('2025-05-06', {
    parties: ['IN', 'GB'],
    timeZone: 'Asia/Kolkata',
  });

  it('is read in the zone of the negotiation', async () => {
    const scenario = await given(LAUNCH, inDelhi);
    const { view } = (await scenario.parley.negotiation('in-uk', { at: '2025-06-01' }))!;
    expect(new Date(view.at).toISOString()).toBe('2025-06-01T18:29:59.999Z');
    const other = (await scenario.parley.negotiation('in-us', { at: '2025-06-01' }))!;
    expect(new Date(other.view.at).toISOString()).toBe('2025-06-02T03:59:59.999Z');
  });

  it('begins it on its own first day', async () => {
    const scenario = await given(inDelhi);
    expect(await scenario.begun('2025-05-05', 'in-uk')).toBeUndefined();
    expect(await scenario.begun('2025-05-05T18:29:59Z', 'in-uk')).toBeUndefined();
    expect(await scenario.begun('2025-05-05T18:30:00Z', 'in-uk')).toHaveProperty('slug', 'in-uk');
    expect(await scenario.begun('2025-05-06', 'in-uk')).toHaveProperty('slug', 'in-uk');
  });

  it('is read in UTC where no launch names a zone', async () => {
    const scenario = await given(
      negotiation('x').StatementMade('2025-05-06', { speaker: 'one', summary: 'talks' }),
    );
    expect(await scenario.begun('2025-05-05T23:59:59Z', 'x')).toBeUndefined();
    expect(await scenario.begun('2025-05-06T00:00:00Z', 'x')).toHaveProperty('slug', 'x');
  });

  it('is read in the zone of the authority that levies a duty', async () => {
    const scenario = await given(
      measure('us-a').MeasureAdopted('2025-06-01', {
        rate: 5,
        effectiveFrom: '2025-07-02T03:59:59Z',
      }),
      measure('in-a').MeasureAdopted('2025-06-01', {
        imposedBy: 'IN',
        affects: ['US'],
        rate: 5,
        effectiveFrom: '2025-07-01T18:30:00Z',
      }),
    );
    expect(await scenario.total('2025-07-01')).toBe(5);
    expect(await scenario.total('2025-07-01', { imposedBy: 'IN', on: 'US' })).toBe(0);
    expect(await scenario.total('2025-07-02', { imposedBy: 'IN', on: 'US' })).toBe(5);
  });

  it('is read with the clocks of its season', async () => {
    const scenario = await given(LAUNCH);
    const at = async (day: string) =>
      new Date((await scenario.parley.negotiation('in-us', { at: day }))!.view.at).toISOString();
    expect(await at('2025-03-08')).toBe('2025-03-09T04:59:59.999Z');
    expect(await at('2025-03-09')).toBe('2025-03-10T03:59:59.999Z');
    expect(await at('2025-11-02')).toBe('2025-11-03T04:59:59.999Z');
  });
});

describe('a target due on a date written in another zone', () => {
  it('is due in that zone', async () => {
    const scenario = await given(
      LAUNCH,
      talks.TargetSet(
        '2025-09-01',
        { target: 'sign', what: 'sign', due: '2025-10-01', kind: 'DEADLINE' },
        { timeZone: 'Asia/Kolkata' },
      ),
    );
    const status = async (at: string) => (await scenario.negotiation(at)).targets[0]!.status;
    expect(await status('2025-09-30T18:29:59Z')).toBe('OPEN');
    expect(await status('2025-09-30T18:30:00Z')).toBe('DUE_WINDOW');
    expect(await status('2025-10-01T18:30:00Z')).toBe('OVERDUE');
  });
});

describe('one statement about two negotiations', () => {
  const eu = negotiation('in-eu');
  const EU = eu.NegotiationLaunched('2025-01-10', {
    parties: ['IN', 'EU'],
    timeZone: 'Europe/Brussels',
  });
  const both = talks.StatementMade(
    '2025-10-30',
    { speaker: 'Goyal', summary: 'advanced with both' },
    { also: ['negotiation/in-eu'] },
  );

  it('is heard once in each', async () => {
    const scenario = await given(LAUNCH, EU, both);
    for (const slug of ['in-us', 'in-eu']) {
      const { statements } = await scenario.negotiation('2025-10-31', slug);
      expect(statements.map(({ event }) => event.id)).toEqual([both.id]);
    }
  });

  it('is dated in the zone of each', async () => {
    const scenario = await given(LAUNCH, EU, both);
    // 23:00Z is 30 October in Brussels, and the evening of 29 October in New York.
    const at = '2025-10-29T23:00:00Z';
    expect((await scenario.negotiation(at, 'in-eu')).statements).toHaveLength(1);
    expect((await scenario.negotiation(at, 'in-us')).statements).toHaveLength(0);
  });

  it('is retracted from both by one retraction', async () => {
    const gone = talks.EventRetracted('2025-11-01', { event: both.id, reason: 'misheard' });
    const scenario = await given(LAUNCH, EU, both, gone);
    for (const slug of ['in-us', 'in-eu'])
      expect((await scenario.negotiation('2025-10-31', slug)).statements).toEqual([]);
  });

  it('keeps both from falling silent', async () => {
    const scenario = await given(LAUNCH, EU, both);
    const { activity } = await scenario.negotiation('2026-06-01', 'in-eu');
    expect(activity!.value).toBe('ACTIVE');
  });

  it('does not count towards the revision of the other', async () => {
    const scenario = await given(LAUNCH, EU, both);
    expect((await scenario.negotiation('2025-11-01', 'in-us')).knowledge.streamState.revision).toBe(
      2,
    );
    expect((await scenario.negotiation('2025-11-01', 'in-eu')).knowledge.streamState.revision).toBe(
      1,
    );
  });
});
