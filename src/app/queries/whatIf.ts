/**
 * What-if reads: as if some events were absent, or others were recorded. An absent event is a
 * hypothetical retraction. Hypothetical events are folded onto stream states for one read; nothing
 * is stored, cached or published.
 */
import { v5 as uuid } from 'uuid';
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import type { EventDraft, Problem } from '../../../events/parse.js';
import { bearsOnStream, unrecordedEvent } from '../../domain/rules/decide.js';
import type { KnowledgeCutoff } from '../../domain/streamState/knowledgeView.js';
import { type StreamState, foldUnrecorded } from '../../domain/streamState/streamState.js';
import { canonical } from '../../log/core/canonicalJson.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { type EventChecker, parseEvents } from '../commands/checkEvents.js';
import { EventsRefused } from '../errors.js';

/** What a read assumes. */
export interface Assumptions {
  /** Ids of events to read without. */
  readonly without?: readonly string[] | undefined;
  /** Events in the interchange format to read with; checked like those of an append. */
  readonly with?: readonly unknown[] | undefined;
}

/** Whether anything is assumed at all. */
export const hasAssumptions = ({ without = [], with: events = [] }: Assumptions): boolean =>
  without.length > 0 || events.length > 0;

/** Assumptions, ready to be applied to stream states. */
export interface WhatIf {
  /**
   * Checks the hypothetical events like an append, by what a view knows and without what is assumed
   * absent. Throws `EventsRefused` with every problem; its path begins with `assuming.with`.
   */
  judge(cutoff: KnowledgeCutoff): Promise<void>;
  /** The state with the hypothetical events folded in; must not be cached. */
  apply(state: StreamState): StreamState;
  /** The streams in whose histories hypothetical events appear. */
  readonly streams: readonly string[];
}

/** No assumptions: every state as recorded. */
export const NO_WHAT_IF: WhatIf = {
  judge: () => Promise.resolve(),
  apply: (state) => state,
  streams: [],
};

/**
 * Prepares assumptions, checked as far as no view matters. Throws `EventsRefused` with every problem;
 * its path begins with `assuming.without` or `assuming.with`. An event to be without need not be
 * known in the view.
 */
export async function prepareWhatIf(
  checker: EventChecker,
  now: number,
  assumptions: Assumptions,
): Promise<WhatIf> {
  if (!hasAssumptions(assumptions)) return NO_WHAT_IF;
  const { without = [], with: inputs = [] } = assumptions;
  const excluded = await retractions(checker.log, without);
  const included = inputs.length > 0 ? parseAssumed(inputs) : [];
  await checkIdsAreNew(checker.log, included);
  const recordedAt = new Date(now).toISOString();
  const drafts = [...excluded, ...included];
  const events = drafts.map((draft, i) => hypotheticalEvent(draft, i, recordedAt));
  return {
    async judge(cutoff) {
      if (included.length === 0) return;
      const { problems } = await checker.decide(drafts, cutoff);
      const refused = assumedProblems(problems, excluded.length);
      if (refused.length > 0) throw new EventsRefused(refused);
    },
    apply: (state) =>
      foldUnrecorded(
        state,
        events.filter((event) => bearsOnStream(event, state.stream)),
      ),
    streams: await streamsTouched(checker.log, events),
  };
}

/** The streams of these events and of those they are about. One query per level of annotation. */
async function streamsTouched(
  log: EventLog,
  events: readonly AnyEvent[],
): Promise<readonly string[]> {
  const streams = new Set<string>();
  for (let next = events; next.length > 0;) {
    for (const { stream, also } of next) for (const name of [stream, ...also]) streams.add(name);
    const found = await log.byId(next.flatMap((event) => targetEventId(event) ?? []));
    next = found.filter((event) => event !== undefined);
  }
  return [...streams];
}

/** Parses hypothetical events. Throws `EventsRefused` with paths under `assuming.with`. */
function parseAssumed(inputs: readonly unknown[]): readonly EventDraft[] {
  try {
    return parseEvents(inputs);
  } catch (error) {
    if (!(error instanceof EventsRefused)) throw error;
    throw new EventsRefused(assumedProblems(error.problems, 0));
  }
}

/** The problems of `events` after the first few, with paths under `assuming.with`. */
const assumedProblems = (problems: readonly Problem[], skipped: number): readonly Problem[] =>
  problems.flatMap((problem) => {
    const [, index = '', rest = ''] = /^events\[(\d+)\](.*)$/.exec(problem.path) ?? [];
    const path = `assuming.with[${Number(index) - skipped}]${rest}`;
    return Number(index) < skipped ? [] : [{ ...problem, path }];
  });

async function retractions(
  log: EventLog,
  without: readonly string[],
): Promise<readonly EventDraft[]> {
  const found = await log.byId(without);
  const problems = without.flatMap((id, index): Problem[] =>
    found[index]
      ? []
      : [
          {
            path: `assuming.without[${index}]`,
            code: 'UNKNOWN_EVENT',
            message: `no event has the id ${id}: look it up in events or setBy`,
          },
        ],
  );
  if (problems.length > 0) throw new EventsRefused(problems);
  return found.flatMap((event) =>
    event
      ? {
          stream: event.stream,
          type: 'EventRetracted' as const,
          occurred: event.occurred,
          certainty: 'INFERRED' as const,
          data: { event: event.id, reason: 'assumed absent' },
        }
      : [],
  );
}

/** Refuses ids that are taken, as the log does on append. */
async function checkIdsAreNew(log: EventLog, drafts: readonly EventDraft[]): Promise<void> {
  const ids = drafts.map(({ id }) => id);
  const recorded = await log.byId(ids.filter((id) => id !== undefined));
  const taken = new Set(recorded.map((event) => event?.id));
  const problems = ids.flatMap((id, index): Problem[] =>
    id !== undefined && (taken.has(id) || ids.indexOf(id) < index)
      ? [
          {
            path: `assuming.with[${index}].id`,
            code: 'DUPLICATE_EVENT',
            message: `${id} is the id of another event: leave it out to have one assigned`,
          },
        ]
      : [],
  );
  if (problems.length > 0) throw new EventsRefused(problems);
}

/** UUID v5 namespace of the ids derived from hypothetical events. */
const NAMESPACE = '3f2f8d0e-6f0b-4b53-9f0a-6d7c1b1a5e42';

/**
 * An event as if it had been recorded, marked as hypothetical. Its id is derived from its content,
 * so that views under the same assumptions can be compared.
 */
function hypotheticalEvent(draft: EventDraft, index: number, recordedAt: string): AnyEvent {
  return Object.freeze({
    ...unrecordedEvent(draft, index),
    id: draft.id ?? uuid(`${index} ${canonical(draft)}`, NAMESPACE),
    recordedAt,
    hypothetical: true,
  });
}
