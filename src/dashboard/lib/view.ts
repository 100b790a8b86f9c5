/** Views in URLs: the date and the state of knowledge. Without React, for the card. */
import type { AsOf } from '../generated/graphql.js';
import { dateOf, dayStart } from './time/calendarDays.js';

/** The head of the log when this page last queried it. */
export interface LogHead {
  readonly position: number;
  /** When the last event was recorded; null while the log is empty. */
  readonly recordedAt: string | null;
  /** When it was queried: the "now" of views without a date. */
  readonly seenAt: string;
}

/** One view: its date, and what counts as known. Null is now, or everything. */
export interface Clock {
  readonly at: string | null;
  readonly knownAt: string | null;
  readonly publicAt: string | null;
}

/** A view, and the view that it is compared with, if any. */
export interface Clocks extends Clock {
  readonly to: Clock | null;
}

const NOW: Clock = { at: null, knownAt: null, publicAt: null };
const KEYS = ['at', 'knownAt', 'publicAt'] as const;
const TO_KEYS = { at: 'toAt', knownAt: 'toKnownAt', publicAt: 'toPublicAt' } as const;
/** Marks a comparison whose other view is "now". */
const COMPARE = 'compare';
const TIME_POINT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** A date or an instant as the server takes it, or null for anything else. */
function timePoint(text: string | null): string | null {
  const trimmed = text?.trim().replace(' ', '+') ?? '';
  if (!TIME_POINT.test(trimmed) || Number.isNaN(Date.parse(trimmed))) return null;
  const midnight = dayStart(trimmed);
  // Date.parse reads 30 February as 2 March.
  return !Number.isNaN(midnight) && dateOf(midnight) === trimmed.slice(0, 10) ? trimmed : null;
}

/** Invalid dates of a query string, by parameter. */
export function invalidDates(search: string): readonly (readonly [name: string, text: string])[] {
  const params = new URLSearchParams(search);
  return [...KEYS, ...Object.values(TO_KEYS)].flatMap((name) => {
    const text = params.get(name)?.trim() ?? '';
    return text !== '' && timePoint(text) === null ? [[name, text] as const] : [];
  });
}

/** The view in a query string. Invalid dates are ignored. */
export function readClocks(search: string): Clocks {
  const params = new URLSearchParams(search);
  const clock = (name: (key: (typeof KEYS)[number]) => string): Clock => ({
    at: timePoint(params.get(name('at'))),
    knownAt: timePoint(params.get(name('knownAt'))),
    publicAt: timePoint(params.get(name('publicAt'))),
  });
  const to = clock((key) => TO_KEYS[key]);
  const compares = params.has(COMPARE) || KEYS.some((key) => to[key] !== null);
  return { ...clock((key) => key), to: compares ? to : null };
}

/** `search` with the parameters of a view; other parameters stay. */
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
  // Colons and slashes are allowed in a query and stay readable.
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

/**
 * The clocks to query. Every clock is stated, even for "now": the result then never changes, and
 * server and browser can cache it.
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

/** Whether a view follows new events: it has no clock and no comparison. */
export const isMoving = ({ at, knownAt, publicAt, to }: Clocks): boolean =>
  at === null && knownAt === null && publicAt === null && to === null;
