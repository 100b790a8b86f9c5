/** From what stands in a form to what is sent, and to what would be if it were recorded. */
import type {
  Assumptions,
  EventDataInput,
  EventInput,
  SourceInput,
} from '../../../generated/graphql.js';
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import type { Draft } from '../model/draft.js';
import { differing, type Target } from '../model/target.js';
import { isBlank, type Problem, toInput, type Values } from '../model/values.js';
import { envelopeField, fieldsOf, isNamedByCode, kindOf } from '../model/vocabulary.js';
import type { Request } from './writing.js';

/** Something to be sent, and the same as a supposition; or all that is wrong with it. */
export type Made =
  | {
      readonly problems: readonly [];
      readonly request: Request;
      /** What it would be to have it on record. */
      readonly assuming: Assumptions;
      /** Streams whose picture it may change. */
      readonly streams: readonly string[];
    }
  | { readonly problems: readonly Problem[]; readonly request?: never };

/** What is asked for after what the event says. */
const REST = ['sources', 'certainty', 'timeZone', 'also'] as const;

/** What a person calls a stream: its slug, where its kind is clear. */
export function streamOf(type: string | null, written: unknown): string {
  const text = typeof written === 'string' ? written.trim() : '';
  const kind = type === null ? undefined : kindOf(type)?.stream;
  if (text === '' || kind === undefined || kind === 'any' || text.includes('/')) return text;
  return `${kind}/${isNamedByCode(kind) ? text.toUpperCase() : text}`;
}

/** What a form says, to be sent. `target` is the event it is about. */
export function made(
  purpose: EntryPurpose,
  draft: Draft,
  today: string,
  target: Target | null,
): Made {
  switch (purpose.kind) {
    case 'enter':
    case 'suppose':
      return entered(draft, today, purpose.kind === 'suppose');
    case 'correct':
      return target ? corrected(draft, today, target) : nothing;
    case 'retract':
      return target ? retracted(draft, today, target) : nothing;
    case 'addSources':
      return target ? sourced(draft, today, target) : nothing;
  }
}

const nothing: Made = {
  problems: [{ path: '', message: 'The event is not read yet: try again in a moment.' }],
};

function entered({ type, values, key, seen }: Draft, today: string, supposed: boolean): Made {
  const kind = type === null ? undefined : kindOf(type);
  if (!kind) return { problems: [{ path: 'type', message: 'Choose what happened.' }] };
  const problems: Problem[] = [];
  const stream = streamOf(type, values['stream']);
  if (stream === '') problems.push({ path: 'stream', message: 'is missing' });
  const head = toInput([envelopeField('occurred')], values, today, problems);
  const given = (values['data'] ?? {}) as Values;
  const data = toInput(fieldsOf(kind.input) ?? [], given, today, problems, 'data');
  const rest = toInput(REST.map(envelopeField), values, today, problems);
  const envelope = { ...head, ...rest };
  const sources = (rest['sources'] ?? []) as readonly SourceInput[];
  if (sources.length === 0 && rest['certainty'] !== 'INFERRED' && !supposed)
    problems.push({
      path: 'sources',
      message: 'Say who says so: give at least one source, or mark the event as inferred.',
    });
  if (problems.length > 0) return { problems };
  const event = {
    ...envelope,
    ...(supposed && sources.length === 0 && { certainty: 'INFERRED' }),
    stream,
    data: { [kind.key]: data } as EventDataInput,
  } as EventInput;
  const revision = seen[stream];
  return {
    problems: [],
    request: {
      by: 'appendEvents',
      input: {
        events: [event],
        idempotencyKey: key,
        ...(revision !== undefined && { expectedRevisions: [{ stream, revision }] }),
      },
    },
    assuming: { with: [event] },
    streams: [stream, ...((rest['also'] ?? []) as readonly string[])],
  };
}

/** What every event about another one is sent with, besides what it says. */
function about({ key, seen }: Draft, { stream, id }: Target) {
  const revision = seen[stream];
  return {
    event: id,
    idempotencyKey: key,
    ...(revision !== undefined && { expectedRevision: revision }),
  };
}

/** Who says that it is so, where the desk does not say it by itself. */
function citedIn({ values }: Draft, today: string, problems: Problem[]): readonly SourceInput[] {
  const field = { ...envelopeField('sources'), name: 'citing' };
  const cited = toInput([field], values, today, problems);
  return (cited['citing'] ?? []) as readonly SourceInput[];
}

/** The supposition that an event about another one is recorded today. */
function supposing(
  target: Target,
  today: string,
  cited: readonly SourceInput[],
  data: EventDataInput,
): Pick<Extract<Made, { request: Request }>, 'assuming' | 'streams'> {
  const event: EventInput = {
    stream: target.stream,
    occurred: today,
    ...(cited.length > 0 ? { sources: [...cited] } : { certainty: 'INFERRED' }),
    data,
  };
  return { assuming: { with: [event] }, streams: [target.stream, ...target.also] };
}

function reasonIn({ values }: Draft, problems: Problem[]): string {
  const reason = values['reason'];
  if (!isBlank(reason)) return (reason as string).trim();
  problems.push({ path: 'reason', message: 'Say why: it stays on record with the change.' });
  return '';
}

function corrected(draft: Draft, today: string, target: Target): Made {
  const problems: Problem[] = [];
  const reason = reasonIn(draft, problems);
  const citing = citedIn(draft, today, problems);
  const parts = ['occurred', 'certainty', 'sources'].map(envelopeField);
  const now = toInput(parts, draft.values, today, problems);
  const given = (draft.values['data'] ?? {}) as Values;
  const data = toInput(target.fields, given, today, problems, 'data');
  const change = differing(target, { ...now, data });
  if (problems.length === 0 && Object.keys(change).length === 0)
    problems.push({ path: '', message: 'Nothing differs from what is recorded.' });
  if (problems.length > 0) return { problems };
  const input = {
    ...about(draft, target),
    reason,
    ...change,
    ...(citing.length > 0 && { citing }),
  };
  return {
    problems: [],
    request: { by: 'correctEvent', input: input as never },
    ...supposing(target, today, citing, {
      eventCorrected: { event: target.id, reason, ...change },
    } as EventDataInput),
  };
}

function retracted(draft: Draft, today: string, target: Target): Made {
  const problems: Problem[] = [];
  const reason = reasonIn(draft, problems);
  const citing = citedIn(draft, today, problems);
  if (problems.length > 0) return { problems };
  const cite = citing.length > 0 && { citing: [...citing] };
  return {
    problems: [],
    request: { by: 'retractEvent', input: { ...about(draft, target), reason, ...cite } },
    ...supposing(target, today, citing, { eventRetracted: { event: target.id, reason } }),
  };
}

function sourced(draft: Draft, today: string, target: Target): Made {
  const problems: Problem[] = [];
  const given = toInput([envelopeField('sources')], draft.values, today, problems);
  const sources = (given['sources'] ?? []) as readonly SourceInput[];
  if (sources.length === 0 && problems.length === 0)
    problems.push({ path: 'sources', message: 'Give at least one source.' });
  if (problems.length > 0) return { problems };
  return {
    problems: [],
    request: { by: 'addSources', input: { ...about(draft, target), sources: [...sources] } },
    ...supposing(target, today, sources, {
      sourceAdded: { event: target.id, sources: [...sources] },
    }),
  };
}
