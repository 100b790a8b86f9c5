/** What changed, when and why: views compared, followed through time, and explained. */
import type { Diff } from '../../../app/parley.js';
import type { Change } from '../../../domain/history/diff.js';
import { headlineOf, topicOfPath } from '../../../domain/history/headline.js';
import type { Explanation } from '../../../domain/history/explain.js';
import type { TimelinePoint } from '../../../domain/history/timeline.js';
import { builder } from '../../builder.js';
import { EventCertainty, EventRef, setBy } from '../../catalogue/event.js';
import { most } from '../../inputLimits.js';
import { NegotiationRef } from './negotiation.js';
import { badInput, withQueryErrors } from '../../queryErrors.js';
import { AsOfInput, toAsOf, ViewRef } from '../view.js';

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

const DiffTopicRef = builder
  .objectRef<{ readonly topic: string; readonly count: number }>('DiffTopic')
  .implement({
    description: 'How many differences are about one topic.',
    fields: (t) => ({
      topic: t.exposeString('topic', {
        description: 'The first key of their paths, such as duties.',
      }),
      count: t.exposeInt('count', { description: 'How many there are.' }),
    }),
  });

/** The most differences of one answer. */
const MOST_CHANGES = 1_000;

const DiffRef = builder.objectRef<Diff>('Diff').implement({
  description: 'Two views of a negotiation compared.',
  fields: (t) => ({
    from: t.expose('from', { type: ViewRef, description: 'The view compared.' }),
    to: t.expose('to', { type: ViewRef, description: 'The view it is compared with.' }),
    totalCount: t.int({
      description: 'The number of all differences.',
      resolve: ({ changes }) => changes.length,
    }),
    topics: t.field({
      type: [DiffTopicRef],
      description: 'What the differences are about, in order of topic.',
      resolve: ({ changes }) => {
        const counts = new Map<string, number>();
        for (const { path } of changes) {
          const topic = topicOfPath(path);
          counts.set(topic, (counts.get(topic) ?? 0) + 1);
        }
        return [...counts].map(([topic, count]) => ({ topic, count }));
      },
    }),
    headline: t.field({
      type: [ChangeRef],
      description:
        'The differences that matter most, in that order: duties, phase and activity, agreements, dates of targets.',
      args: {
        first: t.arg.int({ description: `How many; 20 when absent, at most ${MOST_CHANGES}.` }),
      },
      resolve: ({ changes }, { first }) =>
        headlineOf(changes).slice(0, checkCount(first ?? 20, MOST_CHANGES)),
    }),
    changes: t.field({
      type: [ChangeRef],
      description: 'Differences in order of path.',
      args: {
        topics: t.arg.stringList({
          description: 'Only those about these topics; all when absent.',
          extensions: most(50, 100),
        }),
        first: t.arg.int({ description: `How many; all when absent, at most ${MOST_CHANGES}.` }),
        skip: t.arg.int({ description: 'How many are left out before them; none when absent.' }),
      },
      resolve: ({ changes }, { topics, first, skip }) => {
        const start = checkCount(skip ?? 0, Number.MAX_SAFE_INTEGER, 'skip');
        const end = start + (first == null ? changes.length : checkCount(first, MOST_CHANGES));
        return changes
          .filter(({ path }) => !topics || topics.includes(topicOfPath(path)))
          .slice(start, end);
      },
    }),
  }),
});

function checkCount(count: number, limit: number, argument = 'first'): number {
  if (count >= 0 && count <= limit) return count;
  throw badInput(`${argument} is ${count}: give a number from 0 to ${limit}.`);
}

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
      description:
        'How firmly the value is held: DISPUTED where the view shows it as disputed, else how firmly that event is.',
    }),
    current: t.exposeBoolean('current', {
      description:
        'Whether this is the value at the view. Of the total of a duty every layer that applies is; their values add up to it. A rate announced against a layer follows it and is not.',
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
      'Every value ever held at a path as known at this view, oldest first, including conflicting reports; none where nobody said anything of it.',
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
