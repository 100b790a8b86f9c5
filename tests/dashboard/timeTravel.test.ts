import { describe, expect, it } from 'vitest';
import { dateInZone } from '../../src/dashboard/lib/time/calendarDays.js';
import { asOfFor, readClocks, invalidDates, writeClocks } from '../../src/dashboard/lib/view.js';
import { timeForKey } from '../../src/dashboard/features/timeTravel/slider.js';
import {
  nextChangePoint,
  changePointAt,
  changePointsNear,
  changePointsOf,
  withChangePoint,
} from '../../src/dashboard/lib/time/changePoints.js';

const NOW = { at: null, knownAt: null, publicAt: null };

describe('a view in the URL', () => {
  it.each([
    ['', { ...NOW, to: null }],
    ['?at=2025-08-20', { ...NOW, at: '2025-08-20', to: null }],
    [
      '?at=2025-08-20&publicAt=2025-08-01&compare=1',
      { at: '2025-08-20', knownAt: null, publicAt: '2025-08-01', to: NOW },
    ],
    [
      '?toAt=2025-09-01&toKnownAt=2026-11-22T08:00:00.001Z',
      { ...NOW, to: { at: '2025-09-01', knownAt: '2026-11-22T08:00:00.001Z', publicAt: null } },
    ],
  ])('is read from %s and written back unchanged', (search, clocks) => {
    expect(readClocks(search)).toEqual(clocks);
    expect(readClocks(writeClocks('', clocks))).toEqual(clocks);
  });

  it('accepts an offset whose plus was decoded to a space', () => {
    expect(readClocks('?at=2025-08-20T10:00:00+05:30').at).toBe('2025-08-20T10:00:00+05:30');
  });

  it.each([
    '?at=yesterday',
    '?at=2025-13-40',
    '?at=2025-02-30',
    '?at=2025-02-29T10:00:00Z',
    '?at=',
    '?knownAt=20250820',
  ])('ignores the invalid date of %s', (search) => {
    expect(readClocks(search)).toEqual({ ...NOW, to: null });
  });

  it('has a list of the invalid dates of the URL', () => {
    expect(invalidDates('?at=2025-02-30&publicAt=&toKnownAt=x&knownAt=2024-02-29')).toEqual([
      ['at', '2025-02-30'],
      ['toKnownAt', 'x'],
    ]);
  });

  it('keeps other parameters of the URL', () => {
    const assuming = '?assuming=%7B%22without%22%3A%5B%22x%22%5D%7D';
    const written = writeClocks(assuming, { ...NOW, at: '2025-08-20', to: null });
    expect(new URLSearchParams(written).get('assuming')).toBe('{"without":["x"]}');
    expect(new URLSearchParams(written).get('at')).toBe('2025-08-20');
  });

  it('is queried with every clock, so that its result is immutable', () => {
    const head = {
      position: 4,
      recordedAt: '2026-01-01T00:00:00Z',
      seenAt: '2026-02-01T00:00:00Z',
    };
    expect(asOfFor(NOW, head)).toEqual({ at: head.seenAt, knownAt: head.recordedAt });
    expect(
      asOfFor({ at: '2025-08-20', knownAt: '2025-12-01', publicAt: '2025-08-01' }, head),
    ).toEqual({
      at: '2025-08-20',
      knownAt: '2025-12-01',
      publicAt: '2025-08-01',
    });
  });
});

const change = (at: string, path: string) => ({ at, changes: [{ path, after: null }] });

describe('the change points of a slider', () => {
  const zone = 'America/New_York';
  const changePoints = changePointsOf(
    [
      change('2025-03-04T05:00:00.000Z', 'phase'),
      change('2025-03-05T04:59:59.999Z', 'phase.certainty'),
      change('2025-03-12T04:01:00.000Z', 'duties.US-IN.total'),
    ],
    zone,
  );

  it('are the days of the negotiation on which something changed', () => {
    expect(changePoints.map(({ at, paths }) => [at, paths])).toEqual([
      ['2025-03-04', ['phase', 'phase.certainty']],
      ['2025-03-12', ['duties.US-IN.total']],
    ]);
    expect(dateInZone(zone, '2025-03-05T04:59:59.999Z')).toBe('2025-03-04');
  });

  it('give the last change point and the next one', () => {
    const between = Date.UTC(2025, 2, 8);
    expect(changePointAt(changePoints, between)?.at).toBe('2025-03-04');
    expect(changePointAt(changePoints, Date.UTC(2025, 2, 1))).toBeUndefined();
    expect(nextChangePoint(changePoints, between, 1)?.at).toBe('2025-03-12');
    expect(nextChangePoint(changePoints, between, -1)?.at).toBe('2025-03-04');
    expect(nextChangePoint(changePoints, Date.UTC(2025, 2, 12), -1)?.at).toBe('2025-03-04');
    expect(nextChangePoint(changePoints, Date.UTC(2025, 2, 12), 1)).toBeUndefined();
  });

  it('are prefetched nearest first', () => {
    const days = ['01', '02', '03', '04', '05'].map((day) =>
      change(`2025-03-${day}T12:00:00Z`, 'x'),
    );
    const nearest = changePointsNear(changePointsOf(days, zone), Date.UTC(2025, 2, 3), 4);
    expect(nearest.map(({ at }) => at.slice(-2))).toEqual(['04', '03', '05', '02']);
  });

  it.each([
    ['ArrowRight', false, Date.UTC(2025, 2, 12)],
    ['ArrowLeft', false, Date.UTC(2025, 2, 4)],
    ['ArrowRight', true, Date.UTC(2025, 2, 9)],
    ['ArrowLeft', true, Date.UTC(2025, 2, 7)],
    ['PageUp', false, Date.UTC(2025, 3, 7)],
    ['PageDown', false, Date.UTC(2025, 1, 6)],
    ['Home', false, 0],
    ['End', false, Date.UTC(2026, 0, 1)],
    ['a', false, undefined],
  ])('are stepped through with %s (with Shift: %s)', (key, shiftKey, to) => {
    const slider = {
      time: Date.UTC(2025, 2, 8),
      changePoints,
      step: 86_400_000,
      min: 0,
      max: Date.UTC(2026, 0, 1),
    };
    expect(timeForKey({ key, shiftKey }, slider)).toBe(to);
  });

  it('stop an arrow key at the last one, and are single steps until they load', () => {
    const slider = { time: Date.UTC(2025, 2, 12), step: 86_400_000, min: 0, max: Infinity };
    const right = { key: 'ArrowRight', shiftKey: false };
    expect(timeForKey(right, { ...slider, changePoints })).toBe(slider.time);
    expect(timeForKey(right, { ...slider, changePoints: [] })).toBe(Date.UTC(2025, 2, 13));
  });

  it('include the end of the slider, so that an arrow key reaches it', () => {
    const end = Date.UTC(2025, 5, 1);
    expect(withChangePoint(changePoints, end).map(({ time }) => time)).toEqual([
      ...changePoints.map(({ time }) => time),
      end,
    ]);
    expect(withChangePoint(changePoints, Date.UTC(2025, 2, 12))).toBe(changePoints);
  });
});
