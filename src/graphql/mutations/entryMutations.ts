/**
 * Everyday mutations: one for each event an analyst enters by hand, named and made by the
 * catalogue. What is left out is filled in as a person would expect.
 */
import type { InputRef } from '@pothos/core';
import { catalogue, definition, EVENT_TYPES, type EventType } from '../../../events/catalogue.js';
import type { StreamKinds } from '../../../events/define.js';
import type { Source } from '../../../events/envelope.js';
import type { AppendRequest, EventEntry } from '../../app/parley.js';
import { builder } from '../builder.js';
import { EventCertainty } from '../catalogue/event.js';
import { SourceInput, toData } from '../catalogue/eventInput.js';
import { omitNullish, omitNullishDeep } from '../omitNullish.js';
import { runMutation, resultType } from './runMutation.js';
import { fieldsOf, inputFields } from '../catalogue/zodToPothos.js';

type Fields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** How an input names what the event belongs to. */
const SUBJECTS = {
  negotiation: 'The slug of the negotiation.',
  measure: 'The slug of the measure.',
  rulebook: 'The code of the imposing authority.',
  area: 'The code of the group or territory.',
} as const;

/** What a person may say of any event, besides what its type asks for. */
const envelopeFields = (t: Fields, amendsEvent: boolean) => ({
  occurred: t.field({
    type: 'EDTF',
    description: 'When it happened, as far as known; today in the zone of its stream when absent.',
  }),
  timeZone: t.string({ description: "The IANA zone its dates are written in; its stream's own." }),
  also: t.stringList({ description: 'Further streams whose history is to include it.' }),
  certainty: t.field({
    type: EventCertainty,
    description: 'How firmly it is held; REPORTED when absent.',
  }),
  sources: t.field({
    type: [SourceInput],
    description: 'Who says so: at least one, unless certainty is INFERRED.',
  }),
  ...(amendsEvent && {
    citing: t.field({
      type: [SourceInput],
      description: "Who says so; the desk's own word (INFERRED) when absent.",
    }),
  }),
});

const requestFields = (t: Fields) => ({
  expectedRevision: t.int({
    description: 'Refuses with RevisionConflictError unless its stream is at this revision.',
  }),
  idempotencyKey: t.string({
    description:
      'The same key with the same content returns the first result, so retries are safe.',
  }),
  dryRun: t.boolean({ description: 'Runs every check, returns the warnings and writes nothing.' }),
});

/** The field that names what the event belongs to; none for events about events. */
function subjectField(t: Fields, stream: StreamKinds) {
  if (stream === 'any') return {};
  if (typeof stream === 'string')
    return { [stream]: t.string({ required: true, description: SUBJECTS[stream] }) };
  const forms = stream.map((kind) => `${kind}/…`).join(', ');
  return { stream: t.string({ required: true, description: `What it belongs to: ${forms}.` }) };
}

function inputOf(type: EventType) {
  const { stream, mutation, describe } = definition(type);
  return builder.inputType(`${capital(mutation)}Input`, {
    description: describe,
    fields: (t) => ({
      ...envelopeFields(t, stream === 'any'),
      ...requestFields(t),
      ...subjectField(t, stream),
      // On a name clash, the field of the event type wins.
      ...inputFields(t, catalogue[type].data, type),
    }),
  }) as unknown as InputRef<Record<string, unknown>>;
}

/** An input in two: the event as a person enters it, and how it is to be appended. */
function toEntry(type: EventType, input: Record<string, unknown>) {
  const { stream } = definition(type);
  const keys = new Set(fieldsOf(catalogue[type].data).map(([key]) => key));
  const all = Object.entries(omitNullish(input));
  const pick = (isData: boolean) =>
    Object.fromEntries(all.filter(([key]) => keys.has(key) === isData));
  const { expectedRevision, idempotencyKey, dryRun, citing, ...envelope } = pick(false);
  const entry: EventEntry = {
    ...(omitNullishDeep(envelope) as object),
    type,
    ...(stream !== 'any' && {
      subject: envelope[typeof stream === 'string' ? stream : 'stream'] as string,
    }),
    ...(citing !== undefined && { citing: omitNullishDeep(citing) as readonly Source[] }),
    data: toData(type, pick(true)),
  };
  return { entry, expectedRevision, idempotencyKey, dryRun } as {
    entry: EventEntry;
    expectedRevision?: number;
  } & Pick<AppendRequest, 'idempotencyKey' | 'dryRun'>;
}

for (const type of EVENT_TYPES) {
  const { mutation, describe } = definition(type);
  const input = inputOf(type);
  const result = resultType(capital(mutation));
  builder.mutationField(mutation, (t) =>
    t.field({
      type: result,
      description: `Records ${type}: ${describe.charAt(0).toLowerCase()}${describe.slice(1)}`,
      args: { input: t.arg({ type: input, required: true, description: 'What to record.' }) },
      resolve: (_, args, context) => {
        const { entry, dryRun, ...request } = toEntry(type, args.input);
        return runMutation(context, dryRun, (recordedBy, permission) =>
          context.parley.appendEntry(entry, { ...request, dryRun, recordedBy, permission }),
        );
      },
    }),
  );
}
