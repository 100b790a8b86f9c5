import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, run, SCHEMA, temporary } from './running.js';

// Every rule it has, none left out: sorted members, Relay's connections and page info, deprecations
// with a reason, and a description on each type, field, argument, input field and enum value.
const lint = (file: string) =>
  run(
    ROOT,
    path.join(ROOT, 'node_modules/graphql-schema-linter/lib/cli.js'),
    '--format',
    'compact',
    file,
  );

it('the schema has no findings by any rule of graphql-schema-linter', async () => {
  expect(await lint(SCHEMA)).toEqual({ status: 0, said: expect.any(String) });
});

it('a field without a description would be found', async () => {
  const file = path.join(await temporary(), 'schema.graphql');
  await writeFile(
    file,
    '"All." type Query { undescribed: Int }\n"A page." type PageInfo { "More." more: Int }',
  );
  const { status, said } = await lint(file);
  expect(status).toBe(1);
  expect(said).toContain('The field `Query.undescribed` is missing a description.');
});
