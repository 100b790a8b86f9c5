/** `parley schema`: the GraphQL schema, as SDL. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { print } from '../output.js';

/** The schema as printed from the code: a test compares the two. */
const SDL = new URL('../../../schema/schema.graphql', import.meta.url);

const HELP = `
It is the schema without extensions; /schema.graphql of a server has those that it loaded.

Examples:
  parley schema > schema.graphql
  parley schema | grep -A20 "^type Negotiation "`;

export const schemaCommand = (): Command =>
  new Command('schema').addHelpText('after', HELP).action(() => print(readFileSync(SDL, 'utf8')));
