/**
 * What can be entered, as the catalogue states it: `generated/forms.json` is made of it by
 * `npm run codegen`, so nothing here knows an event type.
 */
import forms from '../../../generated/forms.json';

/** One thing that an input asks for. */
export interface Field {
  readonly name: string;
  /** What it is called on the page, where its name would not say it. */
  readonly label?: string;
  /** What is to be written there, as a sentence. */
  readonly says: string;
  /** The name of a scalar, an enum or an input. */
  readonly type: string;
  /** 1 for a list, 2 for a list of lists; absent for a single value. */
  readonly list?: number;
  readonly required?: boolean;
  /** Whether it may take more than a line. */
  readonly long?: boolean;
}

/** An event type and what carries it. */
export interface EventKind {
  readonly type: string;
  /** Its key in `EventDataInput`. */
  readonly key: string;
  /** What happened, as a sentence. */
  readonly says: string;
  /** What it belongs to; `any` where that is said by the whole name of a stream. */
  readonly stream: 'negotiation' | 'measure' | 'rulebook' | 'area' | 'any';
  /** The input of its data. */
  readonly input: string;
  /** Whether an interval in `occurred` is how long it went on; elsewhere a moment lies within it. */
  readonly span?: boolean;
}

/** Whether streams of a kind are named by the code of an area, in capitals. */
export const isNamedByCode = (kind: EventKind['stream']): boolean =>
  kind === 'rulebook' || kind === 'area';

export interface Choice {
  readonly value: string;
  readonly says: string;
}

interface Forms {
  readonly types: Readonly<Record<string, Omit<EventKind, 'type'>>>;
  readonly inputs: Readonly<Record<string, readonly Field[]>>;
  readonly enums: Readonly<Record<string, readonly Choice[]>>;
  readonly scalars: Readonly<Record<string, string>>;
}

const { types, inputs, enums, scalars } = forms as unknown as Forms;

/** Every event type, in the order of the catalogue. */
export const KINDS: readonly EventKind[] = Object.entries(types).map(([type, kind]) => ({
  type,
  ...kind,
}));

/** The kind of a type; undefined for a type that this dashboard was not built with. */
export const kindOf = (type: string): EventKind | undefined =>
  KINDS.find((kind) => kind.type === type);

/** What an input asks for; undefined where the name is no input's. */
export const fieldsOf = (input: string): readonly Field[] | undefined => inputs[input];

/** The values of an enum; undefined where the name is no enum's. */
export const choicesOf = (name: string): readonly Choice[] | undefined => enums[name];

/** What is to be written for a scalar that has a grammar of its own; empty for plain ones. */
export const grammarOf = (name: string): string =>
  ['EDTF', 'EffectiveTime', 'CountryCode', 'HSCode', 'URL'].includes(name)
    ? (scalars[name] ?? '')
    : '';

const ENVELOPE = fieldsOf('EventInput') ?? [];

/** What every event is asked for, whatever its type: `occurred`, `sources` and so on. */
export function envelopeField(name: string): Field {
  const field = ENVELOPE.find((each) => each.name === name);
  if (!field) throw new Error(`EventInput has no field ${name}`);
  return field;
}

/** How many fields a person sees at first, at least. */
const FEW = 3;

/**
 * The few fields that a person needs first, and the rest: those that must be given, and where they
 * are few, the first that are stated.
 */
export function firstOf(
  fields: readonly Field[],
  few = FEW,
): {
  readonly first: readonly Field[];
  readonly rest: readonly Field[];
} {
  const must = fields.filter(({ required }) => required);
  const fill = fields.filter(({ required }) => !required).slice(0, Math.max(0, few - must.length));
  const early = new Set([...must, ...fill]);
  return {
    first: fields.filter((field) => early.has(field)),
    rest: fields.filter((field) => !early.has(field)),
  };
}

/** What a field is called on the page. */
export const labelOf = ({ name, label }: Field): string => label ?? titled(name);

/** `RoundHeld` and `effectiveFrom` as words: "Round held", "Effective from". */
export function titled(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/\b(hs|url)\b/gi, (word) =>
    word.toUpperCase(),
  );
}
