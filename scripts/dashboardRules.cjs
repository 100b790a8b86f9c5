/** The import rules of the dashboard: lib < api < ui < features < app. */

const { layer } = require('./importRules.cjs');

/** One layer of the dashboard may import only these layers (itself included) and what is generated. */
const dashboardLayer = (name, layers) => ({
  name: `dashboard-${name}-imports`,
  comment: `dashboard/${name} imports only ${layers.join(', ')} and generated.`,
  severity: 'error',
  from: { path: `^src/dashboard/${name}/` },
  to: {
    path: '^src/dashboard/',
    pathNot: [...layers, 'generated'].map((to) => `^src/dashboard/${to}/`),
  },
});

const dashboardRules = [
  {
    ...layer('dashboard', { layers: ['dashboard'], node: false }),
    comment:
      'dashboard imports only dashboard, and pure files of events (no zod, no Node): dates and duties ' +
      'in text, words for both, and names that are alike. One grammar is better than two that may differ.',
    to: {
      pathNot: [
        '^src/dashboard/',
        '(^|/)node_modules/',
        '^events/(time/(edtf|days|dateWords)|codes/article)\\.ts$',
        '^events/duty/(parseExpression|expressionText)\\.ts$',
        '^events/similarNames\\.ts$',
      ],
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
];

module.exports = { dashboardRules };
