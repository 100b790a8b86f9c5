/** Drafts of entry forms in `sessionStorage`: they survive a reload and a form closed by mistake. */
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import type { FormValues } from './formValues.js';

export interface Draft {
  /** The chosen event type; null until one is chosen. */
  readonly type: string | null;
  /** The form's values, at the paths by which problems are reported. */
  readonly values: FormValues;
  /** Sent with every attempt, so that one form is recorded at most once. */
  readonly idempotencyKey: string;
  /** The revision of each stream when the form was opened: the expected revisions of its request. */
  readonly revisions: Readonly<Record<string, number>>;
}

const DRAFT_PREFIX = 'parley.draft';
const OPEN_FORM = 'parley.open';
const RECENT_SOURCES = 'parley.sources';
const MAX_SOURCES = 5;

/** A random key. `crypto.randomUUID` needs a secure context, which a page over plain HTTP lacks. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `form-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A new draft. */
export const emptyDraft = (values: FormValues = {}, type: string | null = null): Draft => ({
  type,
  values,
  idempotencyKey: newIdempotencyKey(),
  revisions: {},
});

const draftName = (purpose: EntryPurpose): string =>
  'eventId' in purpose
    ? `${DRAFT_PREFIX}.${purpose.kind}.${purpose.eventId}`
    : `${DRAFT_PREFIX}.${purpose.kind}.${purpose.stream ?? ''}${purpose.preset ? JSON.stringify(purpose.preset) : ''}`;

function readStored(name: string): unknown {
  const text = sessionStorage.getItem(name);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A draft as version 0.1 stored it, under other names. */
interface StoredDraft extends Omit<Draft, 'idempotencyKey' | 'revisions'> {
  readonly idempotencyKey?: string;
  readonly revisions?: Draft['revisions'];
  readonly key?: string;
  readonly seen?: Draft['revisions'];
}

/** The stored draft of a purpose, or null. */
export function loadDraft(purpose: EntryPurpose): Draft | null {
  const stored = readStored(draftName(purpose)) as StoredDraft | null;
  if (!stored) return null;
  const { key, seen, idempotencyKey = key ?? newIdempotencyKey(), revisions = seen ?? {} } = stored;
  return { type: stored.type, values: stored.values, idempotencyKey, revisions };
}

export const saveDraft = (purpose: EntryPurpose, draft: Draft): void =>
  sessionStorage.setItem(draftName(purpose), JSON.stringify(draft));

export const deleteDraft = (purpose: EntryPurpose): void =>
  sessionStorage.removeItem(draftName(purpose));

/** The purpose of the form that was open when the page was left, or null. */
export function loadOpenPurpose(): EntryPurpose | null {
  const stored = readStored(OPEN_FORM) as (EntryPurpose & { about?: string }) | null;
  // Version 0.1 stored the event's id as `about`.
  if (!stored?.about || stored.kind === 'enter' || stored.kind === 'suppose') return stored;
  return { kind: stored.kind, eventId: stored.about };
}

/** Stores which form is open; null clears it. */
export function saveOpenPurpose(purpose: EntryPurpose | null): void {
  if (purpose) sessionStorage.setItem(OPEN_FORM, JSON.stringify(purpose));
  else sessionStorage.removeItem(OPEN_FORM);
}

/** The sources used last in this session, newest first. */
export const recentSources = (): readonly FormValues[] =>
  (readStored(RECENT_SOURCES) as readonly FormValues[] | null) ?? [];

export function rememberSources(sources: readonly FormValues[]): void {
  const all = [...sources, ...recentSources()].map((source) => JSON.stringify(source));
  const recent = [...new Set(all)]
    .slice(0, MAX_SOURCES)
    .map((text) => JSON.parse(text) as FormValues);
  sessionStorage.setItem(RECENT_SOURCES, JSON.stringify(recent));
}
