/**
 * Prints the public contract, `schema/schema.graphql`, from the code, and the types of what the
 * dashboard asks, what its forms ask for, the names of groups, the zones of areas and the symbols of units,
 * `src/dashboard/generated`: `npm run codegen`.
 */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildSchema, GraphQLNonNull, isEnumType, isNullableType, printSchema } from 'graphql';
import { areaZone } from './events/codes/areas.js';
import { COUNTRY_CODES } from './events/codes/countries.js';
import { GROUPS } from './events/codes/groups.js';
import { UNITS } from './events/codes/units.js';
import { glossary } from './scripts/glossary.js';
import { formSchema } from './src/graphql/formSchema.js';
import { schema } from './src/graphql/schema.js';

const groupNames = Object.fromEntries(
  Object.entries(GROUPS).map(([code, { name }]) => [code, name]),
);

const areaZones = Object.fromEntries(
  [...COUNTRY_CODES, ...Object.keys(GROUPS)].map((code) => [code, areaZone(code)]),
);

const unitSymbols = Object.fromEntries(
  Object.entries(UNITS).map(([code, { symbol }]) => [code, symbol]),
);

const printed = printSchema(schema);

/**
 * The schema as the page reads it: its client drops an answer in which a root field failed, so those
 * that are null only with an error never are.
 */
function withoutErrors(): string {
  const read = buildSchema(printed);
  const fields = read.getQueryType()?.getFields() ?? {};
  for (const { name, extensions } of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const field = fields[name];
    if (extensions['nullOnError'] && field && isNullableType(field.type))
      Object.assign(field, { type: new GraphQLNonNull(field.type) });
  }
  return printSchema(read);
}

const constants = new Set(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) ? type.getValues().map(({ name }) => name) : [],
  ),
);

const config: CodegenConfig = {
  generates: {
    'schema/schema.graphql': {
      schema: printed,
      plugins: ['schema-ast'],
      config: { sort: true },
    },
    'src/dashboard/generated/forms.json': {
      schema: printed,
      plugins: [{ './scripts/verbatim.mjs': { text: `${JSON.stringify(formSchema())}\n` } }],
    },
    'src/dashboard/generated/groups.json': {
      schema: printed,
      plugins: [{ './scripts/verbatim.mjs': { text: `${JSON.stringify(groupNames)}\n` } }],
    },
    'src/dashboard/generated/glossary.json': {
      schema: printed,
      plugins: [{ './scripts/verbatim.mjs': { text: `${JSON.stringify(glossary(constants))}\n` } }],
    },
    'src/dashboard/generated/units.json': {
      schema: printed,
      plugins: [{ './scripts/verbatim.mjs': { text: `${JSON.stringify(unitSymbols)}\n` } }],
    },
    'src/dashboard/generated/zones.json': {
      schema: printed,
      plugins: [{ './scripts/verbatim.mjs': { text: `${JSON.stringify(areaZones)}\n` } }],
    },
    'src/dashboard/generated/graphql.ts': {
      schema: withoutErrors(),
      documents: 'schema/operations/*.graphql',
      // What the client preset is made of: it does not hand on that equal types may be merged, and
      // an event has one type for each of the catalogue's.
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        mergeFragmentTypes: true,
        useTypeImports: true,
        defaultScalarType: 'string',
        scalars: { JSON: 'unknown', ID: 'string' },
        // Operations as text: the page sends them as they are, and needs no printer.
        documentMode: 'string',
      },
    },
  },
};

export default config;
