/** The phase is set by events that happened, never by plans. */
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/rules/findings.js';
import { given, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const TERMS = talks.TermsOfReferenceAgreed('2025-04-21', {});
const ROUND = talks.RoundHeld('2025-05-19/2025-05-22', { round: 1 });
const FRAMEWORK = talks.FrameworkAgreed('2025-07-01', { title: 'BTA' });
const CONCLUDED = talks.AgreementConcluded('2025-08-01', { title: 'BTA' });
const SIGNED = talks.AgreementSigned('2025-09-01', { title: 'BTA' });
const RATIFIED = talks.RatificationStepTaken('2025-10-01', {
  party: 'IN',
  body: 'Lok Sabha',
  step: 'approved',
});
const FORCE = talks.AgreementEnteredIntoForce('2025-11-01', { mode: 'DEFINITIVE' });
const OVER = talks.AgreementTerminated('2025-12-01', { by: 'IN' });
const WHOLE = [LAUNCH, TERMS, ROUND, FRAMEWORK, CONCLUDED, SIGNED, RATIFIED, FORCE, OVER];

const course = async (events: readonly InterchangeEvent[], at = '2026-01-01') =>
  (await (await given(...events)).negotiation(at)).phases.map(({ value }) => value);

describe('the phases of a negotiation', () => {
  it.each([
    ['2025-02-13', 'LAUNCHED', 'Early announcement-Under negotiation'],
    ['2025-04-20', 'LAUNCHED', 'Early announcement-Under negotiation'],
    ['2025-04-21', 'MANDATE_AGREED', 'Early announcement-Under negotiation'],
    ['2025-05-19', 'NEGOTIATING', 'Early announcement-Under negotiation'],
    ['2025-07-01', 'FRAMEWORK_AGREED', 'Early announcement-Under negotiation'],
    ['2025-08-01', 'CONCLUDED', 'Early announcement-Under negotiation'],
    ['2025-09-01', 'SIGNED', 'Early announcement-Signed'],
    ['2025-10-01', 'RATIFYING', 'Early announcement-Signed'],
    ['2025-11-01', 'IN_FORCE', 'In Force'],
    ['2025-12-01', 'TERMINATED', 'Inactive'],
  ])('on %s is at %s (%s)', async (at, phase, rta) => {
    const view = await (await given(...WHOLE)).negotiation(at);
    expect(view.phase!.value).toBe(phase);
    expect(view.rtaStatus).toBe(rta);
  });

  it('are kept, each with the event that set it', async () => {
    const { phases } = await (await given(...WHOLE)).negotiation('2026-01-01');
    expect(phases.map(({ since, setBy }) => [since, setBy.event.id])).toEqual(
      WHOLE.map(({ occurred, id }) => [occurred, id]),
    );
  });

  it('are the same in whatever order the events were recorded', async () => {
    const back = [...WHOLE].reverse();
    expect(await course(back)).toEqual(await course(WHOLE));
  });

  it('raise no finding in the usual order', async () => {
    expect(await (await given(...WHOLE)).codes('2026-01-01')).toEqual([]);
  });
});

describe('a step that one report dates to the month and another to the day', () => {
  it('is certain from that day, and only possible before', async () => {
    const scenario = await given(
      talks.NegotiationLaunched('2025-02'),
      talks.NegotiationLaunched('2025-02-13'),
    );
    expect(await scenario.phase('2025-02-12')).toBe('LAUNCHED POSSIBLE');
    expect(await scenario.phase('2025-02-13')).toBe('LAUNCHED CERTAIN');
  });

  it('is certain once a later round of the same phase was held', async () => {
    const scenario = await given(
      LAUNCH,
      talks.RoundHeld('2025-03', { round: 1 }),
      talks.RoundHeld('2025-03-20/2025-03-21', { round: 2 }),
    );
    expect(await scenario.phase('2025-03-19')).toBe('NEGOTIATING POSSIBLE');
    expect(await scenario.phase('2025-03-20')).toBe('NEGOTIATING CERTAIN');
  });
});

describe('before a launch', () => {
  it('a negotiation that has not begun does not exist', async () => {
    const scenario = await given(LAUNCH);
    expect(await scenario.begun('2025-02-12')).toBeUndefined();
    // 00:00 on 13 February in New York.
    expect(await scenario.begun('2025-02-13T04:59:59Z')).toBeUndefined();
    expect(await scenario.begun('2025-02-13T05:00:00Z')).toHaveProperty('slug', 'in-us');
  });

  it('talk of it makes it EXPLORATORY', async () => {
    const scenario = await given(
      talks.MeetingHeld('2025-01-20', { level: 'LEADERS' }),
      talks.StatementMade('2025-01-25', { speaker: 'Goyal', summary: 'talks may begin' }),
      LAUNCH,
    );
    expect(await scenario.begun('2025-01-19')).toBeUndefined();
    expect(await scenario.phase('2025-01-20')).toBe('EXPLORATORY CERTAIN');
    expect(await scenario.phase('2025-02-12')).toBe('EXPLORATORY CERTAIN');
    const { phases } = await scenario.negotiation('2025-02-13');
    expect(phases.map(({ value, since }) => [value, since])).toEqual([
      ['EXPLORATORY', '2025-01-20'],
      ['LAUNCHED', '2025-02-13'],
    ]);
  });

  it('a launch that is only scheduled in no event is not a launch', async () => {
    const scenario = await given(
      talks.TargetSet('2025-01-20', {
        target: 'launch',
        what: 'launch talks',
        due: '2025-02-01',
        kind: 'TARGET',
      }),
    );
    expect(await scenario.phase('2025-02-02')).toBe('EXPLORATORY CERTAIN');
  });

  it('a measure between the parties does not begin it', async () => {
    const scenario = await given(talks.RoundScheduled('2025-03-01', { dates: '2025-03-10' }));
    expect(await scenario.begun('2025-02-28')).toBeUndefined();
    expect(await scenario.phase('2025-03-01')).toBe('EXPLORATORY CERTAIN');
  });
});

describe('"if not further already"', () => {
  it('keeps a round from setting back a framework', async () => {
    const late = talks.RoundHeld('2025-07-14/2025-07-17', { round: 2 });
    expect(await course([LAUNCH, ROUND, FRAMEWORK, late])).toEqual([
      'LAUNCHED',
      'NEGOTIATING',
      'FRAMEWORK_AGREED',
    ]);
  });

  it('keeps terms of reference from setting back talks that go on', async () => {
    const late = talks.TermsOfReferenceAgreed('2025-06-01', {});
    expect(await course([LAUNCH, ROUND, late])).toEqual(['LAUNCHED', 'NEGOTIATING']);
  });

  it('keeps a ratification by another party from setting back what is in force', async () => {
    const late = talks.RatificationStepTaken('2025-11-15', {
      party: 'US',
      body: 'Senate',
      step: 'consented',
    });
    expect(await course([SIGNED, FORCE, late])).toEqual(['SIGNED', 'IN_FORCE']);
  });

  it('keeps the phase and its event at a second round', async () => {
    const second = talks.RoundHeld('2025-06-04/2025-06-10', { round: 2 });
    const { phase } = await (await given(LAUNCH, ROUND, second)).negotiation('2025-07-01');
    expect(phase).toMatchObject({ value: 'NEGOTIATING', since: ROUND.occurred });
  });
});

describe('an unexpected transition', () => {
  const unexpected = async (...events: readonly InterchangeEvent[]) => {
    const view = await (await given(...events)).negotiation('2026-01-01');
    const found = findingsOf(view).filter(({ code }) => code === 'UNEXPECTED_TRANSITION');
    return [view.phase!.value, found.map((finding) => finding.events[0]!.event.id)];
  };

  it('from a launch to a signature is applied, and reported', async () => {
    expect(await unexpected(LAUNCH, SIGNED)).toEqual(['SIGNED', [SIGNED.id]]);
  });

  it('from a signature back to a framework is applied, and reported', async () => {
    const again = talks.FrameworkAgreed('2025-09-15', { title: 'BTA' });
    expect(await unexpected(LAUNCH, ROUND, CONCLUDED, SIGNED, again)).toEqual([
      'FRAMEWORK_AGREED',
      [again.id],
    ]);
  });

  it('without a launch is applied, and reported', async () => {
    expect(await unexpected(FORCE)).toEqual(['IN_FORCE', [FORCE.id]]);
    expect(await unexpected(ROUND)).toEqual(['NEGOTIATING', [ROUND.id]]);
  });

  it('to ratification without a signature is applied, and reported', async () => {
    expect(await unexpected(LAUNCH, ROUND, RATIFIED)).toEqual(['RATIFYING', [RATIFIED.id]]);
  });

  it('is not known before it happens', async () => {
    const view = await (await given(LAUNCH, SIGNED)).negotiation('2025-08-31');
    expect(findingsOf(view)).toEqual([]);
  });
});

describe('talks resumed with "reopens"', () => {
  const reopened = talks.TalksResumed('2025-09-20', { reopens: true });
  it('go back to NEGOTIATING, with no finding for that', async () => {
    const scenario = await given(LAUNCH, ROUND, CONCLUDED, SIGNED, reopened);
    expect(await scenario.phase('2025-09-19')).toBe('SIGNED CERTAIN');
    expect(await scenario.phase('2025-09-20')).toBe('NEGOTIATING CERTAIN');
    expect(await scenario.codes('2025-09-20')).toEqual([]);
  });

  it('may be concluded again', async () => {
    const again = talks.AgreementConcluded('2025-10-20', { title: 'BTA' });
    expect(await course([LAUNCH, ROUND, CONCLUDED, reopened, again])).toEqual([
      'LAUNCHED',
      'NEGOTIATING',
      'CONCLUDED',
      'NEGOTIATING',
      'CONCLUDED',
    ]);
  });

  it('without it leave the phase alone', async () => {
    const plain = talks.TalksResumed('2025-09-20', {});
    expect(await course([LAUNCH, CONCLUDED, plain])).toEqual(['LAUNCHED', 'CONCLUDED']);
  });
});

describe('a start known to the month', () => {
  const MARCH = talks.NegotiationLaunched('2025-03');
  it.each([
    ['2025-03-10', 'LAUNCHED POSSIBLE'],
    ['2025-03-01T05:00:00Z', 'LAUNCHED POSSIBLE'],
    ['2025-04-01T03:59:59Z', 'LAUNCHED POSSIBLE'],
    ['2025-03-31', 'LAUNCHED CERTAIN'],
    ['2025-04-01', 'LAUNCHED CERTAIN'],
  ])('on %s is %s', async (at, phase) => {
    expect(await (await given(MARCH)).phase(at)).toBe(phase);
  });

  it('does not exist on 28 February', async () => {
    expect(await (await given(MARCH)).begun('2025-02-28')).toBeUndefined();
  });

  it('dated as a window is POSSIBLE in it', async () => {
    const scenario = await given(talks.NegotiationLaunched('2025-03-10/2025-03-20'));
    expect(await scenario.begun('2025-03-09')).toBeUndefined();
    expect(await scenario.phase('2025-03-19')).toBe('LAUNCHED POSSIBLE');
    expect(await scenario.phase('2025-03-20')).toBe('LAUNCHED CERTAIN');
  });

  it('without a lower bound is POSSIBLE at every earlier instant', async () => {
    const scenario = await given(talks.NegotiationLaunched('../2025-03-20'));
    expect(await scenario.phase('1990-01-01')).toBe('LAUNCHED POSSIBLE');
    expect(await scenario.phase('2025-03-20')).toBe('LAUNCHED CERTAIN');
  });

  it('of a round, which lasts, is certain from its first day', async () => {
    const scenario = await given(LAUNCH, ROUND);
    expect(await scenario.phase('2025-05-19')).toBe('NEGOTIATING CERTAIN');
    expect(await scenario.phase('2025-05-19T12:00:00Z')).toBe('NEGOTIATING POSSIBLE');
  });
});

describe('an entry into force announced for later', () => {
  const announced = talks.AgreementEnteredIntoForce('2025-11-01', {
    mode: 'PROVISIONAL',
    effectiveFrom: '2026-01-01',
  });
  it('changes the phase when it takes effect, not when it is announced', async () => {
    const scenario = await given(LAUNCH, SIGNED, announced);
    expect(await scenario.phase('2025-12-31')).toBe('SIGNED CERTAIN');
    expect(await scenario.phase('2026-01-01')).toBe('IN_FORCE CERTAIN');
    const { phase } = await scenario.negotiation('2026-01-01');
    expect(phase).toMatchObject({ since: '2026-01-01', setBy: { event: { id: announced.id } } });
  });

  it('comes after what happened in between', async () => {
    const step = talks.RatificationStepTaken('2025-12-01', {
      party: 'US',
      body: 'Senate',
      step: 'consented',
    });
    expect(await course([LAUNCH, SIGNED, announced, step], '2026-01-01')).toEqual([
      'LAUNCHED',
      'SIGNED',
      'RATIFYING',
      'IN_FORCE',
    ]);
  });

  it('of a termination takes effect on its own date, too', async () => {
    const ended = talks.AgreementTerminated('2026-02-01', {
      by: 'US',
      effectiveFrom: '2026-08-01',
    });
    const scenario = await given(LAUNCH, SIGNED, FORCE, ended);
    expect(await scenario.phase('2026-07-31')).toBe('IN_FORCE CERTAIN');
    expect(await scenario.phase('2026-08-01')).toBe('TERMINATED CERTAIN');
  });
});
