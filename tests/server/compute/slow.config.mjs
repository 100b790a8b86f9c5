/** Fields that take too long, or answer with too much, for tests of what stops them. */
const forever = () => {
  for (;;);
};

const failing = () => {
  throw new Error('a secret of the server');
};

export default {
  typeDefs: `extend type Query { endless: Boolean long: [String!] faulty: Boolean }
    extend type View { endless: Boolean }`,
  resolvers: {
    Query: {
      endless: { extensions: { complexity: 5_000 }, resolve: forever },
      long: () => Array.from({ length: 20 }, () => 'x'.repeat(1_000_000)),
      faulty: failing,
    },
    View: { endless: forever },
  },
};
