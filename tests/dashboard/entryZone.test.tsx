// @vitest-environment happy-dom
/** Where the dates of a form are read, and what is questioned before it is recorded. */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  hasNotBegun,
  placeOfZone,
  todayIn,
  zoneOfNewStream,
} from '../../src/dashboard/features/entry/dates/formZone.js';
import { readDate } from '../../src/dashboard/features/entry/dates/plainDates.js';
import { eventTypeOf, inputFields } from '../../src/dashboard/features/entry/model/formSchema.js';
import { pointsToCheck } from '../../src/dashboard/features/entry/submit/preview/pointsToCheck.js';
import type { EventInput } from '../../src/dashboard/generated/graphql.js';
import { areaZone } from '../../events/codes/areas.js';
import { COUNTRY_CODES } from '../../events/codes/countries.js';
import {
  EntryBackend,
  fill,
  fillStatement,
  press,
  renderLauncher,
  section,
} from './entryBackend.js';

/** 00:45 UTC on 27 November: still the 26th in New York, the 27th in Delhi. */
const NOW = Date.parse('2026-11-27T00:45:00Z');

describe('today', () => {
  it.each([
    ['UTC', '2026-11-27', '2026-11-26'],
    ['America/New_York', '2026-11-26', '2026-11-25'],
    ['Asia/Kolkata', '2026-11-27', '2026-11-26'],
    ['Pacific/Kiritimati', '2026-11-27', '2026-11-26'],
  ])('in %s is %s, and yesterday %s', (zone, today, yesterday) => {
    expect(readDate('today', todayIn(zone, NOW))).toEqual({ edtf: today });
    expect(readDate('yesterday', todayIn(zone, NOW))).toEqual({ edtf: yesterday });
  });
});

describe('the zone of a new stream', () => {
  it.each([
    ['measure/us-tariff', { data: { imposedBy: 'US' } }, 'America/New_York'],
    ['measure/us-tariff', { data: { imposedBy: 'India' } }, 'Asia/Kolkata'],
    ['measure/us-tariff', { data: { imposedBy: 'US', timeZone: 'UTC' } }, 'UTC'],
    ['rulebook/EU', {}, 'Europe/Brussels'],
    ['negotiation/new', { data: { timeZone: 'Asia/Tokyo' } }, 'Asia/Tokyo'],
    ['negotiation/new', { data: { timeZone: 'no zone' } }, undefined],
  ])('%s of %o is %s', (stream, values, zone) => {
    expect(zoneOfNewStream(stream, values)).toBe(zone);
  });

  it('is that in which the server reads the dates of every imposer', () => {
    for (const code of COUNTRY_CODES)
      expect([code, zoneOfNewStream('measure/of-one', { data: { imposedBy: code } })]).toEqual([
        code,
        areaZone(code),
      ]);
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-27', 'America/New_York', true],
    ['2026-11-27', 'Asia/Kolkata', false],
    ['2026-11-26', 'America/New_York', false],
    ['2026-11', 'America/New_York', false],
    ['2026-12', 'America/New_York', true],
    ['2026-11-26/2026-12-02', 'America/New_York', false],
    ['2026-11-27/2026-12-02', 'America/New_York', true],
    ['../2026-12-02', 'America/New_York', false],
    ['2026-11-27T00:46:00Z', 'America/New_York', true],
    ['2026-11-27T00:44:00Z', 'America/New_York', false],
  ])('%s in %s: not begun is %s', (edtf, zone, expected) => {
    expect(hasNotBegun(edtf, zone, NOW)).toBe(expected);
  });

  it('is read in a place that is named', () => {
    expect(placeOfZone('America/New_York')).toBe('New York');
    expect(placeOfZone('UTC')).toBe('UTC');
  });
});

const event = (over: Partial<EventInput>): EventInput => ({
  stream: 'negotiation/in-us-bta',
  occurred: '2026-11-01',
  sources: [],
  data: { statementMade: { speaker: 'A', summary: 'B' } },
  ...over,
});
const pointsOf = (type: string, over: Partial<EventInput>) =>
  pointsToCheck(
    event(over),
    inputFields(eventTypeOf(type)?.input ?? '') ?? [],
    'America/New_York',
    NOW,
  );

describe('before an event is recorded', () => {
  it('a day that has not begun where it is read is questioned, also of a correction', () => {
    const codes = (over: Partial<EventInput>) =>
      pointsOf('StatementMade', over).map(({ code }) => code);
    expect(codes({ occurred: '2026-11-26' })).toEqual([]);
    expect(codes({ occurred: '2026-11-27' })).toEqual(['NOT_BEGUN']);
    const corrected = (occurred: string) =>
      codes({ data: { eventCorrected: { event: 'id', reason: 'slip', occurred } } });
    expect(corrected('2026-11-27')).toEqual(['NOT_BEGUN']);
    expect(corrected('2026-11-26')).toEqual([]);
    expect(pointsOf('StatementMade', { occurred: '2026-11-27' })[0]?.message).toContain(
      '2026-11-27 has not begun in New York yet',
    );
  });

  it.each([
    ['72', []],
    ['9706', []],
    ['01', []],
    ['77', ['has no chapter 77']],
    ['00', ['has no chapter 00']],
    ['9999', ['chapters 98 and 99 are of national tariffs']],
    ['9801', ['chapters 98 and 99 are of national tariffs']],
  ])('HS %s is questioned by its chapter: %o', (hs, expected) => {
    const data = { measureAdopted: { goods: { hs: [hs] } } } as unknown as EventInput['data'];
    const points = pointsOf('MeasureAdopted', { data });
    expect(points).toHaveLength(expected.length);
    expected.forEach((words, index) => expect(points[index]?.message).toContain(words));
  });

  it('a source without an address is questioned', () => {
    const of = (url?: string) =>
      pointsOf('StatementMade', {
        sources: [{ kind: 'PRESS', publisher: 'The Hindu', ...(url !== undefined && { url }) }],
      }).map(({ message }) => message);
    expect(of('https://example.org/a')).toEqual([]);
    expect(of()).toEqual([expect.stringContaining('The source The Hindu has no address')]);
  });
});

describe('a form about a negotiation in New York', () => {
  let backend: EntryBackend;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    backend = new EntryBackend();
    backend.findings = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    cleanup();
    sessionStorage.clear();
    localStorage.clear();
    vi.unstubAllGlobals();
  });

  it('reads “today” there and says so', async () => {
    renderLauncher({ kind: 'enter', stream: 'negotiation/in-us-bta' });
    await fillStatement();
    fill(/^Occurred/, 'today');
    await screen.findByText(/26 November 2026 in New York/);
    press('See what will change');
    await section('What will change');
    press('Record the event');
    await section('Recorded');
    expect(backend.recorded[0]).toMatchObject({ events: [{ occurred: '2026-11-26' }] });
  });

  it('asks again before a day is recorded that has not begun there', async () => {
    renderLauncher({ kind: 'enter', stream: 'negotiation/in-us-bta' });
    await fillStatement();
    fill(/^Occurred/, '27 November 2026');
    press('See what will change');
    const preview = await section('What will change');
    preview.getByText(/27 November 2026 has not begun in New York yet/);
    const record = preview.getByText<HTMLButtonElement>('Record the event', { selector: 'button' });
    expect(record.disabled).toBe(true);
  });
});
