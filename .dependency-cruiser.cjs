/** The rooms of the house and the one-way arrows between them: imports point leftwards only. */

/** One room may import only these rooms (itself included), these packages and, maybe, Node itself. */
const room = (name, { from = `^src/${name}/`, rooms, packages, node = true }) => ({
  name: `${name}-imports-leftwards`,
  comment: `${name} imports only ${rooms.join(', ')}${packages ? ` and ${packages.join(', ') || 'no package'}` : ''}.`,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: [
      ...rooms.map((to) => (to === 'events' ? '^events/' : `^src/${to}/`)),
      ...(packages
        ? packages.map((to) => `(^|/)node_modules/(@types/)?${to}/`)
        : ['(^|/)node_modules/']),
    ],
    ...(node ? { dependencyTypesNot: ['core'] } : {}),
  },
});

/** One layer of the dashboard may import only these layers (itself included) and what is generated. */
const dashboardLayer = (name, layers) => ({
  name: `dashboard-${name}-imports-leftwards`,
  comment: `dashboard/${name} imports only ${layers.join(', ')} and generated.`,
  severity: 'error',
  from: { path: `^src/dashboard/${name}/` },
  to: {
    path: '^src/dashboard/',
    pathNot: [...layers, 'generated'].map((to) => `^src/dashboard/${to}/`),
  },
});

/**
 * A sub-room may import only itself and these parts of its own room; what it may import of other
 * rooms is for the rule of its room to say. The order of arrows makes sub-rooms acyclic as folders.
 */
const subRoom = (parent, name, reaches) => ({
  name: `${parent.replace('src/', '')}-${name}-arrows`,
  comment: `${parent}/${name} imports ${reaches.length > 0 ? `only ${reaches.join(', ')}` : 'nothing else'} of ${parent}.`,
  severity: 'error',
  from: { path: `^${parent}/${name}/` },
  to: {
    path: `^${parent}/`,
    pathNot: [name, ...reaches].map((to) => `^${parent}/${to}${to.includes('.') ? '$' : '/'}`),
  },
});

/** The files of src/graphql that every sub-room of it may import. */
const GRAPHQL_CORE = ['builder.ts', 'context.ts', 'omitNullish.ts', 'queryErrors.ts'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    room('events', {
      from: '^events/',
      rooms: ['events'],
      packages: ['zod', 'edtf', 'countries-and-timezones'],
      node: false,
    }),
    room('domain', { rooms: ['events', 'domain'], packages: ['immer'], node: false }),
    room('log', { rooms: ['events', 'log'] }),
    room('app', { rooms: ['events', 'domain', 'log', 'app'] }),
    room('graphql', { rooms: ['events', 'domain', 'app', 'graphql'] }),
    room('server', { rooms: ['events', 'domain', 'log', 'app', 'graphql', 'server'] }),
    room('cli', { rooms: ['events', 'domain', 'log', 'app', 'graphql', 'server', 'cli'] }),
    subRoom('src/app', 'readModel', ['observer.ts']),
    subRoom('src/app', 'commands', ['observer.ts', 'errors.ts', 'readModel']),
    subRoom('src/app', 'queries', ['errors.ts', 'readModel', 'commands']),
    subRoom('src/app', 'subscriptions', ['errors.ts', 'readModel', 'queries']),
    subRoom('src/app', 'transfer', ['errors.ts', 'parley.ts']),
    subRoom('src/graphql', 'catalogue', GRAPHQL_CORE),
    subRoom('src/graphql', 'paging', [...GRAPHQL_CORE, 'catalogue']),
    subRoom('src/graphql', 'types', [...GRAPHQL_CORE, 'catalogue', 'paging']),
    subRoom('src/graphql', 'queries', [...GRAPHQL_CORE, 'catalogue', 'paging', 'types']),
    subRoom('src/graphql', 'mutations', [...GRAPHQL_CORE, 'catalogue', 'types']),
    subRoom('src/graphql', 'subscriptions', [...GRAPHQL_CORE, 'catalogue', 'paging', 'types']),
    subRoom('src/graphql', 'extensions', [...GRAPHQL_CORE, 'types', 'mutations']),
    {
      ...room('dashboard', { rooms: ['dashboard'], node: false }),
      comment:
        'dashboard imports only dashboard, and the EDTF parser of events/time: it is pure (no zod, ' +
        'no Intl, no Node), and one grammar of dates is better than two that may differ.',
      to: {
        pathNot: ['^src/dashboard/', '(^|/)node_modules/', '^events/time/(edtf|days)\\.ts$'],
        dependencyTypesNot: ['core'],
      },
    },
    dashboardLayer('lib', ['lib']),
    dashboardLayer('api', ['lib', 'api']),
    dashboardLayer('ui', ['lib', 'api', 'ui']),
    dashboardLayer('features', ['lib', 'api', 'ui', 'features']),
    {
      name: 'dashboard-features-apart',
      comment: 'A feature never imports another: `app` composes them, slots of `ui` connect them.',
      severity: 'error',
      from: { path: '^src/dashboard/features/([^/]+)/' },
      to: { path: '^src/dashboard/features/', pathNot: '^src/dashboard/features/$1/' },
    },
    {
      name: 'dashboard-lib-is-plain',
      comment: 'What is in `lib` runs without React, and without any other package.',
      severity: 'error',
      from: { path: '^src/dashboard/lib/' },
      to: { path: '(^|/)node_modules/' },
    },
    {
      name: 'events-time-parser-is-pure',
      comment: 'The dashboard bundles the EDTF parser: it imports calendar arithmetic and no more.',
      severity: 'error',
      from: { path: '^events/time/(edtf|days)\\.ts$' },
      to: { pathNot: '^events/time/days\\.ts$' },
    },
    // events: time < codes < envelope, define < families < catalogue and what reads it.
    subRoom('events', 'time', []),
    subRoom('events', 'codes', ['time']),
    subRoom('events', 'families', ['time', 'codes', 'envelope\\.ts', 'define\\.ts']),
    {
      name: 'events-foundation-arrows',
      comment: 'What families are written in imports neither families nor the catalogue of them.',
      severity: 'error',
      from: { path: '^events/(envelope|define)\\.ts$' },
      to: { path: '^events/', pathNot: '^events/(time/|codes/|envelope\\.ts$)' },
    },
    // log: the interface in core; an engine imports core and never another engine.
    subRoom('src/log', 'core', []),
    subRoom('src/log', 'memory', ['core']),
    subRoom('src/log', 'sqlite', ['core']),
    subRoom('src/log', 'postgres', ['core']),
    // domain: streamState < area, measure < duty, party < agreement; negotiation on all of them;
    // rules and history on top, apart from each other.
    subRoom('src/domain', 'streamState', []),
    subRoom('src/domain', 'measure', ['streamState']),
    subRoom('src/domain', 'area', ['streamState']),
    subRoom('src/domain', 'party', ['streamState']),
    subRoom('src/domain', 'agreement', ['streamState', 'party']),
    subRoom('src/domain', 'duty', ['streamState', 'measure']),
    subRoom('src/domain', 'negotiation', ['streamState', 'party', 'measure', 'duty', 'agreement']),
    subRoom('src/domain', 'rules', [
      'streamState',
      'area',
      'party',
      'measure',
      'agreement',
      'negotiation',
    ]),
    subRoom('src/domain', 'history', [
      'streamState',
      'party',
      'measure',
      'duty',
      'agreement',
      'negotiation',
    ]),
    // server: http < auth, observability < streaming < graphql, api, mcp; routes.ts registers them.
    subRoom('src/server', 'http', ['limits\\.ts']),
    subRoom('src/server', 'auth', ['http']),
    subRoom('src/server', 'observability', ['limits\\.ts', 'http']),
    subRoom('src/server', 'streaming', ['limits\\.ts', 'http', 'observability']),
    subRoom('src/server', 'graphql', ['limits\\.ts', 'http', 'auth', 'observability', 'streaming']),
    subRoom('src/server', 'api', ['limits\\.ts', 'http', 'auth', 'observability']),
    subRoom('src/server', 'mcp', ['limits\\.ts', 'http', 'auth', 'observability']),
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
    // The package by its own name, as examples import it: resolved only where it was built.
    exclude: { path: '^(dist|parley)/' },
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
