/**
 * What-if: reads as if events were absent, or others were known. Absence is a retraction that is
 * never written; both are folded onto dossiers for one read, so nothing is stored, cached as real
 * or published.
 */
import { v5 as uuid } from 'uuid';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { EventDraft, Problem } from '../../../events/parse.js';
import { bearsOnStream, unrecordedEvent } from '../../domain/rules/decide.js';
import { type StreamState, fold } from '../../domain/streamState/streamState.js';
import { ALWAYS_RECORDED } from '../../domain/streamState/knowledgeView.js';
import { canonical } from '../../log/core/canonicalJson.js';
import type { Appending } from '../commands/appendEvents.js';
import { Refused } from '../errors.js';

export interface Assumptions {
  /** Ids of events to read without. */
  readonly without?: readonly string[] | undefined;
  /** Events in the interchange format to read with; checked like real ones. */
  readonly with?: readonly unknown[] | undefined;
}

/** Whether anything is assumed at all. */
export const isAssuming = ({ without = [], with: events = [] }: Assumptions): boolean =>
  without.length > 0 || events.length > 0;

/** Dossiers as they would be under assumptions. */
export interface Assumed {
  /** The same dossier with what is assumed folded in; never kept. */
  apply(streamState: StreamState): StreamState;
  /** Streams that exist only by assumption. */
  readonly streams: readonly string[];
}

/** Nothing assumed: every dossier as it is. */
export const AS_RECORDED: Assumed = { apply: (streamState) => streamState, streams: [] };

/**
 * Checks assumptions like an append and prepares them. Throws `Refused` with every problem, its
 * path beginning with `assuming.without` or `assuming.with`.
 */
export async function assumed(appending: Appending, assumptions: Assumptions): Promise<Assumed> {
  if (!isAssuming(assumptions)) return AS_RECORDED;
  const { without = [], with: sent = [] } = assumptions;
  const absent = await retractions(appending, without);
  const drafts = sent.length > 0 ? await at('assuming.with', () => appending.judge(sent)) : [];
  await refuseKnownIds(appending, drafts);
  const now = new Date(appending.now()).toISOString();
  const events = [...absent, ...drafts].map((draft, i) => hypothetical(draft, i, now));
  return {
    apply: (streamState) => {
      const added = events.filter((event) => bearsOnStream(event, streamState.stream));
      const { position, recorded, revision } = streamState;
      return added.length === 0
        ? streamState
        : { ...fold(streamState, added), position, recorded, revision };
    },
    streams: events.flatMap(({ stream, also }) => [stream, ...also]),
  };
}

async function retractions(
  appending: Appending,
  without: readonly string[],
): Promise<readonly EventDraft[]> {
  const found = await appending.log.byId(without);
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
  if (problems.length > 0) throw new Refused(problems);
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

/** What the log itself refuses: an id that is taken. */
async function refuseKnownIds(appending: Appending, drafts: readonly EventDraft[]): Promise<void> {
  const ids = drafts.map(({ id }) => id);
  const known = await appending.log.byId(ids.filter((id) => id !== undefined));
  const taken = new Set(known.map((event) => event?.id));
  const problems = ids.flatMap((id, index): Problem[] =>
    id !== undefined && (taken.has(id) || ids.indexOf(id) < index)
      ? [
          {
            path: `assuming.with[${index}].id`,
            code: 'DUPLICATE_EVENT',
            message: `${id} is the id of another event: leave it out to have one given`,
          },
        ]
      : [],
  );
  if (problems.length > 0) throw new Refused(problems);
}

/** Runs a check whose problems are named by `events[…]`, and names them by another path. */
async function at<Result>(path: string, check: () => Promise<Result>): Promise<Result> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(
      error.problems.map((problem) => ({
        ...problem,
        path: problem.path.replace(/^events/, path),
      })),
    );
  }
}

/** The namespace of ids that are worked out from what is assumed. */
const NAMESPACE = '3f2f8d0e-6f0b-4b53-9f0a-6d7c1b1a5e42';

/**
 * An event as if it had been recorded, marked so that no one takes it for real. The same
 * assumption is the same event in every read, so that its views can be compared.
 */
function hypothetical(draft: EventDraft, index: number, recordedAt: string): AnyEvent {
  return Object.freeze({
    ...unrecordedEvent(draft, index),
    id: draft.id ?? uuid(`${index} ${canonical(draft)}`, NAMESPACE),
    recordedAt,
    recorded: ALWAYS_RECORDED,
    hypothetical: true,
  });
}
