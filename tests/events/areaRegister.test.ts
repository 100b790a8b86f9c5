import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AreaRegister, type AreaStatement } from '../../events/codes/areaRegister.js';
import { SEED } from '../support/seed.js';

const { shipped } = AreaRegister;
const at = (instant: string) => Date.parse(instant);
const noon = (day: string) => at(`${day}T12:00:00Z`);

describe('who belongs to a group is decided to the millisecond, in the zone of the group', () => {
  it.each([
    ['the United Kingdom leaves the customs territory of the EU', 'GB', 'EU', '2020-12-31T23:00Z'],
    ['Denmark leaves EFTA', 'DK', 'EFTA', '1972-12-31T23:00Z'],
    ['Venezuela leaves Mercosur', 'VE', 'MERCOSUR', '2017-08-05T03:00Z'],
  ])('%s', (_, area, group, instant) => {
    expect(shipped.isMember(area, group, at(instant) - 1)).toBe(true);
    expect(shipped.isMember(area, group, at(instant))).toBe(false);
  });

  it.each([
    ['Northern Ireland joins it for goods', 'XI', 'EU', '2020-12-31T23:00Z'],
    ['Croatia joins the EU', 'HR', 'EU', '2013-06-30T22:00Z'],
    ['the United Kingdom joins the Community', 'GB', 'EU', '1972-12-31T23:00Z'],
    ['the United Kingdom joins the CPTPP', 'GB', 'CPTPP', '2024-12-14T11:00Z'],
    ['Armenia joins the EAEU a day after the rest', 'AM', 'EAEU', '2015-01-01T21:00Z'],
    ['Timor-Leste joins ASEAN', 'TL', 'ASEAN', '2025-10-25T17:00Z'],
  ])('%s', (_, area, group, instant) => {
    expect(shipped.isMember(area, group, at(instant) - 1)).toBe(false);
    expect(shipped.isMember(area, group, at(instant))).toBe(true);
  });

  it('the United Kingdom still belongs to the customs territory after leaving the Union', () => {
    expect(shipped.isMember('GB', 'EU', noon('2020-02-01'))).toBe(true);
  });
});

describe('the members of a group', () => {
  it.each([
    ['EU', '1957-12-31', 0],
    ['EU', '1958-01-01', 6],
    ['EU', '2013-07-01', 28],
    ['EU', '2020-12-30', 28],
    ['EU', '2021-01-01', 28],
    ['EFTA', '1960-06-01', 7],
    ['EFTA', '1994-12-01', 7],
    ['CPTPP', '2018-12-31', 6],
    ['CPTPP', '2025-01-01', 12],
    ['MERCOSUR', '2025-01-01', 5],
    ['USMCA', '2020-06-29', 0],
    ['USMCA', '2020-07-02', 3],
    ['SACU', '2000-01-01', 5],
    ['GCC', '2000-01-01', 6],
    ['ANDEAN', '2020-01-01', 4],
    ['ASEAN', '2000-01-01', 10],
    ['AFCFTA', '2019-05-31', 24],
    ['NOSUCH', '2000-01-01', 0],
    ['DE', '2000-01-01', 0],
  ])('%s on %s: %i', (group, day, count) => {
    expect(shipped.membersOf(group, noon(day))).toHaveLength(count);
  });

  it('are listed in the order of joining', () => {
    expect(shipped.membersOf('EFTA', noon('2000-01-01'))).toEqual(['CH', 'NO', 'IS', 'LI']);
  });

  it('include Northern Ireland in place of the United Kingdom from 2021', () => {
    const members = shipped.membersOf('EU', noon('2021-01-01'));
    expect([members.includes('XI'), members.includes('GB')]).toEqual([true, false]);
  });
});

describe('the groups of an area', () => {
  it.each([
    ['GB', '1970-01-01', ['EFTA']],
    ['GB', '2000-01-01', ['EU']],
    ['GB', '2022-01-01', []],
    ['GB', '2025-01-01', ['CPTPP']],
    ['BO', '2025-01-01', ['MERCOSUR', 'ANDEAN']],
    ['XI', '2025-01-01', ['EU']],
    ['EU', '2025-01-01', []],
    ['constructor', '2025-01-01', []],
  ])('%s on %s: %j', (area, day, groups) => {
    expect(shipped.groupsOf(area, noon(day))).toEqual(groups);
  });
});

const defined = (group: string, name: string): AreaStatement => ({
  group,
  type: 'AreaDefined',
  data: { name, kind: 'LIST' },
});
const joined = (group: string, member: string, effectiveFrom: string) => ({
  group,
  type: 'MemberJoined' as const,
  data: { member, effectiveFrom },
});
const left = (group: string, member: string, effectiveFrom: string): AreaStatement => ({
  ...joined(group, member, effectiveFrom),
  type: 'MemberLeft',
});

describe('what a log says of areas', () => {
  it('leaves the shipped register as it is', () => {
    const register = shipped.with([joined('EU', 'AL', '2030-01-01')]);
    expect(register.isMember('AL', 'EU', noon('2030-01-02'))).toBe(true);
    expect(shipped.isMember('AL', 'EU', noon('2030-01-02'))).toBe(false);
    expect(shipped.with([])).toBe(shipped);
  });

  it('adds groups with a name, a kind and members; their dates are read in UTC', () => {
    const register = shipped.with([
      defined('CAIRNS', 'Cairns Group'),
      joined('CAIRNS', 'AU', '2030-01-01'),
    ]);
    expect(register.name('CAIRNS')).toBe('Cairns Group');
    expect(register.kind('CAIRNS')).toBe('LIST');
    expect([shipped.isKnownGroup('CAIRNS'), register.isKnownGroup('CAIRNS')]).toEqual([
      false,
      true,
    ]);
    expect(register.isMember('AU', 'CAIRNS', at('2029-12-31T23:59:59.999Z'))).toBe(false);
    expect(register.isMember('AU', 'CAIRNS', at('2030-01-01T00:00Z'))).toBe(true);
    expect(register.groups().at(-1)).toBe('CAIRNS');
  });

  it('continues the shipped membership: leaving, and coming back', () => {
    const register = shipped.with([
      left('EU', 'HU', '2031-01-01'),
      joined('EU', 'HU', '2033-01-01T00:00:00+01:00'),
    ]);
    const belongs = (day: string) => register.isMember('HU', 'EU', noon(day));
    expect(['2004-04-30', '2030-12-31', '2031-01-01', '2033-01-01'].map(belongs)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('counts the statement made last where two share an instant', () => {
    const twice = [joined('EU', 'AL', '2030-01-01'), left('EU', 'AL', '2030-01-01')];
    expect(shipped.with(twice).isMember('AL', 'EU', noon('2030-01-02'))).toBe(false);
    expect(shipped.with(twice.toReversed()).isMember('AL', 'EU', noon('2030-01-02'))).toBe(true);
  });

  it('names a shipped group anew', () => {
    expect(shipped.with([defined('EU', 'European Federation')]).name('EU')).toBe(
      'European Federation',
    );
  });
});

describe('a group within a group', () => {
  const register = shipped.with([joined('G20', 'EU', '1999-09-26')]);
  it('brings its members, for as long as they are its members', () => {
    expect(register.isMember('DE', 'G20', noon('2025-01-01'))).toBe(true);
    expect(register.isMember('DE', 'G20', noon('1999-09-01'))).toBe(false);
    expect(register.isMember('HR', 'G20', noon('2013-06-29'))).toBe(false);
    expect(register.groupsOf('DE', noon('2025-01-01'))).toEqual(['EU', 'G20']);
  });
  it('is one member in the list of members', () => {
    expect(register.membersOf('G20', noon('2025-01-01'))).toEqual(['EU']);
  });
  it('that contains itself through another ends the search', () => {
    const circle = shipped.with([
      joined('AAA', 'BBB', '2000-01-01'),
      joined('BBB', 'AAA', '2000-01-01'),
    ]);
    expect(circle.isMember('DE', 'AAA', noon('2025-01-01'))).toBe(false);
    expect(circle.isMember('AAA', 'AAA', noon('2025-01-01'))).toBe(false);
    expect(circle.groupsOf('AAA', noon('2025-01-01'))).toEqual(['BBB']);
    expect(circle.turningPoints('AAA')).toEqual([at('2000-01-01T00:00Z')]);
  });
});

describe('covers', () => {
  it('holds for an area itself and for its members, never the other way round', () => {
    const instant = noon('2025-01-01');
    expect(shipped.covers('EU', 'EU', instant)).toBe(true);
    expect(shipped.covers('DE', 'DE', instant)).toBe(true);
    expect(shipped.covers('EU', 'DE', instant)).toBe(true);
    expect(shipped.covers('DE', 'EU', instant)).toBe(false);
    expect(shipped.isMember('EU', 'EU', instant)).toBe(false);
  });
});

describe(`at any instant (seed ${SEED})`, () => {
  const groups = shipped.groups();
  const anyGroup = fc.constantFrom(...groups);
  const anyInstant = fc.oneof(
    fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2040, 0) }),
    fc.constantFrom(...groups.flatMap((group) => shipped.turningPoints(group))),
    fc.constantFrom(-Infinity, Infinity),
  );

  it('members, membership and groups of an area agree', () => {
    fc.assert(
      fc.property(anyGroup, anyInstant, (group, instant) => {
        for (const member of shipped.membersOf(group, instant)) {
          expect(shipped.isMember(member, group, instant)).toBe(true);
          expect(shipped.groupsOf(member, instant)).toContain(group);
        }
      }),
      { seed: SEED },
    );
  });

  it('membership changes at turning points only', () => {
    fc.assert(
      fc.property(anyGroup, anyInstant, (group, instant) => {
        const last = shipped.turningPoints(group).findLast((point) => point <= instant);
        expect(shipped.membersOf(group, instant)).toEqual(
          shipped.membersOf(group, last ?? -Infinity),
        );
      }),
      { seed: SEED },
    );
  });
});
