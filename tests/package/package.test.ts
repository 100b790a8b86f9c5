import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { InstalledPackage, ROOT } from './install.js';

let installed: InstalledPackage;

beforeAll(() => {
  installed = new InstalledPackage();
}, 300_000);

afterAll(() => installed.remove(), 120_000);

/** Runs a program in the folder to its end. */
function run(command: string, ...args: readonly string[]) {
  const { PARLEY_LOG: _, PARLEY_TOKENS: __, PORT: ___, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: installed.directory,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const parley = (...args: readonly string[]) =>
  run(installed.path('node_modules/.bin/parley'), ...args);

/** Serves until the test ends; resolves with the URL. */
async function serve(...args: readonly string[]): Promise<string> {
  const server = spawn(
    installed.path('node_modules/.bin/parley'),
    ['serve', '--port', '0', ...args],
    {
      cwd: installed.directory,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise((resolve) => server.once('close', resolve));
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await ended;
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /listening at (http:\/\/[^/]+)/.exec(line)?.[1];
    if (url === undefined) continue;
    server.stdout.resume();
    return url;
  }
  throw new Error('The server did not start.');
}

const query = async (url: string, text: string): Promise<unknown> =>
  (await fetch(`${url}/graphql?query=${encodeURIComponent(text)}`)).json();

/** A program that names the errors and types of the public methods, and builds a schema. */
const PUBLIC_TYPES = `
import {
  type AsOfResult, type DutyQuestion, EventNotFound, type EventAnnotations, type Explanation,
  ExtensionConflict, type Finding, type KnowledgeView, loadSchema, type NegotiationView,
  type Observer, openParley, type Parley, PositionNotReached, RestoreRefused, ServerStopping,
  startServer, type Subscriptions, type TailState, type TimelinePoint, type Token, TooManyEvents,
  UnknownPath, type Verification, verify,
} from 'parley';
import extension from './extension.js';

const observer: Observer = { appended: (events) => console.log(events) };
const question: DutyQuestion = { imposedBy: 'US', on: 'IN' };

export async function main(tokens: readonly Token[]): Promise<void> {
  const parley: Parley = await openParley('memory:', { observer });
  const answer: AsOfResult<NegotiationView> | undefined = await parley.negotiation('a-b');
  const duty = await parley.duty(question);
  if (answer) {
    const points: readonly TimelinePoint[] = parley.timeline(answer);
    const explanations: readonly Explanation[] = parley.explain(answer, 'phase');
    const knowledge: KnowledgeView = answer.subject.knowledge;
    console.log(points, explanations, parley.revision(knowledge), duty.subject);
  }
  const annotations: readonly EventAnnotations[] = await parley.annotations([]);
  const subscriptions: Subscriptions = parley.subscriptions;
  const tail: TailState = subscriptions.state();
  const verification: Verification = await verify(parley.log);
  const findings: readonly Finding[] = await (await parley.append([])).findings();
  const server = await startServer(parley, { tokens, schema: await loadSchema([extension]) });
  await server.close();
  console.log(annotations, tail, verification, findings);
}

export function codeOf(error: unknown): string | undefined {
  for (const type of [
    EventNotFound, ExtensionConflict, PositionNotReached, RestoreRefused, ServerStopping,
    TooManyEvents, UnknownPath,
  ])
    if (error instanceof type) return error.code;
  return undefined;
}
`;

describe('the package, installed into an empty folder', { timeout: 120_000 }, () => {
  it('brings as many packages as the README states, and fewer than 150', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const stated = Number(/\b(\d+) packages/.exec(readme)?.[1]);
    // Parley itself is one of those installed.
    expect(installed.packages.length).toBe(stated + 1);
    expect(stated).toBeLessThan(150);
  });

  it('brings neither the optional packages nor the tools of development', () => {
    const names = installed.packages.map((name) => name.replace(/^.*node_modules\//, ''));
    expect(names).toContain('graphql');
    // The metrics library brings the interface of OpenTelemetry, which does nothing by itself.
    for (const name of [
      'pg',
      '@opentelemetry/sdk-trace-node',
      'tsx',
      'typescript',
      'vite',
      'react',
    ])
      expect(names).not.toContain(name);
  });

  it('holds no sources, no tests and no samples', () => {
    const files = readdirSync(installed.path('node_modules/parley'), {
      recursive: true,
    }) as string[];
    expect(
      files.filter((file) => /(?<!\.d)\.tsx?$|^tests|golden|dist\/src\/dashboard/.test(file)),
    ).toEqual([]);
    expect(files).toContain('dist/events/logs/in-us-bta.jsonl');
  });

  it('serves the shipped record with the page', async () => {
    const url = await serve('--log', 'memory:', '--record');
    const page = await (await fetch(url)).text();
    const script = /<script[^>]* src="([^"]+)"/.exec(page)![1]!;
    expect((await fetch(new URL(script, url))).status).toBe(200);
    expect(await query(url, '{ negotiation(slug: "in-us-bta") { slug } }')).toEqual({
      data: { negotiation: { slug: 'in-us-bta' } },
    });
    expect((await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(200);
  });

  it('prints the state of a negotiation', () => {
    const record = ['in-us-bta', 'us-measures'].map((name) =>
      installed.path(`node_modules/parley/dist/events/logs/${name}.jsonl`),
    );
    expect(parley('import', ...record, '--log', 'sqlite:state.db').status).toBe(0);
    const args = ['state', 'in-us-bta', '--at', '2025-11-05', '--log', 'sqlite:state.db'];
    const { status, stdout } = run('npx', '--no-install', 'parley', ...args);
    expect(status).toBe(0);
    expect(stdout).toContain('5 reported, 5 counted');
    expect(parley('schema').stdout).toBe(
      readFileSync(path.join(ROOT, 'schema/schema.graphql'), 'utf8'),
    );
  });

  it('compiles the example programs against its types, strictly, and runs them', () => {
    copyFileSync(path.join(ROOT, 'examples/library/main.ts'), installed.path('main.ts'));
    copyFileSync(
      path.join(ROOT, 'examples/extension/parley.config.ts'),
      installed.path('extension.ts'),
    );
    writeFileSync(installed.path('types.ts'), PUBLIC_TYPES);
    const compilerOptions = {
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.asynciterable'],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      types: [],
      outDir: 'compiled',
    };
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const [, example = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(readme) ?? [];
    writeFileSync(
      installed.path('readme.ts'),
      `${example.replace('port: 4000', 'port: 0')}
       declare const process: { exit(code: number): never };
       process.exit(0);`,
    );
    const files = ['main.ts', 'extension.ts', 'readme.ts', 'types.ts'];
    writeFileSync(installed.path('tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(run(process.execPath, tsc, '-p', '.')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(process.execPath, 'compiled/main.js')).toEqual({
      status: 0,
      stdout: readFileSync(path.join(ROOT, 'examples/library/output.txt'), 'utf8'),
      stderr: '',
    });
    expect(run(process.execPath, 'compiled/readme.js')).toMatchObject({
      status: 0,
      stdout: 'LAUNCHED\n',
    });
  });

  it('builds an extended schema and serves it', () => {
    writeFileSync(
      installed.path('extended.mjs'),
      `import { loadSchema, openParley, startServer } from 'parley';
       import extension from './compiled/extension.js';
       const parley = await openParley('memory:');
       const server = await startServer(parley, { schema: await loadSchema([extension]) });
       const query = '{ tariffWatch(code: "IN") { nextChange } }';
       const response = await fetch(server.url + '/graphql?query=' + encodeURIComponent(query));
       console.log(await response.text());
       await server.close();
       await parley.close();
       await loadSchema([extension, extension]).catch(({ code, file }) => console.log(code, file));`,
    );
    expect(run(process.execPath, 'extended.mjs')).toEqual({
      status: 0,
      stdout: '{"data":{"tariffWatch":[]}}\nEXTENSION_CONFLICT number 2\n',
      stderr: '',
    });
  });

  it('imports, appends and reads without loading GraphQL or the HTTP server', () => {
    const packages = ['graphql', 'fastify'].map((name) => installed.path(`node_modules/${name}`));
    for (const each of packages) renameSync(each, `${each}.hidden`);
    try {
      const script = `
        import { openParley } from 'parley';
        const parley = await openParley('memory:');
        console.log((await parley.negotiations()).length);`;
      expect(run(process.execPath, '--input-type=module', '-e', script)).toEqual({
        status: 0,
        stdout: '0\n',
        stderr: '',
      });
    } finally {
      for (const each of packages) renameSync(`${each}.hidden`, each);
    }
  });

  it('loads an extension written against parley/extension', async () => {
    writeFileSync(
      installed.path('pauses.mjs'),
      `import { defineExtension } from 'parley/extension';
       export default defineExtension({
         typeDefs: 'extend type Negotiation { pauseCount: Int }',
         resolvers: { Negotiation: { pauseCount: ({ subject }) => subject.pauses.length } },
       });`,
    );
    const url = await serve('--log', 'memory:', '--record', '--extension', 'pauses.mjs');
    expect(await query(url, '{ negotiation(slug: "in-us-bta") { pauseCount } }')).toEqual({
      data: { negotiation: { pauseCount: expect.any(Number) } },
    });
  });

  it('runs an extension in TypeScript only where Node.js or tsx does, and says so', () => {
    writeFileSync(installed.path('typed.ts'), 'export default {};');
    const { status, stderr } = parley('serve', '--port', '0', '--extension', 'typed.ts');
    const reason =
      'typescript' in process.features ? /it has no "export default/ : /npm install tsx/;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^parley: The extension typed\.ts cannot be loaded: /);
    expect(stderr).toMatch(reason);
  });

  it('names the package to install for PostgreSQL and for traces', () => {
    const versions = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
      .devDependencies as Record<string, string>;
    expect(parley('state', '--log', 'postgres://localhost/talks')).toEqual({
      status: 1,
      stdout: '',
      stderr: `parley: A log in PostgreSQL needs the package pg: npm install pg@${versions['pg']}\n`,
    });
    const traced = parley('serve', '--log', 'memory:', '--port', '0', '--trace');
    expect(traced.status).toBe(1);
    expect(traced.stderr).toMatch(
      /^parley: Tracing needs the packages .*: npm install @opentelemetry\/api@/,
    );
  });
});
