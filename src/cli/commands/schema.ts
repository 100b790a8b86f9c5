/** `parley schema`: what can be asked, as SDL. */
import { Command } from 'commander';
import { print } from '../output.js';

const HELP = `
Examples:
  parley schema > schema.graphql
  parley schema | grep -A20 "^type Negotiation "`;

export const schemaCommand = (): Command =>
  new Command('schema')
    .description('Print the GraphQL schema')
    .addHelpText('after', HELP)
    .action(async () => {
      // Loaded when asked for: other commands answer faster without it.
      const { printSchema } = await import('graphql');
      const { schema } = await import('../../graphql/schema.js');
      await print(`${printSchema(schema)}\n`);
    });
