/** Neighbours: rounds by track, number and part, plans, pauses of a track, and the clock. */
import { describe } from 'vitest';
import { published, talks } from '../../support/given.js';
import { launch, neighbours } from './neighbour.js';

const held = (dates: string, data: object = {}, kind: 'PRESS' | 'OFFICIAL' = 'PRESS') =>
  talks.RoundHeld(dates, data, { sources: published(dates.slice(-10), kind) });
const plan = (day: string, dates: string, data: object = {}) =>
  talks.RoundScheduled(day, { dates, ...data });
const paused = (day: string, data: object = {}) =>
  talks.TalksPaused(day, { scope: 'ALL', ...data });
const resumed = (day: string, data: object = {}) => talks.TalksResumed(day, data);
const opened = talks.TrackOpened('2025-01-02', { track: 'goods', title: 'Goods' });

const COUNT = 'roundsCompleted{counted} rounds{number part status}';
const list = (
  counted: number,
  ...rounds: readonly (readonly [number | null, number | null, string])[]
) => ({
  roundsCompleted: { counted },
  rounds: rounds.map(([number, part, status]) => ({ number, part, status })),
});

describe('a round is known by track, number and part', () => {
  neighbours([
    {
      title: 'its second part told twice is one part, and no further round',
      events: [
        ...[launch(), held('2025-02-03/2025-02-07', { round: 1 })],
        held('2025-03-03/2025-03-07', { round: 1, part: 2 }),
        held('2025-03-03/2025-03-08', { round: 1, part: 2 }, 'OFFICIAL'),
      ],
      asked: [['2025-04-01', COUNT, list(1, [1, null, 'HELD'], [1, 2, 'HELD'])]],
    },
    {
      title: 'the same number of two tracks is two rounds',
      events: [
        ...[launch(), held('2025-02-03/2025-02-07', { round: 1, track: 'goods' })],
        held('2025-02-03/2025-02-07', { round: 1, track: 'services' }),
      ],
      asked: [['2025-04-01', COUNT, list(2, [1, null, 'HELD'], [1, null, 'HELD'])]],
    },
    {
      title: 'one corrected to be a part counts no more by itself',
      events: (() => {
        const wrong = held('2025-03-03/2025-03-07', { round: 2 });
        return [
          ...[launch(), held('2025-02-03/2025-02-07', { round: 1 }), wrong],
          talks.EventCorrected('2025-04-01', {
            ...{ event: wrong.id, reason: 'resumed', data: { round: 1, part: 2 } },
          }),
        ];
      })(),
      asked: [['2025-05-01', COUNT, list(1, [1, null, 'HELD'], [1, 2, 'HELD'])]],
    },
  ]);
});

describe('a plan is overtaken only by the round it plans', () => {
  neighbours([
    {
      title: 'not by the round before it',
      events: [
        launch(),
        plan('2025-02-01', '2025-05-05', { round: 2 }),
        held('2025-05-05', { round: 1 }),
      ],
      asked: [['2025-05-20', COUNT, list(1, [2, null, 'SCHEDULED'], [1, null, 'HELD'])]],
    },
    {
      title: 'by its round, whatever its dates',
      events: [
        launch(),
        plan('2025-02-01', '2025-05-05', { round: 1 }),
        held('2025-03-03', { round: 1 }),
      ],
      asked: [['2025-05-20', COUNT, list(1, [1, null, 'HELD'])]],
    },
    {
      title: 'and is a plan again when the report that it was held is retracted',
      events: (() => {
        const wrong = held('2025-05-05', { round: 1 });
        return [
          ...[launch(), plan('2025-02-01', '2025-05-05', { round: 1 }), wrong],
          talks.EventRetracted('2025-05-10', { event: wrong.id, reason: 'r' }),
        ];
      })(),
      asked: [['2025-05-20', COUNT, list(0, [1, null, 'SCHEDULED'])]],
    },
  ]);
});

describe('a pause that names a track pauses that track only', () => {
  const ASKED = 'activity{value} tracks{activity}';
  const state = (all: string, track: string) => ({
    ...{ activity: { value: all }, tracks: [{ activity: track }] },
  });
  neighbours([
    {
      title: 'while the talks are paused and resumed as a whole both go on',
      events: [
        ...[launch(), opened, paused('2025-02-01', { track: 'goods' })],
        ...[paused('2025-03-01'), resumed('2025-04-01')],
      ],
      asked: [
        ['2025-02-15', ASKED, state('ACTIVE', 'PAUSED')],
        ['2025-03-15', ASKED, state('PAUSED', 'PAUSED')],
        ['2025-04-15', ASKED, state('ACTIVE', 'ACTIVE')],
      ],
    },
    {
      title: 'a resumption of a track leaves the whole paused',
      events: [launch(), opened, paused('2025-02-01'), resumed('2025-03-01', { track: 'goods' })],
      asked: [['2025-03-15', 'activity{value}', { activity: { value: 'PAUSED' } }]],
    },
    {
      title: 'a resumption of another track leaves it paused',
      events: [
        ...[launch(), opened, paused('2025-02-01', { track: 'goods' })],
        resumed('2025-03-01', { track: 'services' }),
      ],
      asked: [['2025-03-15', ASKED, state('ACTIVE', 'PAUSED')]],
    },
  ]);
});

describe('an unknown start never reaches before the launch', () => {
  const before = talks.MeetingHeld('2024-06-01', { level: 'LEADERS' });
  neighbours([
    {
      title: 'of a pause',
      events: [before, launch(), paused('../2025-03')],
      asked: [
        ['2024-12-31', 'activity{value}', { activity: { value: 'ACTIVE' } }],
        [
          ...(['2025-01-01', 'activity{value certainty}'] as const),
          { activity: { value: 'PAUSED', certainty: 'POSSIBLE' } },
        ],
      ],
    },
    {
      title: 'of an agreement',
      events: [before, launch(), talks.AgreementSigned('/2025-03', { title: 'T' })],
      asked: [
        ['2024-12-31', 'agreements{status}', { agreements: [] }],
        [
          ...(['2025-02-01', 'agreements{status certainty}'] as const),
          { agreements: [{ status: 'SIGNED', certainty: 'POSSIBLE' }] },
        ],
      ],
    },
    {
      title: 'of a round, which is certain after its last bound',
      events: [before, launch(), held('../2025-03-31', { round: 1 })],
      asked: [
        ['2024-12-31', COUNT, list(0)],
        ['2025-04-01', COUNT, list(1, [1, null, 'HELD'])],
      ],
    },
  ]);
});

describe('two acts of which one is dated to a month are POSSIBLE until the order is certain', () => {
  const ACTIVITY = 'activity{value certainty}';
  const activity = (value: string, certainty: string) => ({ activity: { value, certainty } });
  neighbours([
    {
      title: 'a pause in June and a resumption on the 10th',
      events: [launch(), paused('2025-06'), resumed('2025-06-10')],
      asked: [['2025-07-10', ACTIVITY, activity('ACTIVE', 'POSSIBLE')]],
    },
    {
      title: 'and a further resumption, which settles it',
      events: [launch(), paused('2025-06'), resumed('2025-06-10'), resumed('2025-07-01')],
      asked: [['2025-07-10', ACTIVITY, activity('ACTIVE', 'CERTAIN')]],
    },
    {
      title: 'and the same in the year only, until the year is over and after',
      events: [launch(), paused('2025'), resumed('2025-06-10')],
      asked: [
        ['2025-07-10', ACTIVITY, activity('ACTIVE', 'POSSIBLE')],
        ['2026-01-10', ACTIVITY, activity('ACTIVE', 'POSSIBLE')],
      ],
    },
  ]);
});
