/** Turns a draft into the mutation input to send, and into assumptions for a preview. */
import type {
  Assumptions,
  EventDataInput,
  EventInput,
  SourceInput,
} from '../../../generated/graphql.js';
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import type { Draft } from '../model/draft.js';
import { changedParts, type TargetEvent } from '../model/targetEvent.js';
import { isBlank, type FieldProblem, toInput, type FormValues } from '../model/formValues.js';
import { envelopeField, inputFields, eventTypeOf, isNamedByCode } from '../model/formSchema.js';
import type { EntryRequest } from './submit.js';

/** A request with the same event as an assumption, or every problem that prevents it. */
export type PreparedRequest =
  | {
      readonly problems: readonly [];
      readonly request: EntryRequest;
      /** The assumptions under which the event is already recorded. */
      readonly assumptions: Assumptions;
      /** The streams that the event is filed under. */
      readonly streams: readonly string[];
    }
  | { readonly problems: readonly FieldProblem[]; readonly request?: never };

/** The envelope fields that follow the event's data in the form. */
const TRAILING_FIELDS = ['sources', 'certainty', 'timeZone', 'also'] as const;

/** The full name of the stream typed in a form, where the slug alone may be given. */
export function streamName(type: string | null, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const kind = type === null ? undefined : eventTypeOf(type)?.stream;
  if (text === '' || kind === undefined || kind === 'any' || text.includes('/')) return text;
  return `${kind}/${isNamedByCode(kind) ? text.toUpperCase() : text}`;
}

/** Prepares the request of a draft. `target` is the recorded event that it is about. */
export function prepareRequest(
  purpose: EntryPurpose,
  draft: Draft,
  today: string,
  target: TargetEvent | null,
): PreparedRequest {
  switch (purpose.kind) {
    case 'enter':
    case 'suppose':
      return prepareEntry(draft, today, purpose.kind === 'suppose');
    case 'correct':
      return target ? prepareCorrection(draft, today, target) : TARGET_NOT_LOADED;
    case 'retract':
      return target ? prepareRetraction(draft, today, target) : TARGET_NOT_LOADED;
    case 'addSources':
      return target ? prepareSources(draft, today, target) : TARGET_NOT_LOADED;
  }
}

const TARGET_NOT_LOADED: PreparedRequest = {
  problems: [{ path: '', message: 'The event is still loading. Try again in a moment.' }],
};

function prepareEntry(
  { type, values, idempotencyKey, revisions }: Draft,
  today: string,
  hypothetical: boolean,
): PreparedRequest {
  const eventType = type === null ? undefined : eventTypeOf(type);
  if (!eventType) return { problems: [{ path: 'type', message: 'Choose an event type.' }] };
  const problems: FieldProblem[] = [];
  const stream = streamName(type, values['stream']);
  if (stream === '') problems.push({ path: 'stream', message: 'is missing' });
  const occurred = toInput([envelopeField('occurred')], values, today, problems);
  const dataValues = (values['data'] ?? {}) as FormValues;
  const data = toInput(inputFields(eventType.input) ?? [], dataValues, today, problems, 'data');
  const trailing = toInput(TRAILING_FIELDS.map(envelopeField), values, today, problems);
  const envelope = { ...occurred, ...trailing };
  const sources = (trailing['sources'] ?? []) as readonly SourceInput[];
  if (sources.length === 0 && trailing['certainty'] !== 'INFERRED' && !hypothetical)
    problems.push({
      path: 'sources',
      message: 'Give at least one source, or mark the event as inferred.',
    });
  if (problems.length > 0) return { problems };
  const event = {
    ...envelope,
    ...(hypothetical && sources.length === 0 && { certainty: 'INFERRED' }),
    stream,
    data: { [eventType.key]: data } as EventDataInput,
  } as EventInput;
  const revision = revisions[stream];
  return {
    problems: [],
    request: {
      mutation: 'appendEvents',
      input: {
        events: [event],
        idempotencyKey,
        ...(revision !== undefined && { expectedRevisions: [{ stream, revision }] }),
      },
    },
    assumptions: { with: [event] },
    streams: [stream, ...((trailing['also'] ?? []) as readonly string[])],
  };
}

/** The input fields that every event about another one has: target, idempotency key, expected revision. */
function targetInput({ idempotencyKey, revisions }: Draft, { stream, id }: TargetEvent) {
  const revision = revisions[stream];
  return {
    event: id,
    idempotencyKey,
    ...(revision !== undefined && { expectedRevision: revision }),
  };
}

/** The sources cited for a change; empty where it is recorded as inferred. */
function citedSources(
  { values }: Draft,
  today: string,
  problems: FieldProblem[],
): readonly SourceInput[] {
  const field = { ...envelopeField('sources'), name: 'citing' };
  const input = toInput([field], values, today, problems);
  return (input['citing'] ?? []) as readonly SourceInput[];
}

/** The assumption that an event about another one is recorded today. */
function assumeRecorded(
  target: TargetEvent,
  today: string,
  sources: readonly SourceInput[],
  data: EventDataInput,
): Pick<Extract<PreparedRequest, { request: EntryRequest }>, 'assumptions' | 'streams'> {
  const event: EventInput = {
    stream: target.stream,
    occurred: today,
    ...(sources.length > 0 ? { sources: [...sources] } : { certainty: 'INFERRED' }),
    data,
  };
  return { assumptions: { with: [event] }, streams: [target.stream, ...target.also] };
}

function requireReason({ values }: Draft, problems: FieldProblem[]): string {
  const reason = values['reason'];
  if (!isBlank(reason)) return (reason as string).trim();
  problems.push({
    path: 'reason',
    message: 'Give a reason. It is kept on record with the change.',
  });
  return '';
}

function prepareCorrection(draft: Draft, today: string, target: TargetEvent): PreparedRequest {
  const problems: FieldProblem[] = [];
  const reason = requireReason(draft, problems);
  const citing = citedSources(draft, today, problems);
  const parts = ['occurred', 'certainty', 'sources'].map(envelopeField);
  const envelope = toInput(parts, draft.values, today, problems);
  const dataValues = (draft.values['data'] ?? {}) as FormValues;
  const data = toInput(target.fields, dataValues, today, problems, 'data');
  const change = changedParts(target, { ...envelope, data });
  if (problems.length === 0 && Object.keys(change).length === 0)
    problems.push({ path: '', message: 'Nothing is changed. Edit a field, or discard the form.' });
  if (problems.length > 0) return { problems };
  const input = {
    ...targetInput(draft, target),
    reason,
    ...change,
    ...(citing.length > 0 && { citing }),
  };
  return {
    problems: [],
    request: { mutation: 'correctEvent', input: input as never },
    ...assumeRecorded(target, today, citing, {
      eventCorrected: { event: target.id, reason, ...change },
    } as EventDataInput),
  };
}

function prepareRetraction(draft: Draft, today: string, target: TargetEvent): PreparedRequest {
  const problems: FieldProblem[] = [];
  const reason = requireReason(draft, problems);
  const citing = citedSources(draft, today, problems);
  if (problems.length > 0) return { problems };
  const cited = citing.length > 0 && { citing: [...citing] };
  return {
    problems: [],
    request: {
      mutation: 'retractEvent',
      input: { ...targetInput(draft, target), reason, ...cited },
    },
    ...assumeRecorded(target, today, citing, { eventRetracted: { event: target.id, reason } }),
  };
}

function prepareSources(draft: Draft, today: string, target: TargetEvent): PreparedRequest {
  const problems: FieldProblem[] = [];
  const input = toInput([envelopeField('sources')], draft.values, today, problems);
  const sources = (input['sources'] ?? []) as readonly SourceInput[];
  if (sources.length === 0 && problems.length === 0)
    problems.push({ path: 'sources', message: 'Give at least one source.' });
  if (problems.length > 0) return { problems };
  return {
    problems: [],
    request: {
      mutation: 'addSources',
      input: { ...targetInput(draft, target), sources: [...sources] },
    },
    ...assumeRecorded(target, today, sources, {
      sourceAdded: { event: target.id, sources: [...sources] },
    }),
  };
}
