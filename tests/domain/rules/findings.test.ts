/** Findings: inconsistencies to review. No append is refused for one. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/rules/findings.js';
import { given, measure, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const found = async (at: string, ...events: readonly InterchangeEvent[]) => {
  const findings = findingsOf(await (await given(LAUNCH, ...events)).negotiation(at));
  return findings.map(({ code, events: by }) => [code, ...by.map(({ event }) => event.id)]);
};

describe('two launches', () => {
  it('on different dates conflict', async () => {
    const other = talks.NegotiationLaunched('2025-03');
    expect(await found('2025-06-01', other)).toEqual([['CONFLICTING_DATES', LAUNCH.id, other.id]]);
  });

  it('of which one is only less exact do not', async () => {
    expect(await found('2025-06-01', talks.NegotiationLaunched('2025-02'))).toEqual([]);
  });

  it('take the parties from the one with better evidence', async () => {
    const better = talks.NegotiationLaunched(
      '2025-03-01',
      { parties: ['IN', 'US', 'CA'], title: 'Three' },
      { sources: [{ kind: 'INSTRUMENT' }] },
    );
    const view = await (await given(LAUNCH, better)).negotiation('2025-06-01');
    expect(view.title).toBe('Three');
    expect(view.parties.map(({ code }) => code)).toEqual(['IN', 'US', 'CA']);
  });
});

describe('possible duplicates', () => {
  it('are events of one type on the same dates with the same participants', async () => {
    const call = (who: readonly string[]) =>
      talks.MeetingHeld('2025-09-16', { level: 'LEADERS', participants: [...who] });
    const [a, b, c] = [call(['Trump', 'Modi']), call(['Modi']), call(['Rubio'])];
    expect(await found('2025-10-01', a, b)).toEqual([['POSSIBLE_DUPLICATE', a.id, b.id]]);
    expect((await found('2025-09-15', a, b)).length).toBe(0);
    const other = talks.MeetingHeld('2025-09-17', { level: 'LEADERS', participants: ['Modi'] });
    expect(await found('2025-10-01', a, other)).toEqual([]);
    expect(await found('2025-10-01', talks.RoundHeld('2025-09-16', {}), c)).toEqual([]);
  });

  it('are not statements of two speakers on one day', async () => {
    const says = (speaker: string) =>
      talks.StatementMade('2025-09-16', { speaker, summary: 'soon' });
    expect(await found('2025-10-01', says('Goyal'), says('Greer'))).toEqual([]);
  });
});

describe('an announcement that no act follows', () => {
  const announced = measure('us-film').MeasureAnnounced('2025-09-29', { rate: 100 });
  it('is reported after thirty days', async () => {
    expect(await found('2025-10-29', announced)).toEqual([]);
    expect(await found('2025-10-30', announced)).toEqual([
      ['ANNOUNCED_WITHOUT_INSTRUMENT', announced.id],
    ]);
  });

  it('is no longer reported once an act follows, or it is withdrawn', async () => {
    const adopted = measure('us-film').MeasureAdopted('2025-10-05', {
      rate: 100,
      effectiveFrom: '2026-10-05',
    });
    const withdrawn = measure('us-film').MeasureEnded('2025-10-05', {
      how: 'WITHDRAWN',
      effectiveFrom: '2025-10-05',
    });
    expect(await found('2025-12-01', announced, adopted)).toEqual([]);
    expect(await found('2025-12-01', announced, withdrawn)).toEqual([]);
  });
});

describe('a measure changed after it had ended', () => {
  const tariff = measure('us-a');
  const adopted = tariff.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-02' });
  const ended = tariff.MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-02' });
  const late = tariff.MeasureAmended('2025-06-01', { rate: 12, effectiveFrom: '2025-06-02' });

  it('is reported, and stays ended', async () => {
    expect(await found('2025-07-01', adopted, ended, late)).toEqual([
      ['MEASURE_CHANGED_AFTER_END', ended.id, late.id],
    ]);
    expect(await (await given(adopted, ended, late)).status('us-a', '2025-07-01')).toBe('ENDED');
  });

  it('is not reported when it was adopted again, or before it happens', async () => {
    const again = tariff.MeasureAdopted('2025-06-01', { rate: 12, effectiveFrom: '2025-06-02' });
    expect(await found('2025-07-01', adopted, ended, again)).toEqual([]);
    expect(await found('2025-05-31', adopted, ended, late)).toEqual([]);
  });
});

describe('a step that seems to have been skipped', () => {
  const ROUND = talks.RoundHeld('2025-05-19', { round: 1 });
  const CONCLUDED = talks.AgreementConcluded('2025-08-01', { title: 'BTA' });

  it('is none where the effect is dated back before the steps taken meanwhile', async () => {
    const inForce = (effectiveFrom: string) =>
      talks.AgreementEnteredIntoForce('2025-10-09', { mode: 'DEFINITIVE', effectiveFrom });
    const [back, atOnce] = [inForce('2025-08-25'), inForce('2025-10-09')];
    expect(await found('2026-01-01', ROUND, CONCLUDED, back)).toEqual([]);
    expect(await found('2026-01-01', ROUND, CONCLUDED, atOnce)).toEqual([
      ['UNEXPECTED_TRANSITION', atOnce.id],
    ]);
  });

  it('is no signature where no party is a state: members vote on what is agreed', async () => {
    const voted = async (...parties: string[]) => {
      const launch = talks.NegotiationLaunched('2025-02-13', { parties });
      const vote = { party: parties[0]!, body: 'Members', step: 'Voted' };
      const step = talks.RatificationStepTaken('2025-10-09', vote);
      return (await given(launch, ROUND, CONCLUDED, step)).codes('2026-01-01');
    };
    expect(await voted('x-union', 'x-employer')).not.toContain('UNEXPECTED_TRANSITION');
    expect(await voted('x-union', 'IN')).toContain('UNEXPECTED_TRANSITION');
  });
});
