/** Parameters that resources share, and the check of those that a request gives. */
import { z } from 'zod';
import { isParty, notAParty } from '../../../events/codes/areas.js';
import { slug } from '../../../events/envelope.js';
import { timePoint } from '../responses/timePoint.js';
import { type ParameterProblem, Problem } from './problem.js';

export const MAX_PAGE = 1_000;
export const MAX_CURSOR = 200;

const NOT_A_PAGE_SIZE = `is not a whole number from 1 to ${MAX_PAGE}`;

/** The three clocks of a view. */
export const clocks = {
  at: timePoint(
    'The date or instant to answer for; now when absent. A date means its close.',
  ).optional(),
  knownAt: timePoint('Only events recorded by then count.').optional(),
  publicAt: timePoint('Only events public by then count.').optional(),
};

/** Of resources whose answer can be proved. */
export const proof = {
  proof: z
    .enum(['', 'true'])
    .describe(
      'Given, the proof of the answer is sent as a file for "parley verify --proof", instead of the answer. It takes a pinned view: `at` and a past `knownAt`.',
    )
    .optional(),
};

export const page = {
  first: z
    .int(NOT_A_PAGE_SIZE)
    .min(1, NOT_A_PAGE_SIZE)
    .max(MAX_PAGE, NOT_A_PAGE_SIZE)
    .describe(`How many items, from 1 to ${MAX_PAGE}; 100 when absent.`)
    .optional(),
  after: z
    .string()
    .min(1)
    .max(MAX_CURSOR)
    .describe('The cursor `next` of the page before.')
    .optional(),
};

const code = (most: number, is: (value: string) => boolean, isNot: (value: string) => string) =>
  z
    .string()
    .max(most)
    .check((ctx) => {
      if (is(ctx.value)) return;
      ctx.issues.push({ code: 'custom', message: isNot(ctx.value), input: ctx.value });
    });

/** An area, or `x-` and a slug. */
export const party = (text: string) => code(100, isParty, notAParty).describe(text);

export const slugParameter = (text: string) => slug().describe(text);

export const NO_PARAMETERS = z.strictObject({});

/** The clocks among parameters, as the GraphQL argument `asOf`. */
export const asOf = ({
  at,
  knownAt,
  publicAt,
}: {
  readonly at?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly publicAt?: string | undefined;
}) => ({ at, knownAt, publicAt });

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

interface JsonType {
  readonly type?: string;
}

/** The types of the parameters, as JSON Schema has them. */
function typesOf(schema: z.ZodObject): Readonly<Record<string, JsonType>> {
  return (z.toJSONSchema(schema, { io: 'input' }).properties ?? {}) as Record<string, JsonType>;
}

/** The text of a parameter as the value that its schema describes. */
function read(text: string | readonly string[], { type }: JsonType): unknown {
  if (type === 'array') return isArray(text) ? text : [text];
  if (isArray(text)) return text;
  if ((type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

/** Unknown parameters that are named, and how much of a name: any text may be one. */
const MAX_NAMED = 10;
const MAX_NAME = 100;

/** Reads and checks the parameters of one resource. */
export class ParameterReader {
  readonly #types: Readonly<Record<string, JsonType>>;

  constructor(readonly schema: z.ZodObject) {
    this.#types = typesOf(schema);
  }

  /** The parameters given, checked. Throws a {@link Problem} that names each wrong one. */
  read(given: Given): Readonly<Record<string, unknown>> {
    const values = Object.entries(given).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, read(text, this.#types[name] ?? {})]],
    );
    const checked = this.schema.safeParse(Object.fromEntries(values));
    if (checked.success) return checked.data;
    const errors = checked.error.issues.flatMap((issue) => this.#problems(issue));
    const detail = errors.map(({ parameter, detail: what }) => `${parameter} ${what}`).join('; ');
    throw new Problem(400, 'BAD_USER_INPUT', `${detail}.`, errors);
  }

  #problems(issue: z.core.$ZodIssue): readonly ParameterProblem[] {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, MAX_NAMED).map((parameter) => ({
        parameter: parameter.slice(0, MAX_NAME),
        detail: `is not a parameter here: there are ${Object.keys(this.#types).join(', ') || 'none'}`,
      }));
    const [name = ''] = issue.path;
    return [{ parameter: String(name), detail: issue.message.replace(/\.$/, '') }];
  }
}
