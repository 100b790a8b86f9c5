import { describe, expect, it } from 'vitest';
import { dailyClosesOf } from '../../src/dashboard/lib/time/dailyCloses.js';
import { nextDate } from '../../src/dashboard/lib/time/comingDates.js';
import { mockNegotiation } from './mockNegotiation.js';

const AT_FIVE = { at: '2026-02-24T05:00:00.000Z', total: 0 };
const A_MINUTE_LATER = { at: '2026-02-24T05:01:00.000Z', total: 10 };
const IN_JULY = { at: '2026-07-24T04:01:00.000Z', total: 0 };
const closes = (...args: Parameters<typeof dailyClosesOf>) =>
  dailyClosesOf(...args).map(({ day, total }) => [day, total]);

describe('the pending changes of a duty', () => {
  it('are the rates at the close of each day', () => {
    const pending = [AT_FIVE, A_MINUTE_LATER, IN_JULY];
    expect(closes(25, pending)).toEqual([
      ['2026-02-24', 10],
      ['2026-07-24', 0],
    ]);
    expect(dailyClosesOf(25, pending)[0]?.changes).toEqual([AT_FIVE, A_MINUTE_LATER]);
  });

  it('omit a day that closes as it began', () => {
    expect(closes(10, [AT_FIVE, A_MINUTE_LATER])).toEqual([]);
  });

  it('count days in the given zone', () => {
    const pending = [{ ...AT_FIVE, at: '2026-02-25T04:30:00.000Z' }, A_MINUTE_LATER].reverse();
    expect(closes(25, pending, 'America/New_York')).toEqual([['2026-02-24', 0]]);
    expect(closes(25, pending)).toHaveLength(2);
  });

  it('are on the overview as of the close of their day', () => {
    const duties = [
      { imposedBy: 'US', on: 'IN', total: 25, disputed: true, pending: [AT_FIVE, A_MINUTE_LATER] },
    ];
    const over = mockNegotiation({ duties }) as unknown as Parameters<typeof nextDate>[0];
    expect(nextDate(over, Date.parse('2026-02-20T00:00:00Z'))).toMatchObject({
      what: 'Duty of the United States on India to be 10\u00a0%',
      when: '24 February 2026',
    });
  });
});
