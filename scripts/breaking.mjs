/**
 * Names every change that breaks what clients of the last release ask:
 * `node scripts/breaking.mjs [RELEASED] [CURRENT]`, by default schema/released.graphql against
 * schema/schema.graphql. Exit status 1 when there is one, else 0.
 *
 * A release copies schema/schema.graphql to schema/released.graphql; before the first there is
 * nothing to break.
 */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const ours = (name) => fileURLToPath(new URL(`../schema/${name}`, import.meta.url));
const [released = ours('released.graphql'), current = ours('schema.graphql')] =
  process.argv.slice(2);

const say = (line) => process.stdout.write(`${line}\n`);
const read = (path) => buildSchema(readFileSync(path, 'utf8'));

if (!existsSync(released)) {
  say(`No release has been made yet: there is no ${released}, and nothing to break.`);
} else {
  const changes = await diff(read(released), read(current));
  const breaking = changes.filter(
    ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
  );
  for (const { path, message } of breaking) say(`BREAKING ${path ?? 'schema'}: ${message}`);
  if (breaking.length > 0) {
    say(
      'Clients of the last release would fail. Keep the old beside the new and mark it @deprecated, or raise the major version and copy schema/schema.graphql to schema/released.graphql with it.',
    );
    process.exitCode = 1;
  } else say(`Nothing that the last release answers is broken (changes: ${changes.length}).`);
}
