/** What an extension may not do to the schema. Every fault says what to do about it. */
import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
} from 'graphql';
import type { Resolvers } from './defineExtension.js';

/** The types whose fields may be resolved: those of requests, and objects in answers. */
const fieldsOf = (type: GraphQLNamedType | null | undefined) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : undefined;

function redefined(ours: GraphQLNamedType): string {
  return fieldsOf(ours)
    ? `${ours.name} is defined already: to add fields to it, write "extend type ${ours.name}".`
    : `${ours.name} is defined already: choose another name.`;
}

function widenedFaults(
  ours: GraphQLNamedType,
  fields: readonly FieldDefinitionNode[],
): readonly string[] {
  const known = fieldsOf(ours);
  if (!known)
    return [
      `${ours.name} cannot be extended: the resolvers that use it know what it holds and nothing else.`,
    ];
  return fields
    .filter(({ name }) => Object.hasOwn(known, name.value))
    .map(({ name }) => `${ours.name}.${name.value} is defined already: choose another name.`);
}

function definitionFaults(base: GraphQLSchema, node: DefinitionNode): readonly string[] {
  if (isTypeDefinitionNode(node)) {
    const ours = base.getType(node.name.value);
    return ours ? [redefined(ours)] : [];
  }
  if (isTypeExtensionNode(node)) {
    const ours = base.getType(node.name.value);
    const fields = 'fields' in node ? (node.fields ?? []) : [];
    return ours ? widenedFaults(ours, fields as readonly FieldDefinitionNode[]) : [];
  }
  return isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node)
    ? []
    : ['typeDefs hold a query or a fragment: they are for types and their fields.'];
}

/** What the SDL of an extension takes from ours. */
export const typeDefFaults = (base: GraphQLSchema, document: DocumentNode): readonly string[] =>
  document.definitions.flatMap((node) => definitionFaults(base, node));

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** Whether a value can be the resolver of a field; of one that is subscribed to, when `listens`. */
function resolves(value: unknown, listens: boolean): boolean {
  if (isFunction(value)) return !listens;
  if (typeof value !== 'object' || value === null) return false;
  const { resolve, subscribe } = value as { resolve?: unknown; subscribe?: unknown };
  return listens ? isFunction(subscribe) : isFunction(resolve);
}

/** Types that stand at the top of a request: nothing above them brings a value for a field. */
const isRoot = (schema: GraphQLSchema, name: string): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (type) => type?.name === name,
  );

function mapFaults(
  base: GraphQLSchema,
  widened: GraphQLSchema,
  name: string,
  map: object,
): readonly string[] {
  const type = widened.getType(name);
  if (!type) return [`${name} has resolvers and is not a type: is it misspelt?`];
  const ours = base.getType(name);
  const known = fieldsOf(ours);
  if (ours && !known) return [`${name} is defined already: how it resolves cannot be changed.`];
  const fields = fieldsOf(type);
  if (!fields) return [];
  return Object.keys(map).flatMap((field) => {
    const place = `${name}.${field}`;
    if (ours && (field.startsWith('__') || (known && Object.hasOwn(known, field))))
      return [`${place} is resolved already: its resolver cannot be replaced.`];
    if (field.startsWith('__')) return [];
    if (!Object.hasOwn(fields, field)) return [`${place} has a resolver and is not in typeDefs.`];
    return isInterfaceType(type)
      ? [`${place} is a field of an interface: it is resolved by the types that implement it.`]
      : [];
  });
}

/** Fields that an extension adds where no value of its own comes from above need a resolver. */
function missing(
  base: GraphQLSchema,
  type: GraphQLNamedType,
  widened: GraphQLSchema,
  resolvers: Resolvers,
): readonly string[] {
  const ours = base.getType(type.name);
  if (!isObjectType(type) || !(ours || isRoot(widened, type.name))) return [];
  const known = fieldsOf(ours) ?? {};
  const listens = widened.getSubscriptionType()?.name === type.name;
  const map = (resolvers[type.name] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(type.getFields())
    .filter((field) => !Object.hasOwn(known, field) && !resolves(map[field], listens))
    .map(
      (field) =>
        `${type.name}.${field} has no ${listens ? '{ subscribe }' : 'resolver'}: nothing else says what it is.`,
    );
}

/** What the resolvers of an extension take from ours, and what they leave out. */
export function resolverFaults(
  base: GraphQLSchema,
  widened: GraphQLSchema,
  resolvers: Resolvers,
): readonly string[] {
  const given = Object.entries(resolvers).flatMap(([name, map]) => {
    if (map === undefined) return [];
    return typeof map === 'object'
      ? mapFaults(base, widened, name, map)
      : [`The resolvers of ${name} are not an object.`];
  });
  const types = Object.values(widened.getTypeMap());
  return [...given, ...types.flatMap((type) => missing(base, type, widened, resolvers))];
}
