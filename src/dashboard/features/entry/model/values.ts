/**
 * What stands in a form, and what is sent of it. A form holds text as it was typed, so nothing is
 * lost while it cannot be understood yet; what is left blank is not sent.
 */
import { countryCode } from './countries.js';
import { type DateRead, readDate, readEffective } from './plainDates.js';
import { type Field, fieldsOf } from './vocabulary.js';

/** The text of a field, the fields of an input, or those of each input of a list. */
export type Value = string | Values | readonly Values[];
export interface Values {
  readonly [name: string]: Value | undefined;
}

/** Something wrong, at the path of its field, such as `data.leads[0].name`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What a field's text means: a value to send, nothing at all, or something that cannot be sent. */
type Meaning = { readonly value?: unknown; readonly problem?: string };

/** Codes are told apart by commas and blanks; text, which may hold commas, by lines. */
const isCode = ({ type }: Field): boolean => type === 'CountryCode' || type === 'HSCode';

export const isBlank = (value: Value | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string'
    ? value.trim() === ''
    : Array.isArray(value)
      ? (value as readonly Values[]).every(isBlank)
      : Object.values(value).every(isBlank));

/** The same without the entries of lists that were left blank. */
export function compact(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, compacted(value)]),
  );
}

function compacted(value: Value | undefined): Value | undefined {
  if (typeof value !== 'object') return value;
  return Array.isArray(value)
    ? (value as readonly Values[]).filter((entry) => !isBlank(entry)).map(compact)
    : compact(value as Values);
}

/** An input made of what was typed; every problem is put into `problems` at its path. */
export function toInput(
  fields: readonly Field[],
  values: Values,
  today: string,
  problems: Problem[],
  at = '',
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const path = at === '' ? field.name : `${at}.${field.name}`;
    const sent = sentOf(field, values[field.name], today, problems, path);
    if (sent !== undefined) input[field.name] = sent;
  }
  return input;
}

function sentOf(
  field: Field,
  value: Value | undefined,
  today: string,
  problems: Problem[],
  path: string,
): unknown {
  const inner = fieldsOf(field.type);
  if (isBlank(value)) {
    // Whether an input may say nothing of anything is for the server to tell.
    if (inner && field.required && !field.list) return {};
    if (field.required) problems.push({ path, message: 'is missing' });
    return undefined;
  }
  if (inner && field.list) {
    const entries = value as readonly Values[];
    // Entries left blank are none, but what is wrong is told at the entry that stands in the form.
    return entries.flatMap((entry, index) =>
      isBlank(entry) ? [] : [toInput(inner, entry, today, problems, `${path}[${index}]`)],
    );
  }
  if (inner) return toInput(inner, value as Values, today, problems, path);
  const { value: meant, problem } = meaning(field, value as string, today);
  if (problem !== undefined) problems.push({ path, message: problem });
  return meant;
}

function meaning(field: Field, text: string, today: string): Meaning {
  if (!field.list) return single(field.type, text.trim(), today);
  const lines = text.split(isCode(field) ? /[\s,;]+/ : /\n/).filter((line) => line.trim() !== '');
  const groups = lines.map((line) =>
    field.list === 2 ? line.split(',').filter((part) => part.trim() !== '') : [line],
  );
  const meanings = groups.map((group) =>
    group.map((part) => single(field.type, part.trim(), today)),
  );
  const problem = meanings.flat().find((each) => each.problem !== undefined)?.problem;
  if (problem !== undefined) return { problem };
  const values = meanings.map((group) => group.map(({ value }) => value));
  return { value: field.list === 2 ? values : values.flat() };
}

const readAs = (read: DateRead): Meaning =>
  read.problem === undefined ? { value: read.edtf } : { problem: read.problem };

function single(type: string, text: string, today: string): Meaning {
  switch (type) {
    case 'EDTF':
      return readAs(readDate(text, today));
    case 'EffectiveTime':
      return readAs(readEffective(text, today));
    case 'CountryCode':
      return { value: countryCode(text) };
    case 'HSCode':
      return { value: text.replaceAll('.', '') };
    case 'Boolean':
      return { value: text === 'true' };
    case 'Int':
    case 'Float':
      return number(type, text);
    case 'JSON':
      return json(text);
    default:
      return { value: text };
  }
}

function number(type: string, text: string): Meaning {
  const value = Number(text.replace(/\s*%$/, ''));
  if (Number.isNaN(value))
    return { problem: `must be a number, such as ${type === 'Int' ? 3 : 12.5}` };
  return type === 'Int' && !Number.isInteger(value)
    ? { problem: 'must be a whole number' }
    : { value };
}

function json(text: string): Meaning {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'is not JSON' };
  }
}

/** The form of what was sent or recorded: the way back from {@link toInput}. */
export function fromInput(fields: readonly Field[], input: unknown): Values {
  const given = (input ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = given[field.name];
      return value === undefined || value === null ? [] : [[field.name, typed(field, value)]];
    }),
  );
}

function typed(field: Field, value: unknown): Value {
  const inner = fieldsOf(field.type);
  if (inner && field.list)
    return (value as readonly unknown[]).map((each) => fromInput(inner, each));
  if (inner) return fromInput(inner, value);
  if (field.type === 'JSON') return JSON.stringify(value, null, 2);
  if (!field.list) return String(value);
  const entries = value as readonly (string | readonly string[])[];
  return entries
    .map((entry) => (typeof entry === 'string' ? entry : entry.join(', ')))
    .join(isCode(field) ? ', ' : '\n');
}
