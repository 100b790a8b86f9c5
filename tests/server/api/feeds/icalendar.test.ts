import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { Parley } from '../../../../src/app/parley.js';
import { MemoryLog } from '../../../../src/log/memory/memoryLog.js';
import { given, type InterchangeEvent, measure, talks } from '../../../support/given.js';
import { shippedEvents } from '../../../support/record.js';
import { sharedServer, startServer } from '../../testServer.js';

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

/** The text of a calendar; its lines are those of RFC 5545, section 3.1. */
async function textAt(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/calendar; charset=utf-8/);
  const text = await response.text();
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text;
}

/** The events of a calendar by what they say, checked for what RFC 5545 requires of each. */
async function eventsAt(url: string) {
  const calendar = new ICAL.Component(ICAL.parse(await textAt(url)) as unknown[]);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('prodid')).toMatch(/^-\/\//);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'summary', 'status'])
      expect(component.getAllProperties(name)).toHaveLength(1);
    const { uid, summary, description, startDate, endDate, sequence } = new ICAL.Event(component);
    expect(endDate.compare(startDate)).toBeGreaterThanOrEqual(0);
    return {
      uid,
      summary,
      description,
      from: startDate.toString(),
      until: endDate.toString(),
      sequence,
      status: component.getFirstPropertyValue('status'),
    };
  });
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  return events;
}

const eventsOf = (path: string) => eventsAt(`${server().url}/feeds${path}`);

describe('the calendar of the talks between India and the United States', () => {
  it('has the round to come, the targets and the duties that will change, each with its act', async () => {
    const events = await eventsOf('/in-us-bta.ics?at=2025-08-10&publicAt=2025-08-10');
    expect(events).toContainEqual(
      expect.objectContaining({
        summary: expect.stringContaining('Round 6') as string,
        from: '2025-08-16',
        until: '2025-09-01',
        status: 'TENTATIVE',
        description: expect.stringMatching(/By: Round 6/) as string,
      }),
    );
    const duty = events.find(({ summary }) => summary.includes('50 %'))!;
    expect(duty.from).toBe('2025-08-27T04:01:00Z');
    expect(duty.summary).toContain('United States');
    expect(duty.description).toContain('https://');
    const target = events.find(({ summary }) => summary.startsWith('Due: '))!;
    expect(target.description).toContain('The date is known only as');
  });

  it('says of a round put off without a new date that it is cancelled', async () => {
    const events = await eventsOf('/in-us-bta.ics?at=2025-08-17&publicAt=2025-08-17');
    expect(events).toContainEqual(
      expect.objectContaining({
        summary: expect.stringMatching(/^Postponed, no new date: Round 6/) as string,
        status: 'CANCELLED',
      }),
    );
  });

  it('has nothing that is past, and is immutable where it is pinned', async () => {
    const events = await eventsOf('/in-us-bta.ics?at=2025-08-10');
    expect(events.filter(({ until }) => until < '2025-08-10')).toEqual([]);
    const pinned = await fetch(
      `${server().url}/feeds/in-us-bta.ics?at=2025-08-10&knownAt=2026-11-23`,
    );
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${server().url}/feeds/nothing.ics`)).status).toBe(404);
    expect((await fetch(`${server().url}/feeds/in-us-bta.ics?first=2`)).status).toBe(400);
  });

  it('is part of the calendar of all', async () => {
    const all = await eventsOf('/all.ics?at=2025-08-10');
    const own = await eventsOf('/in-us-bta.ics?at=2025-08-10');
    expect(own.length).toBeGreaterThan(2);
    for (const event of own) expect(all).toContainEqual(event);
  });
});

describe('a date that is moved', () => {
  const begun = [
    talks.NegotiationLaunched('2025-02-13'),
    measure('act').MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-02' }),
  ];
  const read = async (...events: readonly InterchangeEvent[]) => {
    const { parley } = await given(...begun, ...events);
    const { url } = await startServer({ log: parley.log });
    return eventsAt(`${url}/feeds/in-us.ics?at=2025-05-01`);
  };
  const correctionOf = (event: InterchangeEvent, data: object) =>
    talks.EventCorrected('2025-04-20', { event: event.id, reason: 'Misread', data } as never);

  const plan = talks.RoundScheduled('2025-04-01', { round: 2, dates: '2025-06-02/2025-06-04' });
  const target = talks.TargetSet('2025-04-01', {
    target: 'deal',
    what: 'Sign',
    kind: 'TARGET',
    due: '2025-07-01',
  });
  const rise = measure('act').MeasureAmended('2025-04-01', {
    rate: 25,
    effectiveFrom: '2025-08-01',
  });

  it.each([
    [
      'a round, postponed',
      plan,
      talks.RoundPostponed('2025-04-10', {
        round: 2,
        was: '2025-06-02/2025-06-04',
        to: '2025-06-23/2025-06-25',
      }),
      ['2025-06-02', '2025-06-23'],
    ],
    [
      'a round, planned anew',
      plan,
      talks.RoundScheduled('2025-04-10', { round: 2, dates: '2025-06-09' }),
      ['2025-06-02', '2025-06-09'],
    ],
    [
      'a round, corrected',
      plan,
      correctionOf(plan, { round: 2, dates: '2025-06-10' }),
      ['2025-06-02', '2025-06-10'],
    ],
    [
      'a target',
      target,
      talks.TargetSet('2025-04-10', {
        target: 'deal',
        what: 'Sign',
        kind: 'TARGET',
        due: '2025-09-01',
      }),
      ['2025-07-01', '2025-09-01'],
    ],
    [
      'a suspension that is extended',
      measure('act').MeasureSuspended('2025-04-01', {
        effectiveFrom: '2025-04-02',
        until: '2025-06-01',
      }),
      measure('act').MeasureSuspended('2025-04-10', {
        effectiveFrom: '2025-04-11',
        until: '2025-09-01',
      }),
      ['2025-06-01T04:00:00Z', '2025-09-01T04:00:00Z'],
    ],
    [
      'a duty, corrected',
      rise,
      correctionOf(rise, { rate: 25, effectiveFrom: '2025-08-15' }),
      ['2025-08-01T04:00:00Z', '2025-08-15T04:00:00Z'],
    ],
  ] as const)('%s keeps its UID, with a greater SEQUENCE', async (_what, first, second, dates) => {
    const [before, ...others] = await read(first);
    const [after, ...rest] = await read(first, second);
    expect([others, rest]).toEqual([[], []]);
    expect([before!.from, after!.from]).toEqual(dates);
    expect(after!.uid).toBe(before!.uid);
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
  });

  it('has a greater SEQUENCE also where the move is retracted', async () => {
    const moved = talks.RoundScheduled('2025-04-10', { round: 2, dates: '2025-06-09' });
    const retracted = talks.EventRetracted('2025-04-11', { event: moved.id, reason: 'Not so' });
    const [before] = await read(plan, moved);
    const [after] = await read(plan, moved, retracted);
    expect([before!.from, after!.from]).toEqual(['2025-06-09', '2025-06-02']);
    expect(after!.uid).toBe(before!.uid);
    expect(after!.sequence).toBeGreaterThanOrEqual(before!.sequence);
  });
});

describe('a measure that is no duty on goods of any kind', () => {
  const launch = talks.NegotiationLaunched('2025-02-13');
  const read = async (...events: readonly InterchangeEvent[]) => {
    const { parley } = await given(launch, ...events);
    const { url } = await startServer({ log: parley.log });
    const dates = await eventsAt(`${url}/feeds/in-us.ics?at=2025-05-01`);
    return dates.map(({ summary, from }) => [summary.replace(/ \(.*/, ''), from.slice(0, 10)]);
  };
  const steel = { title: 'Steel duty', rate: 25, goods: { hs: ['7208'] } };

  it.each([
    ['begins', { ...steel, effectiveFrom: '2025-08-01' }, [['takes effect at 25 %', '2025-08-01']]],
    [
      'begins and ends',
      { ...steel, effectiveFrom: '2025-08-01', until: '2025-10-01' },
      [
        ['takes effect at 25 %', '2025-08-01'],
        ['ends', '2025-10-01'],
      ],
    ],
    ['is in force', { ...steel, effectiveFrom: '2025-04-01' }, []],
  ])('and %s is in the calendar by its own name', async (_, data, expected) => {
    expect(await read(measure('steel').MeasureAdopted('2025-03-01', data))).toEqual(
      expected.map(([what, day]) => [`Steel duty: ${what}`, day]),
    );
  });

  it('is not told twice where the duty tells it', async () => {
    const adopted = measure('all').MeasureAdopted('2025-03-01', {
      ...{ title: 'Duty on all', rate: 10, effectiveFrom: '2025-08-01' },
    });
    expect((await read(adopted)).map(([what]) => what)).toHaveLength(1);
  });
});

describe('a date without a day', () => {
  it('is told in the description of the calendar', async () => {
    const { parley } = await given(
      talks.NegotiationLaunched('2025-02-13'),
      talks.TargetSet('2025-02-13', {
        target: 'deal',
        what: 'Sign; then, ratify',
        kind: 'TARGET',
        due: '2025-06/..',
      }),
    );
    const { url } = await startServer({ log: parley.log });
    const text = await textAt(`${url}/feeds/in-us.ics?at=2025-05-01`);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
    expect(calendar.getFirstPropertyValue('description')).toContain(
      'Without a day: Due: Sign; then, ratify',
    );
  });
});
