/** The talks of 2023 of writers and actors with the producers: no states, two strikes, two votes. */
import { describe, expect, it } from 'vitest';
import { standing } from './stands.js';

const WGA = 'wga-amptp-2023';
const SAG = 'sag-aftra-amptp-2023';

describe('the parties', () => {
  it('are no states, and have names', async () => {
    expect((await standing(WGA)).parties).toEqual([
      { code: 'x-wga', name: 'Writers Guild of America' },
      { code: 'x-amptp', name: 'Alliance of Motion Picture and Television Producers' },
    ]);
    expect((await standing(SAG)).codes).toEqual(['x-amptp', 'x-sag-aftra']);
  });

  it('levy no duties', async () => {
    expect((await standing(WGA)).duties).toEqual([]);
  });
});

describe('whether they talked', () => {
  it.each([
    [WGA, '2023-04-30', 'ACTIVE'],
    [WGA, '2023-05-02', 'PAUSED'],
    [WGA, '2023-08-10', 'PAUSED'],
    [WGA, '2023-08-15', 'ACTIVE'],
    [WGA, '2023-09-01', 'PAUSED'],
    [WGA, '2023-09-22', 'ACTIVE'],
    [SAG, '2023-07-11', 'ACTIVE'],
    [SAG, '2023-08-01', 'PAUSED'],
    [SAG, '2023-10-05', 'ACTIVE'],
    [SAG, '2023-10-20', 'PAUSED'],
    [SAG, '2023-11-01', 'ACTIVE'],
  ])('%s on %s: %s', async (slug, at, activity) => {
    expect((await standing(slug, at)).activity.value).toBe(activity);
  });

  it('was interrupted twice in each', async () => {
    expect((await standing(WGA)).pauses).toEqual([
      { from: '2023-05-01', to: '2023-08-11' },
      { from: '2023-08-22', to: '2023-09-20' },
    ]);
    expect((await standing(SAG)).pauses).toEqual([
      { from: '2023-07-12', to: '2023-10-02' },
      { from: '2023-10-11', to: '2023-10-24' },
    ]);
  });

  it('counts no rounds where nobody numbered any', async () => {
    expect((await standing(WGA)).roundsCompleted).toEqual({ reported: null, counted: 0 });
  });
});

describe('how far they had come, by what was public', () => {
  it.each([
    [WGA, '2023-09-23', 'NEGOTIATING'],
    [WGA, '2023-09-25', 'CONCLUDED'],
    [WGA, '2023-10-01', 'RATIFYING'],
    [WGA, '2023-10-12', 'IN_FORCE'],
    [WGA, '2026-05-01', 'IN_FORCE'],
    [WGA, '2026-05-02', 'TERMINATED'],
    [SAG, '2023-06-06', 'EXPLORATORY'],
    [SAG, '2023-11-09', 'CONCLUDED'],
    [SAG, '2023-11-20', 'RATIFYING'],
    [SAG, '2023-12-06', 'IN_FORCE'],
    [SAG, '2026-06-30', 'IN_FORCE'],
    [SAG, '2026-07-01', 'TERMINATED'],
  ])('%s on %s: %s', async (slug, at, phase) => {
    expect((await standing(slug, at, at)).phase.value).toBe(phase);
  });

  it('asks for no review', async () => {
    for (const slug of [WGA, SAG]) expect((await standing(slug)).findings).toEqual([]);
  });
});

describe('the agreements', () => {
  it('bind both sides, with effect from before the members had voted', async () => {
    const { boundBy, ratified } = await standing(WGA, '2024-01-01');
    expect(boundBy('mba-2023')).toEqual(['x-amptp 2023-09-25', 'x-wga 2023-09-25']);
    expect(ratified('mba-2023', 'COMPLETED')).toEqual(['x-wga']);
    expect((await standing(SAG, '2024-01-01')).boundBy('tv-theatrical-2023')).toEqual([
      'x-amptp 2023-11-09',
      'x-sag-aftra 2023-11-09',
    ]);
  });

  it('have run out since', async () => {
    const { agreements } = await standing(SAG);
    expect(agreements).toMatchObject([{ status: 'LAPSED', since: '2026-07-01' }]);
  });
});

describe('the dates by which they had to agree', () => {
  it('were missed, one after it had been put off', async () => {
    expect((await standing(WGA, '2023-05-02')).targets).toEqual([
      { slug: 'contract', due: '2023-05-01', status: 'MISSED' },
    ]);
    expect((await standing(SAG, '2023-07-01')).targets).toMatchObject([{ due: '2023-07-12' }]);
    expect((await standing(SAG, '2023-07-14')).targets).toMatchObject([{ status: 'MISSED' }]);
  });
});
