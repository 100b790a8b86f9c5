/** Events as they were recorded: one interface, and an object type for each type of the catalogue. */
import {
  type AnyEvent,
  catalogue,
  definition,
  EVENT_TYPES,
  type EventType,
} from '../../../events/catalogue.js';
import { certainty, source } from '../../../events/envelope.js';
import type { CurrentFact, EventAnnotations } from '../../app/parley.js';
import type { Fact } from '../../domain/streamState/knowledgeView.js';
import { recordProofText } from '../../proof/recordProof.js';
import { batched } from '../batch.js';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { withQueryErrors } from '../queryErrors.js';
import { enumFrom, fieldsOf, objectFrom, outputField } from './zodToPothos.js';

export const EventCertainty = enumFrom(certainty);
export const Source = objectFrom(source);

const annotations = batched((parley, ids: readonly string[]) => parley.annotations(ids));

/** What came after an event. */
function annotationsOf(context: Context, id: string): Promise<EventAnnotations> {
  context.cache.usesCurrentLog();
  return annotations(context, id);
}

const proofs = batched((parley, positions: readonly number[]) =>
  parley.proofs.recordProofs(positions),
);

/** The proofs asked for together are under one head. */
async function proofOf(context: Context, position: number): Promise<string | null> {
  context.cache.usesCurrentLog();
  const proof = await withQueryErrors(() => proofs(context, position));
  return proof ? recordProofText(proof) : null;
}

const zones = batched((parley, events: readonly AnyEvent[]) => parley.descriptions.zones(events));

/** Types whose data must say in its own words what happened. */
const requiresSummary = new Set<EventType>(
  EVENT_TYPES.filter((type) =>
    fieldsOf(catalogue[type].data).some(([key, field]) => key === 'summary' && !field.optional),
  ),
);

const summaries = batched((parley, events: readonly AnyEvent[]) =>
  parley.descriptions.summaries(events),
);

/** What happened in one sentence: in the event's own words where its data has them. */
export const summaryOf = (event: AnyEvent, context: Context): string | Promise<string> =>
  requiresSummary.has(event.type)
    ? (event.data as { summary: string }).summary
    : summaries(context, event);

const CurrentEvent = builder.objectRef<CurrentFact>('CurrentEvent').implement({
  description: 'An event as it counts, with corrections and added sources applied.',
  fields: (t) => ({
    changed: t.exposeBoolean('isChanged', {
      description: 'Whether any correction or added source counts.',
    }),
    occurred: t.field({
      type: 'EDTF',
      description: 'When it happened.',
      resolve: ({ fact }) => fact.occurred,
    }),
    certainty: t.field({
      type: EventCertainty,
      description: 'How firmly it is held.',
      resolve: ({ fact }) => fact.certainty,
    }),
    sources: t.field({
      type: [Source],
      description: 'Who says so.',
      resolve: ({ fact }) => fact.sources,
    }),
    summary: t.string({
      description: 'What happened, in one sentence for people.',
      resolve: ({ fact }, _, context) =>
        summaryOf({ ...fact.event, data: fact.data } as AnyEvent, context),
    }),
    data: t.field({
      type: 'JSON',
      description: 'Data of its event type.',
      resolve: ({ fact }) => fact.data,
    }),
  }),
});

export const EventRef = builder.interfaceRef<AnyEvent>('Event');

EventRef.implement({
  description: 'An event as recorded. It never changes; later events correct or retract it.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: (event) => event.type,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID, used by corrections and by node(id).' }),
    cursor: t.string({
      description: 'Cursor of the event in the log, to resume reading from.',
      resolve: ({ position }) => String(position),
    }),
    stream: t.exposeString('stream', {
      description:
        'Stream it belongs to: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>.',
    }),
    also: t.exposeStringList('also', {
      description: 'Further streams whose history includes it.',
    }),
    type: t.exposeString('type', { description: 'Event type, such as RoundHeld.' }),
    occurred: t.expose('occurred', {
      type: 'EDTF',
      description: 'When it happened, as an EDTF date; corrections do not change it.',
    }),
    timeZone: t.exposeString('timeZone', {
      nullable: true,
      description: 'IANA zone of its dates; null when it is the zone of its stream.',
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When the log recorded it; for a hypothetical event, the time of the request.',
      resolve: ({ recordedAt }) => Date.parse(recordedAt),
    }),
    hypothetical: t.boolean({
      description: 'Whether it was assumed for this request and is not in the log.',
      resolve: (event) => event.hypothetical ?? false,
    }),
    recordedBy: t.exposeString('recordedBy', {
      nullable: true,
      description: 'Who entered it; null when not given.',
    }),
    position: t.exposeInt('position', { description: 'Number in the whole log, from 1.' }),
    revision: t.exposeInt('revision', { description: 'Number in its own stream, from 1.' }),
    certainty: t.expose('certainty', {
      type: EventCertainty,
      description: 'How firmly it was held when recorded.',
    }),
    sources: t.expose('sources', { type: [Source], description: 'Who says so.' }),
    corrections: t.field({
      type: [EventRef],
      description:
        'Corrections, retractions and added sources that target it, as known now, in log order.',
      resolve: async ({ id }, _, context) => (await annotationsOf(context, id)).events,
    }),
    retracted: t.boolean({
      description: 'Whether it is retracted, as known now.',
      resolve: async ({ id }, _, context) => (await annotationsOf(context, id)).retracted,
    }),
    hash: t.exposeString('hash', {
      description: 'SHA-256 of the record, chained to the one before it.',
    }),
    summary: t.string({
      description:
        'What happened, in one sentence for people, with names as recorded by then; `data` is for programs.',
      resolve: (event, _, context) => summaryOf(event, context),
    }),
    zone: t.string({
      description:
        'IANA zone in which its dates are read, as known when it was recorded: its own, or that of its stream.',
      resolve: (event, _, context) => zones(context, event),
    }),
    current: t.field({
      type: CurrentEvent,
      nullable: true,
      description:
        'The event with its corrections and added sources; null where it is retracted. As known now, or at `knownAt`.',
      args: {
        knownAt: t.arg({
          type: 'TimePoint',
          description: 'Only what was recorded by then counts.',
        }),
      },
      resolve: async (event, { knownAt }, { parley, cache }) => {
        cache.usesCurrentLog();
        const [current] = await withQueryErrors(() =>
          parley.descriptions.currentFacts([event], knownAt ?? undefined),
        );
        return current;
      },
    }),
    proof: t.string({
      nullable: true,
      description:
        'Proof that it is in the log under the newest signed head, for "parley verify --proof": a C2SP tlog-proof with the record. Null where heads are not signed, and of a hypothetical event. The error NOT_IN_TREE says that the head that covers it is signed within a second.',
      resolve: ({ position, hypothetical }, _, context) =>
        hypothetical ? null : proofOf(context, position),
    }),
    data: t.field({
      type: 'JSON',
      description: 'Data of its event type as recorded; the typed fields hold the same.',
      resolve: ({ data }) => data,
    }),
  }),
});

/** The field that names the event behind a part of an answer. */
export const setBy = (description: string) => ({
  type: EventRef,
  description,
  resolve: (part: { readonly setBy: Fact }): AnyEvent => part.setBy.event,
});

/** {@link setBy} where there may be no event. */
export const setByOrNull = (description: string) => ({
  type: EventRef,
  nullable: true as const,
  description,
  resolve: (part: { readonly setBy: Fact | null }): AnyEvent | null => part.setBy?.event ?? null,
});

const INTERFACE_FIELDS = new Set(
  'id cursor stream also type occurred timeZone recordedAt recordedBy position revision certainty sources corrections retracted hash proof summary data zone current'.split(
    ' ',
  ),
);

/** The field that shows a key of the data; undefined where the interface shows it already. */
export function fieldName(type: EventType, key: string): string | undefined {
  if (!INTERFACE_FIELDS.has(key)) return key;
  if (key === 'data' || (key === 'summary' && requiresSummary.has(type))) return undefined;
  return `data${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

for (const type of EVENT_TYPES)
  builder.objectType(builder.objectRef<AnyEvent>(type), {
    description: definition(type).describe,
    interfaces: [builder.nodeInterfaceRef(), EventRef],
    fields: (t) =>
      Object.fromEntries(
        fieldsOf(catalogue[type].data).flatMap(([key, field]) => {
          const name = fieldName(type, key);
          if (name === undefined) return [];
          const from = ({ data }: AnyEvent): object => data;
          return [[name, outputField(t as never, key, field, type, from)]];
        }),
      ) as never,
  });
