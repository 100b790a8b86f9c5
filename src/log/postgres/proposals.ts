/** Proposals in the log's schema, in tables of their own. */
import { LogUnavailable } from '../core/errors.js';
import {
  ID_BOUNDS,
  type ProposalRecord,
  type ProposalRow,
  type ProposalSelection,
  type ProposalStatus,
  type ProposalStore,
  recordOf,
  type StoredDecision,
  type StoredProposal,
  type StoredText,
} from '../core/stores/proposalStore.js';
import { isText } from './appendStore.js';
import type { PostgresConnections } from './connections.js';

export class PostgresProposals implements ProposalStore {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly schema: string,
    /** Runs a query with the engine's errors translated. */
    private readonly run: <Result>(work: () => Promise<Result>) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async add(proposals: readonly StoredProposal[], text?: StoredText): Promise<void> {
    this.#checkWritable();
    // One statement, and idempotent, so it may be retried after a lost connection.
    await this.query(() =>
      this.connections.query(
        `WITH kept AS (
           INSERT INTO ${this.schema}.proposal_texts (hash, text)
           SELECT * FROM unnest($4::text[], $5::text[]) ON CONFLICT DO NOTHING
         )
         INSERT INTO ${this.schema}.proposals (id, proposed, body)
         SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[]) ON CONFLICT DO NOTHING`,
        [
          proposals.map(({ id }) => id),
          proposals.map(({ proposed }) => proposed),
          proposals.map(({ body }) => body),
          text ? [text.hash] : [],
          text ? [text.text] : [],
        ],
      ),
    );
  }

  async decide({ id, status, decided, body }: StoredDecision): Promise<boolean> {
    this.#checkWritable();
    if (!isText(id)) return false;
    const rows = await this.query(() =>
      this.connections.using((session) =>
        session.query(
          `INSERT INTO ${this.schema}.proposal_decisions (id, status, decided, body)
           SELECT id, $2, $3, $4 FROM ${this.schema}.proposals WHERE id = $1
           ON CONFLICT DO NOTHING RETURNING id`,
          [id, status, decided, body],
        ),
      ),
    );
    return rows.length > 0;
  }

  async byId(ids: readonly string[]): Promise<readonly (ProposalRecord | undefined)[]> {
    const texts = ids.filter(isText);
    if (texts.length === 0) return ids.map(() => undefined);
    const rows = await this.#select('WHERE p.id = ANY ($1::text[])', [texts]);
    const found = new Map(rows.map((row) => [row.id, recordOf(row)]));
    return ids.map((id) => found.get(id));
  }

  async page(selection: ProposalSelection): Promise<readonly ProposalRecord[]> {
    const { statuses, after, before, backwards, limit } = { ...ID_BOUNDS, ...selection };
    if (!isText(after) || !isText(before)) return [];
    const rows = await this.#select(
      `WHERE p.id > $1 AND p.id < $2
       AND ($3::text[] IS NULL OR coalesce(d.status, 'PENDING') = ANY ($3))
       ORDER BY p.id ${backwards ? 'DESC' : 'ASC'} LIMIT $4`,
      [after, before, statuses ?? null, limit],
    );
    return rows.map(recordOf);
  }

  async count(statuses?: readonly ProposalStatus[]): Promise<number> {
    const [row] = await this.query(() =>
      this.connections.query<{ count: string }>(
        `SELECT count(*) FROM ${this.schema}.proposals p
         LEFT JOIN ${this.schema}.proposal_decisions d USING (id)
         WHERE $1::text[] IS NULL OR coalesce(d.status, 'PENDING') = ANY ($1)`,
        [statuses ?? null],
      ),
    );
    return Number(row?.count ?? 0);
  }

  async text(hash: string): Promise<string | undefined> {
    if (!isText(hash)) return undefined;
    const [row] = await this.query(() =>
      this.connections.query<{ text: string }>(
        `SELECT text FROM ${this.schema}.proposal_texts WHERE hash = $1`,
        [hash],
      ),
    );
    return row?.text;
  }

  #select(rest: string, values: readonly unknown[]): Promise<readonly ProposalRow[]> {
    return this.query(() =>
      this.connections.query<ProposalRow>(
        `SELECT p.id, p.proposed, p.body, d.status, d.decided, d.body AS "decisionBody"
         FROM ${this.schema}.proposals p LEFT JOIN ${this.schema}.proposal_decisions d USING (id)
         ${rest}`,
        values,
      ),
    );
  }

  /** The engine's errors translated. */
  private async query<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.run(work);
  }

  #checkWritable(): void {
    if (this.readonly)
      throw new LogUnavailable('The log was opened read-only. Open it for writing to propose.');
  }
}
