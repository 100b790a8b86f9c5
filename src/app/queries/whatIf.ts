/**
 * What-if reads: as if some events were absent, or others were recorded. An absent event is a
 * hypothetical retraction. Hypothetical events are folded onto stream states for one read; nothing
 * is stored, cached or published.
 */
import { v5 as uuid } from 'uuid';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { EventDraft, Problem } from '../../../events/parse.js';
import { bearsOnStream, unrecordedEvent } from '../../domain/rules/decide.js';
import { ALWAYS_RECORDED } from '../../domain/streamState/knowledgeView.js';
import { type StreamState, fold } from '../../domain/streamState/streamState.js';
import { canonical } from '../../log/core/canonicalJson.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { EventChecker } from '../commands/checkEvents.js';
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

/** Assumptions, checked and ready to be applied to stream states. */
export interface WhatIf {
  /** The state with the hypothetical events folded in; must not be cached. */
  apply(state: StreamState): StreamState;
  /** The streams that hypothetical events belong to. */
  readonly streams: readonly string[];
}

/** No assumptions: every state as recorded. */
export const NO_WHAT_IF: WhatIf = { apply: (state) => state, streams: [] };

/**
 * Checks assumptions like an append and prepares them. Throws `EventsRefused` with every problem;
 * its path begins with `assuming.without` or `assuming.with`.
 */
export async function prepareWhatIf(
  checker: EventChecker,
  now: number,
  assumptions: Assumptions,
): Promise<WhatIf> {
  if (!hasAssumptions(assumptions)) return NO_WHAT_IF;
  const { without = [], with: inputs = [] } = assumptions;
  const excluded = await retractions(checker.log, without);
  const included =
    inputs.length > 0 ? await withProblemPath('assuming.with', () => checker.check(inputs)) : [];
  await checkIdsAreNew(checker.log, included);
  const recordedAt = new Date(now).toISOString();
  const events = [...excluded, ...included].map((draft, i) =>
    hypotheticalEvent(draft, i, recordedAt),
  );
  return {
    apply: (state) => {
      const added = events.filter((event) => bearsOnStream(event, state.stream));
      const { position, recorded, revision } = state;
      return added.length === 0 ? state : { ...fold(state, added), position, recorded, revision };
    },
    streams: events.flatMap(({ stream, also }) => [stream, ...also]),
  };
}

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

/** Runs a check whose problems have paths under `events`, and puts them under another path. */
async function withProblemPath<Result>(
  path: string,
  check: () => Promise<Result>,
): Promise<Result> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof EventsRefused)) throw error;
    throw new EventsRefused(
      error.problems.map((problem) => ({
        ...problem,
        path: problem.path.replace(/^events/, path),
      })),
    );
  }
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
    recorded: ALWAYS_RECORDED,
    hypothetical: true,
  });
}
