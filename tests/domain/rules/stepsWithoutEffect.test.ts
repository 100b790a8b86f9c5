import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/rules/findings.js';
import {
  eventBuilders,
  given,
  type InterchangeEvent,
  measure,
  negotiation,
  type Scenario,
  talks,
} from '../../support/given.js';

const launch = talks.NegotiationLaunched('2025-02-13');
const tariff = measure('us-a');
const adopted = tariff.MeasureAdopted('2025-03-01', {
  rate: 10,
  effectiveFrom: '2025-03-02',
});
const suspended = tariff.MeasureSuspended('2025-04-01', { effectiveFrom: '2025-04-02' });
const resumed = tariff.MeasureResumed('2025-05-01', { effectiveFrom: '2025-05-02' });

/** The events of the findings of that kind, by type, with their messages. */
async function found(scenario: Scenario, at = '2025-09-01') {
  return findingsOf(await scenario.negotiation(at))
    .filter(({ code }) => code === 'WITHOUT_EFFECT')
    .map(({ events, message }) => [events[0]?.type, message]);
}

const retract = (event: InterchangeEvent) =>
  talks.EventRetracted(
    '2025-08-01',
    { event: event.id, reason: 'never' },
    { stream: event.stream },
  );

describe('a measure resumed whose suspension', () => {
  it('stands is no finding', async () => {
    expect(await found(await given(launch, adopted, suspended, resumed))).toEqual([]);
  });

  it('was retracted is without effect', async () => {
    const scenario = await given(launch, adopted, suspended, resumed, retract(suspended));
    expect(await found(scenario)).toEqual([
      [
        'MeasureResumed',
        'us-a was resumed from 2025-05-02, but it was not suspended. Enter MeasureSuspended, or correct the date.',
      ],
    ]);
    expect(await found(scenario, '2025-04-20')).toEqual([]);
  });

  it('was corrected to end before is without effect', async () => {
    const shortened = tariff.EventCorrected('2025-08-01', {
      event: suspended.id,
      reason: 'it ran out',
      data: { effectiveFrom: '2025-04-02', until: '2025-04-20' },
    });
    expect(await found(await given(launch, adopted, suspended, resumed, shortened))).toHaveLength(
      1,
    );
  });

  it('was corrected to come after it is without effect', async () => {
    const later = tariff.EventCorrected('2025-08-01', {
      event: suspended.id,
      reason: 'another day',
      occurred: '2025-06-01',
      data: { effectiveFrom: '2025-06-02' },
    });
    expect(await found(await given(launch, adopted, suspended, resumed, later))).toHaveLength(1);
  });

  it('was retracted, of a measure that is no concern of the negotiation, is no finding', async () => {
    const other = talks.NegotiationLaunched('2025-02-13', { parties: ['GB', 'IN'] });
    const scenario = await given(other, adopted, suspended, resumed, retract(suspended));
    expect(await found(scenario)).toEqual([]);
  });
});

describe('an end of a measure', () => {
  const ended = (occurred: string, effectiveFrom: string, how: 'LIFTED' | 'INVALIDATED') =>
    tariff.MeasureEnded(occurred, { how, effectiveFrom });

  it.each(['LIFTED', 'INVALIDATED'] as const)(
    'that had ended is without effect: %s',
    async (how) => {
      const scenario = await given(
        launch,
        adopted,
        ended('2025-05-01', '2025-05-02', 'LIFTED'),
        ended('2025-07-01', '2025-07-02', how),
      );
      expect(await found(scenario)).toEqual([
        [
          'MeasureEnded',
          expect.stringMatching(/^us-a was ended from 2025-07-02, but it had ended/),
        ],
      ]);
      expect(await found(scenario, '2025-06-01')).toEqual([]);
    },
  );

  it('that had run out is without effect', async () => {
    const short = tariff.MeasureAdopted('2025-03-01', {
      rate: 10,
      effectiveFrom: '2025-03-02',
      until: '2025-05-02',
    });
    const scenario = await given(launch, short, ended('2025-07-01', '2025-07-02', 'INVALIDATED'));
    expect(await found(scenario)).toHaveLength(1);
  });

  it('in force or suspended is no finding, nor are two reports of one end', async () => {
    const end = ended('2025-05-01', '2025-05-02', 'LIFTED');
    expect(await found(await given(launch, adopted, end))).toEqual([]);
    expect(await found(await given(launch, adopted, suspended, end))).toEqual([]);
    const again = ended('2025-05-01', '2025-05-02', 'LIFTED');
    expect(await found(await given(launch, adopted, end, again))).toEqual([]);
  });
});

describe('changes of a measure whose adoption was retracted', () => {
  it('are without effect, each', async () => {
    const scenario = await given(
      launch,
      tariff.MeasureAnnounced('2025-02-20', { rate: 10 }),
      adopted,
      suspended,
      tariff.ExemptionGranted('2025-04-03', { goods: { hs: ['72'] }, effectiveFrom: '2025-04-04' }),
      tariff.MeasureEnded('2025-06-01', { how: 'WITHDRAWN', effectiveFrom: '2025-06-02' }),
      retract(adopted),
    );
    expect((await found(scenario)).map(([type]) => type)).toEqual([
      'MeasureSuspended',
      'ExemptionGranted',
    ]);
  });
});

describe('a withdrawal', () => {
  const signed = talks.AgreementSigned('2025-04-01', { title: 'BTA' });
  const joined = talks.PartyJoined('2025-03-01', { party: 'GB' });
  const withdrew = (party: string) =>
    talks.PartyWithdrew('2025-05-01', { party, effectiveFrom: '2025-06-01' });

  it('of one whose joining was retracted is without effect', async () => {
    const events = [launch, joined, signed, withdrew('GB')];
    expect(await found(await given(...events))).toEqual([]);
    const [finding] = await found(await given(...events, retract(joined)));
    expect(finding).toEqual([
      'PartyWithdrew',
      expect.stringMatching(/^GB withdrew on 2025-05-01,/),
    ]);
  });

  it('of a member of a group that the log defines has an effect, for as long as it belongs', async () => {
    const area = eventBuilders('area/CAIRNS');
    const member = area.MemberJoined('2024-01-01', { member: 'NZ', effectiveFrom: '2024-02-01' });
    const events = [
      area.AreaDefined('2024-01-01', { name: 'Cairns Group', kind: 'LIST' }),
      member,
      talks.NegotiationLaunched('2025-02-13', { parties: ['CAIRNS', 'US'] }),
      signed,
      withdrew('NZ'),
    ];
    const scenario = await given(...events);
    expect(await found(scenario)).toEqual([]);
    const { findings } = await scenario.append([retract(member)]);
    expect((await findings()).map(({ code }) => code)).toEqual(['WITHOUT_EFFECT']);
    expect(await found(scenario)).toHaveLength(1);
  });
});

describe('an agreement resumed whose suspension was retracted', () => {
  it('is without effect', async () => {
    const broken = talks.AgreementSuspended('2025-05-01', { effectiveFrom: '2025-05-02' });
    const scenario = await given(
      launch,
      talks.AgreementEnteredIntoForce('2025-04-01', { mode: 'DEFINITIVE' }),
      broken,
      talks.AgreementResumed('2025-06-01', { effectiveFrom: '2025-06-02' }),
    );
    expect(await found(scenario)).toEqual([]);
    await scenario.and(retract(broken));
    expect((await found(scenario)).map(([type]) => type)).toEqual(['AgreementResumed']);
  });
});

describe('an append that undercuts a step', () => {
  it('reports it for each negotiation that it concerns', async () => {
    const eu = negotiation('in-eu').NegotiationLaunched('2025-02-13', { parties: ['IN', 'US'] });
    const scenario = await given(launch, eu, adopted, suspended, resumed);
    const { findings } = await scenario.append([retract(suspended)]);
    expect((await findings()).map(({ code }) => code)).toEqual([
      'WITHOUT_EFFECT',
      'WITHOUT_EFFECT',
    ]);
  });
});
