/** Neighbours: areas that are no countries, and which measures belong to the picture of a group. */
import { describe } from 'vitest';
import { eventBuilders } from '../../support/given.js';
import { adopted, amended, type Asked, duty, dutyNeighbours, layers } from './dutyNeighbour.js';

const AT = '2025-06-01';
const of = (code: string) => ({ on: code });
const by = (imposedBy: string, code: string) => ({ imposedBy, on: code });

describe('XI and XK are areas like any other', () => {
  dutyNeighbours([
    {
      title: 'a measure on one is on it alone, and on a part of its group',
      events: [adopted('us-a', { rate: 10, affects: ['XI'] })],
      asked: [
        duty(AT, { total: 10 }, of('XI')),
        duty(AT, { total: null }, of('GB')),
        duty(AT, { total: 0, range: { min: 0, max: 10 } }, of('EU')),
      ],
    },
    {
      title: 'one on a country beside it, or on all but it, leaves it out',
      events: [
        adopted('us-a', { rate: 10, affects: ['GB'] }),
        adopted('us-b', { rate: 5, affects: ['EU'], exceptFor: ['XI'] }),
      ],
      asked: [
        duty(AT, { total: null, layers: [] }, of('XI')),
        duty(AT, { total: 10 }, of('GB')),
        duty(AT, { total: 5 }, of('IE')),
      ],
    },
    {
      title: 'imposing: as a member of its group, at the entry',
      events: [adopted('eu-a', { rate: 10, imposedBy: 'EU', affects: ['*'] }, '2020-01-01')],
      asked: [
        duty(AT, { total: 10 }, by('XI', 'US')),
        duty(AT, { total: null }, by('EU', 'XI')),
        duty(AT, { total: 10 }, by('EU', 'XK')),
      ],
    },
    {
      title: 'Kosovo, on which a measure on everyone bears, and one of its own hour',
      events: [
        adopted('us-a', { rate: 10, affects: ['*'] }),
        adopted('xk-a', { rate: 100, imposedBy: 'XK', affects: ['RS', 'BA'] }, '2025-03-01'),
      ],
      asked: [
        duty(AT, { total: 10 }, of('XK')),
        duty('2025-02-28T22:59:59Z', { total: null }, by('XK', 'RS')),
        duty('2025-02-28T23:00:00Z', { total: 100 }, by('XK', 'RS')),
      ],
    },
  ]);
});

describe('a measure on members belongs to the picture of their group', () => {
  const talks = eventBuilders('negotiation/eu-us').NegotiationLaunched('2019-01-01', {
    ...{ title: 'N', parties: ['EU', 'US'], timeZone: 'UTC' },
  });
  const picture = (at: string, ...slugs: readonly string[]): Asked => [
    'negotiation',
    { slug: 'eu-us', asOf: { at } },
    { measures: slugs.map((slug) => ({ slug })) },
  ];
  dutyNeighbours([
    {
      title: 'on one of them, by one of them, between two groups; not on others',
      events: [
        talks,
        adopted('de-a', { rate: 1, imposedBy: 'DE', affects: ['US'] }),
        adopted('us-a', { rate: 1, affects: ['FR', 'CH'] }),
        adopted('us-b', { rate: 1, affects: ['CH'] }),
        adopted('eu-a', { rate: 1, imposedBy: 'EU', affects: ['*'] }),
      ],
      asked: [picture(AT, 'de-a', 'eu-a', 'us-a')],
    },
    {
      title: 'while they are members',
      events: [talks, adopted('us-a', { rate: 1, affects: ['GB'] }, '2019-01-01')],
      asked: [picture('2020-06-01', 'us-a'), picture('2021-06-01')],
    },
    {
      title: 'while it is on them: an amendment may take them out',
      events: [
        talks,
        adopted('us-a', { rate: 1, affects: ['EU'] }),
        amended('us-a', '2025-04-01', { affects: ['CH'] }),
      ],
      asked: [
        picture('2025-03-01', 'us-a'),
        duty(AT, { total: 1, ...layers('us-a: IN_FORCE') }, of('CH')),
        duty(AT, { total: null }, of('DE')),
      ],
    },
  ]);
});
