import { describe, expect, it } from 'vitest';
import { AreaRegister } from '../../../events/codes/areaRegister.js';
import {
  extentOf,
  imposesFor,
  isBetween,
  type Reach,
  touches,
} from '../../../src/domain/area/areaReach.js';

const { shipped } = AreaRegister;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const NOW = noon('2025-06-01');

const extent = (reach: Partial<Reach>, area: string, day = '2025-06-01') =>
  extentOf(shipped, { imposedBy: 'US', affects: [], ...reach }, area, noon(day));

describe('a measure on a group', () => {
  it('reaches whoever is a member then', () => {
    expect(extent({ affects: ['EU'] }, 'DE')).toBe('ALL');
    expect(extent({ affects: ['EU'] }, 'EU')).toBe('ALL');
    expect(extent({ affects: ['EU'] }, 'CH')).toBe('NONE');
    expect(extent({ affects: ['EU'] }, 'GB', '2019-06-01')).toBe('ALL');
    expect(extent({ affects: ['EU'] }, 'GB', '2021-06-01')).toBe('NONE');
    expect(extent({ affects: ['EU'] }, 'XI', '2021-06-01')).toBe('ALL');
  });

  it('reaches a group in part that shares some members with it', () => {
    expect(extent({ affects: ['CPTPP'] }, 'ASEAN')).toBe('PART');
    expect(extent({ affects: ['EFTA'] }, 'EU')).toBe('NONE');
  });
});

describe('a measure on members of a group', () => {
  it('reaches the group in part, or as a whole where it names each of them', () => {
    expect(extent({ affects: ['DE', 'FR'] }, 'EU')).toBe('PART');
    expect(extent({ affects: ['CA', 'MX', 'US'], imposedBy: 'CN' }, 'USMCA')).toBe('ALL');
    expect(extent({ affects: ['CA', 'MX'], imposedBy: 'CN' }, 'USMCA')).toBe('PART');
  });
});

describe('areas that are excepted', () => {
  it('are not reached, and leave their group reached in part', () => {
    const reach = { affects: ['EU', 'CH'], exceptFor: ['HU'] };
    expect(extent(reach, 'HU')).toBe('NONE');
    expect(extent(reach, 'AT')).toBe('ALL');
    expect(extent(reach, 'EU')).toBe('PART');
    expect(extent({ affects: ['*'], exceptFor: ['EU'] }, 'DE')).toBe('NONE');
    expect(extent({ affects: ['*'], exceptFor: ['EU'] }, 'EU')).toBe('NONE');
    expect(extent({ affects: ['*'], exceptFor: ['EU'] }, 'NO')).toBe('ALL');
  });
});

describe('a measure on everyone', () => {
  it('leaves out who imposes it, and the members of a group that does', () => {
    expect(extent({ affects: ['*'] }, 'US')).toBe('NONE');
    expect(extent({ affects: ['*'], imposedBy: 'EU' }, 'DE')).toBe('NONE');
    expect(extent({ affects: ['*'], imposedBy: 'EU' }, 'EU')).toBe('NONE');
    expect(extent({ affects: ['*'], imposedBy: 'EU' }, 'US')).toBe('ALL');
    expect(extent({ affects: ['*'], imposedBy: 'DE' }, 'EU')).toBe('PART');
    expect(extent({ affects: ['*'], imposedBy: null }, 'EU')).toBe('ALL');
  });
});

describe('groups that are members of each other', () => {
  it('are reached by what names a member of either', () => {
    const join = (group: string, member: string) =>
      ({ group, type: 'MemberJoined', data: { member, effectiveFrom: '2020-01-01' } }) as const;
    const areas = shipped.with([join('AAA', 'BBB'), join('BBB', 'AAA'), join('BBB', 'CH')]);
    const reach = { imposedBy: 'US', affects: ['CH'] };
    expect(touches(areas, reach, 'AAA', NOW)).toBe(true);
    expect(touches(areas, { ...reach, affects: ['NO'] }, 'AAA', NOW)).toBe(false);
  });
});

describe('a measure by a group', () => {
  it('is imposed for each of its members, not the other way round', () => {
    expect(imposesFor(shipped, 'EU', 'DE', NOW)).toBe(true);
    expect(imposesFor(shipped, 'EU', 'GB', NOW)).toBe(false);
    expect(imposesFor(shipped, 'DE', 'EU', NOW)).toBe(false);
    expect(imposesFor(shipped, null, 'DE', NOW)).toBe(false);
  });
});

describe('a measure is between parties', () => {
  const between = (imposedBy: string | null, affects: readonly string[], ...parties: string[]) =>
    isBetween(shipped, { imposedBy, affects }, parties, NOW);

  it('when members of two groups that negotiate impose it and are reached', () => {
    expect(between('FR', ['BR'], 'EU', 'MERCOSUR')).toBe(true);
    expect(between('BR', ['EU'], 'EU', 'MERCOSUR')).toBe(true);
    expect(between('FR', ['DE'], 'EU', 'MERCOSUR')).toBe(false);
    expect(between('CH', ['BR'], 'EU', 'MERCOSUR')).toBe(false);
  });

  it('when it is by or on the group of a party', () => {
    expect(between('US', ['EU'], 'DE', 'US')).toBe(true);
    expect(between('EU', ['US'], 'DE', 'US')).toBe(true);
    expect(between('EU', ['*'], 'DE', 'FR')).toBe(false);
  });

  it('when it is on everyone, unless no other party is left', () => {
    expect(between('US', ['*'], 'IN', 'US')).toBe(true);
    expect(between('US', ['*'], 'US')).toBe(false);
    expect(between('CN', ['*'], 'IN', 'US')).toBe(false);
    expect(between(null, ['*'], 'IN', 'US')).toBe(false);
  });
});
