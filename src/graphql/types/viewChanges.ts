/** What changed, when and why: views compared, followed through time, and explained. */
import type { Diff } from '../../app/parley.js';
import type { Change } from '../../domain/history/diff.js';
import type { Explanation } from '../../domain/history/explain.js';
import type { TimelinePoint } from '../../domain/history/timeline.js';
import { builder } from '../builder.js';
import { EventCertainty, EventRef, setBy } from '../catalogue/event.js';
import { most } from '../inputLimits.js';
import { NegotiationRef } from './negotiation.js';
import { withQueryErrors } from '../queryErrors.js';
import { AsOfInput, toAsOf, ViewRef } from './view.js';

export const ChangeRef = builder.objectRef<Change>('Change').implement({
  description: 'A value that differs, and the events that caused it.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Where, such as targets.first-tranche.due: what explain takes.',
    }),
    before: t.expose('before', {
      type: 'JSON',
      nullable: true,
      description: 'The value before; null where there was none.',
    }),
    after: t.expose('after', {
      type: 'JSON',
      nullable: true,
      description: 'The value after; null where there is none.',
    }),
    causedBy: t.field({
      type: [EventRef],
      description:
        'Events that caused the change; when only the clock moved, those that set the value.',
      resolve: ({ causedBy }) => causedBy.map(({ event }) => event),
    }),
  }),
});

const TimelinePointRef = builder.objectRef<TimelinePoint>('TimelinePoint').implement({
  description: 'An instant at which the negotiation changes.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it happens or happened.' }),
    changes: t.expose('changes', {
      type: [ChangeRef],
      description: 'What changes then, in order of path.',
    }),
  }),
});

const DiffRef = builder.objectRef<Diff>('Diff').implement({
  description: 'Two views of a negotiation compared.',
  fields: (t) => ({
    from: t.expose('from', { type: ViewRef, description: 'The view compared.' }),
    to: t.expose('to', { type: ViewRef, description: 'The view it is compared with.' }),
    changes: t.expose('changes', {
      type: [ChangeRef],
      description: 'Differences in order of path.',
    }),
  }),
});

const ExplanationRef = builder.objectRef<Explanation>('Explanation').implement({
  description: 'A value held at a path, and the events that set it.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description:
        'The path whose history this is: that of a layer where the total of a duty is explained, else the path asked for.',
    }),
    value: t.expose('value', {
      type: 'JSON',
      nullable: true,
      description: 'The value; null where it was removed.',
    }),
    setBy: t.field(setBy('The first event that set it, or the legal act that followed.')),
    alsoBy: t.field({
      type: [EventRef],
      description: 'Later events that set the same value, in order.',
      resolve: ({ alsoBy }) => alsoBy.map(({ event }) => event),
    }),
    certainty: t.expose('certainty', {
      type: EventCertainty,
      description: 'How firmly that event is held.',
    }),
    current: t.exposeBoolean('current', {
      description:
        'Whether this is the value at the view. Of the total of a duty every layer that applies is; their values add up to it.',
    }),
  }),
});

builder.objectFields(NegotiationRef, (t) => ({
  timeline: t.field({
    type: [TimelinePointRef],
    description:
      'Every instant at which the negotiation changes, by an event or by the clock alone, oldest first.',
    complexity: { field: 2_000, multiplier: 20 },
    args: {
      from: t.arg({
        type: 'TimePoint',
        description: 'From when; from the beginning when absent. A date means its close.',
      }),
      to: t.arg({
        type: 'TimePoint',
        description: 'Until when, inclusive; the view when absent. A date means its close.',
      }),
    },
    resolve: (negotiation, { from, to }, { parley }) =>
      withQueryErrors(async () =>
        parley.timeline(await parley.complete(negotiation), from ?? undefined, to ?? undefined),
      ),
  }),
  diff: t.field({
    type: DiffRef,
    description: 'This view compared with another one.',
    complexity: { field: 1_000, multiplier: 10 },
    args: {
      to: t.arg({
        type: AsOfInput,
        required: true,
        description: 'The other view; an absent clock is now.',
      }),
    },
    resolve: async (negotiation, { to }, { parley, cache }) => {
      const diff = await withQueryErrors(() => parley.diff(negotiation, toAsOf(to)));
      cache.usesView(diff.to);
      return diff;
    },
  }),
  explain: t.field({
    type: [ExplanationRef],
    description:
      'Every value ever held at a path as known at this view, oldest first, including conflicting reports.',
    complexity: { field: 1_000, multiplier: 10 },
    args: {
      path: t.arg.string({
        required: true,
        description: 'A path as diff and timeline print it, such as measures.us-recip-in.rate.',
        extensions: most(300),
      }),
    },
    resolve: (negotiation, { path }, { parley }) =>
      withQueryErrors(async () => parley.explain(await parley.complete(negotiation), path)),
  }),
}));
