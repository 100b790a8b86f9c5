/**
 * Builds dist: `npm run build`, or `node scripts/build.mjs PART…`. A part whose sources have not
 * changed is left alone.
 *
 * - `server`: events and src as JavaScript, file by file, with the files that are read at run time.
 *   It takes Vite, as the dashboard does, and no other development package.
 * - `dashboard`: the page in the browser.
 * - `verify`: the package parley-verify, which checks proofs without the server.
 * - `types`: declarations for programs that import the package; tsc emits declarations only; `npm run types` checks.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The directory of the whole project. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const DASHBOARD = path.join('src', 'dashboard');
const ASSET = /\.(?:graphql|jsonl|sql)$/;

const PARTS = {
  server: {
    sources: ['events', 'src', 'schema/schema.graphql', 'schema/operations'],
    out: ['events', 'schema', 'src'],
  },
  dashboard: {
    sources: [DASHBOARD, 'events/time', 'vite.config.ts', 'package-lock.json'],
    out: ['dashboard'],
  },
  verify: {
    sources: ['events', 'src/checker', 'src/domain', 'src/proof', 'package-lock.json'],
    out: ['parley-verify'],
  },
};

/** The files under some paths, relative to the root. The server leaves the dashboard's out. */
function filesOf(part) {
  return PARTS[part].sources.flatMap((source) => {
    if (path.extname(source)) return [source];
    return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(path.relative(root, entry.parentPath), entry.name))
      .filter((file) => part === 'dashboard' || !file.startsWith(DASHBOARD + path.sep))
      .sort();
  });
}

/** One hash of everything that a part is made of. */
function hashOf(part) {
  const hash = createHash('sha256');
  for (const file of ['scripts/build.mjs', ...filesOf(part)])
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

const markOf = (part) => path.join(dist, `.${part}-built-from`);

/** Whether dist holds a part as its sources are now. */
export function isBuilt(part) {
  const mark = markOf(part);
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashOf(part);
}

function run(tool, ...args) {
  const file = path.join(root, 'node_modules', ...tool.split('/'));
  const { status, error } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`${tool} failed${error ? `: ${error.message}` : '.'}`);
}

/** Writes the server to a directory: JavaScript, and the files that it reads. */
export async function transpileTo(directory) {
  const { transformWithOxc } = await import('vite');
  for (const file of filesOf('server')) {
    const from = path.join(root, file);
    const to = path.join(directory, file);
    mkdirSync(path.dirname(to), { recursive: true });
    if (ASSET.test(file)) cpSync(from, to);
    else if (file.endsWith('.ts')) {
      const { code } = await transformWithOxc(readFileSync(from, 'utf8'), from, {
        target: 'es2023',
        sourcemap: false,
      });
      writeFileSync(to.replace(/\.ts$/, '.js'), code);
    }
  }
  chmodSync(path.join(directory, 'src', 'cli', 'main.js'), 0o755);
}

/** The fonts of pictures that the server draws: as wide as Arial, under the SIL Open Font License. */
const FONTS = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf', 'LICENSE_FONT'];

/** Writes the pages to a directory, and to `sharing` in it what the server says of them. */
function buildDashboard(directory) {
  const vite = (...args) => run('vite/bin/vite.js', 'build', '--logLevel', 'warn', ...args);
  vite('--outDir', directory);
  const sharing = path.join(directory, 'sharing');
  vite('--ssr', 'app/sharing.ts', '--outDir', sharing);
  for (const font of FONTS)
    cpSync(
      path.join(root, 'node_modules', '@expo-google-fonts', 'arimo', font),
      path.join(sharing, path.basename(font)),
    );
}

/** What the checker needs of the list of countries: names, and the first time zone of each. */
async function countryList() {
  const { getAllCountries } = await import('countries-and-timezones');
  const rows = Object.entries(getAllCountries()).map(([code, { name, timezones }]) => [
    code,
    { name, timezones: timezones.slice(0, 1) },
  ]);
  return `const all = ${JSON.stringify(Object.fromEntries(rows))};
    export const getAllCountries = () => all;
    export const getCountry = (code) => all[code];`;
}

/** Writes the package parley-verify to a directory: one module without imports, for browsers and Node. */
async function buildVerify(directory) {
  const { build: bundle } = await import('vite');
  const countries = await countryList();
  const id = 'countries-and-timezones';
  await bundle({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [
      {
        name: 'country-list',
        enforce: 'pre',
        resolveId: (source) => (source === id ? `\0${id}` : undefined),
        load: (source) => (source === `\0${id}` ? countries : undefined),
      },
    ],
    // Of packages that tell more in development.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: directory,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, 'src', 'checker', 'verifyProof.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'parley-verify.js' },
      },
    },
  });
  const { version, license, engines } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const manifest = {
    name: 'parley-verify',
    version,
    description: 'Checks proofs of answers and events of a Parley log, offline',
    license,
    type: 'module',
    exports: './parley-verify.js',
    engines,
  };
  writeFileSync(
    path.join(directory, 'package.json'),
    `${JSON.stringify(manifest, undefined, 2)}\n`,
  );
  cpSync(path.join(root, 'src', 'checker', 'README.md'), path.join(directory, 'README.md'));
}

/** Builds a part into dist. Throws when it cannot; what was there before is then still there. */
export async function build(part) {
  const hash = hashOf(part);
  // Two builds at a time, or one that fails, must not leave half a part behind.
  const aside = path.join(dist, `.${part}-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    if (part === 'server') await transpileTo(aside);
    else if (part === 'verify') await buildVerify(path.join(aside, 'parley-verify'));
    else buildDashboard(path.join(aside, part));
    rmSync(markOf(part), { force: true });
    for (const name of PARTS[part].out) {
      rmSync(path.join(dist, name), { recursive: true, force: true });
      renameSync(path.join(aside, name), path.join(dist, name));
    }
    writeFileSync(markOf(part), hash);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const all = [...Object.keys(PARTS), 'types'];
  for (const part of asked.length > 0 ? asked : all)
    if (part === 'types') run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
    else if (!isBuilt(part)) await build(part);
}
