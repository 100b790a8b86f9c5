import { describe, expect, it } from 'vitest';
import {
  areaName,
  areaZone,
  isActor,
  isArea,
  isGroup,
  isParty,
  likelyArea,
  notAffected,
  notAnArea,
  notAParty,
} from '../../events/codes/areas.js';
import { COUNTRY_CODES } from '../../events/codes/countries.js';
import { isTimeZone } from '../../events/codes/timeZones.js';
import { GROUPS } from '../../events/codes/groups.js';

describe('an area', () => {
  it.each(['IN', 'EU', 'XI', 'XK', 'MERCOSUR', 'EFTA', 'G20', '1011', 'ABCDEFGHIJKL'])(
    '%s is one',
    (code) => {
      expect(isArea(code)).toBe(true);
      expect(isParty(code)).toBe(true);
    },
  );
  it.each([
    ...['UK', 'EL', 'USA', 'UAE', 'XX', 'XA', 'A', 'A1', 'mercosur', 'Mercosur', 'in', ''],
    ...['*', 'ABCDEFGHIJKLM', 'G-20', 'MERCO SUR', 'x-union', 'constructor', '__proto__'],
  ])('"%s" is none', (code) => {
    expect(isArea(code)).toBe(false);
  });
  it('of a group has three to twelve capitals and digits, or is the EU', () => {
    for (const code of COUNTRY_CODES) expect([code, isGroup(code)]).toEqual([code, code === 'EU']);
    expect(['XI', 'XK', 'AB', 'USA'].filter(isGroup)).toEqual([]);
    expect(['EU', 'GCC', 'AFCFTA'].filter(isGroup)).toEqual(['EU', 'GCC', 'AFCFTA']);
  });
});

describe('a party that is no area', () => {
  it.each(['x-amptp', 'x-sag-aftra', 'x-m23', 'x-1', `x-${'a'.repeat(98)}`])('%s', (code) => {
    expect([isActor(code), isParty(code), isArea(code)]).toEqual([true, true, false]);
  });
  it.each(['x-', 'x', 'X-AMPTP', 'x-Amptp', 'x--a', 'x-a-', 'amptp', 'x_a', `x-${'a'.repeat(99)}`])(
    'is not "%s"',
    (code) => {
      expect([isActor(code), isParty(code)]).toEqual([false, false]);
    },
  );
});

describe('what is no area is told what an area is, and the code that was meant', () => {
  it.each([
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['EL', 'GR'],
    ['USA', 'US'],
    ['in', 'IN'],
    ['India', 'IN'],
    [' india ', 'IN'],
    ['mercosur', 'MERCOSUR'],
    ['Northern Ireland', 'XI'],
    ['xk', 'XK'],
    ['European Union', 'EU'],
  ])('"%s" means %s', (text, code) => {
    expect(likelyArea(text)).toBe(code);
    for (const message of [notAnArea(text), notAffected(text), notAParty(text)])
      expect(message).toMatch(new RegExp(`alpha-2 .* MERCOSUR.*; did you mean ${code}\\?$`));
  });
  it.each(['XX', 'Atlantis', '', '?'])('nothing is near "%s"', (text) => {
    expect(likelyArea(text)).toBeUndefined();
    expect(notAnArea(text)).not.toContain('did you mean');
  });
});

describe('names and zones', () => {
  it.each([
    ['EU', 'European Union', 'Europe/Brussels'],
    ['XI', 'Northern Ireland', 'Europe/London'],
    ['XK', 'Kosovo', 'Europe/Belgrade'],
    ['MERCOSUR', 'Mercosur', 'America/Montevideo'],
    ['GCC', 'Gulf Cooperation Council', 'Asia/Riyadh'],
    ['NZ', 'New Zealand', 'Pacific/Auckland'],
    ['QUAD9', 'QUAD9', 'UTC'],
    ['x-amptp', 'x-amptp', 'UTC'],
    ['constructor', 'constructor', 'UTC'],
  ])('%s is %s and dates its acts in %s', (code, name, zone) => {
    expect([areaName(code), areaZone(code)]).toEqual([name, zone]);
  });
});

describe('the groups that come with Parley', () => {
  it.each(Object.entries(GROUPS))('%s is well formed and names its sources', (code, group) => {
    expect(isGroup(code)).toBe(true);
    expect(isTimeZone(group.zone)).toBe(true);
    expect(group.sources.length).toBeGreaterThan(0);
    for (const url of group.sources) expect(url).toMatch(/^https:\/\/[^\s]+$/);
    const dates = [...Object.keys(group.joined), ...Object.keys(group.left ?? {})];
    for (const date of dates)
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    const joined = Object.values(group.joined).join(' ').split(' ');
    const left = Object.values(group.left ?? {}).flatMap((codes) => codes.split(' '));
    expect(new Set(joined).size).toBe(joined.length);
    for (const member of joined) expect([member, isArea(member)]).toEqual([member, true]);
    for (const member of left) expect(joined).toContain(member);
  });
});
