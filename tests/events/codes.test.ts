import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, countryName, countryZone } from '../../events/codes/countries.js';
import { HS_CODE } from '../../events/codes/hsCodes.js';
import { isTimeZone } from '../../events/codes/timeZones.js';

describe('country codes', () => {
  it('are the 249 of ISO 3166-1 alpha-2, and EU', () => {
    expect(COUNTRY_CODES.size).toBe(250);
    for (const code of COUNTRY_CODES) expect(code).toMatch(/^[A-Z]{2}$/);
  });
  it.each(['IN', 'US', 'EU', 'GB', 'BV', 'TW', 'HK', 'SS'])('%s is one', (code) => {
    expect(COUNTRY_CODES.has(code)).toBe(true);
    expect(countryName(code)).not.toBe(code);
  });
  it.each(['UK', 'in', 'IND', 'XK', 'XX', 'SU', 'AN', '', '*'])('"%s" is none', (code) => {
    expect(COUNTRY_CODES.has(code)).toBe(false);
    expect(countryName(code)).toBe(code);
  });
  it('every one has a zone that the runtime knows', () => {
    for (const code of COUNTRY_CODES)
      expect(`${code} ${isTimeZone(countryZone(code))}`).toBe(`${code} true`);
  });
  it.each([
    ['US', 'America/New_York'],
    ['IN', 'Asia/Kolkata'],
    ['EU', 'Europe/Brussels'],
    ['CN', 'Asia/Shanghai'],
    ['BR', 'America/Sao_Paulo'],
    ['AU', 'Australia/Sydney'],
    ['CH', 'Europe/Zurich'],
    ['XX', 'UTC'],
  ])('the customs of %s date their acts in %s', (code, zone) => {
    expect(countryZone(code)).toBe(zone);
  });
});

describe('zones', () => {
  it.each(['Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'])(
    '%s is one',
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );
  it.each(['+05:30', '-04:00', 'Asia/Calcuta', 'Mars/Base', 'Z', '', ' UTC', 'UTC '])(
    '"%s" is none',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});

describe('HS codes', () => {
  it.each(['72', '7208', '720851', '72085100', '7208510030', '0101'])('%s is one', (code) => {
    expect(HS_CODE.test(code)).toBe(true);
  });
  it.each([
    '7',
    '720',
    '72085',
    '7208510',
    '720851003',
    '720851003012',
    '7208.51',
    '72 08',
    'AB',
    '',
  ])('"%s" is none', (code) => {
    expect(HS_CODE.test(code)).toBe(false);
  });
});
