/**
 * What forms remember on this device, in `localStorage`: who publishes what kind of source, and the
 * roles of speakers. Whoever uses the device may refuse; then nothing is kept.
 */
import { isBlank, type FormValues } from './formValues.js';

/** A source as far as others by the same publisher are like it. */
export interface KnownSource {
  readonly publisher: string;
  /** INSTRUMENT, PRESS and so on. */
  readonly kind: string;
  /** The site of its address; null where it has none. */
  readonly site: string | null;
}

export interface KnownRole {
  readonly speaker: string;
  readonly role: string;
}

export interface Memory {
  /** Newest first, as are the roles. */
  readonly sources: readonly KnownSource[];
  readonly roles: readonly KnownRole[];
}

const NAME = 'parley.entry.memory';
const REFUSED = 'refused';
/** Entries kept of each list. */
const MAX_KEPT = 100;
const NOTHING: Memory = { sources: [], roles: [] };

/** The site of an address, such as `www.cbic.gov.in`; null for what is no address. */
export const siteOf = (url: unknown): string | null =>
  typeof url === 'string' && URL.canParse(url.trim()) ? new URL(url.trim()).host || null : null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Null where the browser keeps nothing for this page. */
function read(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(NAME, text);
  } catch {
    // Storage is full or blocked: forms work without it.
  }
}

export const isRemembering = (): boolean => read() !== REFUSED;

/** Allows this device to remember, or forgets everything and refuses from now on. */
export const setRemembering = (allowed: boolean): void =>
  write(allowed ? JSON.stringify(NOTHING) : REFUSED);

export function remembered(): Memory {
  const text = read();
  if (text === null || text === REFUSED) return NOTHING;
  try {
    return { ...NOTHING, ...(JSON.parse(text) as Partial<Memory>) };
  } catch {
    return NOTHING;
  }
}

/** The entries with new ones in front, each once. */
const withNew = <Entry>(added: readonly Entry[], kept: readonly Entry[]): readonly Entry[] =>
  [...new Map([...added, ...kept].map((entry) => [JSON.stringify(entry), entry])).values()].slice(
    0,
    MAX_KEPT,
  );

/** Remembers what a recorded form says of its sources and its speaker, unless that is refused. */
export function remember(values: FormValues): void {
  if (!isRemembering()) return;
  const { sources, roles } = remembered();
  const data = (values['data'] ?? {}) as FormValues;
  const [speaker, role] = [textOf(data['speaker']), textOf(data['role'])];
  const added = ((values['sources'] ?? []) as readonly FormValues[])
    .filter(({ publisher, kind }) => !isBlank(publisher) && !isBlank(kind))
    .map(({ publisher, kind, url }) => ({
      publisher: textOf(publisher),
      kind: textOf(kind),
      site: siteOf(url),
    }));
  const ofOthers = roles.filter((known) => known.speaker !== speaker);
  write(
    JSON.stringify({
      sources: withNew(added, sources),
      // A speaker has one role at a time: the last one.
      roles: speaker === '' || role === '' ? roles : withNew([{ speaker, role }], ofOthers),
    } satisfies Memory),
  );
}
