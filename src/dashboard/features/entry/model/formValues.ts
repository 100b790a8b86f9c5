/**
 * A form's values, and their conversion to and from GraphQL inputs. A form holds text as typed, so that
 * text that cannot be parsed yet is not lost; blank fields are not sent.
 */
import { readEffectiveTime } from '../dates/effectiveTime.js';
import { type DateReading, readDate } from '../dates/plainDates.js';
import { type DutyExpression, expressionText } from '../../../../../events/duty/expressionText.js';
import { parseExpression } from '../../../../../events/duty/parseExpression.js';
import { areaCode, codeProblem, codesIn, isCode } from './codeLists.js';
import { DUTY_INPUT, type Field, inputFields } from './formSchema.js';

/** The text of a field, the fields of an input, or those of each input of a list. */
export type FieldValue = string | FormValues | readonly FormValues[];
export interface FormValues {
  readonly [name: string]: FieldValue | undefined;
}

/** A problem at the path of its field, such as `data.leads[0].name`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The result of parsing a field's text: a value to send, or the problem with it. */
type ParsedText = { readonly value?: unknown; readonly problem?: string };

export const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string'
    ? value.trim() === ''
    : Array.isArray(value)
      ? (value as readonly FormValues[]).every(isBlank)
      : Object.values(value).every(isBlank));

/** A copy without the blank entries of lists. */
export function withoutBlankEntries(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, compactValue(value)]),
  );
}

function compactValue(value: FieldValue | undefined): FieldValue | undefined {
  if (typeof value !== 'object') return value;
  return Array.isArray(value)
    ? (value as readonly FormValues[]).filter((entry) => !isBlank(entry)).map(withoutBlankEntries)
    : withoutBlankEntries(value as FormValues);
}

/** The GraphQL input of a form's values. Adds each problem to `problems`, at its path. */
export function toInput(
  fields: readonly Field[],
  values: FormValues,
  today: string,
  problems: FieldProblem[],
  parentPath = '',
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const path = parentPath === '' ? field.name : `${parentPath}.${field.name}`;
    const value = inputValue(field, values[field.name], today, problems, path);
    if (value !== undefined) input[field.name] = value;
  }
  return input;
}

function inputValue(
  field: Field,
  value: FieldValue | undefined,
  today: string,
  problems: FieldProblem[],
  path: string,
): unknown {
  const inner = inputFields(field.type);
  if (isBlank(value)) {
    // The server decides whether an empty input is valid.
    if (inner && field.required && !field.list) return {};
    if (field.required) problems.push({ path, message: 'is missing' });
    return undefined;
  }
  if (inner && field.list) {
    const entries = value as readonly FormValues[];
    // Blank entries are not sent; problems keep the index of the entry in the form.
    return entries.flatMap((entry, index) =>
      isBlank(entry) ? [] : [toInput(inner, entry, today, problems, `${path}[${index}]`)],
    );
  }
  if (inner) return toInput(inner, value as FormValues, today, problems, path);
  const { value: parsed, problem } = parseText(field, value as string, today);
  if (problem !== undefined) problems.push({ path, message: problem });
  return parsed;
}

function parseText(field: Field, text: string, today: string): ParsedText {
  if (!field.list) return parseScalar(field.type, text.trim(), today);
  const lines = (isCode(field) ? codesIn(field, text) : text.split('\n')).filter(
    (line) => line.trim() !== '',
  );
  const groups = lines.map((line) =>
    field.list === 2 ? line.split(',').filter((part) => part.trim() !== '') : [line],
  );
  const parsed = groups.map((group) =>
    group.map((part) => parseScalar(field.type, part.trim(), today)),
  );
  const problem = parsed.flat().find((result) => result.problem !== undefined)?.problem;
  if (problem !== undefined) return { problem };
  const values = parsed.map((group) => group.map(({ value }) => value));
  return { value: field.list === 2 ? values : values.flat() };
}

const fromReading = (reading: DateReading): ParsedText =>
  reading.problem === undefined ? { value: reading.edtf } : { problem: reading.problem };

function parseScalar(type: string, text: string, today: string): ParsedText {
  const problem = codeProblem({ type }, text);
  if (problem !== undefined) return { problem };
  switch (type) {
    case 'EDTF':
      return fromReading(readDate(text, today));
    case 'EffectiveTime':
      return fromReading(readEffectiveTime(text, today));
    case 'CountryCode':
    case 'AffectedArea':
      return { value: areaCode(type, text) };
    case 'HSCode':
      return { value: text.replaceAll(/[.\s]/g, '') };
    case 'Boolean':
      return { value: text === 'true' };
    case 'Int':
    case 'Float':
      return parseNumber(type, text);
    case 'JSON':
      return parseJson(text);
    case DUTY_INPUT:
      return parseDuty(text);
    default:
      return { value: text };
  }
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** A number in digits, also "25 %" and "7th"; "first" to "twentieth". NaN for any other text. */
function numberIn(text: string): number {
  const ordinal = ORDINALS.indexOf(text.toLowerCase());
  return ordinal < 0 ? Number(text.replace(/\s*%$|(?<=\d)(?:st|nd|rd|th)$/i, '')) : ordinal + 1;
}

function parseNumber(type: string, text: string): ParsedText {
  const value = numberIn(text);
  if (Number.isNaN(value))
    return { problem: `must be a number, such as ${type === 'Int' ? 3 : 12.5}` };
  return type === 'Int' && !Number.isInteger(value)
    ? { problem: 'must be a whole number' }
    : { value };
}

function parseDuty(text: string): ParsedText {
  const parsed = parseExpression(text);
  return parsed.ok ? { value: parsed.duty } : { problem: parsed.message };
}

function parseJson(text: string): ParsedText {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'is not valid JSON' };
  }
}

/** The form values of an input: the inverse of {@link toInput}. */
export function fromInput(fields: readonly Field[], input: unknown): FormValues {
  const record = (input ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = record[field.name];
      return value === undefined || value === null
        ? []
        : [[field.name, toFieldValue(field, value)]];
    }),
  );
}

function toFieldValue(field: Field, value: unknown): FieldValue {
  const inner = inputFields(field.type);
  if (inner && field.list)
    return (value as readonly unknown[]).map((item) => fromInput(inner, item));
  if (inner) return fromInput(inner, value);
  if (field.type === DUTY_INPUT) return expressionText(value as DutyExpression, { cents: true });
  if (field.type === 'JSON') return JSON.stringify(value, null, 2);
  if (!field.list) return String(value);
  const entries = value as readonly (string | readonly string[])[];
  return entries
    .map((entry) => (typeof entry === 'string' ? entry : entry.join(', ')))
    .join(isCode(field) ? ', ' : '\n');
}
