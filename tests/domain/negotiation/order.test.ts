/** Two acts of which one is dated to a month, and acts whose start is unknown. */
import { describe, expect, it } from 'vitest';
import { given, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });
const at = async (when: string, ...events: readonly InterchangeEvent[]) =>
  (await given(LAUNCH, ...events)).negotiation(when);
const phase = async (when: string, ...events: readonly InterchangeEvent[]) =>
  (await given(LAUNCH, ...events)).phase(when);
const activity = async (when: string, ...events: readonly InterchangeEvent[]) =>
  (await given(LAUNCH, ...events)).activity(when);

const signed = (day: string) => talks.AgreementSigned(day, { title: 'T' });
const ended = (day: string) => talks.AgreementTerminated(day, { by: 'US' });
const framework = (day: string) => talks.FrameworkAgreed(day, { title: 'T' });
const paused = (day: string) => talks.TalksPaused(day, { scope: 'ALL' });
const resumed = (day: string) => talks.TalksResumed(day, {});

describe('two acts of which one is dated to a month', () => {
  it('leave the agreement and the phase POSSIBLE, in the month and after it', async () => {
    for (const when of ['2025-06-20', '2025-09-01']) {
      const view = await at(when, signed('2025-06'), ended('2025-06-10'));
      expect(view.agreements).toMatchObject([{ status: 'TERMINATED', certainty: 'POSSIBLE' }]);
      expect(view.phase).toMatchObject({ value: 'TERMINATED', certainty: 'POSSIBLE' });
    }
  });

  it('are CERTAIN again once a later act settles it', async () => {
    const again = talks.AgreementEnteredIntoForce('2025-08-01', { mode: 'DEFINITIVE' });
    const view = await at('2025-09-01', signed('2025-06'), ended('2025-06-10'), again);
    expect(view.agreements).toMatchObject([{ status: 'IN_FORCE', certainty: 'CERTAIN' }]);
    expect(view.phase?.certainty).toBe('CERTAIN');
  });

  it('are CERTAIN where either order leaves the same', async () => {
    const force = talks.AgreementEnteredIntoForce('2025-06-10', { mode: 'DEFINITIVE' });
    expect(await phase('2025-09-01', signed('2025-06'), force)).toBe('IN_FORCE CERTAIN');
  });

  it('are CERTAIN where the month lies before or after the day', async () => {
    expect(await phase('2025-09-01', signed('2025-05'), ended('2025-06-10'))).toBe(
      'TERMINATED CERTAIN',
    );
    expect(await phase('2025-09-01', signed('2025-07'), ended('2025-06-10'))).toBe(
      'SIGNED CERTAIN',
    );
  });

  it('are CERTAIN when the month is corrected to a day', async () => {
    const act = signed('2025-06');
    const day = talks.EventCorrected('2025-07-01', {
      ...{ event: act.id, reason: 'the day is known', occurred: '2025-06-02' },
    });
    expect(await phase('2025-09-01', act, ended('2025-06-10'), day)).toBe('TERMINATED CERTAIN');
  });

  it('of the same month are POSSIBLE too, of the same day in the order of the log', async () => {
    expect(await phase('2025-09-01', signed('2025-06'), framework('2025-06'))).toBe(
      'FRAMEWORK_AGREED POSSIBLE',
    );
    expect(await phase('2025-09-01', signed('2025-06-10'), framework('2025-06-10'))).toBe(
      'FRAMEWORK_AGREED CERTAIN',
    );
  });

  it('leave open whether talks go on', async () => {
    expect(await activity('2025-07-10', paused('2025-06'), resumed('2025-06-10'))).toBe(
      'ACTIVE POSSIBLE',
    );
    expect(await activity('2025-07-10', paused('2025-05'), resumed('2025-06'))).toBe(
      'ACTIVE CERTAIN',
    );
  });

  it('leave no doubt that a round came after the first launch', async () => {
    const launch = talks.NegotiationLaunched('2025-02', { timeZone: 'UTC' });
    const scenario = await given(launch, talks.RoundHeld('2025-02-10', { round: 1 }));
    expect(await scenario.phase('2025-03-01')).toBe('NEGOTIATING CERTAIN');
  });
});

describe('an unknown start', () => {
  it('reaches back to the launch and no further, for whatever is told', async () => {
    const events = [
      talks.PartyJoined('../2025-05', { party: 'BR' }),
      talks.NegotiationRenamed('../2025-05', { title: 'Renamed' }),
      talks.StatementMade('../2025-05', { speaker: 's', summary: 's' }),
      talks.RoundHeld('../2025-05', { round: 1 }),
      talks.MeetingHeld('2024-12-01', { level: 'LEADERS' }),
    ];
    const before = await at('2024-12-31', ...events);
    expect(before.parties.map(({ code }) => code)).toEqual(['IN', 'US']);
    expect([before.title, before.statements, before.rounds]).toEqual(['in-us', [], []]);
    expect(before.phase?.value).toBe('EXPLORATORY');
    const launched = await at('2025-01-01', ...events);
    expect(launched.parties.map(({ code }) => code)).toEqual(['IN', 'US', 'BR']);
    expect(launched.title).toBe('Renamed');
    expect([launched.statements.length, launched.rounds.length]).toEqual([1, 1]);
  });

  it('of a day of effect reaches back no further either', async () => {
    const joined = talks.PartyJoined('2025-06-01', { party: 'BR', effectiveFrom: '../2025-05' });
    const met = talks.MeetingHeld('2024-12-01', { level: 'LEADERS' });
    const codes = async (when: string) =>
      (await at(when, joined, met)).parties.map(({ code }) => code);
    expect(await codes('2024-12-31')).toEqual(['IN', 'US']);
    expect(await codes('2025-02-01')).toEqual(['IN', 'US', 'BR']);
  });

  it('of what was over before the launch counts from its end on', async () => {
    const met = talks.MeetingHeld('../2024-11', { level: 'LEADERS' });
    const scenario = await given(LAUNCH, met);
    expect(await scenario.begun('2024-10-31')).toBeUndefined();
    expect(await scenario.phase('2024-11-30')).toBe('EXPLORATORY CERTAIN');
  });

  it('of an act changes nothing at the instants before the view', async () => {
    const force = talks.AgreementEnteredIntoForce('2025-03-01', { mode: 'DEFINITIVE' });
    const view = await at('2025-04-01', signed('2025-02-01'), force, ended('../2025-05'));
    expect(view.agreements).toMatchObject([
      { status: 'TERMINATED', since: '../2025-05', certainty: 'POSSIBLE' },
    ]);
    expect(view.agreements[0]!.spans.map(({ status, from }) => [status, from])).toEqual([
      ['SIGNED', '2025-02-01'],
      ['IN_FORCE', '2025-03-01'],
      ['TERMINATED', '../2025-05'],
    ]);
  });

  it('of a relaunch reaches back to the first launch', async () => {
    const again = talks.NegotiationLaunched('../2025-05', { title: 'Again', timeZone: 'UTC' });
    const scenario = await given(LAUNCH, again);
    expect(await scenario.begun('2024-12-31')).toBeUndefined();
    expect((await scenario.negotiation('2025-02-01')).title).toBe('Again');
  });
});

describe('what the second reading found', () => {
  it('a relaunch under the former title takes back the renaming between', async () => {
    const renamed = talks.NegotiationRenamed('2025-03-01', { title: 'Other' });
    const again = talks.NegotiationLaunched('2025-06-01', { timeZone: 'UTC' });
    expect((await at('2025-05-01', renamed, again)).title).toBe('Other');
    expect((await at('2025-07-01', renamed, again)).title).toBe('in-us');
  });

  it('an agreement whose only bound party withdrew has lapsed, and is not gone', async () => {
    const launch = talks.NegotiationLaunched('2025-01-01', { parties: ['IN', 'US', 'BR'] });
    const force = talks.AgreementEnteredIntoForce('2025-03-01', {
      ...{ mode: 'DEFINITIVE' as const, parties: ['BR'] },
    });
    const left = talks.PartyWithdrew('2025-05-01', { party: 'BR', effectiveFrom: '2025-06-01' });
    const view = await (await given(launch, force, left)).negotiation('2025-07-01');
    expect(view.agreements).toMatchObject([{ status: 'LAPSED', since: '2025-06-01' }]);
    expect(view.phase?.value).toBe('TERMINATED');
  });
});
