/**
 * What-if: reads as if events were absent, or others were known. Absence is a retraction that is
 * never written; both are folded onto dossiers for one read, so nothing is stored, cached as real
 * or published.
 */
import { v7 as uuid } from 'uuid';
import { type AnyEvent, targetOf } from '../../events/catalogue.js';
import type { EventDraft, Problem } from '../../events/parse.js';
import { type Dossier, fold } from '../domain/dossier.js';
import { ALWAYS } from '../domain/reading.js';
import type { Appending } from './appending.js';
import { Refused } from './errors.js';

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
  apply(dossier: Dossier): Dossier;
  /** Streams that exist only by assumption. */
  readonly streams: readonly string[];
}

/** Nothing assumed: every dossier as it is. */
export const AS_RECORDED: Assumed = { apply: (dossier) => dossier, streams: [] };

/**
 * Checks assumptions like an append and prepares them. Throws `Refused` with every problem, its
 * path beginning with `assuming.without` or `assuming.with`.
 */
export async function assumed(appending: Appending, assumptions: Assumptions): Promise<Assumed> {
  if (!isAssuming(assumptions)) return AS_RECORDED;
  const { without = [], with: sent = [] } = assumptions;
  const absent = await retractions(appending, without);
  const drafts = sent.length > 0 ? await at('assuming.with', () => appending.judge(sent)) : [];
  const events = [...absent, ...drafts].map(hypothetical);
  return {
    apply: (dossier) => {
      const added = events.filter(
        (event) =>
          // What is about an event matters wherever that event is; elsewhere it finds nothing.
          targetOf(event) !== undefined ||
          event.stream === dossier.stream ||
          event.also.includes(dossier.stream),
      );
      const { position, recorded, revision } = dossier;
      return added.length === 0
        ? dossier
        : { ...fold(dossier, added), position, recorded, revision };
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

/** Positions of hypothetical events: after any that a log gives, and still a GraphQL Int. */
const AFTER_ALL = 2 ** 31 - 1_000_000;

/** An event as if it had been recorded, marked so that no one takes it for real. */
function hypothetical(draft: EventDraft, index: number): AnyEvent {
  return Object.freeze({
    ...draft,
    id: draft.id ?? uuid(),
    also: draft.also ?? [],
    sources: draft.sources ?? [],
    certainty: draft.certainty ?? 'REPORTED',
    recordedAt: new Date().toISOString(),
    recorded: ALWAYS,
    position: AFTER_ALL + index,
    revision: 0,
    hash: '',
    hypothetical: true,
  }) as unknown as AnyEvent;
}
