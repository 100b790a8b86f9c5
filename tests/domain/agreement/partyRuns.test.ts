/** Since when a party is bound as it is, until when as decided, and which parts apply to nobody. */
import { describe, expect, it } from 'vitest';
import { given, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', {
  ...{ parties: ['IN', 'US', 'BR'], timeZone: 'UTC' },
});
const SIGNED = talks.AgreementSigned('2025-02-01', { title: 'T' });
const force = (day: string, more: object = {}) =>
  talks.AgreementEnteredIntoForce(day, { mode: 'DEFINITIVE', ...more });

const agreement = async (when: string, ...events: readonly InterchangeEvent[]) =>
  (await (await given(LAUNCH, SIGNED, ...events)).negotiation(when)).agreements[0]!;
const party = async (code: string, when: string, ...events: readonly InterchangeEvent[]) => {
  const { byParty } = await agreement(when, ...events);
  const { bound, from, until } = byParty.find((each) => each.party.code === code)!;
  return [bound, from, until];
};

describe('a party is bound', () => {
  it('until the day of which notice was given, by it or of the whole', async () => {
    const notice = talks.PartyWithdrew('2025-05-01', { party: 'BR', effectiveFrom: '2026-01-01' });
    expect(await party('BR', '2025-06-01', force('2025-03-01'), notice)).toEqual([
      ...['DEFINITIVELY', '2025-03-01', '2026-01-01'],
    ]);
    expect(await party('IN', '2025-06-01', force('2025-03-01'), notice)).toEqual([
      ...['DEFINITIVELY', '2025-03-01', null],
    ]);
    const end = talks.AgreementTerminated('2025-05-01', { by: 'all', effectiveFrom: '2026-01-01' });
    expect((await party('IN', '2025-06-01', force('2025-03-01'), end))[2]).toBe('2026-01-01');
    expect((await party('IN', '2025-04-01', force('2025-03-01'), end))[2]).toBeNull();
  });

  it('since it first was, whoever enters after it', async () => {
    const again = force('2025-05-01');
    const first = force('2025-03-01', { parties: ['IN', 'US'] });
    expect(await party('IN', '2025-06-01', first, again)).toEqual([
      ...['DEFINITIVELY', '2025-03-01', null],
    ]);
    expect(await party('BR', '2025-06-01', first, again)).toEqual([
      ...['DEFINITIVELY', '2025-05-01', null],
    ]);
  });

  it('definitively since it is so, though provisionally before', async () => {
    const first = talks.AgreementEnteredIntoForce('2025-03-01', { mode: 'PROVISIONAL' });
    const later = force('2025-05-01', { effectiveFrom: '2025-07-01' });
    expect(await party('IN', '2025-06-01', first, later)).toEqual([
      ...['PROVISIONALLY', '2025-03-01', '2025-07-01'],
    ]);
    expect(await party('IN', '2025-08-01', first, later)).toEqual([
      ...['DEFINITIVELY', '2025-07-01', null],
    ]);
  });

  it('not, and never was, where its entry ends at the instant at which it begins', async () => {
    const none = force('2025-03-01', { parties: ['BR'], until: '2025-03-01' });
    expect(await party('BR', '2025-04-01', none)).toEqual(['NOT', null, null]);
  });
});

describe('a part', () => {
  it('that applies to one party applies', async () => {
    const first = force('2025-03-01', { parties: ['IN', 'US'], exceptParts: ['I', 'II'] });
    const other = force('2025-04-01', { parties: ['BR'], exceptParts: ['II'] });
    expect((await agreement('2025-03-15', first, other)).spans.at(-1)!.exceptParts).toEqual([
      ...['I', 'II'],
    ]);
    expect((await agreement('2025-05-01', first, other)).spans.at(-1)!.exceptParts).toEqual(['II']);
  });

  it('suspended again is so until the later decision says', async () => {
    const suspended = (day: string, more: object = {}) =>
      talks.AgreementSuspended(day, { effectiveFrom: day, parts: ['I'], ...more });
    const events = [
      ...[force('2025-03-01'), suspended('2025-04-01')],
      suspended('2025-05-01', { until: '2025-06-01' }),
    ];
    expect((await agreement('2025-05-15', ...events)).spans.at(-1)!.exceptParts).toEqual(['I']);
    expect((await agreement('2025-06-15', ...events)).spans.at(-1)!.exceptParts).toEqual([]);
  });
});
