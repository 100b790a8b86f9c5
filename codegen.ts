/** Prints the public contract, `schema/schema.graphql`, from the code: `npm run codegen`. */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { schema } from './src/graphql/schema.js';

const config: CodegenConfig = {
  schema: printSchema(schema),
  generates: {
    'schema/schema.graphql': { plugins: ['schema-ast'], config: { sort: true } },
  },
};

export default config;
