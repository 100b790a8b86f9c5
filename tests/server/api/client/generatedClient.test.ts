/** A client in TypeScript is made from the OpenAPI document, compiles, and gets what it was told. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import createClient from 'openapi-fetch';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { Parley } from '../../../../src/app/parley.js';
import { MemoryLog } from '../../../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../../../support/record.js';
import { sharedServer } from '../../testServer.js';

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** Inside the checkout, so that packages are found. */
const folder = mkdtempSync(path.join(root, 'node_modules/.cache-client-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What the compiler says of programs that use the generated types, by their names; empty when
 * nothing. One run of the compiler for all: most of its time goes into the types that they share.
 */
function compile<Name extends string>(
  programs: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const names = Object.keys(programs) as Name[];
  for (const name of names)
    writeFileSync(
      path.join(folder, `${name}.ts`),
      `import createClient from 'openapi-fetch';
import type { paths } from './api.js';
const client = createClient<paths>({ baseUrl: 'https://parley.example/api' });
${programs[name]}`,
    );
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
  const { stdout } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/typescript/bin/tsc'),
      ...options,
      ...['--ignoreConfig', '--pretty', 'false', '--lib', 'es2022,dom,dom.iterable'],
      ...names.map((name) => `${name}.ts`),
    ],
    { encoding: 'utf8', cwd: folder },
  );
  // What is said of no program, such as of the generated types, counts for each.
  const messages = stdout.split(/\n(?! )/).filter(Boolean);
  const isOf = (name: Name, message: string) => message.startsWith(`${name}.ts(`);
  return Object.fromEntries(
    names.map((name) => [
      name,
      messages
        .filter((message) => isOf(name, message) || !names.some((each) => isOf(each, message)))
        .join('\n'),
    ]),
  ) as Record<Name, string>;
}

describe('a client generated from /api/openapi.json', () => {
  it('compiles where it asks what there is, and not where it does not', async () => {
    const document = await (await fetch(`${server().url}/api/openapi.json`)).text();
    writeFileSync(path.join(folder, 'api.d.ts'), astToString(await openapiTS(document)));
    const said = compile({
      right: `
        const { data } = await client.GET('/negotiations/{slug}', {
          params: { path: { slug: 'in-us-bta' }, query: { at: '2025-08-20' } },
        });
        export const title: string | undefined = data?.title;
        const duty = await client.GET('/duty', {
          params: { query: { imposedBy: 'US', on: 'IN', at: '2025-08-20', hs: '8517' } },
        });
        export const total: number | null | undefined = duty.data?.total;
      `,
      missing: `await client.GET('/duty', { params: { query: { imposedBy: 'US' } } });`,
      elsewhere: `await client.GET('/duties', {});`,
      nullable: `
        const { data } = await client.GET('/duty', { params: { query: { imposedBy: 'US', on: 'IN' } } });
        export const total: number | undefined = data?.total;
      `,
    });
    expect(said.right).toBe('');
    expect(said.missing).toMatch(/Property 'on' is missing/);
    expect(said.elsewhere).toMatch(/"\/duties"/);
    expect(said.nullable).toMatch(/'number \| null \| undefined' is not assignable/);
  }, 60_000);

  it('gets the answers, and errors as problems', async () => {
    // Its types are those above; here it runs.
    const client = createClient<Record<string, Record<string, never>>>({
      baseUrl: `${server().url}/api`,
    }) as unknown as {
      GET: (
        path: string,
        init: object,
      ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
    };
    const { data } = await client.GET('/duty', {
      params: { query: { imposedBy: 'US', on: 'IN', at: '2025-08-20' } },
    });
    expect(data).toMatchObject({ total: 25 });
    const refused = await client.GET('/negotiations/{slug}', {
      params: { path: { slug: 'nothing' } },
    });
    expect(refused.response.status).toBe(404);
    expect(refused.error).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
