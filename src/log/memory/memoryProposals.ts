/** Proposals beside a log in memory: every guarantee of {@link ProposalStore} except durability. */
import { LogUnavailable } from '../core/errors.js';
import {
  ID_BOUNDS,
  type ProposalRecord,
  type ProposalSelection,
  type ProposalStatus,
  type ProposalStore,
  type StoredDecision,
  type StoredProposal,
  type StoredText,
} from '../core/stores/proposalStore.js';

export class MemoryProposals implements ProposalStore {
  readonly #proposals = new Map<string, StoredProposal>();
  readonly #decisions = new Map<string, StoredDecision>();
  readonly #texts = new Map<string, string>();

  constructor(private readonly readonly: boolean) {}

  async add(proposals: readonly StoredProposal[], text?: StoredText): Promise<void> {
    this.#checkWritable();
    if (text) this.#texts.set(text.hash, text.text);
    for (const proposal of proposals) this.#proposals.set(proposal.id, proposal);
  }

  async decide(decision: StoredDecision): Promise<boolean> {
    this.#checkWritable();
    if (!this.#proposals.has(decision.id) || this.#decisions.has(decision.id)) return false;
    this.#decisions.set(decision.id, decision);
    return true;
  }

  async byId(ids: readonly string[]): Promise<readonly (ProposalRecord | undefined)[]> {
    return ids.map((id) => {
      const proposal = this.#proposals.get(id);
      return proposal && { proposal, decision: this.#decisions.get(id) };
    });
  }

  async page(selection: ProposalSelection): Promise<readonly ProposalRecord[]> {
    const { statuses, after, before, backwards = false, limit } = { ...ID_BOUNDS, ...selection };
    const found = [...this.#proposals.values()]
      .filter(({ id }) => id > after && id < before)
      .map((proposal) => ({ proposal, decision: this.#decisions.get(proposal.id) }))
      .filter(({ decision }) => !statuses || statuses.includes(decision?.status ?? 'PENDING'))
      .sort((a, b) => (a.proposal.id < b.proposal.id ? -1 : 1));
    return (backwards ? found.reverse() : found).slice(0, limit);
  }

  async count(statuses?: readonly ProposalStatus[]): Promise<number> {
    const all = { limit: this.#proposals.size, ...(statuses && { statuses }) };
    return (await this.page(all)).length;
  }

  async text(hash: string): Promise<string | undefined> {
    return this.#texts.get(hash);
  }

  #checkWritable(): void {
    if (this.readonly)
      throw new LogUnavailable('The log was opened read-only. Open it for writing to propose.');
  }
}
