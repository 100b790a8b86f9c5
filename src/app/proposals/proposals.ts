/**
 * Proposals: events that someone proposes, checked at once, and that someone else accepts or
 * rejects. They are kept beside the log; only accepting one writes to the log, by an ordinary append.
 */
import { v7 } from 'uuid';
import type { Source } from '../../../events/envelope.js';
import { streamsOf } from '../../domain/drafts/draft.js';
import {
  draftsFrom,
  type NotUnderstood,
  type ReportDrafts,
  type ReportQuestion,
} from '../../domain/drafts/rules/draftsFrom.js';
import { DuplicateEvent } from '../../log/core/errors.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { DecisionStatus, ProposalSelection } from '../../log/core/stores/proposalStore.js';
import { sha256 } from '../../log/core/recordCodec.js';
import type { AppendResult, EventAppender } from '../commands/appendEvents.js';
import { checkStreams, type Permission } from '../commands/permission.js';
import { EventsRefused } from '../errors.js';
import { negotiationList } from '../queries/negotiationQueries.js';
import type { ViewReader } from '../queries/viewReader.js';
import { draftFromModel } from '../../domain/drafts/modelDrafts.js';
import { checkDrafts } from './checkDrafts.js';
import { NotForYou, ProposalDecided, ProposalNotFound } from './errors.js';
import {
  type DecisionBody,
  MAX_DRAFTS,
  type Proposal,
  type ProposalBody,
  readProposal,
} from './proposal.js';
import {
  acceptedEventId,
  type Amendment,
  amendedPaths,
  recordedAs,
  recordedByBoth,
} from './recordedEvent.js';
import { ProposalReview } from './review.js';
import { checkReason, checkText, keptText, type TextOfDrafts } from './texts.js';

export interface ProposeRequest {
  readonly proposedBy?: string | undefined;
  /** Throws `NotPermitted` for streams they may not propose for. */
  readonly permission?: Permission | undefined;
  readonly text?: TextOfDrafts | undefined;
  /** The sources of drafts that have none of their own. */
  readonly sources?: readonly Source[] | undefined;
  /** Runs every check and returns what would be proposed; keeps nothing. */
  readonly dryRun?: boolean | undefined;
}

export interface AcceptRequest {
  readonly by?: string | undefined;
  /** Throws `NotPermitted` for what they may not record. */
  readonly permission?: Permission | undefined;
  readonly reason?: string | undefined;
  /** What to record instead of what was proposed; what it leaves out stays as proposed. */
  readonly amendment?: Amendment | undefined;
  readonly dryRun?: boolean | undefined;
}

export interface Accepted extends AppendResult {
  readonly proposal: Proposal;
}

export interface DecideRequest {
  readonly by?: string | undefined;
  /** Throws `NotPermitted` for streams they may not decide on. */
  readonly permission?: Permission | undefined;
  readonly reason?: string | undefined;
}

export class Proposals {
  #last = { msecs: 0, seq: 0 };

  constructor(
    readonly log: EventLog,
    readonly appender: EventAppender,
    readonly reader: ViewReader,
    readonly now: () => number,
  ) {}

  /**
   * Proposes events, each with the words it rests on. Throws `EventsRefused` with every problem;
   * then nothing is kept. What an event lacks is no problem: it is named in its needs.
   */
  async propose(
    drafts: readonly unknown[],
    { proposedBy, permission, text, sources, dryRun }: ProposeRequest = {},
  ): Promise<readonly Proposal[]> {
    if (text) checkText(text);
    const checked = checkDrafts(drafts, text, sources);
    if (permission) for (const { event } of checked) checkStreams(permission, streamsOf(event));
    const now = this.now();
    const hash = text && sha256(text.text);
    const proposals = checked.map((each): Proposal => {
      const body: ProposalBody = {
        proposedBy,
        ...each,
        ...(text &&
          hash !== undefined && { text: { hash, length: text.text.length, day: text.day } }),
      };
      return {
        ...body,
        id: this.#newId(now),
        status: 'PENDING',
        proposed: now,
        decision: undefined,
      };
    });
    if (!dryRun)
      await this.log.proposals.add(
        proposals.map(({ id, proposed, status: _status, decision: _decision, ...body }) => ({
          id,
          proposed,
          body: JSON.stringify(body),
        })),
        text?.keep && hash !== undefined ? { hash, text: text.text } : undefined,
      );
    return proposals;
  }

  /**
   * Drafts from a report, by rules that read English; what they did not understand is named.
   * Proposes nothing. O(negotiations + length). Throws `EventsRefused` when the text is none.
   */
  async draftsFrom(
    text: string,
    question: Pick<ReportQuestion, 'day' | 'negotiation'> = {},
  ): Promise<ReportDrafts> {
    checkText({ text, day: question.day });
    const negotiations = await negotiationList(this.reader, {}, {}).all();
    const known = negotiations.map(({ subject }) => ({
      slug: subject.slug,
      parties: subject.parties.map(({ code }) => code),
    }));
    return draftsFrom(text, { ...question, known });
  }

  /**
   * Proposes what rules find in a report; nothing where they find nothing. Throws as `propose`.
   */
  async proposeReport(
    text: TextOfDrafts,
    { negotiation, ...request }: Omit<ProposeRequest, 'text'> & Pick<ReportQuestion, 'negotiation'>,
  ): Promise<
    Pick<ReportDrafts, 'notUnderstood' | 'day'> & { readonly proposals: readonly Proposal[] }
  > {
    const { drafts, ...read } = await this.draftsFrom(text.text, { day: text.day, negotiation });
    const proposals =
      drafts.length === 0
        ? []
        : await this.propose(drafts, { ...request, text: { ...text, day: read.day } });
    return { ...read, proposals };
  }

  /**
   * Proposes what a language model stated of a report, its dates resolved here. What the checks
   * refuse is named as not understood; the rest is proposed. Throws `EventsRefused` for the text.
   */
  async proposeStated(
    stated: readonly unknown[],
    text: TextOfDrafts & { readonly day: string },
    request: Omit<ProposeRequest, 'text'> = {},
  ): Promise<
    Pick<ReportDrafts, 'notUnderstood' | 'day'> & { readonly proposals: readonly Proposal[] }
  > {
    checkText(text);
    const drafts: unknown[] = [];
    const notUnderstood: NotUnderstood[] = [];
    for (const each of stated.slice(0, MAX_DRAFTS)) {
      const draft = draftFromModel(each, text.text, text.day);
      try {
        checkDrafts([draft], text, request.sources);
        drafts.push(draft);
      } catch (error) {
        if (!(error instanceof EventsRefused)) throw error;
        const reason = error.problems.map(({ path, message }) => `${path} ${message}`).join('; ');
        notUnderstood.push({ start: 0, end: 0, words: JSON.stringify(each).slice(0, 160), reason });
      }
    }
    const proposals = drafts.length === 0 ? [] : await this.propose(drafts, { ...request, text });
    return { proposals, notUnderstood, day: text.day };
  }

  /** The proposal with an id; undefined when there is none. */
  async get(id: string): Promise<Proposal | undefined> {
    const [record] = await this.log.proposals.byId([id]);
    return record && readProposal(record);
  }

  /** Proposals in the order they were made, or backwards. One query. */
  async list(selection: ProposalSelection): Promise<readonly Proposal[]> {
    return (await this.log.proposals.page(selection)).map(readProposal);
  }

  /** How many there are of some statuses, or of any. One query. */
  count(statuses?: ProposalSelection['statuses']): Promise<number> {
    return this.log.proposals.count(statuses);
  }

  /** A text that proposals rest on, where it was kept. */
  text(hash: string): Promise<string | undefined> {
    return keptText(this.log.proposals, hash);
  }

  /** What a reviewer needs to judge a proposal. Computed when asked. */
  review(proposal: Proposal): ProposalReview {
    return new ProposalReview(proposal, this.log, this.appender, this.reader);
  }

  /**
   * Records the event of a proposal, as proposed or as amended; `recordedBy` names both people.
   * Throws what `append` throws, `ProposalNotFound`, `ProposalDecided`, and `NotForYou` when both
   * people have the same name.
   */
  async accept(id: string, request: AcceptRequest = {}): Promise<Accepted> {
    const { by, permission, reason, amendment = {}, dryRun } = request;
    checkReason(reason);
    const proposal = await this.#pending(id);
    const { proposedBy } = proposal;
    if (by !== undefined && by === proposedBy)
      throw new NotForYou(
        `${by} proposed this, and whoever proposes does not accept: ask someone else to.`,
      );
    const event = recordedAs(proposal, amendment);
    let appended: AppendResult;
    try {
      appended = await this.appender.append([event], {
        recordedBy: recordedByBoth(by, proposedBy),
        permission,
        dryRun,
      });
    } catch (error) {
      if (!(error instanceof DuplicateEvent) || error.id !== event.id) throw error;
      // Recorded before, by a process that did not get to say so here.
      await this.#decide(id, 'ACCEPTED', { event: event.id });
      throw new ProposalDecided(id, 'ACCEPTED');
    }
    if (!dryRun) {
      const amended = amendedPaths(proposal, amendment);
      await this.#decide(id, 'ACCEPTED', { by, reason, amended, event: event.id });
    }
    return { ...appended, proposal: (await this.get(id)) ?? proposal };
  }

  /** Rejects a proposal, which stays readable. Throws as {@link accept}. */
  async reject(id: string, { by, permission, reason }: DecideRequest): Promise<Proposal> {
    checkReason(reason);
    const { event } = await this.#pending(id);
    if (permission) checkStreams(permission, streamsOf(event));
    return this.#decided(id, 'REJECTED', { by, reason });
  }

  /** Takes a proposal back. Throws as {@link accept}, `NotForYou` for anyone but who proposed it. */
  async withdraw(id: string, { by, reason }: DecideRequest): Promise<Proposal> {
    checkReason(reason);
    const { proposedBy } = await this.#pending(id);
    if (by !== undefined && by !== proposedBy)
      throw new NotForYou('Only whoever proposed this withdraws it: reject it instead.');
    return this.#decided(id, 'WITHDRAWN', { by, reason });
  }

  /** The proposal, which nobody has decided. An event on record decides, whatever is kept here. */
  async #pending(id: string): Promise<Proposal> {
    const proposal = await this.get(id);
    if (!proposal) throw new ProposalNotFound(id);
    if (proposal.status !== 'PENDING') throw new ProposalDecided(id, proposal.status);
    const [event] = await this.log.byId([acceptedEventId(id)]);
    if (!event) return proposal;
    await this.#decide(id, 'ACCEPTED', { event: event.id });
    throw new ProposalDecided(id, 'ACCEPTED');
  }

  /** A UUIDv7 after all that this process has given out, however the clock moves. */
  #newId(now: number): string {
    const isNext = now > this.#last.msecs;
    this.#last = isNext ? { msecs: now, seq: 0 } : { ...this.#last, seq: this.#last.seq + 1 };
    return v7(this.#last);
  }

  async #decided(id: string, status: DecisionStatus, body: DecisionBody): Promise<Proposal> {
    const isFirst = await this.#decide(id, status, body);
    const proposal = await this.get(id);
    if (!proposal) throw new ProposalNotFound(id);
    if (!isFirst) throw new ProposalDecided(id, proposal.status);
    return proposal;
  }

  #decide(id: string, status: DecisionStatus, body: DecisionBody): Promise<boolean> {
    return this.log.proposals.decide({
      id,
      status,
      decided: this.now(),
      body: JSON.stringify(body),
    });
  }
}
