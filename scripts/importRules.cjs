/** The kinds of rule that .dependency-cruiser.cjs is written in. */

/** A layer may import only these layers (itself included), these packages and, if `node`, Node's modules. */
const layer = (name, { from = `^src/${name}/`, layers, packages, node = true }) => ({
  name: `${name}-imports`,
  comment: `${name} imports only ${layers.join(', ')}${packages ? ` and ${packages.join(', ') || 'no package'}` : ''}.`,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: [
      ...layers.map((to) => (to === 'events' ? '^events/' : `^src/${to}/`)),
      ...(packages
        ? packages.map((to) => `(^|/)node_modules/(@types/)?${to}/`)
        : ['(^|/)node_modules/']),
    ],
    ...(node ? { dependencyTypesNot: ['core'] } : {}),
  },
});

/**
 * A folder may import only itself and these folders of its own layer; the rule of the layer says what
 * it may import of other layers. The order of the rules keeps folders free of cycles.
 */
const folder = (parent, name, reaches) => ({
  name: `${parent.replace('src/', '')}-${name}-imports`,
  comment: `${parent}/${name} imports ${reaches.length > 0 ? `only ${reaches.join(', ')}` : 'nothing else'} of ${parent}.`,
  severity: 'error',
  from: { path: `^${parent}/${name}/` },
  to: {
    path: `^${parent}/`,
    pathNot: [name, ...reaches].map((to) => `^${parent}/${to}${to.includes('.') ? '$' : '/'}`),
  },
});

module.exports = { folder, layer };
