/** Errors of proposals: each with a stable `code`, and a message that says what to do. */
import type { ProposalStatus } from '../../log/core/stores/proposalStore.js';

export class ProposalNotFound extends Error {
  readonly code = 'PROPOSAL_NOT_FOUND';
  constructor(readonly id: string) {
    super(`No proposal has the id ${id}: look it up in proposals.`);
    this.name = 'ProposalNotFound';
  }
}

/** A proposal is decided once. */
export class ProposalDecided extends Error {
  readonly code = 'PROPOSAL_DECIDED';
  constructor(
    readonly id: string,
    readonly status: ProposalStatus,
  ) {
    super(
      `The proposal ${id} is ${status.toLowerCase()} already: correct or retract the event if it was accepted, else propose it again.`,
    );
    this.name = 'ProposalDecided';
  }
}

/** Two people are needed: whoever proposes does not accept, and nobody else withdraws. */
export class NotForYou extends Error {
  readonly code = 'NOT_FOR_YOU';
  constructor(message: string) {
    super(message);
    this.name = 'NotForYou';
  }
}
