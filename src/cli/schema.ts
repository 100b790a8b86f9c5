/** `parley schema`: what can be asked, as SDL. */
import { Command } from 'commander';
import { printSchema } from 'graphql';
import { schema } from '../graphql/schema.js';
import { print } from './output.js';

const HELP = `
Examples:
  parley schema > schema.graphql
  parley schema | grep -A20 "^type Negotiation "`;

export const schemaCommand = (): Command =>
  new Command('schema')
    .description('Print the GraphQL schema')
    .addHelpText('after', HELP)
    .action(() => print(`${printSchema(schema)}\n`));
