/** Neighbours: the course of an agreement, for each slug, party and part. */
import { describe } from 'vitest';
import { talks } from '../../support/given.js';
import { launch, neighbours } from './neighbour.js';

const signed = (day: string, title = 'T', more: object = {}) =>
  talks.AgreementSigned(day, { title, ...more });
const force = (day: string, more: object = {}) =>
  talks.AgreementEnteredIntoForce(day, { mode: 'DEFINITIVE', ...more });
const step = (day: string, party: string, outcome: string, more: object = {}) =>
  talks.RatificationStepTaken(day, {
    ...{ party, body: 'Parliament', step: 's', outcome: outcome as 'ADVANCED', ...more },
  });
const suspended = (day: string, more: object = {}) =>
  talks.AgreementSuspended(day, { effectiveFrom: day, ...more });
const resumed = (day: string, more: object = {}) =>
  talks.AgreementResumed(day, { effectiveFrom: day, ...more });
const withdrew = (day: string, party: string) =>
  talks.PartyWithdrew(day, { party, effectiveFrom: day });
const three = launch({ parties: ['IN', 'US', 'BR'] });

const STATUS = 'agreements{slug status} phase{value} rtaStatus';
const status = (phase: string, rtaStatus: string, ...agreements: readonly object[]) => ({
  ...{ phase: { value: phase }, rtaStatus, agreements },
});
const BOUND = 'agreements{status byParty{party{code} bound ratification}}';
const bound = (state: string, parties: Readonly<Record<string, string>>, stage = 'NONE') => ({
  agreements: [
    {
      status: state,
      byParty: Object.entries(parties).map(([code, how]) => ({
        ...{ party: { code }, bound: how, ratification: stage },
      })),
    },
  ],
});

describe('each agreement, known by its slug, has a course of its own', () => {
  const two = [signed('2025-02-01', 'A', { agreement: 'a' }), signed('2025-02-01', 'B')];
  neighbours([
    {
      title: 'one ends, the other is in force, and the phase is its',
      events: [
        ...[launch(), ...two, force('2025-03-01', { agreement: 'a' })],
        ...[force('2025-03-01', { agreement: 'b' })],
        talks.AgreementTerminated('2025-05-01', { by: 'US', agreement: 'a' }),
      ],
      asked: [
        [
          ...(['2025-06-01', STATUS] as const),
          status(
            ...(['IN_FORCE', 'In Force'] as const),
            ...[
              { slug: 'a', status: 'TERMINATED' },
              { slug: 'b', status: 'IN_FORCE' },
            ],
          ),
        ],
      ],
    },
    {
      title: 'a step that names its title is about the slug first given with it',
      events: [launch(), two[0]!, signed('2025-03-01', 'A')],
      asked: [['2025-04-01', 'agreements{slug}', { agreements: [{ slug: 'a' }] }]],
    },
    {
      title: 'a step without a slug among several is refused',
      events: [launch(), ...two],
      refused: [force('2025-03-01'), 'data.agreement', 'AGREEMENT_UNCLEAR', 'a and b'],
    },
  ]);
});

describe('only ADVANCED and COMPLETED move on', () => {
  neighbours([
    {
      title: 'consent refused by one leaves it with the other that ratified',
      events: [
        ...[launch(), signed('2025-02-01'), step('2025-03-01', 'IN', 'COMPLETED')],
        step('2025-04-01', 'US', 'REJECTED'),
      ],
      asked: [
        [
          ...(['2025-05-01', STATUS] as const),
          status('RATIFYING', 'Early announcement-Signed', { slug: 't', status: 'RATIFYING' }),
        ],
      ],
    },
    {
      title: 'consent refused ends no provisional application',
      events: [
        ...[launch(), signed('2025-02-01'), force('2025-03-01', { mode: 'PROVISIONAL' })],
        step('2025-04-01', 'US', 'REJECTED'),
      ],
      asked: [
        [
          ...(['2025-05-01', STATUS] as const),
          status('IN_FORCE', 'In Force', { slug: 't', status: 'IN_FORCE' }),
        ],
      ],
    },
    {
      title: 'a ratification taken back and given again counts again',
      events: [
        ...[launch(), signed('2025-02-01'), step('2025-03-01', 'IN', 'COMPLETED')],
        ...[step('2025-04-01', 'IN', 'WITHDRAWN'), step('2025-06-01', 'IN', 'ADVANCED')],
      ],
      asked: [
        ['2025-05-01', 'agreements{status}', { agreements: [{ status: 'SIGNED' }] }],
        ['2025-07-01', 'agreements{status}', { agreements: [{ status: 'RATIFYING' }] }],
      ],
    },
  ]);
});

describe('withdrawal unbinds one party; the rest stay bound', () => {
  neighbours([
    {
      title: 'of one of three',
      events: [three, signed('2025-02-01'), force('2025-03-01'), withdrew('2025-05-01', 'US')],
      asked: [
        [
          ...(['2025-06-01', BOUND] as const),
          bound('IN_FORCE', { IN: 'DEFINITIVELY', US: 'WITHDRAWN', BR: 'DEFINITIVELY' }),
        ],
      ],
    },
    {
      title: 'of one of two ends it for both',
      events: [launch(), signed('2025-02-01'), force('2025-03-01'), withdrew('2025-05-01', 'US')],
      asked: [
        [
          ...(['2025-06-01', STATUS] as const),
          status('TERMINATED', 'Inactive', { slug: 't', status: 'TERMINATED' }),
        ],
      ],
    },
    {
      title: 'is over for one that enters again by name',
      events: [
        ...[three, signed('2025-02-01'), force('2025-03-01'), withdrew('2025-05-01', 'US')],
        force('2025-07-01', { parties: ['US'] }),
      ],
      asked: [
        [
          ...(['2025-08-01', BOUND] as const),
          bound('IN_FORCE', { IN: 'DEFINITIVELY', US: 'DEFINITIVELY', BR: 'DEFINITIVELY' }),
        ],
      ],
    },
  ]);
});

describe('in force until a day, suspended, resumed, extended, lapsed', () => {
  const term = force('2025-03-01', { until: '2025-06-01' });
  const RUN = 'agreements{status since inForceFrom}';
  neighbours([
    {
      title: 'a suspension to a day ends by itself and breaks no run',
      events: [
        ...[launch(), signed('2025-02-01'), force('2025-03-01')],
        suspended('2025-04-01', { until: '2025-05-01' }),
      ],
      asked: [
        [
          ...(['2025-04-30', RUN] as const),
          { agreements: [{ status: 'SUSPENDED', since: '2025-04-01', inForceFrom: '2025-03-01' }] },
        ],
        [
          ...(['2025-05-01', RUN] as const),
          { agreements: [{ status: 'IN_FORCE', since: '2025-05-01', inForceFrom: '2025-03-01' }] },
        ],
      ],
    },
    {
      title: 'an extension decided after the lapse takes it up again',
      events: [
        ...[launch(), signed('2025-02-01'), term],
        talks.AgreementExtended('2025-07-01', { until: '2025-12-01' }),
      ],
      asked: [
        ['2025-06-15', 'agreements{status}', { agreements: [{ status: 'LAPSED' }] }],
        ['2025-07-02', 'agreements{status}', { agreements: [{ status: 'IN_FORCE' }] }],
        ['2025-12-01', 'agreements{status}', { agreements: [{ status: 'LAPSED' }] }],
      ],
    },
    {
      title: 'signed anew after the lapse it is signed, and its former force is over',
      events: [launch(), signed('2025-02-01'), term, signed('2025-08-01')],
      asked: [
        [
          ...(['2025-09-01', STATUS] as const),
          status('SIGNED', 'Early announcement-Signed', { slug: 't', status: 'SIGNED' }),
        ],
      ],
    },
  ]);
});

describe('what can have no effect on an agreement is refused with the word to use', () => {
  const known = [launch(), signed('2025-02-01'), force('2025-03-01')];
  neighbours([
    {
      title: 'resuming what was not suspended',
      events: known,
      refused: [resumed('2025-04-01'), 'type', 'NOT_SUSPENDED', 'AgreementSuspended'],
    },
    {
      title: 'resuming what was resumed before',
      events: [...known, suspended('2025-04-01'), resumed('2025-05-01')],
      refused: [resumed('2025-06-01'), 'type', 'NOT_SUSPENDED', 'AgreementSuspended'],
    },
    {
      title: 'the withdrawal of whoever was never a party',
      events: known,
      refused: [withdrew('2025-06-01', 'BR'), 'data.party', 'NOT_A_PARTY', 'PartyJoined'],
    },
  ]);
});

describe('probable slips of agreements are findings', () => {
  // The usual way to a signature, so that nothing else is found.
  const usual = ['T', 'A', 'B'].map((title) => talks.AgreementConcluded('2025-01-20', { title }));
  const way = (...titles: readonly string[]) => [
    ...[launch(), talks.RoundHeld('2025-01-10', { round: 1 })],
    ...usual.filter(({ data }) => titles.includes(data.title)),
  ];
  const twice = (vote: string) => step('2025-03-01', 'IN', 'ADVANCED', { vote });
  neighbours([
    {
      title: 'the same step told twice',
      events: [...way('T'), signed('2025-02-01'), twice('60-40'), twice('60-40')],
      asked: [['2025-06-01', 'findings{code}', { findings: [{ code: 'POSSIBLE_DUPLICATE' }] }]],
    },
    {
      title: 'two slugs one letter apart',
      events: [
        ...way(),
        talks.AgreementConcluded('2025-01-20', { title: 'A', agreement: 'trade' }),
        signed('2025-02-01', 'B', { agreement: 'trede' }),
      ],
      asked: [['2025-06-01', 'findings{code}', { findings: [{ code: 'SIMILAR_SLUG' }] }]],
    },
    {
      title: 'a resumption left without its suspension by a retraction',
      events: (() => {
        const act = suspended('2025-04-01');
        return [
          ...[...way('T'), signed('2025-02-01'), force('2025-03-01'), act, resumed('2025-05-01')],
          talks.EventRetracted('2025-06-01', { event: act.id, reason: 'r' }),
        ];
      })(),
      asked: [['2025-07-01', 'findings{code}', { findings: [{ code: 'WITHOUT_EFFECT' }] }]],
    },
  ]);
});
