/** Targets keep every due date they ever had. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/rules/findings.js';
import { given, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const set = (occurred: string, due: string, more: object = {}, target = 'first-tranche') =>
  talks.TargetSet(occurred, { target, what: 'the first tranche', due, kind: 'TARGET', ...more });

const target = async (at: string, ...events: readonly InterchangeEvent[]) =>
  (await (await given(LAUNCH, ...events)).negotiation(at)).targets[0];

describe('a target due between September and November', () => {
  const FALL = set('2025-02-13', '2025-09/2025-11', {
    readings: [
      { due: '2025-09/2025-10', by: 'Misri' },
      { due: '2025-10/2025-11', by: 'the press' },
      { due: '2025-11', by: 'Goyal' },
    ],
  });

  it.each([
    ['2025-08-31', 'OPEN', ['OPEN', 'OPEN', 'OPEN']],
    ['2025-09-01T03:59:59Z', 'OPEN', ['OPEN', 'OPEN', 'OPEN']],
    ['2025-09-01T04:00:00Z', 'DUE_WINDOW', ['DUE_WINDOW', 'OPEN', 'OPEN']],
    ['2025-10-15', 'DUE_WINDOW', ['DUE_WINDOW', 'DUE_WINDOW', 'OPEN']],
    ['2025-10-31', 'DUE_WINDOW', ['DUE_WINDOW', 'DUE_WINDOW', 'OPEN']],
    ['2025-11-05', 'DUE_WINDOW', ['OVERDUE', 'DUE_WINDOW', 'DUE_WINDOW']],
    ['2025-11-30', 'DUE_WINDOW', ['OVERDUE', 'DUE_WINDOW', 'DUE_WINDOW']],
    ['2025-12-01T05:00:00Z', 'OVERDUE', ['OVERDUE', 'OVERDUE', 'OVERDUE']],
  ])('on %s is %s, and as each reads it %j', async (at, status, readings) => {
    const found = await target(at, FALL);
    expect(found).toMatchObject({ status, due: '2025-09/2025-11', slips: 0 });
    expect(found!.readings.map((reading) => reading.status)).toEqual(readings);
  });

  it('is no target before it was set', async () => {
    const later = set('2025-02-20', '2025-09');
    expect(await target('2025-02-19', later)).toBeUndefined();
  });

  it('overdue without a word is a finding', async () => {
    const scenario = await given(LAUNCH, FALL);
    expect(await scenario.codes('2025-11-30')).toEqual([]);
    expect(await scenario.codes('2025-12-01')).toEqual(['TARGET_OVERDUE']);
  });
});

describe('a target whose date slips', () => {
  const events = [
    set('2025-02-13', '2025-09'),
    set('2025-07-01', '2025-10'),
    set('2025-09-02', '2025-10', { what: 'the same, said again' }),
    set('2025-10-20', '2025-11-30'),
  ];
  it('has slipped as often as the date has changed', async () => {
    expect(await target('2025-06-30', ...events)).toMatchObject({ slips: 0, due: '2025-09' });
    expect(await target('2025-07-01', ...events)).toMatchObject({ slips: 1, due: '2025-10' });
    expect(await target('2025-09-02', ...events)).toMatchObject({ slips: 1 });
    expect(await target('2025-12-01', ...events)).toMatchObject({ slips: 2, due: '2025-11-30' });
  });

  it('keeps every date and what set it', async () => {
    const found = await target('2025-12-01', ...events);
    expect(found!.history.map(({ due, setBy }) => [due, setBy.event.id])).toEqual(
      events.map((event) => [(event.data as { due: string }).due, event.id]),
    );
  });

  it('slips where it belongs when an earlier date is entered late', async () => {
    const late = set('2025-05-01', '2025-08');
    const found = await target('2025-12-01', ...events, late);
    expect(found!.history.map(({ due }) => due)).toEqual([
      '2025-09',
      '2025-08',
      '2025-10',
      '2025-10',
      '2025-11-30',
    ]);
    expect(found!.slips).toBe(3);
  });

  it('is OPEN again when the new date lies ahead', async () => {
    expect((await target('2025-11-05', ...events))!.status).toBe('OPEN');
    expect((await target('2025-11-30', ...events))!.status).toBe('DUE_WINDOW');
    expect((await target('2025-12-01', ...events))!.status).toBe('OVERDUE');
  });
});

describe('a target met or missed', () => {
  const SET = set('2025-02-13', '2025-09', { readings: [{ due: '2025-09', by: 'all' }] });
  it('is MET by an event, whenever it was due', async () => {
    const met = talks.TargetMet('2025-06-01', { target: 'first-tranche' });
    expect((await target('2025-05-31', SET, met))!.status).toBe('OPEN');
    const found = await target('2025-12-01', SET, met);
    expect(found).toMatchObject({ status: 'MET', readings: [{ status: 'MET' }] });
    expect(found!.setBy.event.id).toBe(met.id);
  });

  it('is MISSED by an event', async () => {
    const missed = talks.TargetMissed('2025-09-20', { target: 'first-tranche' });
    expect((await target('2025-09-20', SET, missed))!.status).toBe('MISSED');
    const scenario = await given(LAUNCH, SET, missed);
    expect(await scenario.codes('2025-12-01')).toEqual([]);
  });

  it('is OPEN again when it is set anew', async () => {
    const missed = talks.TargetMissed('2025-10-01', { target: 'first-tranche' });
    const again = set('2025-10-10', '2026-03-15~');
    const found = await target('2025-10-11', SET, missed, again);
    expect(found).toMatchObject({ status: 'OPEN', slips: 1 });
    expect((await target('2026-03-15', SET, missed, again))!.status).toBe('DUE_WINDOW');
    expect((await target('2026-03-16', SET, missed, again))!.status).toBe('OVERDUE');
  });

  it('that was never set is a finding and no target', async () => {
    const stray = talks.TargetMet('2025-06-01', { target: 'first-trance' });
    const scenario = await given(LAUNCH, SET, stray);
    const view = await scenario.negotiation('2025-06-02');
    expect(view.targets.map(({ slug }) => slug)).toEqual(['first-tranche']);
    expect(findingsOf(view).map(({ code }) => code)).toEqual(['TARGET_UNKNOWN']);
  });

  it('of another slug is another target', async () => {
    const other = set('2025-02-14', '2030', { value: 500, unit: 'USD billion' }, 'mission-500');
    const scenario = await given(
      LAUNCH,
      SET,
      other,
      talks.TargetMet('2025-06-01', { target: 'first-tranche' }),
    );
    const { targets } = await scenario.negotiation('2025-07-01');
    expect(targets.map(({ slug, status, value }) => [slug, status, value])).toEqual([
      ['first-tranche', 'MET', null],
      ['mission-500', 'OPEN', 500],
    ]);
  });
});

describe('a target that a step of an agreement may have met', () => {
  const SIGNED = talks.AgreementSigned('2025-10-02', { title: 'The first agreement' });
  const FRAMEWORK = talks.FrameworkAgreed('2025-10-01', { title: 'The framework' });
  const CONCLUDED = talks.AgreementConcluded('2025-10-01', { title: 'The first agreement' });
  const aim = (what: string, more: object = {}) => set('2025-02-13', '2025-09', { what, ...more });

  it.each([
    ['Sign the interim agreement, for it to operate from April', SIGNED, true],
    ['Sign the interim agreement', CONCLUDED, false],
    ['Conclude the first tranche', CONCLUDED, true],
    ['Finalise the first tranche', SIGNED, true],
    ['Negotiate the first tranche', FRAMEWORK, false],
    ['Agree on a framework', FRAMEWORK, true],
    ['Agree on a framework', SIGNED, true],
    ['Entry into force of the agreement', SIGNED, false],
    ['Raise the trade in goods', SIGNED, false],
  ])('“%s”: %o', async (what, step, isLikely) => {
    const found = await target('2025-12-01', aim(what), step);
    expect(found!.status).toBe('OVERDUE');
    expect(found!.perhapsMetBy?.event.id).toBe(isLikely ? step.id : undefined);
  });

  it('is not met by a step before its date was last set, nor for an amount', async () => {
    const moved = set('2025-10-20', '2025-11-30', { what: 'Sign the interim agreement' });
    const first = aim('Sign the interim agreement');
    expect((await target('2025-12-01', first, SIGNED, moved))!.perhapsMetBy).toBeNull();
    const amount = aim('Sign contracts for aircraft', { value: 500, unit: 'USD billion' });
    expect((await target('2025-12-01', amount, SIGNED))!.perhapsMetBy).toBeNull();
  });

  it('is a finding in place of its being overdue, before and after it is due, until a word is recorded', async () => {
    const aimed = set('2025-02-13', '2025-11', { what: 'Sign the interim agreement' });
    const open = await given(LAUNCH, aimed, SIGNED);
    expect(await open.codes('2025-10-01')).not.toContain('TARGET_PERHAPS_MET');
    for (const at of ['2025-10-03', '2025-12-01']) {
      expect(await open.codes(at)).toContain('TARGET_PERHAPS_MET');
      expect(await open.codes(at)).not.toContain('TARGET_OVERDUE');
    }
    const met = talks.TargetMet('2025-10-02', { target: 'first-tranche' });
    const settled = await given(LAUNCH, aimed, SIGNED, met);
    expect(await settled.codes('2025-12-01')).not.toContain('TARGET_PERHAPS_MET');
    expect((await settled.negotiation('2025-12-01')).targets[0]!.perhapsMetBy).toBeNull();
  });
});
