/** The instant that a question is asked at, taken out of it by its text alone: nothing is parsed. */
import type { MomentPlace } from '../../graphql/steadyQuestion.js';
import type { Query } from './query.js';

/** A question apart from its instant. */
export interface Moment {
  readonly place: MomentPlace;
  /** The instant or date, as given. */
  readonly at: string;
  /** The same for all who ask the same at whatever instant. */
  readonly question: string;
}

type Asked = Pick<Query, 'source' | 'operationName' | 'variables' | 'principal'>;

/** What an answer depends on besides the log. */
export const questionOf = ({ source, operationName, variables, principal }: Asked): string =>
  JSON.stringify([source, operationName ?? null, variables ?? {}, principal]);

const LITERAL = /\bat\s*:\s*"([^"\\\n]{1,40})"/g;
const VARIABLE = /\b(at|asOf)\s*:\s*\$(\w+)/;

/**
 * The moment of a question that has one; whether the text found is what it seems, the document tells:
 * `steadyQuestion`. O(text).
 */
export function momentOf(query: Asked): Moment | undefined {
  const { source } = query;
  const [literal, ...others] = source.matchAll(LITERAL);
  if (literal) {
    if (others.length > 0) return undefined;
    const [text, at = ''] = literal;
    const start = literal.index + text.length - at.length - 2;
    const rest = `${source.slice(0, start)}""${source.slice(start + at.length + 2)}`;
    return { place: { literal: start }, at, question: questionOf({ ...query, source: rest }) };
  }
  const [, key, name = ''] = VARIABLE.exec(source) ?? [];
  const { variables } = query;
  const value = variables?.[name];
  if (key === 'at') {
    if (typeof value !== 'string') return undefined;
    const rest = { ...variables, [name]: '' };
    return { place: { at: name }, at: value, question: questionOf({ ...query, variables: rest }) };
  }
  const at = (value as { at?: unknown } | null | undefined)?.at;
  if (key !== 'asOf' || typeof at !== 'string') return undefined;
  const rest = { ...variables, [name]: { ...(value as object), at: '' } };
  return { place: { asOf: name }, at, question: questionOf({ ...query, variables: rest }) };
}
