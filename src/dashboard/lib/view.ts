/** Views as URLs say them: what date, and what was known. Without React, for the card. */
import type { AsOf } from '../generated/graphql.js';
import { dateOf, dayStart } from './calendarDays.js';

/** How far the log went when this page last asked. */
export interface LogHead {
  readonly position: number;
  /** When the last event was recorded; null while the log is empty. */
  readonly recordedAt: string | null;
  /** When this page learned so: the "now" of views that name no date. */
  readonly seenAt: string;
}

/** One view: its date, and what counts as known. Null is now, or everything. */
export interface Clock {
  readonly at: string | null;
  readonly knownAt: string | null;
  readonly publicAt: string | null;
}

/** A view, and the one it is compared with where it is. */
export interface Clocks extends Clock {
  readonly to: Clock | null;
}

const NOW: Clock = { at: null, knownAt: null, publicAt: null };
const KEYS = ['at', 'knownAt', 'publicAt'] as const;
const TO_KEYS = { at: 'toAt', knownAt: 'toKnownAt', publicAt: 'toPublicAt' } as const;
/** Says that another view is compared with this one even where it is simply "now". */
const COMPARE = 'compare';
const TIME_POINT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** A date or an instant as the server takes it, or null for anything else. */
function timePoint(text: string | null): string | null {
  const given = text?.trim().replace(' ', '+') ?? '';
  if (!TIME_POINT.test(given) || Number.isNaN(Date.parse(given))) return null;
  const place = dayStart(given);
  // Of 30 February Date.parse makes the second of March.
  return !Number.isNaN(place) && dateOf(place) === given.slice(0, 10) ? given : null;
}

/** What a query string says where dates belong and is no date, by its parameter. */
export function invalidDates(search: string): readonly (readonly [name: string, text: string])[] {
  const given = new URLSearchParams(search);
  return [...KEYS, ...Object.values(TO_KEYS)].flatMap((name) => {
    const text = given.get(name)?.trim() ?? '';
    return text !== '' && timePoint(text) === null ? [[name, text] as const] : [];
  });
}

/** The view that a query string names. What is no date is left out. */
export function readClocks(search: string): Clocks {
  const given = new URLSearchParams(search);
  const clock = (name: (key: (typeof KEYS)[number]) => string): Clock => ({
    at: timePoint(given.get(name('at'))),
    knownAt: timePoint(given.get(name('knownAt'))),
    publicAt: timePoint(given.get(name('publicAt'))),
  });
  const to = clock((key) => TO_KEYS[key]);
  const compares = given.has(COMPARE) || KEYS.some((key) => to[key] !== null);
  return { ...clock((key) => key), to: compares ? to : null };
}

/** The query string of a view; what else `search` says stays as it is. */
export function writeClocks(search: string, clocks: Clocks): string {
  const params = new URLSearchParams(search);
  const put = (name: string, value: string | null) => {
    if (value === null) params.delete(name);
    else params.set(name, value);
  };
  const { to } = clocks;
  for (const key of KEYS) {
    put(key, clocks[key]);
    put(TO_KEYS[key], to?.[key] ?? null);
  }
  put(COMPARE, to && KEYS.every((key) => to[key] === null) ? '1' : null);
  // Colons and slashes may stand in a query as they are, and read better so.
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

/**
 * What to ask the server for. Every clock is said, also where the page shows "now": an answer to
 * that can never change, so the server and the browser may both keep it.
 */
export function asOfFor({ at, knownAt, publicAt }: Clock, head: LogHead): AsOf {
  return {
    at: at ?? head.seenAt,
    ...((knownAt ?? head.recordedAt) !== null && { knownAt: knownAt ?? head.recordedAt }),
    ...(publicAt !== null && { publicAt }),
  };
}

/** The view of everything known, now. */
export const now = (): Clock => NOW;

/** Whether a view moves with what is recorded: it names no clock and is compared with nothing. */
export const isMoving = ({ at, knownAt, publicAt, to }: Clocks): boolean =>
  at === null && knownAt === null && publicAt === null && to === null;
