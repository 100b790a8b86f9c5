/** What the public could know: an event counts from when its first source was published. */
import { describe, expect, it } from 'vitest';
import { given, published, type InterchangeEvent, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13', {}, { sources: published('2025-02-14') });
const round = (more: Partial<InterchangeEvent>) =>
  talks.RoundHeld('2025-03-26/2025-03-29', { round: 1 }, more);
const LATE = '2026-11-22T08:00:00Z';

const held = async (publicAt: string, ...events: readonly InterchangeEvent[]) => {
  const scenario = await given(LAUNCH, ...events);
  const view = await scenario.begun({ at: '2025-12-31', publicAt });
  return view?.roundsCompleted.counted;
};

describe('an event with one source', () => {
  it('is public from the close of the day it was published on', async () => {
    const event = round({ sources: published('2025-04-02') });
    expect(await held('2025-04-01', event)).toBe(0);
    expect(await held('2025-04-03T03:59:59.998Z', event)).toBe(0);
    expect(await held('2025-04-02', event)).toBe(1);
    expect(await held('2025-04-03T03:59:59.999Z', event)).toBe(1);
  });

  it('is public from the instant it was published at', async () => {
    const event = round({ sources: published('2025-04-02T10:00:00+05:30') });
    expect(await held('2025-04-02T04:29:59Z', event)).toBe(0);
    expect(await held('2025-04-02T04:30:00Z', event)).toBe(1);
  });

  it('dated only to the month is public from the end of it', async () => {
    const event = round({ sources: published('2025-04') });
    expect(await held('2025-04-29', event)).toBe(0);
    expect(await held('2025-04-30', event)).toBe(1);
  });

  it('without a date is public from when it was recorded', async () => {
    const event = round({ recordedAt: LATE });
    expect(await held('2026-11-22T07:59:59Z', event)).toBe(0);
    expect(await held('2026-11-22T08:00:00Z', event)).toBe(1);
  });

  it('may be public before it happens', async () => {
    const event = round({ sources: published('2025-03-01') });
    const scenario = await given(LAUNCH, event);
    const counted = async (at: string) =>
      (await scenario.negotiation({ at, publicAt: '2025-03-02' })).roundsCompleted.counted;
    expect(await counted('2025-03-02')).toBe(0);
    expect(await counted('2025-03-29')).toBe(1);
  });
});

describe('an event with several sources', () => {
  it('is public from the first of them', async () => {
    const event = round({ sources: [...published('2025-05-01'), ...published('2025-04-02')] });
    expect(await held('2025-04-01', event)).toBe(0);
    expect(await held('2025-04-02', event)).toBe(1);
  });

  it('one of them undated and recorded late is public from the dated one', async () => {
    const event = round({
      sources: [{ kind: 'OFFICIAL' }, ...published('2025-04-02')],
      recordedAt: LATE,
    });
    expect(await held('2025-04-02', event)).toBe(1);
  });

  it('none at all, being inferred, is public from when it was recorded', async () => {
    const event = round({ sources: [], certainty: 'INFERRED', recordedAt: LATE });
    expect(await held('2026-11-21', event)).toBe(0);
    expect(await held('2026-11-22T08:00:00Z', event)).toBe(1);
  });
});

describe('a source added later', () => {
  const event = round({ sources: published('2025-06-01') });
  const added = (when: string, more: Partial<InterchangeEvent> = {}) =>
    talks.SourceAdded('2025-09-01', { event: event.id, sources: [...published(when)] }, more);

  it('makes an event public earlier', async () => {
    expect(await held('2025-04-02', event, added('2025-04-02'))).toBe(1);
    expect(await held('2025-04-01', event, added('2025-04-02'))).toBe(0);
  });

  it('does not make it public later', async () => {
    expect(await held('2025-06-01', event, added('2025-08-01'))).toBe(1);
  });

  it('does so only for those who know of it', async () => {
    const scenario = await given(LAUNCH, event, added('2025-04-02', { recordedAt: LATE }));
    const counted = async (knownAt: string) =>
      (await scenario.negotiation({ at: '2025-12-31', publicAt: '2025-04-02', knownAt }))
        .roundsCompleted.counted;
    expect(await counted('2026-11-22T07:59:59Z')).toBe(0);
    expect(await counted('2026-11-22T08:00:00Z')).toBe(1);
  });

  it('does so from the date that a correction of it says', async () => {
    const source = added('2025-05-15', { sources: published('2025-05-20') });
    const dated = talks.EventCorrected(
      '2025-10-01',
      {
        event: source.id,
        reason: 'it was in the paper of 2 April',
        data: { event: event.id, sources: [...published('2025-04-02')] },
      },
      { sources: published('2025-04-03') },
    );
    expect(await held('2025-04-03', event, source)).toBe(0);
    expect(await held('2025-04-03', event, source, dated)).toBe(1);
    expect(await held('2025-04-02', event, source, dated)).toBe(0);
  });

  it('does nothing more once it is retracted', async () => {
    const source = added('2025-04-02');
    const gone = talks.EventRetracted(
      '2025-10-01',
      { event: source.id, reason: 'about another round' },
      { sources: published('2025-04-02') },
    );
    expect(await held('2025-04-02', event, source, gone)).toBe(0);
    expect(await held('2025-06-01', event, source, gone)).toBe(1);
  });
});

describe('corrected sources', () => {
  const event = round({ sources: published('2025-04-02') });
  it('replace the ones before, for better and for worse', async () => {
    const correct = (when: string) =>
      talks.EventCorrected(
        '2025-09-01',
        { event: event.id, reason: 'misdated', sources: [...published(when)] },
        { sources: published('2025-03-30') },
      );
    expect(await held('2025-04-02', event, correct('2025-05-01'))).toBe(0);
    expect(await held('2025-05-01', event, correct('2025-05-01'))).toBe(1);
    expect(await held('2025-03-31', event, correct('2025-03-31'))).toBe(1);
  });

  it('do so only once the correction is public itself', async () => {
    const correct = talks.EventCorrected(
      '2025-09-01',
      { event: event.id, reason: 'misdated', sources: [...published('2025-05-01')] },
      { sources: published('2025-09-01') },
    );
    expect(await held('2025-04-02', event, correct)).toBe(1);
    expect(await held('2025-09-01', event, correct)).toBe(1);
  });
});

describe('a negotiation that is not public yet', () => {
  it('does not exist', async () => {
    const scenario = await given(LAUNCH);
    expect(await scenario.begun({ at: '2025-03-01', publicAt: '2025-02-13' })).toBeUndefined();
    expect(await scenario.begun({ at: '2025-03-01', publicAt: '2025-02-14' })).toHaveProperty(
      'slug',
      'in-us',
    );
  });

  it('is read in its own zone all the same', async () => {
    const scenario = await given(LAUNCH);
    expect(
      await scenario.begun({ at: '2025-03-01', publicAt: '2025-02-15T04:59:59.998Z' }),
    ).toBeUndefined();
    expect(
      await scenario.begun({ at: '2025-03-01', publicAt: '2025-02-15T04:59:59.999Z' }),
    ).toHaveProperty('slug', 'in-us');
  });
});
