/** Who asks, and what they may do: what a client offers depends on it. */
import { builder } from '../builder.js';
import type { Principal } from '../context.js';

const ViewerRef = builder.objectRef<Principal>('Viewer').implement({
  description: 'Who asks, as the server knows them, and what they may do.',
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: 'The name that what they record goes under; null for one without a token.',
      resolve: ({ name }) => name ?? null,
    }),
    mayWrite: t.exposeBoolean('mayWrite', {
      description: 'Whether they may record events, in some streams at the least.',
    }),
    mayPropose: t.boolean({
      description: 'Whether they may propose events for others to record.',
      resolve: ({ mayWrite, mayPropose }) => mayPropose ?? mayWrite,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    description: 'Who asks, and what they may do.',
    resolve: (_, __, { principal, cache }) => {
      cache.usesCurrentLog();
      return principal;
    },
  }),
);
