/** What changes, as it changes. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { NegotiationUpdate } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventRef } from '../catalogue/event.js';
import { EventFilter, toFilter } from '../paging/eventFilter.js';
import { parsePositionCursor } from '../paging/eventPages.js';
import { ChangeRef } from '../types/negotiation/viewChanges.js';
import { negotiationNode, NegotiationRef } from '../types/negotiation/negotiation.js';
import { omitNullish } from '../omitNullish.js';
import { withQueryErrors } from '../queryErrors.js';
import { type SubscriptionEnd, unwrapItem, subscriptionSource } from './subscriptionSource.js';
import { AsOfInput, asOfDescription, toAsOf, ViewRef } from '../types/view.js';

const NegotiationUpdateRef = builder.objectRef<NegotiationUpdate>('NegotiationUpdate').implement({
  description: 'One update of a subscribed negotiation.',
  fields: (t) => ({
    negotiation: t.field({
      type: NegotiationRef,
      nullable: true,
      description: 'Its state at the view; null while it is unknown or has not begun.',
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
      description: 'Differences from the previous update, in order of path; empty in the first.',
    }),
    causedBy: t.expose('causedBy', {
      type: [EventRef],
      description:
        'Events recorded since the previous update; when only the clock moved, those that the changes rest on; empty in the first.',
    }),
  }),
});

const END_DESCRIPTION =
  'Ends with an error and completion: SLOW_CONSUMER when more than 10,000 events are waiting, SERVER_STOPPING when the server stops; subscribe again to resume.';

async function* flattenPages(
  pages: AsyncGenerator<readonly AnyEvent[], void, undefined>,
): AsyncGenerator<AnyEvent, void, undefined> {
  for await (const page of pages) yield* page;
}

builder.subscriptionType({
  description: 'All subscriptions, over SSE or graphql-ws.',
  fields: (t) => ({
    events: t.field({
      type: EventRef,
      description: `The events that match a filter, in log order, each once: those after the cursor, then new ones. ${END_DESCRIPTION} The error's extensions hold \`after\`, the cursor to resume from.`,
      args: {
        filter: t.arg({
          type: EventFilter,
          description: 'Which items to return; all when absent.',
        }),
        after: t.arg.string({
          description:
            'Cursor of the last event received; "0" for all. Only new events when absent.',
        }),
      },
      subscribe: async (_, { filter, after }, { parley }) => {
        const appFilter = toFilter(filter);
        const position = parsePositionCursor('after', after ?? undefined);
        // An invalid request is refused before the stream begins.
        await withQueryErrors(() => parley.eventList(appFilter));
        return subscriptionSource((signal) =>
          flattenPages(parley.subscriptions.events(appFilter, position, signal)),
        );
      },
      resolve: (event: AnyEvent | SubscriptionEnd) => unwrapItem(event),
    }),
    negotiation: t.field({
      type: NegotiationUpdateRef,
      description: `First the state of the negotiation, then an update for each event that is in its history or changes its state, and for each instant at which the clock alone changes it. More than 50 events recorded at once make one update. Completes when the view can never change. ${END_DESCRIPTION}`,
      args: {
        slug: t.arg.string({ required: true, description: 'Slug: its name in the record.' }),
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
