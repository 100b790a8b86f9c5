/** The fields of a proposed event: their names, values in words, and what a reviewer changes. */
import { dateWords, meansOfType } from '../../lib/time/edtfWords.js';
import { capital, countryName } from '../../lib/words/labels.js';
import type { ProposalInFullQuery } from '../../generated/graphql.js';

export type Proposal = NonNullable<ProposalInFullQuery['proposal']>;
type Json = Readonly<Record<string, unknown>>;

/** `RoundHeld` as "Round held", `effectiveFrom` as "Effective from". */
export const inWords = (name: string): string =>
  capital(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());

export const fieldName = (path: string): string => inWords(path.replace(/^data\./, ''));

export interface Field {
  readonly path: string;
  /** As it is typed. */
  readonly text: string;
  /** As it is read. */
  readonly words: string;
  readonly isNeeded: boolean;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

const AREA_KEYS = new Set(['imposedBy', 'affects', 'exceptFor', 'parties', 'party', 'onBehalfOf']);
const EDTF = /^(?:\.\.|\d{4}(?:-\d\d){0,2}[~?%]?)(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2}[~?%]?)?)?$/;

function asWords(key: string, value: unknown, type: string): string {
  if (Array.isArray(value)) return value.map((each) => asWords(key, each, type)).join(', ');
  if (key.toLowerCase().endsWith('rate') && typeof value === 'number') return `${value} per cent`;
  if (typeof value !== 'string') return asText(value);
  if (AREA_KEYS.has(key)) return countryName(value);
  if (EDTF.test(value))
    return capital(dateWords(value, key === 'occurred' ? meansOfType(type) : undefined));
  return /^[A-Z_]+$/.test(value) ? inWords(value.replaceAll('_', ' ')) : value;
}

/** Every field of the event, then what it needs. */
export function fieldsOf({
  type,
  event,
  needs,
}: Pick<Proposal, 'type' | 'event' | 'needs'>): readonly Field[] {
  const { stream, occurred, data = {} } = event as Json & { data?: Json };
  const given: readonly (readonly [string, unknown])[] = [
    ['stream', stream],
    ['occurred', occurred],
    ...Object.entries(data).map(([key, value]) => [`data.${key}`, value] as const),
  ];
  const known = given
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({
      path,
      text: asText(value),
      words: asWords(path.replace(/^data\./, ''), value, type),
      isNeeded: false,
    }));
  const missing = needs
    .filter((path) => !known.some((field) => field.path === path))
    .map((path) => ({ path, text: '', words: '', isNeeded: true }));
  return [...known, ...missing];
}

/** What is typed for a field, as the event has it: text stays text, the rest is JSON where it can be. */
function asValue(typed: string, original: unknown): unknown {
  if (typeof original === 'string') return typed;
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return typed;
  }
}

/** The amendment for what a reviewer typed; undefined when nothing was changed. */
export function amendmentOf(
  { event }: Pick<Proposal, 'event'>,
  typed: ReadonlyMap<string, string>,
): Json | undefined {
  const { data = {}, ...envelope } = event as Json & { data?: Json };
  const changedData: Record<string, unknown> = {};
  const changed: Record<string, unknown> = {};
  for (const [path, text] of typed) {
    const key = path.replace(/^data\./, '');
    const isData = path !== key;
    const original = isData ? data[key] : envelope[key];
    if (text === asText(original)) continue;
    if (isData) changedData[key] = text.trim() === '' ? null : asValue(text, original);
    else if (path === 'sources') changed[key] = [{ kind: 'PRESS', url: text.trim() }];
    else changed[key] = text.trim();
  }
  const hasData = Object.keys(changedData).length > 0;
  if (!hasData && Object.keys(changed).length === 0) return undefined;
  return { ...changed, ...(hasData && { data: changedData }) };
}
