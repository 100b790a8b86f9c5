/** A pause that names a track stops that track only; without a track all is as ever. */
import { describe, expect, it } from 'vitest';
import { trackActivityOf } from '../../../src/domain/negotiation/activity.js';
import { given, type InterchangeEvent, instant, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });
const OPENED = ['ep', 'steel'].map((track) =>
  talks.TrackOpened('2025-02-01', { track, title: track }),
);
const pause = (at: string, track?: string) =>
  talks.TalksPaused(at, { scope: 'ALL', ...(track !== undefined && { track }) });
const resume = (at: string, track?: string) =>
  talks.TalksResumed(at, track === undefined ? {} : { track });

async function states(at: string, ...events: readonly InterchangeEvent[]) {
  const { knowledge, activity, pauses } = await (
    await given(LAUNCH, ...OPENED, ...events)
  ).negotiation(at);
  const track = (name: string) => trackActivityOf(knowledge, name, instant(at))?.value;
  return {
    all: activity?.value,
    ep: track('ep'),
    steel: track('steel'),
    open: pauses.filter(({ to }) => to === null).map((each) => each.track),
  };
}

const ACTIVE = { all: 'ACTIVE', ep: 'ACTIVE', steel: 'ACTIVE', open: [] };

describe('a pause of one track', () => {
  it('leaves the talks and the other tracks going', async () => {
    expect(await states('2025-04-01', pause('2025-03-01', 'ep'))).toEqual({
      ...ACTIVE,
      ep: 'PAUSED',
      open: ['ep'],
    });
  });

  it('is ended by a resumption of that track', async () => {
    const events = [pause('2025-03-01', 'ep'), resume('2025-03-10', 'ep')];
    expect(await states('2025-04-01', ...events)).toEqual(ACTIVE);
  });

  it('is not ended by a resumption of another track, which is a finding', async () => {
    const events = [pause('2025-03-01', 'ep'), resume('2025-03-10', 'steel')];
    expect(await states('2025-04-01', ...events)).toMatchObject({ ep: 'PAUSED', open: ['ep'] });
    expect(await (await given(LAUNCH, ...OPENED, ...events)).codes('2025-04-01')).toEqual([
      'RESUMED_WITHOUT_PAUSE',
    ]);
  });

  it('is ended by a resumption of all that had stopped', async () => {
    const events = [pause('2025-03-01', 'ep'), resume('2025-03-10')];
    expect(await states('2025-04-01', ...events)).toEqual(ACTIVE);
  });
});

describe('a pause of the talks as a whole', () => {
  it('stops every track', async () => {
    expect(await states('2025-04-01', pause('2025-03-01'))).toEqual({
      all: 'PAUSED',
      ep: 'PAUSED',
      steel: 'PAUSED',
      open: [null],
    });
  });

  it('is not ended by a resumption of one track', async () => {
    const events = [pause('2025-03-01'), resume('2025-03-10', 'ep')];
    expect(await states('2025-04-01', ...events)).toMatchObject({ all: 'PAUSED', open: [null] });
  });

  it('ended leaves a track stopped that stopped after it', async () => {
    const events = [pause('2025-03-01'), resume('2025-03-10'), pause('2025-03-20', 'ep')];
    expect(await states('2025-04-01', ...events)).toEqual({
      ...ACTIVE,
      ep: 'PAUSED',
      open: ['ep'],
    });
  });
});

describe('the end of the talks', () => {
  const ended = talks.TalksTerminated('2025-03-01', {});

  it('ends every track, and a resumption of one does not undo it', async () => {
    expect(await states('2025-04-01', ended, resume('2025-03-10', 'ep'))).toMatchObject({
      all: 'TERMINATED',
      ep: 'TERMINATED',
      steel: 'TERMINATED',
    });
  });
});

describe('a track of which nothing is heard for nine months', () => {
  it('is UNKNOWN while the other goes on', async () => {
    const met = talks.MeetingHeld('2025-12-01', { level: 'TECHNICAL', track: 'steel' });
    expect(await states('2026-01-01', met)).toEqual({ ...ACTIVE, ep: 'UNKNOWN' });
  });
});
