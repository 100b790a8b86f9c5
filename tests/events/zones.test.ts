import { describe, expect, it, onTestFinished } from 'vitest';
import { addDays } from '../../events/time/days.js';
import { isTimeZone } from '../../events/codes/timeZones.js';
import { dayOf, startOfDay } from '../../events/time/zones.js';
import { moment } from '../../events/time/bounds.js';
import { iso, span } from '../support/instants.js';

describe('a day in a zone', () => {
  it.each([
    // Half an hour off, no summer time.
    ['2025-08-15', 'Asia/Kolkata', '2025-08-14T18:30:00.000Z … 2025-08-15T18:29:59.999Z'],
    ['2025-08-15', 'Asia/Kathmandu', '2025-08-14T18:15:00.000Z … 2025-08-15T18:14:59.999Z'],
    // Clocks change in the small hours: a day of 23 hours, a day of 25.
    ['2025-03-09', 'America/New_York', '2025-03-09T05:00:00.000Z … 2025-03-10T03:59:59.999Z'],
    ['2025-11-02', 'America/New_York', '2025-11-02T04:00:00.000Z … 2025-11-03T04:59:59.999Z'],
    ['2025-03-30', 'Europe/Brussels', '2025-03-29T23:00:00.000Z … 2025-03-30T21:59:59.999Z'],
    ['2025-10-26', 'Europe/Brussels', '2025-10-25T22:00:00.000Z … 2025-10-26T22:59:59.999Z'],
    ['2025-04-06', 'Australia/Lord_Howe', '2025-04-05T13:00:00.000Z … 2025-04-06T13:29:59.999Z'],
    // No midnight: the day begins at one o'clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z … 2018-11-05T01:59:59.999Z'],
    ['2023-04-28', 'Africa/Cairo', '2023-04-27T22:00:00.000Z … 2023-04-28T20:59:59.999Z'],
    ['2025-09-07', 'America/Santiago', '2025-09-07T04:00:00.000Z … 2025-09-08T02:59:59.999Z'],
    // The hour before midnight comes twice: the day before is 25 hours long.
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-17T02:00:00.000Z … 2018-02-18T02:59:59.999Z'],
    ['2023-10-26', 'Africa/Cairo', '2023-10-25T21:00:00.000Z … 2023-10-26T21:59:59.999Z'],
    // Midnight comes twice: the day begins at the first.
    ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z … 2025-11-03T04:59:59.999Z'],
    // One date, 25 hours apart across the date line.
    ['2025-08-01', 'Pacific/Kiritimati', '2025-07-31T10:00:00.000Z … 2025-08-01T09:59:59.999Z'],
    ['2025-08-01', 'Pacific/Pago_Pago', '2025-08-01T11:00:00.000Z … 2025-08-02T10:59:59.999Z'],
    // Samoa went without 30 December 2011: the day after follows the day before at once.
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00.000Z … 2011-12-30T09:59:59.999Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z … 2011-12-31T09:59:59.999Z'],
    // Local mean time, and the ends of the years that can be written.
    ['1900-01-01', 'America/New_York', '1900-01-01T05:00:00.000Z … 1900-01-02T04:59:59.999Z'],
    ['1500-06-01', 'America/New_York', '1500-06-01T04:56:02.000Z … 1500-06-02T04:56:01.999Z'],
    ['0000-01-01', 'Asia/Kolkata', '-000001-12-31T18:06:32.000Z … 0000-01-01T18:06:31.999Z'],
    ['9999-12-31', 'America/New_York', '9999-12-31T05:00:00.000Z … +010000-01-01T04:59:59.999Z'],
    ['9999-12-31', 'Asia/Kolkata', '9999-12-30T18:30:00.000Z … 9999-12-31T18:29:59.999Z'],
  ])('%s in %s lasts %s', (day, zone, bounds) => {
    expect(span(moment(day, zone))).toBe(bounds);
  });

  it.each(['0000', '0001-02', '1582-10', '9999', '9999-12', '99XX'])(
    '%s has bounds in every kind of zone',
    (text) => {
      for (const zone of ['UTC', 'Pacific/Apia', 'America/New_York', 'Asia/Kolkata']) {
        const { min, max } = moment(text, zone);
        expect(min).toBeLessThan(max);
      }
    },
  );

  it('holds for months and years that span a change of clocks', () => {
    expect(span(moment('2025-03', 'America/New_York'))).toBe(
      '2025-03-01T05:00:00.000Z … 2025-04-01T03:59:59.999Z',
    );
    expect(span(moment('2025', 'Europe/London'))).toBe(
      '2025-01-01T00:00:00.000Z … 2025-12-31T23:59:59.999Z',
    );
    expect(span(moment('2025-08-04/2025-08-08', 'Asia/Kolkata'))).toBe(
      '2025-08-03T18:30:00.000Z … 2025-08-08T18:29:59.999Z',
    );
  });

  it('does not move an instant that has its own offset', () => {
    const instant = '2025-08-27T00:01:00-04:00';
    expect(span(moment(instant, 'Asia/Kolkata'))).toBe(span(moment(instant, 'America/New_York')));
  });
});

describe('the day an instant falls on', () => {
  it.each([
    ['2025-10-21T20:30:00Z', 'America/New_York', '2025-10-21'],
    ['2025-10-21T20:30:00Z', 'Asia/Kolkata', '2025-10-22'],
    ['2025-07-31T10:00:00Z', 'Pacific/Kiritimati', '2025-08-01'],
    ['2025-08-01T10:59:59.999Z', 'Pacific/Pago_Pago', '2025-07-31'],
    ['2018-11-04T02:59:59.999Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
    ['1960-01-01T00:00:00Z', 'UTC', '1960-01-01'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayOf(Date.parse(instant), zone)).toBe(day);
  });

  it('every day begins on itself, and the millisecond before is on the day before', () => {
    const zones = ['America/Sao_Paulo', 'Africa/Cairo', 'America/New_York', 'Asia/Beirut', 'UTC'];
    for (const zone of zones)
      for (let day = '2017-12-30'; day < '2019-01-03'; day = addDays(day, 1)) {
        const start = startOfDay(day, zone);
        expect(`${zone} ${dayOf(start, zone)}`).toBe(`${zone} ${day}`);
        expect(`${zone} ${iso(start)}: ${dayOf(start - 1, zone)}`).toBe(
          `${zone} ${iso(start)}: ${addDays(day, -1)}`,
        );
      }
  });
});

describe('days are counted on the calendar', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-03-09', 365, '2026-03-09'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });
});

describe('the name of a zone in other letter case', () => {
  it('is the same zone, and is prepared once', () => {
    let made = 0;
    const { DateTimeFormat } = Intl;
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct(target, args: ConstructorParameters<typeof DateTimeFormat>) {
        made += 1;
        return new target(...args);
      },
    });
    onTestFinished(() => void (Intl.DateTimeFormat = DateTimeFormat));
    const name = 'Asia/Vladivostok';
    // Every way to write its first ten letters.
    for (let bits = 0; bits < 1_024; bits += 1) {
      const zone = Array.from(name, (letter, i) =>
        bits & (1 << i) ? letter.toUpperCase() : letter.toLowerCase(),
      );
      expect(isTimeZone(zone.join(''))).toBe(true);
      expect(startOfDay('2025-08-15', zone.join(''))).toBe(Date.parse('2025-08-14T14:00Z'));
    }
    // To be checked, and to be used.
    expect(made).toBe(2);
  });
});
