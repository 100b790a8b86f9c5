/** What a reviewer needs to judge a proposal: all of it computed when asked, against the log as it is. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { isEventType } from '../../../events/catalogue.js';
import { parseEvent, type Problem } from '../../../events/parse.js';
import { mayBeSame } from '../../domain/drafts/duplicates.js';
import { type Change, diff } from '../../domain/history/diff.js';
import type { Finding } from '../../domain/rules/finding.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { EventAppender } from '../commands/appendEvents.js';
import { EventsRefused } from '../errors.js';
import { completeNegotiation, readNegotiation } from '../queries/negotiationQueries.js';
import type { ViewReader } from '../queries/viewReader.js';
import { recordedAs } from './recordedEvent.js';
import type { Proposal } from './proposal.js';

/** Events on record that are compared with a proposal; the latest of them. */
const MAX_COMPARED = 5_000;
const MAX_DUPLICATES = 10;
/** Negotiations that a measure may change. */
const MAX_NEGOTIATIONS = 50;

/** How a negotiation would change. */
export interface ProposedChange extends Change {
  readonly negotiation: string;
}

export class ProposalReview {
  #dryRun: Promise<{ problems: readonly Problem[]; findings: readonly Finding[] }> | undefined;

  constructor(
    readonly proposal: Proposal,
    readonly log: EventLog,
    readonly appender: EventAppender,
    readonly reader: ViewReader,
  ) {}

  /** What would refuse the event now, as it is proposed. What it needs is among it. */
  async problems(): Promise<readonly Problem[]> {
    return (await this.#tried()).problems;
  }

  /** The warnings that recording it would bring about; none while it has problems. */
  async findings(): Promise<readonly Finding[]> {
    return (await this.#tried()).findings;
  }

  /** Events on record that may be the same, the latest first. O(events of its type, at most 5,000). */
  async duplicates(): Promise<readonly AnyEvent[]> {
    const { type, stream, occurred, data } = this.proposal.event;
    if (!isEventType(type) || occurred === undefined) return [];
    const isOfMeasure = stream === undefined || stream.startsWith('measure/');
    const selection = {
      types: [type],
      ...(!isOfMeasure && { streams: [stream] }),
      backwards: true,
      limit: MAX_COMPARED,
    };
    const found: AnyEvent[] = [];
    for await (const page of this.log.read(selection))
      for (const event of page)
        if (mayBeSame({ type, stream, occurred, data }, event, 'UTC')) {
          // Its own event, once accepted, is no duplicate.
          if (event.id !== this.proposal.decision?.event) found.push(event);
          if (found.length === MAX_DUPLICATES) return found;
        }
    return found;
  }

  /** What would change of the negotiations it concerns, by path; nothing while it has problems. */
  async changes(): Promise<readonly ProposedChange[]> {
    const { proposal } = this;
    if (proposal.status !== 'PENDING' || (await this.problems()).length > 0) return [];
    const event = recordedAs(proposal);
    const streams = [event.stream, ...(event.also ?? [])];
    const concerned = streams.some((stream) => !stream.startsWith('negotiation/'))
      ? await this.log.streams('negotiation/')
      : streams.map((stream) => ({ stream }));
    const changes: ProposedChange[] = [];
    for (const { stream } of concerned.slice(0, MAX_NEGOTIATIONS)) {
      const [before, after] = await Promise.all(
        [{}, { with: [event] }].map((assumptions) =>
          this.reader.readOne({}, assumptions, (basis) => readNegotiation(basis, stream)),
        ),
      );
      for (const each of [before, after]) if (each) await completeNegotiation(each);
      const negotiation = stream.slice('negotiation/'.length);
      for (const change of diff(before?.subject, after?.subject))
        changes.push({ ...change, negotiation });
    }
    return changes;
  }

  #tried() {
    return (this.#dryRun ??= this.#try());
  }

  async #try() {
    const none = { problems: [], findings: [] };
    if (this.proposal.status !== 'PENDING') return none;
    const event = recordedAs(this.proposal);
    const parsed = parseEvent(event);
    if (!parsed.ok) return { problems: parsed.problems, findings: [] };
    try {
      const result = await this.appender.append([event], { dryRun: true });
      return { problems: [], findings: await result.findings() };
    } catch (error) {
      if (!(error instanceof EventsRefused)) throw error;
      const problems = error.problems.map((problem) => ({
        ...problem,
        path: problem.path.replace(/^events\[0\]\.?/, ''),
      }));
      return { problems, findings: [] };
    }
  }
}
