/**
 * What some values of a form say of others: the site of a source its publisher, a publisher the kind
 * of its sources, a target its name. They are filled in where nothing else was entered, and follow
 * what they rest on.
 */
import type { Suggestion } from '../fields/formContext.js';
import { areaCode } from './codeLists.js';
import { isWithin, setValueAt, valueAt } from './formPaths.js';
import { type EventType, inputFields, LAUNCH } from './formSchema.js';
import type { FormValues } from './formValues.js';
import { type KnownRole, type KnownSource, siteOf } from './memory.js';
import { measureSlug, titleSlug } from './slugs.js';

export interface KnownTarget {
  readonly slug: string;
  readonly what: string;
  readonly kind: string;
  readonly unit: string | null;
}

/** What a form knows besides what was entered in it. */
export interface FormKnowledge {
  readonly sources: readonly KnownSource[];
  readonly roles: readonly KnownRole[];
  /** The codes of the parties of its negotiation. */
  readonly parties: readonly string[];
  readonly targets: readonly KnownTarget[];
  /** The agreements of its negotiation, by slug and title. */
  readonly agreements: readonly Suggestion[];
  readonly measures: readonly Suggestion[];
}

/** Values by path. */
type Values = ReadonlyMap<string, string>;

const textAt = (values: FormValues, path: string): string => {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value.trim() : '';
};

/** The value that all of them have; undefined where they differ or there is none. */
function agreed<Entry>(entries: readonly Entry[], value: (entry: Entry) => string) {
  const [first, ...others] = new Set(entries.map(value));
  return others.length === 0 ? first : undefined;
}

/** A publisher of sources of several kinds, or a site of several publishers, says nothing. */
function* ofSources(values: FormValues, { sources }: FormKnowledge) {
  const count = ((values['sources'] ?? []) as readonly FormValues[]).length;
  for (let index = 0; index < count; index += 1) {
    const path = `sources[${index}]`;
    const site = siteOf(valueAt(values, `${path}.url`));
    const ofSite = sources.filter((known) => site !== null && known.site === site);
    yield [`${path}.publisher`, agreed(ofSite, ({ publisher }) => publisher)] as const;
    const publisher = textAt(values, `${path}.publisher`);
    const ofPublisher = sources.filter((known) => known.publisher === publisher);
    yield [`${path}.kind`, agreed(ofPublisher, ({ kind }) => kind)] as const;
  }
}

function* ofData(eventType: EventType, values: FormValues, knowledge: FormKnowledge) {
  const has = (name: string) =>
    (inputFields(eventType.input) ?? []).some((field) => field.name === name);
  const text = (name: string) => textAt(values, `data.${name}`);
  if (has('role')) {
    const known = knowledge.roles.find(({ speaker }) => speaker === text('speaker'));
    yield ['data.role', known?.role] as const;
  }
  if (has('imposedBy') && has('title')) {
    // "US duty on steel" is imposed by the United States, where that is a party.
    const first = areaCode('CountryCode', /^[\p{L}]+/u.exec(text('title'))?.[0] ?? '');
    yield ['data.imposedBy', knowledge.parties.find((code) => code === first)] as const;
  }
  if (has('imposedBy') && has('affects')) {
    // Of two parties, a measure of one is taken to be on the other.
    const [one, other, ...more] = knowledge.parties;
    const by = areaCode('CountryCode', text('imposedBy'));
    const counterpart = by === one ? other : by === other ? one : undefined;
    yield ['data.affects', more.length === 0 ? counterpart : undefined] as const;
  }
  if (has('target') && has('what')) {
    const target = knowledge.targets.find(({ slug }) => slug === text('target'));
    yield ['data.what', target?.what] as const;
    yield ['data.kind', target?.kind] as const;
    yield ['data.unit', target?.unit ?? undefined] as const;
    // A new target is named by what is to be done.
    const named = target ?? knowledge.targets.find(({ what }) => what === text('what'));
    yield ['data.target', named?.slug ?? titleSlug(text('what'))] as const;
  }
  if (has('agreement') && has('title') && eventType.type !== LAUNCH) {
    const known = knowledge.agreements.find(({ label }) => label === text('title'));
    yield ['data.agreement', known?.value] as const;
  }
  if (eventType.type === LAUNCH) yield ['stream', titleSlug(text('title'))] as const;
  if (eventType.stream === 'measure' && has('title')) {
    const title = text('title');
    const known = knowledge.measures.find(({ label }) => label === title);
    yield ['stream', known?.value ?? measureSlug(text('imposedBy'), title)] as const;
  }
}

/** The values that others imply, by path. */
export function impliedValues(
  eventType: EventType | undefined,
  values: FormValues,
  knowledge: FormKnowledge,
): Values {
  const implied = [
    ...ofSources(values, knowledge),
    ...(eventType ? ofData(eventType, values, knowledge) : []),
  ];
  return new Map(
    implied.flatMap(([path, value]) =>
      value === undefined || value === '' ? [] : [[path, value]],
    ),
  );
}

/**
 * The values of a form after a field was changed, with what the change implies: where nothing was
 * entered, or only what was implied before. `impliedBefore` differs from `implied` where not a field
 * but what the form knows has changed. `filled` names the paths.
 */
export function withImplied(
  before: FormValues,
  after: FormValues,
  changed: string,
  implied: (values: FormValues) => Values,
  impliedBefore = implied,
): { readonly values: FormValues; readonly filled: readonly string[] } {
  const filled = new Set<string>();
  let [previous, values] = [before, after];
  // Twice: a publisher that a site implies itself implies a kind.
  for (let pass = 0; pass < 2; pass += 1) {
    const old = (pass === 0 ? impliedBefore : implied)(previous);
    const now = implied(values);
    previous = values;
    for (const path of new Set([...old.keys(), ...now.keys()])) {
      if (old.get(path) === now.get(path) || isWithin(path, changed)) continue;
      const current = textAt(values, path);
      if (current !== '' && current !== old.get(path)) continue;
      values = setValueAt(values, path, now.get(path) ?? '');
      if (now.has(path)) filled.add(path);
    }
  }
  return { values, filled: [...filled] };
}
