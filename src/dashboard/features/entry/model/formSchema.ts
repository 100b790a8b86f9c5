/**
 * The form schema: event types, input fields and enum values from `generated/forms.json`, which
 * `npm run codegen` generates from the event catalogue. Of the event types only the launch is named here.
 */
import forms from '../../../generated/forms.json';

/** One field of an input. */
export interface Field {
  readonly name: string;
  /** Its label on the page, where it differs from the name. */
  readonly label?: string;
  /** What to enter, as a sentence. */
  readonly description: string;
  /** The name of a scalar, an enum or an input. */
  readonly type: string;
  /** 1 for a list, 2 for a list of lists; absent for a single value. */
  readonly list?: number;
  readonly required?: boolean;
  /** Whether its text may take more than one line. */
  readonly long?: boolean;
}

export type StreamKind = 'negotiation' | 'measure' | 'rulebook' | 'area';

/** An event type and the input that carries its data. */
export interface EventType {
  readonly type: string;
  /** Its key in `EventDataInput`. */
  readonly key: string;
  /** What happened, as a sentence. */
  readonly description: string;
  /** Words that reports use for it, the commonest first. */
  readonly alsoCalled: readonly string[];
  /** The kind of stream it belongs to; `any` where the full name of the stream is given. */
  readonly stream: StreamKind | 'any';
  /** The kinds that it may belong to, where there are several; absent for one kind, or for all. */
  readonly kinds?: readonly StreamKind[];
  /** The name of the input type of its data. */
  readonly input: string;
  /** Whether an interval in `occurred` is the event's duration; otherwise it is a window for a moment. */
  readonly span?: boolean;
  /** The optional fields that the form asks at once. */
  readonly asksFirst?: readonly string[];
}

/** Whether streams of a kind are named by the code of an area, in capitals. */
export const isNamedByCode = (kind: EventType['stream']): boolean =>
  kind === 'rulebook' || kind === 'area';

export interface EnumValue {
  readonly value: string;
  readonly description: string;
}

interface Forms {
  readonly types: Readonly<Record<string, Omit<EventType, 'type'>>>;
  readonly inputs: Readonly<Record<string, readonly Field[]>>;
  readonly enums: Readonly<Record<string, readonly EnumValue[]>>;
  readonly scalars: Readonly<Record<string, string>>;
}

const { types, inputs, enums, scalars } = forms as unknown as Forms;

/** Every event type, in catalogue order. */
export const EVENT_TYPES: readonly EventType[] = Object.entries(types).map(([type, kind]) => ({
  type,
  ...kind,
}));

/** The event that a negotiation begins with. */
export const LAUNCH = 'NegotiationLaunched';

/** An event type by name; undefined for one that this build does not have. */
export const eventTypeOf = (type: string): EventType | undefined =>
  EVENT_TYPES.find((kind) => kind.type === type);

/** An input that is entered as one text: a duty, as tariffs write it. */
export const DUTY_INPUT = 'DutyExpressionInput';

/** The fields of an input type; undefined for what is entered as one text, and for any other name. */
export const inputFields = (input: string): readonly Field[] | undefined =>
  input === DUTY_INPUT ? undefined : inputs[input];

/** The values of an enum; undefined for any other name. */
export const enumValues = (name: string): readonly EnumValue[] | undefined => enums[name];

/** The format of a scalar that has one; empty for plain ones. */
export const scalarFormat = (name: string): string =>
  name === DUTY_INPUT
    ? 'As tariffs write it: 2.5 % + 7 INR/kg MIN 10 % MAX 24 EUR/100 kg.'
    : ['EDTF', 'EffectiveTime', 'CountryCode', 'HSCode', 'URL'].includes(name)
      ? (scalars[name] ?? '')
      : '';

const ENVELOPE = inputFields('EventInput') ?? [];

/** A field that every event has, such as `occurred` or `sources`. Throws for an unknown name. */
export function envelopeField(name: string): Field {
  const field = ENVELOPE.find((each) => each.name === name);
  if (!field) throw new Error(`EventInput has no field ${name}`);
  return field;
}

/** The least number of primary fields, where an input has as many. */
const PRIMARY_COUNT = 3;

/**
 * Splits fields into primary and further ones. Primary are all required fields and the optional ones
 * that `primaryNames` lists; without it, the first optional ones, up to PRIMARY_COUNT fields in all.
 */
export function splitFields(
  fields: readonly Field[],
  primaryNames?: readonly string[],
): {
  readonly primary: readonly Field[];
  readonly further: readonly Field[];
} {
  const required = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  const primaryOptional = primaryNames
    ? optional.filter(({ name }) => primaryNames.includes(name))
    : optional.slice(0, Math.max(0, PRIMARY_COUNT - required.length));
  const primary = new Set([...required, ...primaryOptional]);
  return {
    primary: fields.filter((field) => primary.has(field)),
    further: fields.filter((field) => !primary.has(field)),
  };
}

/** A field's label on the page. */
export const fieldLabel = ({ name, label }: Field): string => label ?? sentenceCase(name);

/** A name in sentence case: "Round held" for `RoundHeld`, "Effective from" for `effectiveFrom`. */
export function sentenceCase(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/\b(hs|url)\b/gi, (word) =>
    word.toUpperCase(),
  );
}
