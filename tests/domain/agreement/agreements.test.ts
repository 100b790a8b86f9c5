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
