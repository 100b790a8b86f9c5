/** What changes, as it changes. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { NegotiationUpdate } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventRef } from '../catalogue/event.js';
import { EventFilter, toFilter } from '../paging/eventFilter.js';
import { parsePositionCursor } from '../paging/eventPages.js';
import { ChangeRef } from '../types/viewChanges.js';
import { negotiationNode, NegotiationRef } from '../types/negotiation.js';
import { omitNullish } from '../omitNullish.js';
import { withQueryErrors } from '../queryErrors.js';
import { type SubscriptionEnd, unwrapItem, subscriptionSource } from './subscriptionSource.js';
import { AsOfInput, asOfDescription, toAsOf, ViewRef } from '../types/view.js';

const NegotiationUpdateRef = builder.objectRef<NegotiationUpdate>('NegotiationUpdate').implement({
  description: 'What a negotiation has become, and what made it so.',
  fields: (t) => ({
    negotiation: t.field({
      type: NegotiationRef,
      nullable: true,
      description: 'As it stands now; null while it is unknown or has not begun by the view.',
      resolve: ({ state: { subject, view, asOf } }, _, context) =>
        subject ? negotiationNode(context, { subject, view, asOf }) : null,
    }),
    view: t.field({
      type: ViewRef,
      description: 'The view it was computed for.',
      resolve: ({ state }) => state.view,
    }),
    changes: t.expose('changes', {
      type: [ChangeRef],
      description: 'What differs from the update before, in order of path; nothing in the first.',
    }),
    causedBy: t.expose('causedBy', {
      type: [EventRef],
      description:
        'What was recorded since the update before; where only the clock moved, what the changes rest on; nothing in the first.',
    }),
  }),
});

const END_DESCRIPTION =
  'Ends with an error and then completion: SLOW_CONSUMER when more than 10,000 events wait to be taken, SERVER_STOPPING when this server stops; subscribe again to go on.';

async function* flattenPages(
  pages: AsyncGenerator<readonly AnyEvent[], void, undefined>,
): AsyncGenerator<AnyEvent, void, undefined> {
  for await (const page of pages) yield* page;
}

builder.subscriptionType({
  description: 'What can be followed as it is recorded, over SSE or graphql-ws.',
  fields: (t) => ({
    events: t.field({
      type: EventRef,
      description: `The events that a filter lets through, in log order, each once: all after the cursor, then those to come. ${END_DESCRIPTION} The error's extensions hold \`after\`, the cursor to go on from.`,
      args: {
        filter: t.arg({ type: EventFilter, description: 'Which of them; all when absent.' }),
        after: t.arg.string({
          description:
            'The cursor of the last event seen; "0" for all. Only those to come when absent.',
        }),
      },
      subscribe: async (_, { filter, after }, { parley }) => {
        const appFilter = toFilter(filter);
        const position = parsePositionCursor('after', after ?? undefined);
        // What is asked wrongly is refused before there is a stream.
        await withQueryErrors(() => parley.eventList(appFilter));
        return subscriptionSource((signal) =>
          flattenPages(parley.subscriptions.events(appFilter, position, signal)),
        );
      },
      resolve: (event: AnyEvent | SubscriptionEnd) => unwrapItem(event),
    }),
    negotiation: t.field({
      type: NegotiationUpdateRef,
      description: `First the negotiation as it stands; then an update for each event that is in its history or changes its picture, and for each instant at which the clock alone changes it. Many events recorded at once make one update. Completes when the view can never change. ${END_DESCRIPTION}`,
      args: {
        slug: t.arg.string({ required: true, description: 'The name it is known by.' }),
        asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
      },
      subscribe: async (_, { slug, asOf }, { parley }) =>
        withQueryErrors(async () => {
          const view = toAsOf(omitNullish(asOf));
          parley.subscriptions.checkAsOf(view);
          return subscriptionSource((signal) =>
            parley.subscriptions.negotiation(slug, view, signal),
          );
        }),
      resolve: (update: NegotiationUpdate | SubscriptionEnd) => unwrapItem(update),
    }),
  }),
});
