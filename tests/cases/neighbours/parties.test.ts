/** Neighbours: who negotiates, under which title, and who is told apart. */
import { describe } from 'vitest';
import { talks } from '../../support/given.js';
import { launch, neighbours } from './neighbour.js';

const codes = (...list: readonly string[]) => ({ parties: list.map((code) => ({ code })) });
const PARTIES = 'parties{code}';
const joined = (day: string, party: string, more: object = {}) =>
  talks.PartyJoined(day, { party, ...more });
const left = (day: string, party: string, more: object = {}) =>
  talks.PartyLeft(day, { party, ...more });

describe('parties are those of the date asked about', () => {
  neighbours([
    {
      title: 'one that joins with notice is none before its day',
      events: [launch(), joined('2025-03-01', 'BR', { effectiveFrom: '2025-06-01' })],
      asked: [
        ['2025-05-31', PARTIES, codes('IN', 'US')],
        ['2025-06-01', PARTIES, codes('IN', 'US', 'BR')],
      ],
    },
    {
      title: 'one that leaves and comes back stands where it joins again',
      events: [launch(), left('2025-03-01', 'IN'), joined('2025-06-01', 'IN')],
      asked: [
        ['2025-04-01', PARTIES, codes('US')],
        ['2025-07-01', PARTIES, codes('US', 'IN')],
      ],
    },
    {
      title: 'a relaunch names its parties anew, and not before',
      events: [launch(), launch({ title: 'Again', parties: ['US', 'BR'] }, '2025-06-01')],
      asked: [
        ['2025-05-31', `title ${PARTIES}`, { title: 'N', ...codes('IN', 'US') }],
        ['2025-06-01', `title ${PARTIES}`, { title: 'Again', ...codes('US', 'BR') }],
      ],
    },
  ]);
});

describe('an event entered late, corrected or retracted counts for those who know of it', () => {
  const back = joined('2025-03-01', 'BR', { name: 'Brazil' });
  const late = { ...back, recordedAt: '2026-01-01T00:00:00Z' };
  const wrong = left('2025-03-01', 'US');
  neighbours([
    {
      title: 'a joining back-dated is not known before it is entered',
      events: [launch(), late],
      asked: [
        ['2025-04-01', PARTIES, codes('IN', 'US', 'BR')],
        [{ at: '2025-04-01', knownAt: '2025-12-31T00:00:00Z' }, PARTIES, codes('IN', 'US')],
      ],
    },
    {
      title: 'a leaving retracted never was',
      events: [
        launch(),
        wrong,
        talks.EventRetracted('2025-04-01', { event: wrong.id, reason: 'r' }),
      ],
      asked: [['2025-05-01', PARTIES, codes('IN', 'US')]],
    },
    {
      title: 'a leaving corrected to another party is that one’s',
      events: [
        ...[launch(), wrong],
        talks.EventCorrected('2025-04-01', {
          ...{ event: wrong.id, reason: 'r', data: { party: 'IN' } },
        }),
      ],
      asked: [['2025-05-01', PARTIES, codes('US')]],
    },
  ]);
});

describe('whoever is no country is x- and a slug, named where it first appears', () => {
  const actors = [{ code: 'x-union', name: 'Union', kind: 'UNION' as const }];
  const named = (code: string, name: string, kind: string) => ({ parties: [{ code, name, kind }] });
  const ASKED = 'parties{code name kind}';
  neighbours([
    {
      title: 'by the launch',
      events: [launch({ parties: ['x-union'], actors })],
      asked: [['2025-02-01', ASKED, named('x-union', 'Union', 'UNION')]],
    },
    {
      title: 'by its joining',
      events: [
        ...[launch({ parties: ['US'] }), left('2025-02-01', 'US')],
        joined('2025-02-01', 'x-guild', { name: 'Guild', kind: 'UNION' }),
      ],
      asked: [['2025-03-01', ASKED, named('x-guild', 'Guild', 'UNION')]],
    },
    {
      title: 'by nobody: a finding, and no invented name',
      events: [launch({ parties: ['US', 'x-nobody'] })],
      asked: [['2025-02-01', 'findings{code}', { findings: [{ code: 'UNKNOWN_ACTOR' }] }]],
    },
  ]);
});

describe('leaving where one is no party is refused at data.party', () => {
  const word = 'PartyJoined';
  neighbours([
    {
      title: 'of whoever never was one',
      events: [launch()],
      refused: [left('2025-03-01', 'BR'), 'data.party', 'NOT_A_PARTY', word],
    },
    {
      title: 'of whoever left before',
      events: [launch(), left('2025-02-01', 'IN')],
      refused: [left('2025-03-01', 'IN'), 'data.party', 'NOT_A_PARTY', word],
    },
    {
      title: 'of whoever the relaunch left out',
      events: [launch(), launch({ parties: ['US', 'BR'] }, '2025-06-01')],
      refused: [left('2025-07-01', 'IN'), 'data.party', 'NOT_A_PARTY', word],
    },
  ]);
});

describe('two things recorded within one millisecond are told apart by knownAt', () => {
  const at = '2025-02-01T00:00:00.000Z';
  const pair = [joined('2025-01-15', 'BR'), joined('2025-01-15', 'ZA')].map((event) => ({
    ...{ ...event, recordedAt: at },
  }));
  const known = (knownAt: string) => ({ at: '2025-03-01', knownAt });
  neighbours([
    {
      title: 'the second is given the next one',
      events: [launch(), ...pair],
      asked: [
        [known('2025-02-01T00:00:00.000Z'), PARTIES, codes('IN', 'US', 'BR')],
        [known('2025-02-01T00:00:00.001Z'), PARTIES, codes('IN', 'US', 'BR', 'ZA')],
      ],
    },
    {
      title: 'digits beyond the millisecond do not count',
      events: [launch(), ...pair],
      asked: [[known('2025-02-01T00:00:00.000999Z'), PARTIES, codes('IN', 'US', 'BR')]],
    },
    {
      title: 'a correction of the same millisecond comes after what it corrects',
      events: [
        ...[launch(), ...pair],
        {
          ...talks.EventCorrected('2025-02-01', {
            ...{ event: pair[0]!.id, reason: 'r', data: { party: 'CL' } },
          }),
          recordedAt: at,
        },
      ],
      asked: [
        [known('2025-02-01T00:00:00.001Z'), PARTIES, codes('IN', 'US', 'BR', 'ZA')],
        [known('2025-02-01T00:00:00.002Z'), PARTIES, codes('IN', 'US', 'CL', 'ZA')],
      ],
    },
  ]);
});
