import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  EventFollower,
  type ConnectionHandlers,
  type ConnectionState,
  PACE,
  type RecordedEvent,
} from '../../src/dashboard/api/live/eventFollower.js';

const NOON = Date.parse('2025-11-01T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

const event = (position: number): RecordedEvent => ({
  id: `id-${position}`,
  cursor: String(position),
  stream: 'negotiation/a-b',
  also: [],
  type: 'RoundHeld',
  summary: `Event ${position}`,
});

/** An EventFollower over a connection that the test controls. */
function follow({ random = 1 } = {}) {
  const connections: { after: string; hearing: ConnectionHandlers; closed: boolean }[] = [];
  const received: string[][] = [];
  const states: ConnectionState[] = [];
  const following = new EventFollower(
    (after, hearing) => {
      const connection = { after, hearing, closed: false };
      connections.push(connection);
      return () => (connection.closed = true);
    },
    {
      events: (events) => received.push(events.map(({ cursor }) => cursor)),
      state: (state) => states.push(state),
    },
    () => random,
  );
  following.start('7');
  return { following, connections, received, states, last: () => connections.at(-1)! };
}

describe('events that arrive close together', () => {
  it('are delivered in one batch', () => {
    const { last, received } = follow();
    last().hearing.opened();
    for (const position of [8, 9, 10]) last().hearing.event(event(position));
    expect(received).toEqual([]);
    vi.advanceTimersByTime(PACE.burst);
    expect(received).toEqual([['8', '9', '10']]);
  });

  it('are delivered after the longest delay while more keep arriving', () => {
    const { last, received } = follow();
    const step = PACE.burst - 1;
    let position = 8;
    for (let passed = 0; passed <= PACE.longestBurst; passed += step) {
      last().hearing.event(event((position += 1)));
      vi.advanceTimersByTime(step);
    }
    expect(received).toHaveLength(1);
  });
});

describe('a lost connection', () => {
  it('is reopened after the last received event', () => {
    const { last, connections } = follow();
    last().hearing.opened();
    last().hearing.event(event(8));
    last().hearing.ended(null);
    vi.advanceTimersByTime(PACE.firstRetry);
    expect(connections.map(({ after }) => after)).toEqual(['7', '8']);
    expect(connections[0]?.closed).toBe(true);
  });

  it('reports when bytes last arrived and when it reconnects', () => {
    const { last, states } = follow();
    last().hearing.opened();
    vi.advanceTimersByTime(3_000);
    last().hearing.alive();
    vi.advanceTimersByTime(2_000);
    last().hearing.ended(null);
    expect(states.at(-1)).toEqual({
      kind: 'lost',
      lastReceivedAt: NOON + 3_000,
      retryAt: NOON + 5_000 + PACE.firstRetry,
    });
  });

  it('waits twice as long after each failed attempt, up to a limit', () => {
    const { last, connections, states } = follow();
    const waits: number[] = [];
    while (waits.length < 7) {
      last().hearing.ended(null);
      const lost = states.at(-1) as Extract<ConnectionState, { kind: 'lost' }>;
      waits.push(lost.retryAt - Date.now());
      vi.advanceTimersByTime(lost.retryAt - Date.now());
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(connections).toHaveLength(8);
  });

  it('reconnects at different times on different pages', () => {
    const waitOf = (random: number) => {
      const { last, states } = follow({ random });
      last().hearing.ended(null);
      return (states.at(-1) as Extract<ConnectionState, { kind: 'lost' }>).retryAt - Date.now();
    };
    expect([waitOf(0), waitOf(0.5), waitOf(1)]).toEqual([500, 750, 1_000]);
  });

  it('resets the delay after a stable connection', () => {
    const { last, states } = follow();
    for (let losses = 0; losses < 3; losses += 1) {
      last().hearing.ended(null);
      vi.advanceTimersByTime(PACE.longestRetry);
    }
    last().hearing.opened();
    vi.advanceTimersByTime(PACE.stable);
    last().hearing.ended(null);
    expect(states.at(-1)).toMatchObject({ retryAt: Date.now() + PACE.firstRetry });
  });

  it('is detected by missing keep-alives', () => {
    const { last, connections, states } = follow();
    last().hearing.opened();
    vi.advanceTimersByTime(PACE.silence - 1);
    last().hearing.alive();
    vi.advanceTimersByTime(PACE.silence - 1);
    expect(states.at(-1)?.kind).toBe('open');
    vi.advanceTimersByTime(1);
    expect(states.at(-1)?.kind).toBe('lost');
    expect(connections[0]?.closed).toBe(true);
  });

  it('reconnects at once with tryNow', () => {
    const { following, last, connections } = follow();
    following.tryNow();
    expect(connections).toHaveLength(1);
    last().hearing.ended(null);
    following.tryNow();
    expect(connections).toHaveLength(2);
    vi.advanceTimersByTime(PACE.firstRetry);
    expect(connections).toHaveLength(2);
  });

  it('delivers nothing once it was abandoned', () => {
    const { last, connections, received } = follow();
    last().hearing.ended(null);
    vi.advanceTimersByTime(PACE.firstRetry);
    connections[0]!.hearing.event(event(8));
    connections[0]!.hearing.ended(null);
    vi.advanceTimersByTime(PACE.burst);
    expect(received).toEqual([]);
    expect(connections).toHaveLength(2);
  });
});

describe('a connection that the server ends with a cursor', () => {
  it('is reopened at once from that cursor', () => {
    const { last, connections, states } = follow();
    last().hearing.opened();
    last().hearing.ended('12');
    vi.advanceTimersByTime(0);
    expect(connections.map(({ after }) => after)).toEqual(['7', '12']);
    expect(states.map(({ kind }) => kind)).not.toContain('lost');
  });

  it('is reopened with a delay when it ends so repeatedly', () => {
    const { last, connections, states } = follow();
    last().hearing.ended('12');
    vi.advanceTimersByTime(0);
    last().hearing.ended('12');
    vi.advanceTimersByTime(0);
    expect(connections).toHaveLength(2);
    expect(states.at(-1)?.kind).toBe('lost');
  });
});

it('a stopped EventFollower delivers nothing', () => {
  const { following, last, received, connections } = follow();
  last().hearing.event(event(8));
  following.stop();
  last().hearing.ended(null);
  vi.advanceTimersByTime(PACE.longestRetry);
  expect(received).toEqual([]);
  expect(connections).toHaveLength(1);
  expect(last().closed).toBe(true);
});
