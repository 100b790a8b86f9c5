import { describe, expect, it } from 'vitest';
import { given, measure } from '../../support/given.js';

const oil = measure('us-russia-oil-in');

describe('what is recorded on the day of its date', () => {
  const announced = async (occurred: string) =>
    await given(
      oil.MeasureAnnounced(occurred, { rate: 20 }, { recordedAt: '2025-08-06T15:00:00Z' }),
    );
  const certainty = async (occurred: string, at: string) =>
    (await (await announced(occurred)).measure('us-russia-oil-in', at))?.certainty;

  it('has happened by then, though the day goes on', async () => {
    expect(await certainty('2025-08-06', '2025-08-06T15:00:00Z')).toBe('CERTAIN');
    expect(await certainty('2025-08-06', '2025-08-06T12:00:00Z')).toBe('POSSIBLE');
  });

  it('may be still to come where its date is vaguer than a day, or later', async () => {
    expect(await certainty('2025-08', '2025-08-06T15:00:00Z')).toBe('POSSIBLE');
    expect(await certainty('2025-08-07', '2025-08-07T12:00:00Z')).toBe('POSSIBLE');
  });
});
