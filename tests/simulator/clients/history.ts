/** What clients saw, and when: all that the auditor goes by, besides the log as it is in the end. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { AsOfResult, NegotiationUpdate } from '../../../src/app/parley.js';
import type { NegotiationView } from '../../../src/domain/negotiation/negotiationView.js';
import type { ExpectedRevision } from '../../../src/log/core/eventLog.js';

/** An event as a client saw it. */
export interface Seen {
  readonly position: number;
  readonly hash: string;
}

export const seen = ({ position, hash }: AnyEvent): Seen => ({ position, hash });

export interface AppendCall {
  readonly writer: string;
  /** The summaries or targets by which its events are told from all others, in order. */
  readonly labels: readonly string[];
  readonly expected: readonly ExpectedRevision[];
  readonly dryRun: boolean;
  /** Tasks run before it was first sent, and before it was answered. */
  readonly began: number;
  ended?: number;
  /** The events answered, or the code of the refusal; neither while no answer came. */
  acknowledged?: readonly Seen[];
  refused?: string;
}

/** A page read of the log after a position. */
export interface PageRead {
  readonly began: number;
  readonly ended: number;
  readonly after: number;
  /** Whether it was read to the end. */
  readonly head: number;
  readonly events: readonly Seen[];
}

/** An answer about a negotiation. */
export interface Answer {
  readonly began: number;
  readonly ended: number;
  readonly slug: string;
  readonly at: string;
  readonly knownAt: string;
  readonly position: number;
  readonly content: string;
}

/** The revision of a stream that a reader was shown after some events had been acknowledged to it. */
export interface OwnRead {
  readonly stream: string;
  readonly acknowledged: number;
  readonly shown: number;
}

/** All that one subscriber received, across the servers that it resumed at. */
export interface Subscription {
  readonly name: string;
  /** The streams asked for; all events when absent. */
  readonly streams: readonly string[] | undefined;
  readonly received: Seen[];
  /** Positions from which an error said to resume, each with the last one received. */
  readonly resumed: { readonly told: number; readonly last: number }[];
}

export interface NegotiationSubscription {
  readonly slug: string;
  /** Those of one connection; another begins anew. */
  readonly updates: {
    readonly position: number;
    readonly content: string;
    readonly causedBy: readonly Seen[];
  }[];
}

export class History {
  readonly appends: AppendCall[] = [];
  readonly pages: PageRead[] = [];
  readonly answers: Answer[] = [];
  readonly ownReads: OwnRead[] = [];
  readonly subscriptions: Subscription[] = [];
  readonly negotiations: NegotiationSubscription[] = [];
  /** Errors that no fault explains. */
  readonly errors: string[] = [];
}

/** What a negotiation shows, without the clocks of the reader. */
export function contentOf(subject: NegotiationView | undefined): string {
  if (!subject) return 'none';
  const { title, phase, statements } = subject;
  return JSON.stringify([title, phase?.value, statements.map(({ event }) => event.position)]);
}

export const answerOf = (result: AsOfResult<NegotiationView> | undefined): string =>
  contentOf(result?.subject);

export const updateOf = ({ state, causedBy }: NegotiationUpdate) => ({
  position: state.view.position,
  content: contentOf(state.subject),
  causedBy: causedBy.map(seen),
});
