/** Whether a measure that ended was lawful: only what takes its basis away makes it unlawful. */
import { describe, expect, it } from 'vitest';
import { given, measure } from '../../support/given.js';

const country = measure('us-recip-in');
const successor = measure('us-s122');

const COUNTRY = country.MeasureAdopted('2025-07-31', {
  rate: 25,
  effectiveFrom: '2025-08-07T00:01:00-04:00',
});
const SUCCESSOR = successor.MeasureAdopted('2026-02-20', {
  affects: ['*'],
  rate: 10,
  effectiveFrom: '2026-02-24T00:01:00-05:00',
  until: '2026-07-24T00:01:00-04:00',
});

describe('an end that takes no legal basis away', () => {
  it.each(['LIFTED', 'EXPIRED', 'REPLACED', 'WITHDRAWN'] as const)(
    '%s leaves it lawful',
    async (how) => {
      const end = country.MeasureEnded('2026-02-20', { how, effectiveFrom: '2026-02-24' });
      const scenario = await given(COUNTRY, end);
      const view = await scenario.measure('us-recip-in', '2026-03-01');
      expect(view).toMatchObject({ status: 'ENDED', lawful: true, collected: false });
    },
  );

  it('such as its own last day leaves it lawful', async () => {
    const scenario = await given(SUCCESSOR);
    const view = await scenario.measure('us-s122', '2026-08-01');
    expect(view).toMatchObject({ status: 'ENDED', lawful: true, collected: false });
  });

  it('does, struck down, from the day on which collection ends where no other is given', async () => {
    const struck = country.MeasureEnded('2026-02-20', {
      how: 'INVALIDATED',
      effectiveFrom: '2026-02-24',
    });
    const scenario = await given(COUNTRY, struck);
    const lawful = async (at: string) => (await scenario.measure('us-recip-in', at))!.lawful;
    expect(await lawful('2026-02-22')).toBe(true);
    expect(await lawful('2026-03-01')).toBe(false);
  });
});
