/** Neighbours: whom a measure bears on, and who imposes it. */
import { describe } from 'vitest';
import { eventBuilders } from '../../support/given.js';
import { adopted, amended, duty, dutyNeighbours, layers, seen } from './dutyNeighbour.js';

const AT = '2025-06-01';
const of = (code: string, more: object = {}) => ({ on: code, ...more });
const by = (imposedBy: string, code: string, more: object = {}) => ({
  imposedBy,
  on: code,
  ...more,
});
const area = (code: string) => eventBuilders(`area/${code}`);

describe('exceptFor takes areas out of affects', () => {
  const all = adopted('us-a', { rate: 10, affects: ['*'], exceptFor: ['CA', 'EU'] });
  dutyNeighbours([
    {
      title: 'a country, and the members of a group',
      events: [all],
      asked: [
        duty(AT, { total: null, layers: [] }, of('CA')),
        duty(AT, { total: null }, of('DE')),
        duty(AT, { total: null }, of('EU')),
        duty(AT, { total: 10 }, of('CH')),
      ],
    },
    {
      title: 'amended: from its day on',
      events: [all, amended('us-a', '2025-04-01', { exceptFor: ['CH'] })],
      asked: [
        duty('2025-03-31', { total: null }, of('CA')),
        duty(AT, { total: 10 }, of('CA')),
        duty(AT, { total: null }, of('CH')),
        seen('us-a', AT, { exceptFor: ['CH'] }),
      ],
    },
    {
      title: 'taken away: everyone',
      events: [all, amended('us-a', '2025-04-01', { removes: ['exceptFor'] })],
      asked: [duty(AT, { total: 10 }, of('CA')), seen('us-a', AT, { exceptFor: [] })],
    },
    {
      title: 'one member out of a group',
      events: [adopted('us-a', { rate: 10, affects: ['EU'], exceptFor: ['DE'] })],
      asked: [
        duty(AT, { total: null }, of('DE')),
        duty(AT, { total: 10 }, of('FR')),
        duty(AT, { range: { min: 0, max: 10 }, ...layers('-us-a: PARTLY_IN_SCOPE') }, of('EU')),
      ],
    },
  ]);
});

describe('a measure on a group bears on whoever is a member at the entry', () => {
  dutyNeighbours([
    {
      title: 'one that left',
      events: [adopted('us-a', { rate: 10, affects: ['EU'] }, '2019-01-01')],
      asked: [
        duty('2020-06-01', { total: 10 }, of('GB')),
        duty('2021-06-01', { total: null }, of('GB')),
        duty('2021-06-01', { total: 10 }, of('XI')),
      ],
    },
    {
      title: 'one that joins a group of the log, known ahead',
      events: [
        area('CLUB1').AreaDefined('2025-01-01', { name: 'Club', kind: 'LIST' }),
        area('CLUB1').MemberJoined('2025-01-01', { member: 'BR', effectiveFrom: '2025-01-01' }),
        area('CLUB1').MemberJoined('2025-02-01', { member: 'IN', effectiveFrom: '2025-07-01' }),
        adopted('us-a', { rate: 10, affects: ['CLUB1'] }),
      ],
      asked: [
        duty(AT, {
          total: null,
          pending: [{ total: 10, measure: { slug: 'us-a' }, setBy: { type: 'MemberJoined' } }],
        }),
        duty('2025-07-02', { total: 10 }),
      ],
    },
    {
      title: 'goods that were under way are those of the day of entry',
      events: [adopted('us-a', { rate: 10, affects: ['EU'] }, '2019-01-01')],
      asked: [
        duty(AT, { total: 10 }, of('GB', { goods: { enteredAt: '2020-12-31T12:00:00Z' } })),
        duty(AT, { total: null }, of('GB', { goods: { enteredAt: '2021-01-01T12:00:00Z' } })),
      ],
    },
  ]);
});

describe('asked of a group where a measure is on some members only, it is partly in scope', () => {
  dutyNeighbours([
    {
      title: 'one member: the range tells, the total does not count it',
      events: [
        adopted('us-a', { rate: 10, affects: ['EU'] }),
        adopted('us-de', { rate: 5, affects: ['DE'] }),
      ],
      asked: [
        duty(
          AT,
          {
            ...{ total: 10, range: { min: 10, max: 15 }, certainty: 'CERTAIN' },
            ...layers('us-a: IN_FORCE', '-us-de: PARTLY_IN_SCOPE'),
          },
          of('EU'),
        ),
        duty(AT, { total: 15, range: { min: 15, max: 15 } }, of('DE')),
      ],
    },
    {
      title: 'all members by name: the group itself',
      events: [
        area('DUO12').AreaDefined('2025-01-01', { name: 'Duo', kind: 'LIST' }),
        area('DUO12').MemberJoined('2025-01-01', { member: 'BR', effectiveFrom: '2025-01-01' }),
        area('DUO12').MemberJoined('2025-01-01', { member: 'AR', effectiveFrom: '2025-01-01' }),
        adopted('us-a', { rate: 10, affects: ['AR', 'BR'] }),
      ],
      asked: [duty(AT, { total: 10, ...layers('us-a: IN_FORCE') }, of('DUO12'))],
    },
    {
      title: 'one that would replace another does so for some only',
      events: [
        adopted('us-a', { rate: 10, affects: ['EU'] }),
        adopted('us-de', { rate: 25, affects: ['DE'], replaces: ['us-a'] }),
      ],
      asked: [
        duty(AT, { total: 10, range: { min: 10, max: 25 } }, of('EU')),
        duty(AT, { total: 25 }, of('DE')),
      ],
    },
  ]);
});

describe('a measure by a group is asked for by its members too', () => {
  const all = adopted('eu-a', { rate: 10, imposedBy: 'EU', affects: ['*'] }, '2019-01-01');
  dutyNeighbours([
    {
      title: 'by whoever is a member at the entry',
      events: [all],
      asked: [
        duty(AT, { total: 10 }, by('DE', 'US')),
        duty('2020-06-01', { total: 10 }, by('GB', 'US')),
        duty(AT, { total: null }, by('GB', 'US')),
      ],
    },
    {
      title: 'and * leaves its members out',
      events: [all],
      asked: [
        duty(AT, { total: null, layers: [] }, by('DE', 'FR')),
        duty(AT, { total: null }, by('EU', 'DE')),
        duty(AT, { total: 10 }, by('EU', 'GB')),
      ],
    },
    {
      title: 'beside one of its own',
      events: [all, adopted('de-b', { rate: 3, imposedBy: 'DE', affects: ['US'] })],
      asked: [duty(AT, { total: 13 }, by('DE', 'US')), duty(AT, { total: 10 }, by('FR', 'US'))],
    },
    {
      title: 'under the order of precedence of the group, while in it',
      events: [
        adopted('eu-a', { rate: 10, imposedBy: 'EU', affects: ['*'] }, '2019-01-01'),
        adopted('eu-b', { rate: 4, imposedBy: 'EU', affects: ['*'] }, '2019-01-01'),
        adopted('gb-a', { rate: 1, imposedBy: 'GB', affects: ['*'] }, '2019-01-01'),
        adopted('gb-b', { rate: 2, imposedBy: 'GB', affects: ['*'] }, '2019-01-01'),
        eventBuilders('rulebook/EU').PrecedenceSet('2019-01-01', {
          ...{
            order: [
              ['eu-b', 'gb-b'],
              ['eu-a', 'gb-a'],
            ],
            effectiveFrom: '2019-01-01',
          },
        }),
      ],
      asked: [
        duty(AT, { total: 4 }, by('DE', 'US')),
        duty('2020-06-01', { total: 6 }, by('GB', 'US')),
        duty(AT, { total: 3 }, by('GB', 'US')),
      ],
    },
  ]);
});
