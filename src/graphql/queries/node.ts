/** Anything by its id: an event by its UUID, the rest by the view it was read at. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { BadTimePoint, EventsRefused } from '../../app/errors.js';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { type MeasureNode, measureNode } from '../types/measure/measure.js';
import { type NegotiationNode, negotiationNode } from '../types/negotiation/negotiation.js';
import { eventId, MAX_ID, type NodeKey, nodeKey } from '../types/nodeId.js';
import { most } from '../inputLimits.js';

const MAX_NODES = 100;

type NodeResult = AnyEvent | NegotiationNode | MeasureNode | null;

async function loadNode(
  context: Context,
  { type, slug, asOf, assumptions }: NodeKey,
): Promise<NodeResult> {
  const { parley } = context;
  try {
    if (type === 'Measure') {
      const measure = await parley.measure(slug, asOf, assumptions);
      return measure ? measureNode(context, measure) : null;
    }
    const negotiation = await parley.negotiationOutline(slug, asOf, assumptions);
    return negotiation ? negotiationNode(context, negotiation) : null;
  } catch (error) {
    // Someone made the id up: it names nothing.
    if (error instanceof BadTimePoint || error instanceof EventsRefused) return null;
    throw error;
  }
}

/** The nodes of the IDs, in their order; one query for all events. */
async function loadNodes(context: Context, ids: readonly string[]): Promise<readonly NodeResult[]> {
  const uuids = ids.map(eventId);
  const asked = uuids.filter((uuid) => uuid !== undefined);
  const events = asked.length > 0 ? await context.parley.events(asked) : [];
  const found = await Promise.all(
    ids.map(async (id, i): Promise<NodeResult> => {
      const uuid = uuids[i];
      if (uuid !== undefined) return events[asked.indexOf(uuid)] ?? null;
      const key = nodeKey(id);
      return key ? loadNode(context, key) : null;
    }),
  );
  if (asked.length > 0 || found.includes(null)) context.cache.usesCurrentLog();
  return found;
}

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The object with a global id; null when there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'A global id.', extensions: most(MAX_ID) }),
    },
    resolve: async (_, { id }, context) => (await loadNodes(context, [id]))[0] ?? null,
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'The objects with these global ids, in the order given; null where there is none.',
    complexity: ({ ids }) => ({ field: 1, multiplier: Math.max(ids.length, 1) }),
    args: {
      ids: t.arg.idList({
        required: true,
        description: `The ids, at most ${MAX_NODES}.`,
        extensions: most(MAX_NODES, MAX_ID),
      }),
    },
    resolve: (_, { ids }, context) => loadNodes(context, ids),
  }),
}));
