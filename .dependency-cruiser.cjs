/** Import rules: the top-level layers, and the folders within them. Each imports only lower ones. */

const { dashboardRules } = require('./scripts/dashboardRules.cjs');
const { folder, layer } = require('./scripts/importRules.cjs');

/** The files of src/graphql that every folder of it may import. */
const GRAPHQL_CORE = [
  'batch.ts',
  'budget.ts',
  'builder.ts',
  'context.ts',
  'inputLimits.ts',
  'omitNullish.ts',
  'queryErrors.ts',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('events', {
      from: '^events/',
      layers: ['events'],
      packages: ['zod', 'countries-and-timezones'],
      node: false,
    }),
    layer('domain', { layers: ['events', 'domain'], packages: ['immer', 'big.js'], node: false }),
    layer('proof', { layers: ['proof'], packages: [] }),
    layer('proof-elsewhere', {
      from: '^src/proof/(?!signing)',
      layers: ['proof'],
      packages: [],
      node: false,
    }),
    layer('checker', {
      layers: ['events', 'domain', 'proof', 'checker'],
      packages: [],
      node: false,
    }),
    layer('log', { layers: ['events', 'proof', 'log'] }),
    layer('app', { layers: ['events', 'domain', 'proof', 'log', 'app'] }),
    layer('graphql', { layers: ['events', 'domain', 'proof', 'app', 'graphql'] }),
    layer('server', { layers: ['events', 'domain', 'proof', 'log', 'app', 'graphql', 'server'] }),
    layer('cli', {
      layers: ['events', 'domain', 'proof', 'checker', 'log', 'app', 'graphql', 'server', 'cli'],
    }),
    folder('src/app', 'readModel', ['observer.ts']),
    folder('src/app', 'commands', ['observer.ts', 'errors.ts', 'readModel']),
    folder('src/app', 'queries', ['errors.ts', 'readModel', 'commands']),
    folder('src/app', 'proposals', ['errors.ts', 'readModel', 'queries', 'commands']),
    folder('src/app', 'subscriptions', ['errors.ts', 'readModel', 'queries']),
    folder('src/app', 'webhooks', ['queries']),
    folder('src/app', 'transfer', ['errors.ts', 'parley.ts', 'commands']),
    folder('src/app', 'datasets', ['parley\\.ts']),
    folder('src/graphql', 'catalogue', GRAPHQL_CORE),
    folder('src/graphql', 'paging', [...GRAPHQL_CORE, 'catalogue']),
    folder('src/graphql', 'types', [...GRAPHQL_CORE, 'catalogue', 'paging']),
    folder('src/graphql', 'queries', [...GRAPHQL_CORE, 'catalogue', 'paging', 'types']),
    folder('src/graphql', 'mutations', [...GRAPHQL_CORE, 'catalogue', 'types']),
    folder('src/graphql', 'subscriptions', [...GRAPHQL_CORE, 'catalogue', 'paging', 'types']),
    folder('src/graphql', 'extensions', [...GRAPHQL_CORE, 'types', 'mutations']),
    ...dashboardRules,
    {
      name: 'events-time-parser-is-pure',
      comment:
        'The dashboard bundles EDTF and its words: they import calendar arithmetic and no more.',
      severity: 'error',
      from: { path: '^events/(time/(edtf|days|dateWords)|codes/article)\\.ts$' },
      to: { pathNot: '^events/time/(edtf|days)\\.ts$' },
    },
    {
      name: 'events-similar-names-are-pure',
      comment: 'The dashboard bundles the comparison of names: it imports nothing.',
      severity: 'error',
      from: { path: '^events/similarNames\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'events-duty-text-is-pure',
      comment:
        'The dashboard bundles the parser of duties: it imports tables of codes and no more.',
      severity: 'error',
      from: {
        path: '^events/(duty/(parseExpression|expressionText)|codes/(units|currencies))\\.ts$',
      },
      to: {
        pathNot: '^events/(duty/(parseExpression|expressionText)|codes/(units|currencies))\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    // events: time < codes < envelope, words < define < duty < families < catalogue and what reads it.
    folder('events', 'duty', ['codes', 'envelope\\.ts', 'crossChecks\\.ts']),
    folder('events', 'time', []),
    folder('events', 'codes', ['time']),
    folder('events', 'families', [
      'time',
      'codes',
      'duty',
      'envelope\\.ts',
      'define\\.ts',
      'words\\.ts',
      'crossChecks\\.ts',
    ]),
    {
      name: 'events-foundation-imports',
      comment: 'What families are written in imports neither families nor the catalogue of them.',
      severity: 'error',
      from: { path: '^events/(envelope|define|words)\\.ts$' },
      to: {
        path: '^events/',
        pathNot: '^events/(time/|codes/|(envelope|words|streams|sourceKinds)\\.ts$)',
      },
    },
    // log: the interface in core; an engine imports core and never another engine.
    folder('src/log', 'core', []),
    folder('src/log', 'memory', ['core']),
    folder('src/log', 'sqlite', ['core']),
    folder('src/log', 'postgres', ['core']),
    // domain: streamState < area, measure < duty, party < agreement; negotiation on all of them;
    // rules and history on top, apart from each other.
    folder('src/domain', 'streamState', []),
    folder('src/domain', 'measure', ['streamState']),
    folder('src/domain', 'area', ['streamState']),
    folder('src/domain', 'party', ['streamState']),
    folder('src/domain', 'agreement', ['streamState', 'party']),
    folder('src/domain', 'duty', ['streamState', 'measure', 'area']),
    folder('src/domain', 'negotiation', [
      'streamState',
      'area',
      'party',
      'measure',
      'duty',
      'agreement',
    ]),
    folder('src/domain', 'drafts', []),
    folder('src/domain', 'rules', [
      'streamState',
      'area',
      'party',
      'measure',
      'agreement',
      'negotiation',
    ]),
    folder('src/domain', 'answers', ['streamState', 'area', 'measure', 'duty', 'negotiation']),
    folder('src/domain', 'history', [
      'streamState',
      'party',
      'measure',
      'duty',
      'agreement',
      'negotiation',
    ]),
    // server: http < auth, observability < responses, streaming < graphql, api, mcp < compute; routes.ts registers them.
    folder('src/server', 'http', ['limits\\.ts']),
    folder('src/server', 'auth', ['http']),
    folder('src/server', 'observability', ['limits\\.ts', 'http']),
    folder('src/server', 'streaming', ['limits\\.ts', 'http', 'observability']),
    folder('src/server', 'responses', ['http', 'observability']),
    folder('src/server', 'compute', [
      'limits\\.ts',
      'http',
      'observability',
      'responses',
      'graphql',
    ]),
    folder('src/server', 'graphql', [
      'limits\\.ts',
      'http',
      'auth',
      'observability',
      'responses',
      'streaming',
    ]),
    folder('src/server', 'api', [
      'version\\.ts',
      'limits\\.ts',
      'http',
      'auth',
      'observability',
      'responses',
    ]),
    folder('src/server', 'mcp', [
      'version\\.ts',
      'limits\\.ts',
      'http',
      'auth',
      'observability',
      'responses',
    ]),
    // cli: files of cli < commands < program.ts, which loads them on demand < main.ts.
    {
      name: 'cli-commands-below-program',
      comment: 'A command imports the files of cli, but not the program that loads it.',
      severity: 'error',
      from: { path: '^src/cli/commands/' },
      to: { path: '^src/cli/(program|main)\\.ts$' },
    },
    {
      name: 'cli-files-below-commands',
      comment:
        'Only program.ts imports commands: what commands share does not depend on one of them.',
      severity: 'error',
      from: { path: '^src/cli/(text/)?[^/]+$', pathNot: '^src/cli/program\\.ts$' },
      to: { path: '^src/cli/commands/' },
    },
    {
      name: 'cli-commands-on-demand',
      comment: 'program.ts loads a command by import() when the command line names it.',
      severity: 'error',
      from: { path: '^src/cli/program\\.ts$' },
      to: { path: '^src/cli/commands/', dynamic: false },
    },
    {
      name: 'no-circular',
      comment: 'No cycles anywhere, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports is dead: remove it or use it.',
      severity: 'error',
      from: { orphan: true, path: '^(events|src)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What is shipped does not need its tests.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-dev-packages',
      comment:
        'What runs needs its packages under dependencies. The dashboard is built beforehand.',
      severity: 'error',
      from: { path: '^(events|src)/', pathNot: '^src/dashboard/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/(@types|pg|@opentelemetry)/',
      },
    },
    {
      name: 'optional-packages',
      comment: 'pg and OpenTelemetry may be missing: only what is loaded on demand imports them.',
      severity: 'error',
      from: {
        path: '^(events|src)/',
        pathNot: '^src/(log/postgres/|server/observability/tracing\\.ts)',
      },
      to: {
        path: '(^|/)node_modules/(@types/)?(pg|@opentelemetry)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engines-on-demand',
      comment: 'The engine of a log, and tracing, are loaded by import() when they are asked for.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/log/postgres/' },
      to: {
        path: '^src/(log/postgres/(?!url\\.ts)|server/observability/tracing\\.ts)',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'Every package imported is listed in package.json, and every import resolves.',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        dependencyTypesNot: ['npm-peer'],
      },
    },
    {
      name: 'no-unresolvable',
      comment: 'Every import resolves.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // The package by its own name, as examples import it: resolved only where it was built. What is
    // measured against has packages of its own, which are installed by whoever measures.
    exclude: { path: '^(dist|parley|tests/bench/peers)/' },
    doNotFollow: { path: ['node_modules', '^src/dashboard/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
