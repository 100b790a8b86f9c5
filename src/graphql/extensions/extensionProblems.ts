/** Problems of an extension with the schema; each message says what to do. */
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

function redefinitionProblem(baseType: GraphQLNamedType): string {
  return fieldsOf(baseType)
    ? `${baseType.name} is defined already: to add fields to it, write "extend type ${baseType.name}".`
    : `${baseType.name} is defined already: choose another name.`;
}

function extendedTypeProblems(
  baseType: GraphQLNamedType,
  fields: readonly FieldDefinitionNode[],
): readonly string[] {
  const baseFields = fieldsOf(baseType);
  if (!baseFields)
    return [
      `${baseType.name} cannot be extended: the resolvers that use it know what it holds and nothing else.`,
    ];
  return fields
    .filter(({ name }) => Object.hasOwn(baseFields, name.value))
    .map(({ name }) => `${baseType.name}.${name.value} is defined already: choose another name.`);
}

function definitionProblems(base: GraphQLSchema, node: DefinitionNode): readonly string[] {
  if (isTypeDefinitionNode(node)) {
    const baseType = base.getType(node.name.value);
    return baseType ? [redefinitionProblem(baseType)] : [];
  }
  if (isTypeExtensionNode(node)) {
    const baseType = base.getType(node.name.value);
    const fields = 'fields' in node ? (node.fields ?? []) : [];
    return baseType ? extendedTypeProblems(baseType, fields as readonly FieldDefinitionNode[]) : [];
  }
  return isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node)
    ? []
    : ['typeDefs hold a query or a fragment: they are for types and their fields.'];
}

/** What the SDL of an extension takes from ours. */
export const typeDefProblems = (base: GraphQLSchema, document: DocumentNode): readonly string[] =>
  document.definitions.flatMap((node) => definitionProblems(base, node));

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** Whether a value can be the resolver of a field; of one that is subscribed to, when `listens`. */
function canResolve(value: unknown, isSubscription: boolean): boolean {
  if (isFunction(value)) return !isSubscription;
  if (typeof value !== 'object' || value === null) return false;
  const { resolve, subscribe } = value as { resolve?: unknown; subscribe?: unknown };
  return isSubscription ? isFunction(subscribe) : isFunction(resolve);
}

/** Root types: their fields have no parent value. */
const isRoot = (schema: GraphQLSchema, name: string): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (type) => type?.name === name,
  );

function resolverMapProblems(
  base: GraphQLSchema,
  extendedSchema: GraphQLSchema,
  name: string,
  map: object,
): readonly string[] {
  const type = extendedSchema.getType(name);
  if (!type) return [`${name} has resolvers and is not a type: is it misspelt?`];
  const baseType = base.getType(name);
  const baseFields = fieldsOf(baseType);
  if (baseType && !baseFields)
    return [`${name} is defined already: how it resolves cannot be changed.`];
  const fields = fieldsOf(type);
  if (!fields) return [];
  return Object.keys(map).flatMap((field) => {
    const path = `${name}.${field}`;
    if (baseType && (field.startsWith('__') || (baseFields && Object.hasOwn(baseFields, field))))
      return [`${path} is resolved already: its resolver cannot be replaced.`];
    if (field.startsWith('__')) return [];
    if (!Object.hasOwn(fields, field)) return [`${path} has a resolver and is not in typeDefs.`];
    return isInterfaceType(type)
      ? [`${path} is a field of an interface: it is resolved by the types that implement it.`]
      : [];
  });
}

/** Fields that an extension adds where no value of its own comes from above need a resolver. */
function missingResolverProblems(
  base: GraphQLSchema,
  type: GraphQLNamedType,
  extendedSchema: GraphQLSchema,
  resolvers: Resolvers,
): readonly string[] {
  const baseType = base.getType(type.name);
  if (!isObjectType(type) || !(baseType || isRoot(extendedSchema, type.name))) return [];
  const baseFields = fieldsOf(baseType) ?? {};
  const isSubscription = extendedSchema.getSubscriptionType()?.name === type.name;
  const map = (resolvers[type.name] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(type.getFields())
    .filter((field) => !Object.hasOwn(baseFields, field) && !canResolve(map[field], isSubscription))
    .map(
      (field) =>
        `${type.name}.${field} has no ${isSubscription ? '{ subscribe }' : 'resolver'}: nothing else says what it is.`,
    );
}

/** What the resolvers of an extension take from ours, and what they leave out. */
export function resolverProblems(
  base: GraphQLSchema,
  extendedSchema: GraphQLSchema,
  resolvers: Resolvers,
): readonly string[] {
  const mapProblems = Object.entries(resolvers).flatMap(([name, map]) => {
    if (map === undefined) return [];
    return typeof map === 'object'
      ? resolverMapProblems(base, extendedSchema, name, map)
      : [`The resolvers of ${name} are not an object.`];
  });
  const types = Object.values(extendedSchema.getTypeMap());
  return [
    ...mapProblems,
    ...types.flatMap((type) => missingResolverProblems(base, type, extendedSchema, resolvers)),
  ];
}
