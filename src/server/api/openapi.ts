/** The OpenAPI document of the plain HTTP interface, made from the definitions of its resources. */
import { z } from 'zod';
import type { GraphQLSchema } from 'graphql';
import { datasetParameters, DATASETS } from './datasets.js';
import { FEEDS } from './feeds/feeds.js';
import { NO_PARAMETERS } from './parameters.js';
import { PROBLEM_TYPE } from './problem.js';
import type { Resource } from './resource.js';
import { type JsonSchema, pageSchema, responseSchema } from './responseSchema.js';
import type { ResourceQuery } from './resourceQuery.js';
import { oembedParameters } from './sharing/oembedRoutes.js';
import { PICTURES } from './sharing/shareRoutes.js';

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: { type: 'string', description: 'Names the kind of problem.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'The code that GraphQL gives the same problem.' },
    detail: { type: 'string', description: 'What is wrong, and what to do.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { parameter: { type: 'string' }, detail: { type: 'string' } },
        required: ['parameter', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
};

function parameters(place: 'path' | 'query', schema: z.ZodObject): readonly JsonSchema[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as JsonSchema;
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

const problem = (description: string): JsonSchema => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
});

const FAILURES = {
  400: problem('A parameter is wrong; `errors` names each one.'),
  404: problem('Nothing is there at this view.'),
  413: problem('Too much was asked for at once.'),
  503: problem('The log cannot be read at the moment.'),
};

const HEADERS = {
  ETag: { description: 'Names the content.', schema: { type: 'string' } },
  'Cache-Control': {
    description: 'Immutable where the view is pinned: `at` and a past `knownAt` are given.',
    schema: { type: 'string' },
  },
};

function operation(
  resource: Resource,
  operationId: string,
  summary: string,
  content: JsonSchema,
): JsonSchema {
  return {
    get: {
      operationId,
      summary,
      parameters: [
        ...parameters('path', resource.pathParameters),
        ...parameters('query', resource.queryParameters),
      ],
      responses: { 200: { description: summary, headers: HEADERS, content }, ...FAILURES },
    },
  };
}

function paths(schema: GraphQLSchema, { resource, document }: ResourceQuery) {
  const found = responseSchema(schema, document, resource.answer);
  const { path, operationId, summary, paged, table } = resource;
  const columns = Object.keys(table).join(', ');
  return [
    [
      path,
      operation(resource, operationId, summary, {
        'application/json': { schema: paged ? pageSchema(found) : found },
      }),
    ],
    [
      `${path}.csv`,
      operation(resource, `${operationId}Csv`, `${summary} As CSV with the columns ${columns}.`, {
        'text/csv': { schema: { type: 'string' } },
      }),
    ],
  ];
}

/** The files of the whole log, and their manifest. */
const FILES = [
  ...DATASETS.map(({ path, type, operationId, summary }) => ({
    path,
    operationId,
    summary,
    content: { [type.replace(/;.*/, '')]: { schema: { type: 'string', format: 'binary' } } },
  })),
  {
    path: '/datasets.json',
    operationId: 'getDatasets',
    summary: "The files with their SHA-256 and the log's head, as a schema.org Dataset.",
    content: { 'application/json': { schema: { type: 'object' } } },
  },
].map(({ path, operationId, summary, content }) => [
  path,
  {
    get: {
      operationId,
      summary,
      parameters: parameters('query', datasetParameters),
      responses: { 200: { description: summary, headers: HEADERS, content }, ...FAILURES },
    },
  },
]);

const BINARY = { type: 'string', format: 'binary' };

/** What lies beside `/api`: feeds, pictures of views, and how pages are embedded. */
const BESIDE = [
  ...FEEDS.map((feed) => ({ ...feed, schema: { type: 'string' } })),
  ...PICTURES.map((picture) => ({ ...picture, type: 'image/png', schema: BINARY })),
  {
    path: '/oembed',
    operationId: 'getEmbedding',
    summary: 'How a page of this server is embedded, as oEmbed has it.',
    type: 'application/json',
    schema: { type: 'object' },
    pathParameters: NO_PARAMETERS,
    queryParameters: oembedParameters,
  },
].map(({ path, operationId, summary, type, schema, pathParameters, queryParameters }) => [
  path,
  {
    servers: [{ url: '/' }],
    get: {
      operationId,
      summary,
      parameters: [...parameters('path', pathParameters), ...parameters('query', queryParameters)],
      responses: {
        200: {
          description: summary,
          headers: HEADERS,
          content: { [type.replace(/;.*/, '')]: { schema } },
        },
        ...FAILURES,
      },
    },
  },
]);

/** The document. O(fields selected). */
export function openApiDocument(
  schema: GraphQLSchema,
  queries: readonly ResourceQuery[],
  version: string,
): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version,
      description:
        'A sourced record of negotiations at any date, as it was and as it was known. Every answer is that of GraphQL for the same question and view.',
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries([
      ...queries.flatMap((query) => paths(schema, query)),
      ...FILES,
      ...BESIDE,
    ]),
    components: { schemas: { Problem: PROBLEM } },
  };
}
