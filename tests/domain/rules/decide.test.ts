/** What is refused on append because of what the log holds: named with its path, nothing written. */
import { describe, expect, it } from 'vitest';
import {
  given,
  idOf,
  measure,
  negotiation,
  emptyRecord,
  type InterchangeEvent,
  talks,
} from '../../support/given.js';
import { refusal } from '../../support/refusal.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const ROUND = talks.RoundHeld('2025-05-19/2025-05-22', { round: 1 });
const tariff = measure('us-a');
const ADOPTED = tariff.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-06-01' });
const with_ = (event: InterchangeEvent, change: object) => ({ ...event, ...change });
const data = (event: InterchangeEvent, change: object) => ({
  ...event,
  data: { ...event.data, ...change },
});

describe('a correction, retraction or source', () => {
  const about = (event: string) => [
    talks.EventCorrected('2025-09-01', { event, reason: 'misread', occurred: '2025-06-01' }),
    talks.EventRetracted('2025-09-01', { event, reason: 'a mistake' }),
    talks.SourceAdded('2025-09-01', { event, sources: [{ kind: 'PRESS' }] }),
  ];

  it('of an event that the log does not hold is refused', async () => {
    for (const event of about(idOf(999_999)))
      expect(await refusal(await given(LAUNCH), event)).toEqual([
        'events[0].data.event UNKNOWN_EVENT',
      ]);
  });

  it('of a retracted event is refused', async () => {
    const gone = talks.EventRetracted('2025-08-01', { event: ROUND.id, reason: 'a mistake' });
    for (const event of about(ROUND.id))
      expect(await refusal(await given(LAUNCH, ROUND, gone), event)).toEqual([
        'events[0].data.event RETRACTED_EVENT',
      ]);
  });

  it('of a restored event is accepted', async () => {
    const gone = talks.EventRetracted('2025-08-01', { event: ROUND.id, reason: 'a mistake' });
    const back = talks.EventRetracted('2025-08-02', { event: gone.id, reason: 'it was right' });
    for (const event of about(ROUND.id)) {
      const scenario = await given(LAUNCH, ROUND, gone, back);
      expect((await scenario.append([event])).events).toHaveLength(1);
    }
  });

  it('of an event earlier in the same append is accepted, of a later one refused', async () => {
    for (const event of about(ROUND.id)) {
      expect((await (await given(LAUNCH)).append([ROUND, event])).events).toHaveLength(2);
      expect(await refusal(await given(LAUNCH), event, ROUND)).toEqual([
        'events[0].data.event UNKNOWN_EVENT',
      ]);
    }
  });

  it('of what the same append has retracted is refused', async () => {
    const gone = talks.EventRetracted('2025-08-01', { event: ROUND.id, reason: 'a mistake' });
    for (const event of about(ROUND.id))
      expect(await refusal(await given(LAUNCH, ROUND), gone, event)).toEqual([
        'events[1].data.event RETRACTED_EVENT',
      ]);
  });

  it('of an event that the same append retracts and restores is accepted', async () => {
    const gone = talks.EventRetracted('2025-08-01', { event: ROUND.id, reason: 'a mistake' });
    const back = talks.EventRetracted('2025-08-02', { event: gone.id, reason: 'it was right' });
    for (const event of about(ROUND.id)) {
      const scenario = await given(LAUNCH, ROUND);
      expect((await scenario.append([gone, back, event])).events).toHaveLength(3);
    }
  });

  it('of a retraction that fell with another retraction is refused', async () => {
    const gone = talks.EventRetracted('2025-08-01', { event: ROUND.id, reason: 'a mistake' });
    const back = talks.EventRetracted('2025-08-02', { event: gone.id, reason: 'it was right' });
    const again = talks.EventRetracted('2025-08-03', { event: gone.id, reason: 'once more' });
    expect(await refusal(await given(LAUNCH, ROUND, gone, back), again)).toEqual([
      'events[0].data.event RETRACTED_EVENT',
    ]);
  });

  it('that corrects nothing is refused', async () => {
    const empty = talks.EventCorrected('2025-09-01', { event: ROUND.id, reason: 'hm' });
    expect(await refusal(await given(LAUNCH, ROUND), empty)).toEqual([
      'events[0].data.event INVALID',
    ]);
  });

  it('that corrects to what its type cannot say is refused, with the path within', async () => {
    const wrong = (change: Record<string, unknown>) =>
      talks.EventCorrected('2025-09-01', { event: ROUND.id, reason: 'hm', data: change });
    const scenario = await given(LAUNCH, ROUND);
    expect(await refusal(scenario, wrong({ round: -1 }))).toEqual([
      'events[0].data.data.round INVALID',
    ]);
    expect(await refusal(scenario, wrong({ count: 5 }))).toEqual([
      'events[0].data.data.count UNKNOWN_KEY',
    ]);
  });

  it('that corrects a measure to end before its start is refused', async () => {
    const wrong = tariff.EventCorrected('2025-09-01', {
      event: ADOPTED.id,
      reason: 'hm',
      data: { ...ADOPTED.data, until: '2025-05-01' },
    });
    expect(await refusal(await given(ADOPTED), wrong)).toEqual([
      'events[0].data.data.until INVALID',
    ]);
  });

  it('of a correction that makes it about another event is refused', async () => {
    const first = talks.EventCorrected('2025-09-01', {
      event: ROUND.id,
      reason: 'misread',
      data: { round: 2 },
    });
    const second = talks.EventCorrected('2025-09-02', {
      event: first.id,
      reason: 'hm',
      data: { event: LAUNCH.id, reason: 'misread', data: { round: 2 } },
    });
    expect(await refusal(await given(LAUNCH, ROUND, first), second)).toEqual([
      'events[0].data.data.event TARGET_CHANGED',
    ]);
  });
});

describe('a change to a measure', () => {
  const SUSPENDED = tariff.MeasureSuspended('2025-03-02', { effectiveFrom: '2025-06-15' });
  const changes = [
    tariff.MeasureAmended('2025-04-01', { rate: 12, effectiveFrom: '2025-07-01' }),
    tariff.MeasureSuspended('2025-04-01', { effectiveFrom: '2025-07-01' }),
    tariff.MeasureResumed('2025-04-01', { effectiveFrom: '2025-07-01' }),
    tariff.ExemptionGranted('2025-04-01', { goods: { hs: ['72'] }, effectiveFrom: '2025-07-01' }),
    tariff.MeasureEnded('2025-04-01', { how: 'LIFTED', effectiveFrom: '2025-07-01' }),
  ];

  it.each(changes)('that was never adopted is refused: $type', async (change) => {
    expect(await refusal(await emptyRecord(), change)).toEqual([
      'events[0].stream UNKNOWN_MEASURE',
    ]);
  });

  it.each(changes)('that was only announced is refused: $type', async (change) => {
    const announced = tariff.MeasureAnnounced('2025-03-01', { rate: 10 });
    expect(await refusal(await given(announced), change)).toEqual([
      'events[0].stream UNKNOWN_MEASURE',
    ]);
  });

  it.each(changes)('whose adoption was retracted is refused: $type', async (change) => {
    const gone = tariff.EventRetracted('2025-03-02', { event: ADOPTED.id, reason: 'a draft' });
    expect(await refusal(await given(ADOPTED, gone), change)).toEqual([
      'events[0].stream UNKNOWN_MEASURE',
    ]);
  });

  it('whose adoption the same append retracts is refused', async () => {
    const gone = tariff.EventRetracted('2025-03-02', { event: ADOPTED.id, reason: 'a draft' });
    expect(await refusal(await given(ADOPTED), gone, changes[0]!)).toEqual([
      'events[1].stream UNKNOWN_MEASURE',
    ]);
  });

  it.each(changes)('adopted earlier in the same append is taken: $type', async (change) => {
    const scenario = await emptyRecord();
    // A resumption needs something suspended.
    const before = change.type === 'MeasureResumed' ? [ADOPTED, SUSPENDED] : [ADOPTED];
    expect((await scenario.append([...before, change])).events).toHaveLength(before.length + 1);
    expect(await refusal(await emptyRecord(), change, ADOPTED)).toEqual([
      'events[0].stream UNKNOWN_MEASURE',
    ]);
  });

  it('is judged by what the same append corrects, as if that had come before', async () => {
    const lifted = (effectiveFrom: string) =>
      tariff.MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom });
    const moved = (effectiveFrom: string) =>
      tariff.EventCorrected('2025-03-02', {
        event: ADOPTED.id,
        reason: 'a misprint',
        data: { ...ADOPTED.data, effectiveFrom },
      });
    const sooner = [moved('2025-05-15'), lifted('2025-05-20')];
    expect((await (await given(ADOPTED)).append(sooner)).events).toHaveLength(2);
    expect((await (await emptyRecord()).append([ADOPTED, ...sooner])).events).toHaveLength(3);
    const later = [moved('2025-07-01'), lifted('2025-06-15')];
    expect(await refusal(await given(ADOPTED), ...later)).toEqual([
      'events[1].data.effectiveFrom ENDS_BEFORE_START',
    ]);
    const back = tariff.EventRetracted('2025-03-03', { event: later[0]!.id, reason: 'not so' });
    const undone = [later[0]!, back, later[1]!];
    expect((await (await given(ADOPTED)).append(undone)).events).toHaveLength(3);
  });

  it('that was announced may be withdrawn', async () => {
    const scenario = await given(tariff.MeasureAnnounced('2025-03-01', { rate: 10 }));
    const withdrawn = tariff.MeasureEnded('2025-04-01', {
      how: 'WITHDRAWN',
      effectiveFrom: '2025-04-01',
    });
    expect((await scenario.append([withdrawn])).events).toHaveLength(1);
  });

  it('filed under two measures needs both', async () => {
    const both = with_(changes[1]!, { also: ['measure/us-b'] });
    expect(await refusal(await given(ADOPTED), both)).toEqual(['events[0].also UNKNOWN_MEASURE']);
  });

  it('that ends it before it starts is refused, unless it is withdrawn', async () => {
    const end = (how: 'LIFTED' | 'EXPIRED' | 'WITHDRAWN', effectiveFrom: string) =>
      tariff.MeasureEnded('2025-05-01', { how, effectiveFrom });
    for (const how of ['LIFTED', 'EXPIRED'] as const)
      expect(await refusal(await given(ADOPTED), end(how, '2025-05-31'))).toEqual([
        'events[0].data.effectiveFrom ENDS_BEFORE_START',
      ]);
    expect(await refusal(await given(ADOPTED), end('LIFTED', '2025-06-01T03:59:59Z'))).toEqual([
      'events[0].data.effectiveFrom ENDS_BEFORE_START',
    ]);
    for (const event of [
      end('LIFTED', '2025-06-01'),
      end('LIFTED', '2025-06-01T04:00:00Z'),
      end('WITHDRAWN', '2025-05-02'),
    ])
      expect((await (await given(ADOPTED)).append([event])).events).toHaveLength(1);
  });

  it('is refused as a whole with what came with it', async () => {
    const scenario = await given(LAUNCH);
    expect(await refusal(scenario, ROUND, changes[0]!)).toEqual([
      'events[1].stream UNKNOWN_MEASURE',
    ]);
    expect((await scenario.negotiation('2025-12-01')).rounds).toEqual([]);
  });
});

describe('an unusual but possible event', () => {
  it.each([
    ['a signature before a launch', [talks.AgreementSigned('2025-01-01', { title: 'BTA' })]],
    ['a target met that was never set', [talks.TargetMet('2025-03-01', { target: 'x' })]],
    ['a resumption without a pause', [talks.TalksResumed('2025-03-01', {})]],
    ['two launches', [LAUNCH, talks.NegotiationLaunched('2025-03')]],
    [
      'the same meeting twice',
      [1, 2].map(() => talks.MeetingHeld('2025-03-04', { level: 'LEADERS' })),
    ],
    ['a measure of one country on itself', [data(ADOPTED, { affects: ['US'] })]],
    [
      'an end after an end',
      [
        ADOPTED,
        tariff.MeasureEnded('2025-07-01', { how: 'LIFTED', effectiveFrom: '2025-07-02' }),
        tariff.MeasureEnded('2025-07-03', { how: 'EXPIRED', effectiveFrom: '2025-07-04' }),
      ],
    ],
    [
      'a negotiation of one party',
      [negotiation('x').NegotiationLaunched('2025-01-01', { parties: ['IN'] })],
    ],
    [
      'a launch by the EU',
      [negotiation('x').NegotiationLaunched('2025-01-01', { parties: ['IN', 'EU'] })],
    ],
  ] as const)('is taken: %s', async (_what, events) => {
    const { events: taken } = await (await emptyRecord()).append(events);
    expect(taken).toHaveLength(events.length);
  });
});
