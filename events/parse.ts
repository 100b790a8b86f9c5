/** Parses input to an event of the interchange format, or to every problem it has. */
import type { z } from 'zod';
import {
  type AnyEvent,
  catalogue,
  definition,
  EVENT_TYPES,
  type EventType,
  isEventType,
} from './catalogue.js';
import { streamKindsOf } from './define.js';
import { expandDutyTexts } from './duty/dutyTexts.js';
import { envelope } from './envelope.js';
import { streamKind } from './streams.js';

/** One problem with the input: where, a stable code, and what to do. */
export interface Problem {
  /** Such as `data.rate` or `sources[0].url`; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A valid event of the interchange format, not yet recorded. Absent keys stay absent. */
export type EventDraft = z.output<typeof envelope> & {
  readonly type: EventType;
  readonly data: AnyEvent['data'];
};

export type ParseResult =
  | { readonly ok: true; readonly event: EventDraft }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const LOG_ASSIGNED_KEYS = ['position', 'revision', 'hash'];

/** `a.b[0].c`, as problems print it. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  );
}

function problemsFrom(error: z.ZodError, prefix: readonly PropertyKey[]): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: pathText([...path, key]),
        code: 'UNKNOWN_KEY',
        message:
          prefix.length === 0 && LOG_ASSIGNED_KEYS.includes(key)
            ? `"${key}" is assigned by the log: leave it out`
            : `"${key}" is not a key here: check its spelling or leave it out`,
      }));
    const isCustom = issue.code === 'custom';
    const missing = isCustom ? issue.params?.['isMissing'] === true : issue.input === undefined;
    return [
      {
        path: pathText(path),
        code: missing ? 'MISSING' : 'INVALID',
        message: missing && !isCustom ? 'is missing' : issueMessage(issue),
      },
    ];
  });
}

function issueMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : issue.message.startsWith('is ')
          ? issue.message
          : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `is too large: at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    default:
      return issue.message;
  }
}

/** Validates the data of a type; paths of problems start with `prefix`. O(size of data). */
export function validateData(
  type: EventType,
  data: unknown,
  prefix: readonly PropertyKey[] = ['data'],
): readonly Problem[] {
  const result = catalogue[type].data.safeParse(data, { reportInput: true });
  return result.success ? [] : problemsFrom(result.error, prefix);
}

/** Problems, of which those with a duty's text say what in it is not understood. */
const explained = (
  problems: readonly Problem[],
  texts: ReturnType<typeof expandDutyTexts>['problems'],
): readonly Problem[] => {
  const messages = new Map(
    texts.map(({ path, message }) => [pathText(['data', ...path]), message]),
  );
  return problems.map((problem) => ({
    ...problem,
    message: messages.get(problem.path) ?? problem.message,
  }));
};

function suggestTypes(type: string): string {
  const lowerCased = type.toLowerCase();
  const similar = EVENT_TYPES.filter(
    (each) =>
      each.toLowerCase().includes(lowerCased) ||
      lowerCased.includes(each.toLowerCase().slice(0, 8)),
  );
  return similar.length > 0
    ? `did you mean ${similar.join(' or ')}?`
    : `use one of ${EVENT_TYPES.join(', ')}`;
}

/**
 * Parses one event of the interchange format. O(size of input). A duty may be text, as tariffs
 * write it (`duty/parseExpression.ts`); the event has it as an expression. Every problem is returned, not
 * only the first; checks that need the log, such as whether a corrected event exists, are in
 * `domain/rules/decide.ts`. Never throws.
 */
export function parseEvent(input: unknown): ParseResult {
  const invalid = (...problems: Problem[]): ParseResult => ({ ok: false, problems });
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return invalid({ path: '', code: 'INVALID', message: 'must be a JSON object' });
  const { type, data, ...rest } = input as Record<string, unknown>;
  const envelopeResult = envelope.safeParse(rest, { reportInput: true });
  const problems: Problem[] = envelopeResult.success ? [] : problemsFrom(envelopeResult.error, []);
  if (typeof type !== 'string' || !isEventType(type)) {
    problems.push(
      type === undefined
        ? { path: 'type', code: 'MISSING', message: 'is missing' }
        : typeof type === 'string'
          ? {
              path: 'type',
              code: 'UNKNOWN_TYPE',
              message: `${JSON.stringify(type.slice(0, 60))} is not an event type: ${suggestTypes(type)}`,
            }
          : { path: 'type', code: 'INVALID', message: 'must be of type string' },
    );
    return invalid(...problems);
  }
  const kinds = streamKindsOf(definition(type));
  const texts = expandDutyTexts(data);
  const dataResult = catalogue[type].data.safeParse(texts.data, { reportInput: true });
  if (!dataResult.success)
    problems.push(...explained(problemsFrom(dataResult.error, ['data']), texts.problems));
  if (envelopeResult.success) {
    if (kinds && !kinds.includes(streamKind(envelopeResult.data.stream)))
      problems.push({
        path: 'stream',
        code: 'WRONG_STREAM',
        message: `${type} belongs in a ${kinds.map((kind) => `${kind}/…`).join(' or ')} stream, not in ${envelopeResult.data.stream}`,
      });
    if (envelopeResult.data.certainty !== 'INFERRED' && !envelopeResult.data.sources?.length)
      problems.push({
        path: 'sources',
        code: 'UNSOURCED',
        message: 'must name at least one source, unless certainty is INFERRED',
      });
  }
  if (problems.length > 0 || !envelopeResult.success || !dataResult.success)
    return invalid(...problems);
  return { ok: true, event: { ...envelopeResult.data, type, data: dataResult.data } };
}
