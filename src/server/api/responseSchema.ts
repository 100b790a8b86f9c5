/** The JSON Schema of an answer, made from the GraphQL query behind it. */
import {
  type DocumentNode,
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Scalars of the schema; those not named are strings. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  URL: { type: 'string', format: 'uri' },
  JSON: {},
};

function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  if (Object.keys(schema).length === 0) return schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'] as readonly unknown[] | undefined;
  return { ...schema, type: [type, 'null'], ...(values && { enum: [...values, null] }) };
}

function schemaOf(type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
  if (isNonNullType(type)) return present(type.ofType as GraphQLOutputType, selection);
  return orNull(present(type, selection));
}

function present(type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
  if (isListType(type))
    return { type: 'array', items: schemaOf(type.ofType as GraphQLOutputType, selection) };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (isLeafType(type)) return SCALARS[type.name] ?? { type: 'string' };
  return objectSchema(type, selection);
}

function objectSchema(
  type: GraphQLOutputType,
  selection: SelectionSetNode | undefined,
): JsonSchema {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named))
    throw new Error(`${named.name} has no fields: a stored query selects objects and interfaces.`);
  const fields = named.getFields();
  const properties: Record<string, JsonSchema> = {};
  for (const node of selection?.selections ?? []) {
    if (node.kind !== Kind.FIELD) throw new Error('A stored query has no fragments.');
    const field = fields[node.name.value];
    if (!field) continue;
    const { description } = field;
    properties[(node.alias ?? node.name).value] = {
      ...schemaOf(field.type, node.selectionSet),
      ...(description && { description }),
    };
  }
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    ...(named.description && { description: named.description }),
  };
}

/** The schema of what lies at `path` in the answer to a query, never null. */
export function responseSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  path: readonly string[],
): JsonSchema {
  const [operation] = document.definitions;
  const root = schema.getQueryType();
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !root)
    throw new Error('A stored query is one query.');
  let found = objectSchema(root, operation.selectionSet);
  for (const key of path) {
    const properties = found['properties'] as Readonly<Record<string, JsonSchema>>;
    const property = properties[key];
    if (!property) throw new Error(`A stored query does not select ${path.join('.')}.`);
    found = withoutNull(property);
  }
  return found;
}

function withoutNull(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  return Array.isArray(type) ? { ...schema, type: type[0] as string } : schema;
}

/** The schema of a page of a connection: of each edge, the node with whatever else the edge says. */
export function pageSchema(connection: JsonSchema): JsonSchema {
  const { edges } = connection['properties'] as { edges: { items: JsonSchema } };
  const { node, ...others } = edges.items['properties'] as { node: JsonSchema };
  const item = withoutNull(node);
  return {
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: {
          ...item,
          properties: { ...(item['properties'] as object), ...others },
          required: [...(item['required'] as readonly string[]), ...Object.keys(others)],
        },
      },
      next: {
        type: ['string', 'null'],
        description: 'The cursor to ask for the next page with, as `after`; null on the last one.',
      },
    },
    required: ['items', 'next'],
  };
}
