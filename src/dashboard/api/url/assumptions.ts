/** What a page supposes that the record does not say, as its URL tells it. */
import { useMemo } from 'react';
import type { Assumptions } from '../../generated/graphql.js';
import { navigate } from '../../lib/location.js';
import { useSearch } from './useLocation.js';

/** The parameter of the URL: `Assumptions` as JSON, in base64url. */
export const ASSUMING = 'what-if';

/** What a query string supposes; `broken` when it tries to and cannot be read. */
export interface Supposed {
  readonly assuming: Assumptions | null;
  readonly broken: boolean;
}

const NOTHING: Supposed = { assuming: null, broken: false };
const BROKEN: Supposed = { assuming: null, broken: true };

const isTexts = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== ''));

const isEvent = (value: unknown): boolean => {
  const { stream, occurred, data } = (value ?? {}) as Record<string, unknown>;
  return typeof stream === 'string' && typeof occurred === 'string' && typeof data === 'object';
};

function isAssumptions(value: unknown): value is Assumptions {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { without, with: events, ...rest } = value as Record<string, unknown>;
  const areEvents = events === undefined || (Array.isArray(events) && events.every(isEvent));
  return isTexts(without) && areEvents && Object.keys(rest).length === 0;
}

/** Assumptions as they stand in a URL. */
export function encode(assuming: Assumptions): string {
  const bytes = new TextEncoder().encode(JSON.stringify(assuming));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decode(text: string): Supposed {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)),
    );
    const value: unknown = JSON.parse(json);
    if (!isAssumptions(value)) return BROKEN;
    return isEmpty(value) ? NOTHING : { assuming: value, broken: false };
  } catch {
    return BROKEN;
  }
}

const isEmpty = ({ without, with: events }: Assumptions): boolean =>
  (without ?? []).length === 0 && (events ?? []).length === 0;

const textIn = (search: string): string | null => new URLSearchParams(search).get(ASSUMING);

/** What a query string supposes. */
export function readAssuming(search: string): Supposed {
  const text = textIn(search);
  return text === null ? NOTHING : decode(text);
}

/** A query string that supposes something else, or nothing; what else it says stays. */
export function writeAssuming(search: string, assuming: Assumptions | null): string {
  const params = new URLSearchParams(search);
  params.delete(ASSUMING);
  const rest = params.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  const own = assuming && !isEmpty(assuming) ? `${ASSUMING}=${encode(assuming)}` : '';
  const text = [rest, own].filter((part) => part !== '').join('&');
  return text === '' ? '' : `?${text}`;
}

/** Goes to the same page under other suppositions; none is the record as it is. */
export function suppose(assuming: Assumptions | null): void {
  navigate(location.pathname + writeAssuming(location.search, assuming));
}

/** What this page supposes, and whether its link is broken; the same as long as the URL says so. */
export function useSupposed(): Supposed {
  const text = textIn(useSearch());
  return useMemo(() => (text === null ? NOTHING : decode(text)), [text]);
}

/** What this page supposes; null where it shows the record as it is. */
export const useAssuming = (): Assumptions | null => useSupposed().assuming;
