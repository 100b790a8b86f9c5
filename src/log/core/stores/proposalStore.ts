/**
 * Proposals beside the log: what was proposed, the texts it rests on, and what became of it. No
 * table of the log knows of them, and nothing read from the log depends on them.
 */

export type DecisionStatus = 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN';
export type ProposalStatus = 'PENDING' | DecisionStatus;

/** A proposal as stored. The store does not interpret its body. */
export interface StoredProposal {
  /** A UUIDv7: proposals are listed in the order of their ids. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly proposed: number;
  readonly body: string;
}

/** What became of a proposal. */
export interface StoredDecision {
  readonly id: string;
  readonly status: DecisionStatus;
  /** Epoch milliseconds. */
  readonly decided: number;
  readonly body: string;
}

export interface ProposalRecord {
  readonly proposal: StoredProposal;
  /** Undefined while nobody has decided. */
  readonly decision: StoredDecision | undefined;
}

/** A text that proposals rest on, under the SHA-256 of its UTF-8. */
export interface StoredText {
  readonly hash: string;
  readonly text: string;
}

/** Which proposals to read, in the order of their ids. */
export interface ProposalSelection {
  readonly statuses?: readonly ProposalStatus[];
  /** Ids greater than this. */
  readonly after?: string;
  /** Ids smaller than this. */
  readonly before?: string;
  readonly backwards?: boolean;
  readonly limit: number;
}

/**
 * Every engine guarantees that what `add` and `decide` resolve for is on disk, that a proposal is
 * decided once, and that neither proposals nor decisions are changed or removed. A read-only log
 * refuses both with `LogUnavailable`.
 */
export interface ProposalStore {
  /** Adds proposals, and the text they rest on where it is to be kept; all or nothing. */
  add(proposals: readonly StoredProposal[], text?: StoredText): Promise<void>;
  /** Records what became of a proposal. Returns false, and changes nothing, when it was decided before. */
  decide(decision: StoredDecision): Promise<boolean>;
  /** The proposals with these ids, in the order given; undefined where there is none. */
  byId(ids: readonly string[]): Promise<readonly (ProposalRecord | undefined)[]>;
  /** One query. */
  page(selection: ProposalSelection): Promise<readonly ProposalRecord[]>;
  /** How many there are with one of these statuses; of any when undefined. One query. */
  count(statuses?: readonly ProposalStatus[]): Promise<number>;
  /** A text that was kept; undefined when it was not. */
  text(hash: string): Promise<string | undefined>;
}

/** What the engines in a database select: a proposal, and null where nobody has decided. */
export interface ProposalRow extends StoredProposal {
  readonly status: DecisionStatus | null;
  readonly decided: number | null;
  readonly decisionBody: string | null;
}

/** Bounds of all ids, which are UUIDs in lower case. */
export const ID_BOUNDS = { after: '', before: 'g' } as const;

export const recordOf = (row: ProposalRow): ProposalRecord => {
  const { id, proposed, body, status, decided, decisionBody } = row;
  return {
    proposal: { id, proposed, body },
    decision:
      status === null || decided === null || decisionBody === null
        ? undefined
        : { id, status, decided, body: decisionBody },
  };
};
