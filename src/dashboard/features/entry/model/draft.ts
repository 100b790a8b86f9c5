/** What is being entered, kept for the session: a reload, or a form closed by mistake, loses nothing. */
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import type { Values } from './values.js';

export interface Draft {
  /** The event type chosen; null before one is. */
  readonly type: string | null;
  /** What stands in the form, under the paths by which problems are named. */
  readonly values: Values;
  /** Sent with every try, so that the same form is recorded once. */
  readonly key: string;
  /** How many events each stream had when it was looked at. */
  readonly seen: Readonly<Record<string, number>>;
}

const DRAFT = 'parley.draft';
const OPEN = 'parley.open';
const SOURCES = 'parley.sources';
const MOST_SOURCES = 5;

/** A key that no other form has; also where the page did not come over a secure connection. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `form-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A form with nothing in it. */
export const emptyDraft = (values: Values = {}): Draft => ({
  type: null,
  values,
  key: newKey(),
  seen: {},
});

const nameOf = (purpose: EntryPurpose): string =>
  'about' in purpose
    ? `${DRAFT}.${purpose.kind}.${purpose.about}`
    : `${DRAFT}.${purpose.kind}.${purpose.stream ?? ''}`;

function kept(name: string): unknown {
  const text = sessionStorage.getItem(name);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was left unfinished for a purpose, or null. */
export const draftOf = (purpose: EntryPurpose): Draft | null =>
  kept(nameOf(purpose)) as Draft | null;

export const keepDraft = (purpose: EntryPurpose, draft: Draft): void =>
  sessionStorage.setItem(nameOf(purpose), JSON.stringify(draft));

export const forgetDraft = (purpose: EntryPurpose): void =>
  sessionStorage.removeItem(nameOf(purpose));

/** The form that was open when the page was left, or null. */
export const openForm = (): EntryPurpose | null => kept(OPEN) as EntryPurpose | null;

/** Notes which form is open; null when none is. */
export function noteOpen(purpose: EntryPurpose | null): void {
  if (purpose) sessionStorage.setItem(OPEN, JSON.stringify(purpose));
  else sessionStorage.removeItem(OPEN);
}

/** The sources last given in this session, the latest first: news mostly come by the same ones. */
export const lastSources = (): readonly Values[] =>
  (kept(SOURCES) as readonly Values[] | null) ?? [];

export function noteSources(sources: readonly Values[]): void {
  const all = [...sources, ...lastSources()].map((each) => JSON.stringify(each));
  const few = [...new Set(all)].slice(0, MOST_SOURCES).map((each) => JSON.parse(each) as Values);
  sessionStorage.setItem(SOURCES, JSON.stringify(few));
}
