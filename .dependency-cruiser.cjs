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
    // domain: streamState < measure < duty, streamState < agreement; negotiation on all of them;
    // rules and history on top, apart from each other.
    subRoom('src/domain', 'streamState', []),
    subRoom('src/domain', 'measure', ['streamState']),
    subRoom('src/domain', 'agreement', ['streamState']),
    subRoom('src/domain', 'duty', ['streamState', 'measure']),
    subRoom('src/domain', 'negotiation', ['streamState', 'measure', 'duty', 'agreement']),
    subRoom('src/domain', 'rules', ['streamState', 'area', 'measure', 'negotiation']),
    subRoom('src/domain', 'history', [
      'streamState',
      'measure',
      'duty',
      'agreement',
      'negotiation',
    ]),
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
        pathNot: '(^|/)node_modules/@types/',
      },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'Every package imported is listed in package.json, and every import resolves.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
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
