/**
 * The public cases: for each a small log and questions with the right answers. The logs are read as
 * they are; answers are compared key by key, as far as a case names them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkFiles, importFiles, ImportRefused } from '../../src/app/transfer/importFiles.js';
import { emptyRecord, respond } from '../support/graphql.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Question {
  readonly q: string;
  readonly kind: 'duty' | 'measure' | 'negotiation' | 'raw';
  readonly vars?: Readonly<Record<string, Json>>;
  /** What is selected, where the kind does not say. */
  readonly fields?: string;
  readonly query?: string;
  readonly expect: Json;
}

export interface PublicCase {
  readonly case: string;
  readonly title: string;
  readonly rule: string;
  readonly source: string;
  readonly questions: readonly Question[];
  readonly expectRefused?: boolean;
  readonly refusedAt?: { readonly line: number; readonly path?: Json };
}

const directory = import.meta.dirname;

export const publicCases = (): readonly PublicCase[] =>
  JSON.parse(readFileSync(path.join(directory, 'questions.json'), 'utf8')) as PublicCase[];

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an answer is as expected: only the keys named count, lists have the same length. */
export function isAsExpected(answer: Json | undefined, expected: Json): boolean {
  if (answer === undefined) return false;
  if (Array.isArray(expected))
    return (
      Array.isArray(answer) &&
      answer.length === expected.length &&
      expected.every((each: Json, index) => isAsExpected(answer[index] as Json, each))
    );
  if (isObject(expected)) {
    const any = expected['$any'];
    if (Array.isArray(any)) return any.some((each: Json) => isAsExpected(answer, each));
    return (
      isObject(answer) &&
      Object.entries(expected).every(([key, value]) => isAsExpected(answer[key], value))
    );
  }
  return typeof expected === 'number' && typeof answer === 'number'
    ? Math.abs(answer - expected) < 1e-9
    : answer === expected;
}

const FIELDS: Readonly<Partial<Record<Question['kind'], string>>> = {
  duty: 'total layers{measure{slug} rate applies reason setBy{type}} pending{at total measure{slug} setBy{type}}',
  measure: 'status certainty rate announcedRate endedHow lawful collected affects',
};

/** A value as it is written in a query, so that no name of an input type is relied on. */
function literal(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => literal(each)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}:${literal(each)}`)
    .join(',')}}`;
}

function queryOf({ query, kind, vars = {}, fields = FIELDS[kind] ?? '' }: Question): string {
  const named = Object.entries(vars).map(([key, value]) => `${key}:${literal(value)}`);
  return query ?? `{r:${kind}(${named.join(',')}){${fields}}}`;
}

/** What falls short of a case: the question, what is right, and what was answered. */
export interface Shortfall {
  readonly question: string;
  readonly expected: unknown;
  readonly answer: unknown;
}

/** Imports the log of a case into an empty log in memory and asks its questions. */
export async function shortfallsOf(tried: PublicCase): Promise<readonly Shortfall[]> {
  const parley = await emptyRecord();
  const file = { path: path.join(directory, `${tried.case}.jsonl`), name: `${tried.case}.jsonl` };
  try {
    const refused = await checkFiles([file])
      .then((checked) => importFiles(parley, checked))
      .then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof ImportRefused) return error;
          throw error;
        },
      );
    if (tried.expectRefused) return refusalShortfalls(tried, refused);
    if (refused) return [{ question: 'the import', expected: 'taken', answer: refused.problems }];
    const shortfalls: Shortfall[] = [];
    for (const question of tried.questions) {
      const variables = question.kind === 'raw' ? (question.vars ?? {}) : {};
      const response = await respond(parley, queryOf(question), variables);
      const { data, errors } = JSON.parse(JSON.stringify(response)) as {
        data?: { readonly [key: string]: Json };
        errors?: readonly { readonly message: string }[];
      };
      const answer = data && 'r' in data ? data['r'] : data;
      if (errors || !isAsExpected(answer, question.expect))
        shortfalls.push({
          question: question.q,
          expected: question.expect,
          answer: errors?.map(({ message }) => message) ?? answer,
        });
    }
    return shortfalls;
  } finally {
    await parley.close();
  }
}

/** A case that must be refused: at the line and the path that it names, and at no other line. */
function refusalShortfalls(
  { refusedAt }: PublicCase,
  refused: ImportRefused | undefined,
): readonly Shortfall[] {
  const told = refused?.problems.map(({ line, path: at }) => ({ line, path: at })) ?? [];
  const paths = refusedAt?.path;
  const isRight =
    refused?.imported === 0 &&
    told.length > 0 &&
    (refusedAt === undefined ||
      (told.every(({ line }) => line === refusedAt.line) &&
        (paths === undefined || told.some((problem) => isAsExpected(problem.path, paths)))));
  return isRight
    ? []
    : [{ question: 'the import', expected: refusedAt ?? 'refused', answer: told }];
}
