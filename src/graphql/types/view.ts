/** The clocks of a question, and the view an answer was computed for. */
import type { AsOf, View } from '../../app/queries/asOf.js';
import type { AsOfResult } from '../../app/parley.js';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { omitNullish } from '../omitNullish.js';

export const AsOfInput = builder.inputType('AsOf', {
  description: 'The view to read: its date, and which events count. An absent clock is now.',
  fields: (t) => ({
    at: t.field({ type: 'TimePoint', description: 'The date or instant of the view.' }),
    knownAt: t.field({
      type: 'TimePoint',
      description: 'Only events recorded by then count.',
    }),
    publicAt: t.field({
      type: 'TimePoint',
      description: 'Only events with a source published by then count.',
    }),
  }),
});

type AsOfArgument = typeof AsOfInput.$inferInput | null | undefined;

export const toAsOf = (input: AsOfArgument): AsOf => omitNullish(input);

/** The same question with its dates already read: for what is part of an answer to it. */
function resolvedAsOf({ view, asOf }: { view: View; asOf: AsOf }): AsOf {
  return {
    ...(asOf.at !== undefined && { at: new Date(view.at).toISOString() }),
    ...(asOf.knownAt !== undefined && { knownAt: new Date(view.knownAt).toISOString() }),
    ...(asOf.publicAt !== undefined && { publicAt: asOf.publicAt }),
  };
}

/** A question and the view of its answer. */
export type ParentResult = Omit<AsOfResult<unknown>, 'subject'>;

/** The same for what is part of that answer: at the same view, on the same assumptions. */
export const inheritView = ({ view, asOf, assumptions }: ParentResult): ParentResult => ({
  view,
  asOf: resolvedAsOf({ view, asOf }),
  ...(assumptions && { assumptions }),
});

/** What a view that is not pinned tells of the log changes with every append. */
function tellHead(view: View, { cache }: Context): View {
  if (!view.pinned) cache.usesHead();
  return view;
}

export const ViewRef = builder.objectRef<View>('View').implement({
  description: 'The view an answer was computed for, defaults filled in.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The instant of the view.' }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'Only events recorded by then count.',
      resolve: (view, _, context) => tellHead(view, context).knownAt,
    }),
    publicAt: t.expose('publicAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Only events public by then count; null when `publicAt` was not given.',
    }),
    position: t.int({
      description: 'Position of the last event of the log that counts.',
      resolve: (view, _, context) => tellHead(view, context).position,
    }),
    pinned: t.exposeBoolean('pinned', {
      description: 'Whether the answer can never change again, because `knownAt` lies in the past.',
    }),
  }),
});

/** The argument every question takes. */
export const asOfDescription = 'The view to read; now when absent.';
