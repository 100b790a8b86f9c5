/** A retracted event is as if it had never been; a retraction may be retracted. */
import { describe, expect, it } from 'vitest';
import { given, measure, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const ROUND = talks.RoundHeld('2025-05-19/2025-05-22', { round: 3 });
const retract = (event: InterchangeEvent, more: Partial<InterchangeEvent> = {}) =>
  talks.EventRetracted('2025-09-01', { event: event.id, reason: 'a mistake' }, more);

const counted = async (...events: readonly InterchangeEvent[]) =>
  (await (await given(LAUNCH, ...events)).negotiation('2025-12-01')).roundsCompleted.counted;

describe('a retraction', () => {
  it('removes an event from every timeline', async () => {
    const scenario = await given(LAUNCH, ROUND, retract(ROUND));
    const view = await scenario.negotiation('2025-06-01');
    expect(view.rounds).toEqual([]);
    expect(view.roundsCompleted.counted).toBe(0);
    expect(view.phases.map(({ value }) => value)).toEqual(['LAUNCHED']);
  });

  it('of every event leaves nothing', async () => {
    const scenario = await given(LAUNCH, retract(LAUNCH));
    expect(await scenario.begun('2025-06-01')).toBeUndefined();
    expect(await scenario.parley.negotiations({ at: '2025-06-01' })).toEqual([]);
  });

  it('of a measure restores the measure it replaced', async () => {
    const country = measure('us-recip-in').MeasureAdopted('2025-04-02', {
      rate: 26,
      effectiveFrom: '2025-04-09',
      replaces: ['us-baseline'],
    });
    const scenario = await given(
      measure('us-baseline').MeasureAdopted('2025-04-02', {
        rate: 10,
        effectiveFrom: '2025-04-05',
      }),
      country,
    );
    expect(await scenario.total('2025-05-01')).toBe(26);
    await scenario.and(
      measure('us-recip-in').EventRetracted('2025-09-01', { event: country.id, reason: 'never' }),
    );
    expect(await scenario.total('2025-05-01')).toBe(10);
    expect(await scenario.measure('us-recip-in', '2025-05-01')).toBeUndefined();
  });

  it('of a suspension puts the measure back in force', async () => {
    const tariff = measure('us-a');
    const held = tariff.MeasureSuspended('2025-04-09', { effectiveFrom: '2025-04-10' });
    const scenario = await given(
      tariff.MeasureAdopted('2025-04-02', { rate: 26, effectiveFrom: '2025-04-09' }),
      held,
      tariff.EventRetracted('2025-09-01', { event: held.id, reason: 'never signed' }),
    );
    expect(await scenario.total('2025-05-01')).toBe(26);
  });

  it('leaves what was known before', async () => {
    const scenario = await given(
      LAUNCH,
      ROUND,
      retract(ROUND, { recordedAt: '2026-03-01T12:00:00Z' }),
    );
    const at = (knownAt: string) => scenario.negotiation({ at: '2025-06-01', knownAt });
    expect((await at('2026-03-01T11:59:59Z')).rounds).toHaveLength(1);
    expect((await at('2026-03-01T12:00:00Z')).rounds).toHaveLength(0);
  });

  it('is of no effect for a public that did not know of it', async () => {
    const scenario = await given(
      LAUNCH,
      ROUND,
      retract(ROUND, { recordedAt: '2026-03-01T12:00:00Z' }),
    );
    const at = (publicAt: string) => scenario.negotiation({ at: '2025-06-01', publicAt });
    expect((await at('2026-02-28')).rounds).toHaveLength(1);
    expect((await at('2026-03-01')).rounds).toHaveLength(0);
  });

  it('outlasts corrections of the event that were made before it', async () => {
    const corrected = talks.EventCorrected('2025-08-01', {
      event: ROUND.id,
      reason: 'it was the fourth',
      data: { round: 4 },
    });
    expect(await counted(ROUND, corrected)).toBe(1);
    expect(await counted(ROUND, corrected, retract(ROUND))).toBe(0);
  });
});

describe('a retraction of a retraction', () => {
  const first = retract(ROUND);
  const second = retract(first);
  const third = retract(second);

  it('restores the event', async () => {
    expect(await counted(ROUND, first)).toBe(0);
    expect(await counted(ROUND, first, second)).toBe(1);
  });

  it('may be retracted in its turn', async () => {
    expect(await counted(ROUND, first, second, third)).toBe(0);
  });

  it('restores the event as corrected', async () => {
    const corrected = talks.EventCorrected('2025-08-01', {
      event: ROUND.id,
      reason: 'it had no number',
      data: {},
    });
    expect(await counted(ROUND, corrected, first, second)).toBe(0);
  });

  it('lets the event be retracted again', async () => {
    expect(await counted(ROUND, first, second, retract(ROUND))).toBe(0);
  });
});

describe('a correction of a retraction', () => {
  it('changes why, not whether', async () => {
    const first = retract(ROUND);
    const reworded = talks.EventCorrected('2025-10-01', {
      event: first.id,
      reason: 'say why',
      data: { event: ROUND.id, reason: 'a meeting, not a round' },
    });
    expect(await counted(ROUND, first, reworded)).toBe(0);
  });
});

describe('a retracted correction', () => {
  it('leaves the event as first recorded', async () => {
    const corrected = talks.EventCorrected('2025-08-01', {
      event: ROUND.id,
      reason: 'it had no number',
      data: {},
    });
    const gone = retract(corrected);
    expect(await counted(ROUND, corrected)).toBe(0);
    expect(await counted(ROUND, corrected, gone)).toBe(1);
    expect(await counted(ROUND, corrected, gone, retract(gone))).toBe(0);
  });
});
