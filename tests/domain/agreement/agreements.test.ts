/** What was agreed, and how far it has come. */
import { describe, expect, it } from 'vitest';
import { given, type InterchangeEvent, talks } from '../../support/given.js';

const FRAMEWORK = talks.FrameworkAgreed('2025-07-01', { title: 'Interim', terms: ['18 per cent'] });
const SIGNED = talks.AgreementSigned('2025-09-01', { title: 'Interim', signatories: ['Goyal'] });
const FORCE = talks.AgreementEnteredIntoForce('2025-11-01', {
  mode: 'PROVISIONAL',
  effectiveFrom: '2026-01-01',
});

const agreements = async (at: string, ...events: readonly InterchangeEvent[]) =>
  (await (await given(talks.NegotiationLaunched('2025-02-13'), ...events)).negotiation(at))
    .agreements;

describe('an agreement', () => {
  it('moves from framework to signature under one title', async () => {
    expect(await agreements('2025-06-30', FRAMEWORK, SIGNED)).toEqual([]);
    expect(await agreements('2025-07-01', FRAMEWORK, SIGNED)).toMatchObject([
      { title: 'Interim', status: 'FRAMEWORK_AGREED', since: '2025-07-01', terms: ['18 per cent'] },
    ]);
    expect(await agreements('2025-09-01', FRAMEWORK, SIGNED)).toMatchObject([
      { title: 'Interim', status: 'SIGNED', signatories: ['Goyal'], terms: ['18 per cent'] },
    ]);
  });

  it('of another title is another agreement', async () => {
    const bta = talks.AgreementConcluded('2025-10-01', { title: 'BTA' });
    const found = await agreements('2025-10-02', FRAMEWORK, SIGNED, bta);
    expect(found.map(({ title, status }) => [title, status])).toEqual([
      ['Interim', 'SIGNED'],
      ['BTA', 'CONCLUDED'],
    ]);
  });

  it('that is to enter into force later is not in force yet', async () => {
    expect(await agreements('2025-11-02', SIGNED, FORCE)).toMatchObject([
      { status: 'SIGNED', inForceFrom: '2026-01-01', provisional: true },
    ]);
    expect(await agreements('2025-12-31', SIGNED, FORCE)).toMatchObject([{ status: 'SIGNED' }]);
    expect(await agreements('2026-01-01', SIGNED, FORCE)).toMatchObject([
      { status: 'IN_FORCE', since: '2026-01-01' },
    ]);
    expect(await agreements('2026-01-01T04:59:59Z', SIGNED, FORCE)).toMatchObject([
      { status: 'SIGNED' },
    ]);
  });

  it('keeps every step of ratification, and is not set back by a late one', async () => {
    const step = (at: string, party: string) =>
      talks.RatificationStepTaken(at, { party, body: 'parliament', step: 'approved' });
    const events = [SIGNED, step('2025-10-01', 'IN'), FORCE, step('2026-02-01', 'US')];
    expect(await agreements('2025-10-02', ...events)).toMatchObject([{ status: 'RATIFYING' }]);
    const [found] = await agreements('2026-02-02', ...events);
    expect(found).toMatchObject({ status: 'IN_FORCE' });
    expect(found!.ratification.map(({ party }) => party)).toEqual(['IN', 'US']);
  });

  it('ended with notice ends when the notice runs out', async () => {
    const ended = talks.AgreementTerminated('2026-03-01', {
      by: 'US',
      effectiveFrom: '2026-09-01',
    });
    expect(await agreements('2026-08-31', SIGNED, FORCE, ended)).toMatchObject([
      { status: 'IN_FORCE' },
    ]);
    expect(await agreements('2026-09-01', SIGNED, FORCE, ended)).toMatchObject([
      { status: 'TERMINATED', since: '2026-09-01' },
    ]);
  });
});

const at = async (when: string, ...events: readonly InterchangeEvent[]) =>
  (await given(talks.NegotiationLaunched('2025-02-13'), ...events)).negotiation(when);
const IN_FORCE = talks.AgreementEnteredIntoForce('2025-10-01', { mode: 'DEFINITIVE' });

describe('what the second reading of the contract found', () => {
  it('an agreement signed anew after its end is not in force by its former entry', async () => {
    const ended = talks.AgreementTerminated('2025-11-01', { by: 'US' });
    const anew = talks.AgreementSigned('2025-12-01', { title: 'Interim' });
    const view = await at('2025-12-02', SIGNED, IN_FORCE, ended, anew);
    expect(view.agreements).toMatchObject([{ status: 'SIGNED' }]);
    expect(view.phase?.value).toBe('SIGNED');
  });

  it('an agreement of two that is only signed ends when one of them withdraws', async () => {
    const withdrew = talks.PartyWithdrew('2025-10-01', {
      party: 'US',
      effectiveFrom: '2025-10-01',
    });
    expect((await at('2025-10-02', SIGNED, withdrew)).agreements).toMatchObject([
      { status: 'TERMINATED', since: '2025-10-01' },
    ]);
  });

  it('a refusal moves no phase: neither by itself nor after talks are reopened', async () => {
    const refused = talks.RatificationStepTaken('2025-10-01', {
      ...{ party: 'US', body: 'Senate', step: 'refused consent', outcome: 'REJECTED' as const },
    });
    expect((await at('2025-10-02', refused)).phase?.value).toBe('LAUNCHED');
    const reopened = talks.TalksResumed('2025-09-15', { reopens: true });
    const view = await at('2025-10-02', SIGNED, reopened, refused);
    expect(view.phase?.value).toBe('NEGOTIATING');
  });

  it('each step of one day is a phase of its own', async () => {
    const same = talks.AgreementEnteredIntoForce('2025-09-01', { mode: 'DEFINITIVE' });
    expect((await at('2025-09-02', SIGNED, same)).phases.map(({ value }) => value)).toEqual([
      'LAUNCHED',
      'SIGNED',
      'IN_FORCE',
    ]);
  });

  it('a ratification taken back leaves nothing of an agreement that was never signed', async () => {
    const step = (day: string, outcome: 'COMPLETED' | 'WITHDRAWN') =>
      talks.RatificationStepTaken(day, { party: 'IN', body: 'Parliament', step: 's', outcome });
    const [done, undone] = [step('2025-09-01', 'COMPLETED'), step('2025-10-01', 'WITHDRAWN')];
    expect((await at('2025-09-02', done, undone)).phase?.value).toBe('RATIFYING');
    const view = await at('2025-10-02', done, undone);
    expect([view.phase?.value, view.agreements]).toEqual(['LAUNCHED', []]);
  });
});

describe('parties', () => {
  const codes = async (when: string, ...events: readonly InterchangeEvent[]) =>
    (await (await given(...events)).negotiation(when)).parties.map(({ code }) => code);
  const launch = talks.NegotiationLaunched('2025-02-13', { parties: ['US', 'EU'] });

  it('are in the order of the launch in effect', async () => {
    const relaunch = talks.NegotiationLaunched('2025-06-01', { parties: ['EU', 'IN', 'US'] });
    expect(await codes('2025-06-02', launch, relaunch)).toEqual(['EU', 'IN', 'US']);
  });

  it('are those to come and whoever joined already, before the launch', async () => {
    const joined = talks.PartyJoined('2025-01-10', { party: 'IN' });
    expect(await codes('2025-01-11', joined, launch)).toEqual(['US', 'EU', 'IN']);
  });

  it('and the name are those of the date: a renaming before the launch counts until it', async () => {
    const renamed = talks.NegotiationRenamed('2025-01-10', { title: 'Soundings' });
    const record = await given(renamed, launch);
    expect((await record.negotiation('2025-01-11')).title).toBe('Soundings');
    expect((await record.negotiation('2025-02-14')).title).toBe('in-us');
  });
});
