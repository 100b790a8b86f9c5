/** Random GraphQL documents over a schema: well formed for the most part, with any arguments. */
import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { type Draw, garbled, often, pick, text, whole } from './values.js';
import fc from 'fast-check';

const MAX_DEPTH = 4;

export type Operation = 'query' | 'mutation' | 'subscription';

export class Documents {
  constructor(
    readonly schema: GraphQLSchema,
    readonly draw: Draw,
  ) {}

  document(operation: Operation): string {
    const root = {
      query: this.schema.getQueryType(),
      mutation: this.schema.getMutationType(),
      subscription: this.schema.getSubscriptionType(),
    }[operation]!;
    const document = `${operation} ${this.#selection(root, operation === 'query' ? 2 : 1, 0)}`;
    return often(this.draw, 10) ? garbled(this.draw, document) : document;
  }

  #selection(type: GraphQLNamedType, most: number, depth: number): string {
    if (isAbstractType(type)) {
      const of = pick(this.draw, this.schema.getPossibleTypes(type));
      return `{ __typename ... on ${of.name} ${this.#selection(of, most, depth)} }`;
    }
    if (!isObjectType(type)) return '';
    const count = 1 + this.draw(fc.nat, { max: most - 1 });
    return `{ ${Array.from({ length: count }, () => this.#field(type, depth)).join(' ')} }`;
  }

  #field(of: GraphQLObjectType, depth: number): string {
    const fields = Object.values(of.getFields());
    const leaves = fields.filter(({ type }) => isLeafType(getNamedType(type)));
    if (depth >= MAX_DEPTH && leaves.length === 0) return '__typename';
    const { name, args, type } = pick(this.draw, depth >= MAX_DEPTH ? leaves : fields);
    const given = args.flatMap((each) =>
      often(this.draw, isRequiredArgument(each) ? 97 : 25)
        ? [`${each.name}: ${this.#value(each.type, 0)}`]
        : [],
    );
    const alias = `f${this.draw(fc.nat, { max: 999_999 })}`;
    const call = `${alias}: ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    return `${call} ${this.#selection(getNamedType(type), 4, depth + 1)}`;
  }

  #value(type: GraphQLInputType, depth: number): string {
    if (often(this.draw, 2)) return pick(this.draw, ['null', '7', '[]', '{}', '"x"', 'X', 'true']);
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (isListType(type)) {
      const length = depth > MAX_DEPTH ? 0 : this.draw(fc.nat, { max: 2 });
      return `[${Array.from({ length }, () => this.#value(type.ofType, depth + 1)).join(', ')}]`;
    }
    if (isEnumType(type)) return pick(this.draw, type.getValues()).name;
    if (isInputObjectType(type)) {
      const most = depth > MAX_DEPTH ? 0 : 25;
      const given = Object.values(type.getFields()).flatMap((each) =>
        often(this.draw, isRequiredInputField(each) ? 97 : type.isOneOf ? 3 : most)
          ? [`${each.name}: ${this.#value(each.type, depth + 1)}`]
          : [],
      );
      return `{ ${given.join(', ')} }`;
    }
    if (type.name === 'Int') return String(this.draw(() => whole));
    if (type.name === 'Float') return pick(this.draw, ['0', '-1', '25', '1e308', '0.1']);
    if (type.name === 'Boolean') return pick(this.draw, ['true', 'false']);
    return JSON.stringify(this.draw(() => text));
  }
}
