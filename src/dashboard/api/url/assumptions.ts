/** The assumptions of a what-if page, held in its URL. */
import { useMemo } from 'react';
import type { Assumptions } from '../../generated/graphql.js';
import { navigate } from '../../lib/location.js';
import { useSearch } from './useLocation.js';

/** The parameter of the URL: `Assumptions` as JSON, in base64url. */
export const ASSUMPTIONS_PARAMETER = 'what-if';

/** The assumptions of a query string; `broken` when the parameter cannot be decoded. */
export interface AssumptionsState {
  readonly assumptions: Assumptions | null;
  readonly broken: boolean;
}

const NONE: AssumptionsState = { assumptions: null, broken: false };
const BROKEN: AssumptionsState = { assumptions: null, broken: true };

const isStringList = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''));

const isEvent = (value: unknown): boolean => {
  const { stream, occurred, data } = (value ?? {}) as Record<string, unknown>;
  return typeof stream === 'string' && typeof occurred === 'string' && typeof data === 'object';
};

function isAssumptions(value: unknown): value is Assumptions {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { without, with: events, ...rest } = value as Record<string, unknown>;
  const validEvents = events === undefined || (Array.isArray(events) && events.every(isEvent));
  return isStringList(without) && validEvents && Object.keys(rest).length === 0;
}

/** Assumptions as the value of the URL parameter. */
export function encodeAssumptions(assumptions: Assumptions): string {
  const bytes = new TextEncoder().encode(JSON.stringify(assumptions));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decodeAssumptions(text: string): AssumptionsState {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)),
    );
    const value: unknown = JSON.parse(json);
    if (!isAssumptions(value)) return BROKEN;
    return isEmpty(value) ? NONE : { assumptions: value, broken: false };
  } catch {
    return BROKEN;
  }
}

const isEmpty = ({ without, with: events }: Assumptions): boolean =>
  (without ?? []).length === 0 && (events ?? []).length === 0;

const parameterOf = (search: string): string | null =>
  new URLSearchParams(search).get(ASSUMPTIONS_PARAMETER);

/** The assumptions of a query string. */
export function readAssumptions(search: string): AssumptionsState {
  const text = parameterOf(search);
  return text === null ? NONE : decodeAssumptions(text);
}

/** A query string with other assumptions, or none; its other parameters stay. */
export function writeAssumptions(search: string, assumptions: Assumptions | null): string {
  const params = new URLSearchParams(search);
  params.delete(ASSUMPTIONS_PARAMETER);
  const rest = params.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  const parameter =
    assumptions && !isEmpty(assumptions)
      ? `${ASSUMPTIONS_PARAMETER}=${encodeAssumptions(assumptions)}`
      : '';
  const text = [rest, parameter].filter((part) => part !== '').join('&');
  return text === '' ? '' : `?${text}`;
}

/** Navigates to the same page under other assumptions; null shows the record. */
export function setAssumptions(assumptions: Assumptions | null): void {
  navigate(location.pathname + writeAssumptions(location.search, assumptions));
}

/** The page's assumptions, and whether its link is broken. Stable while the parameter is the same. */
export function useAssumptionsState(): AssumptionsState {
  const text = parameterOf(useSearch());
  return useMemo(() => (text === null ? NONE : decodeAssumptions(text)), [text]);
}

/** The page's assumptions; null where it shows the record. */
export const useAssumptions = (): Assumptions | null => useAssumptionsState().assumptions;
