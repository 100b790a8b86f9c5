/** Limits of length and count on every argument of a schema, so that no question is unbounded. */
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { Context } from './context.js';
import { badInput } from './queryErrors.js';

/** Characters of a text where its argument has no limit of its own. */
const MAX_TEXT = 1_000;

/** Items of a list where its argument has no limit of its own. */
const MAX_ITEMS = 500;

/** The limit of an argument or input field: of characters, or of items and the characters of each. */
interface InputLimit {
  readonly most: number;
  readonly ofEach: number | undefined;
}

/** For the `extensions` of an argument or input field. */
export const most = (limit: number, ofEach?: number) => ({
  inputLimit: { most: limit, ofEach } satisfies InputLimit,
});

/** Throws BAD_USER_INPUT with the path of what is too long. */
type Check = (value: unknown, path: string) => void;

interface Declared {
  readonly type: GraphQLInputType;
  readonly extensions: GraphQLArgument['extensions'] | GraphQLInputField['extensions'];
}

const printed = (number: number): string => number.toLocaleString('en');

function checkText(limit: number): Check {
  return (value, path) => {
    if (typeof value === 'string' && value.length > limit)
      throw badInput(
        `${path} is ${printed(value.length)} characters long: write at most ${printed(limit)}.`,
      );
  };
}

class InputLimits {
  /** Undefined while it is made: a type may contain itself. */
  readonly #ofType = new Map<string, Check | undefined>();

  /** The check of an argument; undefined where nothing of it can be too long. */
  of({ type, extensions }: Declared): Check | undefined {
    const own = extensions['inputLimit'] as InputLimit | undefined;
    if (isNonNullType(type)) return this.of({ type: type.ofType, extensions });
    if (isListType(type)) return this.#ofList(type.ofType, own);
    const named = getNamedType(type);
    if (isScalarType(named)) return checkText(own?.most ?? MAX_TEXT);
    if (!isInputObjectType(named)) return undefined;
    const { name } = named;
    if (!this.#ofType.has(name)) {
      this.#ofType.set(name, undefined);
      this.#ofType.set(name, this.#ofFields(Object.entries(named.getFields())));
    }
    return (value, path) => this.#ofType.get(name)?.(value, path);
  }

  #ofList(item: GraphQLInputType, own: InputLimit | undefined): Check {
    const limit = own?.most ?? MAX_ITEMS;
    const extensions = own?.ofEach === undefined ? {} : most(own.ofEach);
    const check = this.of({ type: item, extensions });
    return (value, path) => {
      if (!Array.isArray(value)) return;
      if (value.length > limit)
        throw badInput(
          `${path} holds ${printed(value.length)} items: give at most ${printed(limit)} at a time.`,
        );
      if (check) value.forEach((one, i) => check(one, `${path}[${i}]`));
    };
  }

  #ofFields(fields: readonly (readonly [string, Declared])[]): Check {
    const checks = fields.flatMap(([name, declared]) => {
      const check = this.of(declared);
      return check ? [{ name, check }] : [];
    });
    return (value, path) => {
      if (typeof value !== 'object' || value === null) return;
      for (const { name, check } of checks) {
        const given = (value as Readonly<Record<string, unknown>>)[name];
        if (given != null) check(given, path === '' ? name : `${path}.${name}`);
      }
    };
  }

  /** The check of all arguments together, by their names. */
  ofArguments(args: readonly GraphQLArgument[]): (given: Record<string, unknown>) => void {
    const check = this.#ofFields(args.map((arg) => [arg.name, arg]));
    return (given) => check(given, '');
  }
}

/**
 * Makes every field check its arguments before it resolves or subscribes. Left alone are mutations,
 * since the catalogue of events limits what they record. Changes the schema and returns it.
 */
export function limitInputs(schema: GraphQLSchema): GraphQLSchema {
  const limits = new InputLimits();
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === mutation || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) continue;
      const check = limits.ofArguments(field.args);
      const { resolve, subscribe } = field;
      if (subscribe)
        field.subscribe = (parent, args: Record<string, unknown>, ...rest): unknown => {
          check(args);
          return subscribe(parent, args, ...rest);
        };
      else if (resolve)
        field.resolve = (
          parent,
          args: Record<string, unknown>,
          context: Partial<Pick<Context, 'checkDeadline'>> | undefined,
          info,
        ): unknown => {
          context?.checkDeadline?.();
          check(args);
          return resolve(parent, args, context, info);
        };
    }
  }
  return schema;
}
