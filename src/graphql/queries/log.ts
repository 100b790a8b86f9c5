/** The log itself: its events, one or many, and its head. */
import type { Parley } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventRef } from '../catalogue/event.js';
import { EventFilter, EventOrder, toFilter } from '../paging/eventFilter.js';
import { eventComplexity, eventPage } from '../paging/eventPages.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';
import { eventId } from '../types/nodeId.js';
import { nullOnError } from '../queryErrors.js';
import { optionalTotalCountField } from '../paging/totalCount.js';

const LogRef = builder.objectRef<Awaited<ReturnType<Parley['head']>>>('Log').implement({
  description: 'The append-only log behind every answer.',
  fields: (t) => ({
    headPosition: t.exposeInt('position', {
      description: 'Position of the last record; 0 when the log is empty.',
    }),
    headHash: t.string({
      nullable: true,
      description:
        'Hash of the last record, chained over all before it; null when the log is empty.',
      resolve: ({ position, hash }) => (position > 0 ? hash : null),
    }),
    headRecordedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the last record was recorded; null when the log is empty.',
      resolve: ({ position, recorded }) => (position > 0 ? recorded : null),
    }),
    checkpoint: t.string({
      nullable: true,
      description:
        'The newest signed head of the Merkle tree over all records: a C2SP checkpoint, the same as at /log/checkpoint. Null where heads are not signed.',
      resolve: async (_, __, { parley }) => (await parley.proofs.head())?.note ?? null,
    }),
  }),
});

builder.queryFields((t) => ({
  event: t.field({
    type: EventRef,
    nullable: true,
    description: 'The event with an id; null when there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Its UUID.' }),
      minPosition: t.arg.int({ description: minPositionDescription }),
    },
    resolve: async (_, { id, minPosition }, { parley, cache }) => {
      await waitForMinPosition({ parley }, minPosition);
      cache.usesCurrentLog();
      const uuid = eventId(id);
      return uuid === undefined ? null : await parley.event(uuid);
    },
  }),
  events: t.connection(
    {
      type: EventRef,
      ...nullOnError,
      description: 'The events of the log.',
      complexity: eventComplexity,
      args: {
        filter: t.arg({
          type: EventFilter,
          description: 'Which items to return; all when absent.',
        }),
        order: t.arg({
          type: EventOrder,
          description: 'Order of the list; POSITION_ASC when absent.',
        }),
        minPosition: t.arg.int({ description: minPositionDescription }),
      },
      resolve: async (_, { minPosition, ...args }, { parley, cache }) => {
        await waitForMinPosition({ parley }, minPosition);
        cache.usesCurrentLog();
        return eventPage(args, () => parley.eventList(toFilter(args.filter)));
      },
    },
    { fields: (t) => ({ totalCount: t.int(optionalTotalCountField) }) },
  ),
  log: t.field({
    type: LogRef,
    description: 'The log as it is now.',
    args: { minPosition: t.arg.int({ description: minPositionDescription }) },
    resolve: async (_, { minPosition }, { parley, cache }) => {
      await waitForMinPosition({ parley }, minPosition);
      cache.usesCurrentLog();
      return parley.head();
    },
  }),
}));
