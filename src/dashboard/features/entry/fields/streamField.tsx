/** The field for an event's stream: a negotiation, a measure, a rulebook or an area, by its short name. */
import { countries, countryCode } from '../../../lib/words/countries.js';
import { similarStreams } from '../model/similarStreams.js';
import { toSlug } from '../model/slugs.js';
import { useField } from './formContext.js';
import { FieldFrame, fieldAttributes } from './fieldFrame.js';
import { fieldId } from '../model/formPaths.js';
import type { EntrySuggestions } from './entrySuggestions.js';
import type { Suggestion } from './formContext.js';
import {
  type EventType,
  envelopeField,
  inputFields,
  isNamedByCode,
  LAUNCH,
  type StreamKind,
} from '../model/formSchema.js';

const STREAM_LABELS: Readonly<Record<EventType['stream'], { label: string; description: string }>> =
  {
    negotiation: { label: 'Negotiation', description: 'Its short name, such as in-us-bta.' },
    measure: { label: 'Measure', description: 'Its short name, such as us-recip-in.' },
    rulebook: {
      label: 'Rulebook',
      description: 'The code of the country whose rules these are, such as US.',
    },
    area: { label: 'Area', description: 'The code of the group, such as MERCOSUR.' },
    any: { label: 'Belongs to', description: '' },
  };

const FULL_NAMES: Readonly<Record<StreamKind, string>> = {
  negotiation: 'negotiation/<name>',
  measure: 'measure/<name>',
  rulebook: 'rulebook/<country>',
  area: 'area/<code>',
};

const ALL_KINDS = Object.keys(FULL_NAMES) as readonly StreamKind[];

/** "negotiation/<name>, measure/<name> or rulebook/<country>." */
function fullNames({ kinds = ALL_KINDS }: EventType): string {
  const names = kinds.map((kind) => FULL_NAMES[kind]);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}.`;
}

const COUNTRIES: readonly Suggestion[] = countries().map(({ code, name }) => ({
  value: code,
  label: name,
}));

/** The code of a country or group by its code or name; any other text in capitals. */
const codeOf = (text: string): string => {
  const code = countryCode(text);
  return code === text.trim() ? code.toUpperCase() : code;
};

export function StreamField({
  eventType,
  suggestions,
  onBegin,
}: {
  readonly eventType: EventType;
  readonly suggestions: EntrySuggestions;
  /** Enters the launch of a new negotiation instead; undefined where that is entered already. */
  readonly onBegin: (() => void) | undefined;
}) {
  const path = 'stream';
  const { value = '', problems, change } = useField(path);
  const text = value as string;
  const { label, description } = STREAM_LABELS[eventType.stream];
  const kinds = eventType.kinds ?? ALL_KINDS;
  const named = (kind: StreamKind, each: readonly Suggestion[]) =>
    kinds.includes(kind) ? each.map((one) => ({ ...one, value: `${kind}/${one.value}` })) : [];
  const options =
    eventType.stream === 'negotiation'
      ? suggestions.negotiations
      : eventType.stream === 'measure'
        ? suggestions.measures
        : eventType.stream === 'area'
          ? suggestions.areas
          : eventType.stream === 'rulebook'
            ? COUNTRIES
            : [
                ...named('negotiation', suggestions.negotiations),
                ...named('measure', suggestions.measures),
              ];
  const existing = options.find((option) => option.value === text);
  const isNew = text !== '' && options.length > 0 && !existing;
  const near = isNew ? similarStreams(text, options) : [];
  const isNamedByTitle =
    eventType.type === LAUNCH ||
    (eventType.stream === 'measure' &&
      inputFields(eventType.input)?.some(({ name }) => name === 'title'));
  const field = {
    ...envelopeField('stream'),
    name: label,
    description: isNamedByTitle
      ? `${description} A new one is named by its title.`
      : description || fullNames(eventType),
  };
  const list = `${fieldId(path)}-list`;
  return (
    <FieldFrame
      field={field}
      path={path}
      hint={
        existing ? (
          <strong>
            {existing.label}
            {eventType.type === LAUNCH &&
              ' is on record already: a launch here gives it another title and other parties. A new negotiation needs a name of its own.'}
          </strong>
        ) : isNew ? (
          <strong>
            {near.length > 0
              ? 'Nothing is recorded under this name, but under one like it.'
              : onBegin
                ? 'New: nothing is recorded for it yet. A negotiation begins with its launch.'
                : 'New: nothing is recorded for it yet.'}
          </strong>
        ) : (
          ''
        )
      }
    >
      <input
        {...fieldAttributes(path, field, problems.length > 0)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        list={list}
        value={text}
        onChange={({ target }) => change(target.value)}
        onBlur={() => {
          const name = isNamedByCode(eventType.stream) ? codeOf(text) : toSlug(text);
          if (eventType.stream !== 'any' && name !== text) change(name);
        }}
      />
      {near.map((option) => (
        <button
          key={option.value}
          type="button"
          className="entry-reading"
          onClick={() => change(option.value)}
        >
          Use this one: {option.label ?? option.value}
          {option.label !== undefined && <span className="soft"> ({option.value})</span>}
        </button>
      ))}
      {isNew && near.length === 0 && onBegin && (
        <button type="button" className="entry-reading" onClick={onBegin}>
          Begin with its launch
        </button>
      )}
      <datalist id={list}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
    </FieldFrame>
  );
}
