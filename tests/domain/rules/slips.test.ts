/** What is probably a slip is pointed out; nothing is refused for it. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/rules/findings.js';
import { similarPairs } from '../../../src/domain/rules/similarSlugs.js';
import {
  eventBuilders,
  given,
  type InterchangeEvent,
  measure,
  published,
  talks,
} from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });

/** Each finding as its code and the ids of its events, leaving out what is told of phases. */
async function found(at: string, ...events: readonly InterchangeEvent[]) {
  const findings = findingsOf(await (await given(LAUNCH, ...events)).negotiation(at));
  return findings
    .filter(({ code }) => code !== 'UNEXPECTED_TRANSITION')
    .map(({ code, events: by }) => [code, ...by.map(({ event }) => event.id)]);
}

describe('one act told twice', () => {
  const vote = (more: object = {}, body = 'Senate') =>
    talks.RatificationStepTaken('2025-03-01', {
      party: 'US',
      body,
      step: 'consent',
      vote: '60-40',
      ...more,
    });

  it('is pointed out of a vote, though its step is worded otherwise', async () => {
    const [a, b] = [vote(), vote({ step: 'gave its consent' })];
    expect(await found('2025-06-01', a, b)).toEqual([['POSSIBLE_DUPLICATE', a.id, b.id]]);
  });

  it('is not suspected of votes of two bodies, parties or days', async () => {
    const later = { ...vote(), id: vote().id, occurred: '2025-03-02' };
    expect(
      await found('2025-06-01', vote(), vote({}, 'House'), vote({ party: 'IN' }), later),
    ).toEqual([]);
  });

  it('is one finding, however often it was told', async () => {
    const all = [vote(), vote(), vote()];
    expect(await found('2025-06-01', ...all)).toEqual([
      ['POSSIBLE_DUPLICATE', ...all.map(({ id }) => id)],
    ]);
  });

  it('is not suspected of two sources that tell of one numbered round', async () => {
    const round = (kind: 'PRESS' | 'OFFICIAL', published_: string) =>
      talks.RoundHeld('2025-03-01', { round: 1 }, { sources: published(published_, kind) });
    const [press, official] = [round('PRESS', '2025-03-02'), round('OFFICIAL', '2025-03-03')];
    expect(await found('2025-06-01', press, official)).toEqual([]);
    const again = round('PRESS', '2025-03-04');
    expect(await found('2025-06-01', press, again)).toEqual([
      ['POSSIBLE_DUPLICATE', press.id, again.id],
    ]);
  });
});

describe('a plan of which nothing more is said', () => {
  const plan = talks.RoundScheduled('2025-02-01', { round: 2, dates: '2025-03-03/2025-03-07' });
  const finding = [['PLAN_OVERTAKEN', plan.id]];

  it('is pointed out thirty days after its dates', async () => {
    expect(await found('2025-04-05', plan)).toEqual([]);
    expect(await found('2025-04-07', plan)).toEqual(finding);
  });

  it('is pointed out as soon as a later round of its track was held', async () => {
    const held = (more: object) => talks.RoundHeld('2025-03-10', { round: 3, ...more });
    expect(await found('2025-03-11', plan, held({}))).toEqual(finding);
    expect(await found('2025-03-11', plan, held({ track: 'goods' }))).toEqual([]);
  });

  it('is not pointed out once it is held or put off', async () => {
    const held = talks.RoundHeld('2025-03-04', { round: 2 });
    const off = talks.RoundPostponed('2025-03-01', { round: 2, was: '2025-03-03/2025-03-07' });
    expect(await found('2025-06-01', plan, held)).toEqual([]);
    expect(await found('2025-06-01', plan, off)).toEqual([]);
  });
});

describe('a code that no one explains', () => {
  const launch = (parties: string[], actors?: object[]) =>
    talks.NegotiationLaunched('2025-01-01', {
      parties,
      timeZone: 'UTC',
      ...(actors && { actors: actors as never }),
    });
  const codes = async (...events: readonly InterchangeEvent[]) =>
    (await given(...events)).codes('2025-06-01');

  it('of an actor is pointed out, unless the launch or its joining names it', async () => {
    const named = [{ code: 'x-wga', name: 'Writers Guild', kind: 'UNION' }];
    const joined = talks.PartyJoined('2025-02-01', { party: 'x-amptp', name: 'AMPTP' });
    expect(await codes(launch(['US', 'x-wga']))).toEqual(['UNKNOWN_ACTOR']);
    expect(await codes(launch(['US', 'x-wga'], named))).toEqual([]);
    expect(await codes(launch(['US', 'x-wga'], named), joined)).toEqual([]);
  });

  it('of a group is pointed out, unless it comes with Parley or the log defines it', async () => {
    const defined = eventBuilders('area/XYZ').AreaDefined('2024-01-01', {
      name: 'The Three',
      kind: 'BLOC',
    });
    expect(await codes(launch(['IN', 'XYZ']))).toEqual(['UNKNOWN_GROUP']);
    expect(await codes(launch(['IN', 'ASEAN']))).toEqual([]);
    expect(await codes(defined, launch(['IN', 'XYZ']))).toEqual([]);
  });

  it('of a group is pointed out in a measure too', async () => {
    const adopted = measure('us-a').MeasureAdopted('2025-02-01', {
      affects: ['IN', 'XYZ'],
      rate: 10,
      effectiveFrom: '2025-02-02',
    });
    expect(await codes(launch(['IN', 'US']), adopted)).toEqual(['UNKNOWN_GROUP']);
  });
});

describe('two slugs a letter apart', () => {
  it('of tracks are pointed out', async () => {
    const opened = talks.TrackOpened('2025-02-01', { track: 'goods', title: 'Goods' });
    const round = talks.RoundHeld('2025-03-01', { round: 1, track: 'good' });
    const other = talks.RoundHeld('2025-03-01', { round: 1, track: 'goods' });
    expect(await found('2025-06-01', opened, round)).toEqual([
      ['SIMILAR_SLUG', opened.id, round.id],
    ]);
    expect(await found('2025-06-01', opened, other)).toEqual([]);
  });

  it('of targets and of agreements are pointed out', async () => {
    const target = (slug: string) =>
      talks.TargetSet('2025-02-01', { target: slug, what: slug, due: '2026', kind: 'TARGET' });
    const [a, b] = [target('first-tranche'), target('first-tranch')];
    expect(await found('2025-06-01', a, b)).toEqual([['SIMILAR_SLUG', a.id, b.id]]);
    const signed = talks.AgreementSigned('2025-02-01', { title: 'A', agreement: 'evfta' });
    const stepped = talks.AgreementTerminated('2025-03-01', { by: 'US', agreement: 'evtta' });
    expect(await found('2025-06-01', signed, stepped)).toEqual([
      ['SIMILAR_SLUG', signed.id, stepped.id],
    ]);
  });

  it.each([
    [['goods', 'good'], 1],
    [['goods', 'gooods'], 1],
    [['goods', 'gouds'], 1],
    [['goods', 'services'], 0],
    [['evfta', 'evipa'], 0],
    // Numbers tell apart what is numbered, and abbreviations differ by a letter as they are.
    [['chapter-1', 'chapter-2'], 0],
    [['tpp', 'ttp'], 0],
  ])('%j make %i', (slugs, pairs) => {
    expect(similarPairs(slugs)).toHaveLength(pairs);
  });
});

describe('a step that does not say which agreement it means', () => {
  it('is pointed out where a correction made them several', async () => {
    const one = talks.AgreementSigned('2025-02-01', { title: 'One' });
    const two = talks.AgreementSigned('2025-02-02', { title: 'One' });
    const step = talks.AgreementTerminated('2025-03-01', { by: 'US' });
    const corrected = talks.EventCorrected('2025-04-01', {
      event: two.id,
      reason: 'another one',
      data: { title: 'Two' },
    });
    expect(await found('2025-06-01', one, two, step)).toEqual([
      ['CONFLICTING_DATES', one.id, two.id],
    ]);
    expect(await found('2025-06-01', one, two, step, corrected)).toEqual([
      ['AGREEMENT_UNCLEAR', step.id],
    ]);
  });
});
