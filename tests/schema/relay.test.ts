import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, run, SCHEMA, temporary } from './running.js';

const COMPILER = path.join(ROOT, 'node_modules/relay-compiler/cli.js');

/** A copy of the project, so that what the compiler makes is not left in the checkout. */
async function project(): Promise<string> {
  const directory = await temporary();
  await cp(path.join(ROOT, 'tests/schema/relay'), directory, { recursive: true });
  await copyFile(SCHEMA, path.join(directory, 'schema.graphql'));
  return directory;
}

describe('a client written for Relay', () => {
  it('compiles with connections, refetchable fragments and node refetch', async () => {
    const directory = await project();
    const { status, said } = await run(directory, COMPILER, 'relay.config.json');
    expect(status, said).toBe(0);
    expect((await readdir(path.join(directory, 'src/__generated__'))).sort()).toEqual([
      'EventLineQuery.graphql.ts',
      'EventLineRefetchQuery.graphql.ts',
      'EventLine_event.graphql.ts',
      'NegotiationCardRefetchQuery.graphql.ts',
      'NegotiationCard_negotiation.graphql.ts',
      'NegotiationHistoryPageQuery.graphql.ts',
      'NegotiationHistory_negotiation.graphql.ts',
      'NegotiationListPageQuery.graphql.ts',
      'NegotiationListQuery.graphql.ts',
      'NegotiationList_query.graphql.ts',
    ]);
  });

  it('would not compile if a connection took no cursor', async () => {
    const directory = await project();
    const file = path.join(directory, 'schema.graphql');
    const sdl = await readFile(file, 'utf8');
    await writeFile(file, sdl.replace(/^ {4}after: String$/gm, '    behind: String'));
    const { status, said } = await run(directory, COMPILER, 'relay.config.json');
    expect(status).not.toBe(0);
    expect(said).toContain('after');
  });
});
