/** Neighbours: which goods a measure covers, wholly, in part or by the codes of another edition. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, granted, layers } from './dutyNeighbour.js';

const AT = '2025-06-01';
const hs = (code: string, more: object = {}) => ({ goods: { hs: code, ...more } });
const partly = (slug: string, min: number, max: number) => ({
  ...{ total: min, range: { min, max } },
  ...layers(`-${slug}: PARTLY_IN_SCOPE`),
});

describe('asked wider than the scope, a measure is partly in scope and the range tells', () => {
  dutyNeighbours([
    {
      title: 'a chapter of which one code is listed; that code; another chapter',
      events: [adopted('us-a', { rate: 25, goods: { hs: ['720825'] } })],
      asked: [
        duty(AT, { ...partly('us-a', 0, 25), certainty: 'CERTAIN' }, hs('72')),
        duty(AT, { total: 25, range: { min: 25, max: 25 } }, hs('72082500')),
        duty(AT, { total: 0, ...layers('-us-a: OUT_OF_SCOPE') }, hs('73')),
      ],
    },
    {
      title: 'a heading of which one code is excepted',
      events: [adopted('us-a', { rate: 25, goods: { hs: ['72'], except: { hs: ['720825'] } } })],
      asked: [
        duty(AT, partly('us-a', 0, 25), hs('7208')),
        duty(AT, { total: 0 }, hs('72082500')),
        duty(AT, { total: 25 }, hs('7209')),
      ],
    },
    {
      title: 'two measures partly in scope, one wholly: from the least to the most',
      events: [
        adopted('us-a', { rate: 25, goods: { hs: ['720825'] } }),
        adopted('us-b', { rate: 5, goods: { hs: ['720826'] } }),
        adopted('us-c', { rate: 10, goods: { hs: ['72'] } }),
      ],
      asked: [duty(AT, { total: 10, range: { min: 10, max: 40 } }, hs('7208'))],
    },
    {
      title: 'a relief for some of the goods only, which lowers the least',
      events: [
        adopted('us-a', { rate: 25, goods: { hs: ['72'] } }),
        granted('us-a', '2025-02-01', { goods: { hs: ['720825'] }, rate: 5 }),
      ],
      asked: [
        duty(AT, { total: 25, range: { min: 5, max: 25 } }, hs('7208')),
        duty(AT, { total: 5, range: { min: 5, max: 5 } }, hs('720825')),
      ],
    },
    {
      title: 'one that would exclude another, where it is partly in scope',
      events: [
        adopted('us-a', { rate: 10, excludedBy: ['us-b'] }),
        adopted('us-b', { rate: 50, goods: { hs: ['720825'] } }),
      ],
      asked: [
        duty(AT, { total: 10, range: { min: 10, max: 50 } }, hs('7208')),
        duty(AT, { total: 50 }, hs('720825')),
      ],
    },
  ]);
});

describe('a code of another edition is neither in nor out', () => {
  const solar = adopted('us-a', { rate: 25, goods: { hs: ['854140'], hsEdition: '2017' } });
  const of = (code: string, hsEdition: string) => hs(code, { hsEdition });
  dutyNeighbours([
    {
      title: 'unless the six digits are the same in both',
      events: [solar],
      asked: [
        duty(AT, { total: 25, certainty: 'CERTAIN' }, of('85414020', '2022')),
        duty(AT, { certainty: 'POSSIBLE', ...partly('us-a', 0, 25) }, of('854143', '2022')),
        duty(AT, { certainty: 'POSSIBLE' }, of('8541', '2022')),
      ],
    },
    {
      title: 'of its own edition, or of none: as the list says',
      events: [solar],
      asked: [
        duty(AT, { total: 0, certainty: 'CERTAIN' }, of('854150', '2017')),
        duty(AT, { total: 25, certainty: 'CERTAIN' }, hs('854140')),
        duty(AT, { total: 0, certainty: 'CERTAIN' }, hs('854143')),
      ],
    },
    {
      title: 'of a relief: it may or may not be let off',
      events: [
        adopted('us-a', { rate: 25 }),
        granted('us-a', '2025-02-01', { goods: { hs: ['854140'], hsEdition: '2017' } }),
      ],
      asked: [
        duty(
          AT,
          { total: 25, range: { min: 0, max: 25 }, certainty: 'POSSIBLE' },
          of('854143', '2022'),
        ),
        duty(AT, { total: 0, certainty: 'CERTAIN' }, of('854140', '2022')),
      ],
    },
    {
      title: 'amended to the codes of the new edition, certain again',
      events: [
        solar,
        amended('us-a', '2025-04-01', { goods: { hs: ['854142', '854143'], hsEdition: '2022' } }),
      ],
      asked: [
        duty('2025-03-01', { certainty: 'POSSIBLE' }, of('854143', '2022')),
        duty(AT, { total: 25, certainty: 'CERTAIN' }, of('854143', '2022')),
      ],
    },
  ]);
});

describe('a claim is any word that record and caller share', () => {
  dutyNeighbours([
    {
      title: 'where it was smelted, whoever exports it',
      events: [
        adopted('us-a', { rate: 50, affects: ['*'] }),
        adopted('us-ru', {
          ...{
            rate: 200,
            affects: ['*'],
            goods: { origin: ['smelted in RU'] },
            replaces: ['us-a'],
          },
        }),
      ],
      asked: [
        duty(AT, { total: 200 }, { goods: { origin: ['smelted in RU'] } }),
        duty(AT, { total: 50 }, { goods: { origin: ['smelted in IS'] } }),
        duty(AT, { total: 50 }),
      ],
    },
    {
      title: 'every key that a scope gives must match',
      events: [
        adopted('us-a', { rate: 10, goods: { hs: ['87'], endUse: ['resale'], origin: ['X'] } }),
      ],
      asked: [
        duty(AT, { total: 10 }, hs('8703', { endUse: ['resale'], origin: ['Y', 'X'] })),
        duty(AT, { total: 0 }, hs('8703', { endUse: ['resale'] })),
        duty(AT, { total: 0 }, hs('8803', { endUse: ['resale'], origin: ['X'] })),
      ],
    },
    {
      title: 'and of an exception likewise',
      events: [adopted('us-a', { rate: 10, goods: { except: { hs: ['87'], origin: ['X'] } } })],
      asked: [
        duty(AT, { total: 0 }, hs('8703', { origin: ['X'] })),
        duty(AT, { total: 10 }, hs('8703')),
        duty(AT, { total: 10 }, hs('88', { origin: ['X'] })),
      ],
    },
  ]);
});

describe('a newer list in lieu of an older is paid once', () => {
  const older = adopted('us-old', { rate: 25, goods: { hs: ['85'] } });
  dutyNeighbours([
    {
      title: 'where both list the good, and the older where only it does',
      events: [
        older,
        adopted('us-new', { rate: 50, goods: { hs: ['8541'] }, replaces: ['us-old'] }),
      ],
      asked: [duty(AT, { total: 50 }, hs('854140')), duty(AT, { total: 25 }, hs('8542'))],
    },
    {
      title: 'several older ones, and only from its day on',
      events: [
        older,
        adopted('us-old-2', { rate: 5 }),
        adopted('us-new', { rate: 50, replaces: ['us-old', 'us-old-2'] }, '2025-02-01'),
      ],
      asked: [duty(AT, { total: 50 }, hs('8541')), duty('2025-01-31', { total: 30 }, hs('8541'))],
    },
    {
      title: 'until it replaces nothing any more',
      events: [
        older,
        adopted('us-new', { rate: 50, replaces: ['us-old'] }),
        amended('us-new', '2025-05-01', { removes: ['replaces'] }),
      ],
      asked: [duty('2025-04-01', { total: 50 }, hs('8541')), duty(AT, { total: 75 }, hs('8541'))],
    },
  ]);
});
