/** From what someone sent to an event in the interchange format, or to every problem it has. */
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
import { envelope, streamKind } from './envelope.js';

/** One thing wrong with what was sent: where, a stable code, and what to do about it. */
export interface Problem {
  /** Such as `data.rate` or `sources[0].url`; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** An event as sent and checked: the interchange format. What is absent stays absent. */
export type EventDraft = z.output<typeof envelope> & {
  readonly type: EventType;
  readonly data: AnyEvent['data'];
};

export type Parsed =
  | { readonly ok: true; readonly event: EventDraft }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const LOGS_OWN = ['position', 'revision', 'hash'];

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

function problemsOf(error: z.ZodError, at: readonly PropertyKey[]): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: pathText([...path, key]),
        code: 'UNKNOWN_KEY',
        message:
          at.length === 0 && LOGS_OWN.includes(key)
            ? `"${key}" is given by the log: leave it out`
            : `"${key}" is not a key here: check its spelling or leave it out`,
      }));
    const missing = issue.input === undefined && issue.code !== 'custom';
    return [
      {
        path: pathText(path),
        code: missing ? 'MISSING' : 'INVALID',
        message: missing ? 'is missing' : readable(issue),
      },
    ];
  });
}

function readable(issue: z.core.$ZodIssue): string {
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

/** Checks a type's data on its own; problems are placed under `at`. */
export function checkData(
  type: EventType,
  data: unknown,
  at: readonly PropertyKey[] = ['data'],
): readonly Problem[] {
  const result = catalogue[type].data.safeParse(data, { reportInput: true });
  return result.success ? [] : problemsOf(result.error, at);
}

function nearest(type: string): string {
  const wanted = type.toLowerCase();
  const near = EVENT_TYPES.filter(
    (known) =>
      known.toLowerCase().includes(wanted) || wanted.includes(known.toLowerCase().slice(0, 8)),
  );
  return near.length > 0
    ? `did you mean ${near.join(' or ')}?`
    : `known are ${EVENT_TYPES.join(', ')}`;
}

/**
 * Checks one event of the interchange format. Every problem is named, not just the first; what
 * needs the log to be judged (whether a corrected event exists, say) is not looked at here.
 */
export function parseEvent(sent: unknown): Parsed {
  const refuse = (...problems: Problem[]): Parsed => ({ ok: false, problems });
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return refuse({ path: '', code: 'INVALID', message: 'must be a JSON object' });
  const { type, data, ...rest } = sent as Record<string, unknown>;
  const head = envelope.safeParse(rest, { reportInput: true });
  const problems: Problem[] = head.success ? [] : problemsOf(head.error, []);
  if (typeof type !== 'string' || !isEventType(type)) {
    problems.push(
      type === undefined
        ? { path: 'type', code: 'MISSING', message: 'is missing' }
        : typeof type === 'string'
          ? {
              path: 'type',
              code: 'UNKNOWN_TYPE',
              message: `${JSON.stringify(type.slice(0, 60))} is not an event type: ${nearest(type)}`,
            }
          : { path: 'type', code: 'INVALID', message: 'must be of type string' },
    );
    return refuse(...problems);
  }
  const kinds = streamKindsOf(definition(type));
  const body = catalogue[type].data.safeParse(data, { reportInput: true });
  if (!body.success) problems.push(...problemsOf(body.error, ['data']));
  if (head.success) {
    if (kinds && !kinds.includes(streamKind(head.data.stream)))
      problems.push({
        path: 'stream',
        code: 'WRONG_STREAM',
        message: `${type} belongs in a ${kinds.map((kind) => `${kind}/…`).join(' or ')} stream, not in ${head.data.stream}`,
      });
    if (head.data.certainty !== 'INFERRED' && !head.data.sources?.length)
      problems.push({
        path: 'sources',
        code: 'UNSOURCED',
        message: 'must name at least one source, unless certainty is INFERRED',
      });
  }
  if (problems.length > 0 || !head.success || !body.success) return refuse(...problems);
  return { ok: true, event: { ...head.data, type, data: body.data } };
}
