/** Proposals in the log's file, in tables of their own. */
import type Database from 'better-sqlite3';
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

const SELECT = `SELECT p.id, p.proposed, p.body, d.status, d.decided, d.body AS decisionBody
  FROM proposals p LEFT JOIN proposal_decisions d USING (id)`;

export class SqliteProposals implements ProposalStore {
  #hasTables: boolean | undefined;

  constructor(
    private readonly db: Database.Database,
    /** Runs a query with the engine's errors translated. */
    private readonly query: <Result>(work: () => Result) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async add(proposals: readonly StoredProposal[], text?: StoredText): Promise<void> {
    this.#checkWritable();
    await this.query(() => {
      const add = this.db.prepare('INSERT INTO proposals VALUES (@id, @proposed, @body)');
      const keep = this.db.prepare('INSERT OR IGNORE INTO proposal_texts VALUES (@hash, @text)');
      this.db
        .transaction(() => {
          if (text) keep.run(text);
          for (const proposal of proposals) add.run(proposal);
        })
        .immediate();
    });
  }

  async decide(decision: StoredDecision): Promise<boolean> {
    this.#checkWritable();
    return this.query(() => {
      const { changes } = this.db
        .prepare(
          `INSERT INTO proposal_decisions SELECT id, @status, @decided, @body FROM proposals
           WHERE id = @id ON CONFLICT DO NOTHING`,
        )
        .run(decision);
      return changes > 0;
    });
  }

  async byId(ids: readonly string[]): Promise<readonly (ProposalRecord | undefined)[]> {
    return this.query(() => {
      if (!this.#exists()) return ids.map(() => undefined);
      const get = this.db.prepare<[string], ProposalRow>(`${SELECT} WHERE p.id = ?`);
      return ids.map((id) => {
        const row = get.get(id);
        return row && recordOf(row);
      });
    });
  }

  async page(selection: ProposalSelection): Promise<readonly ProposalRecord[]> {
    const { statuses, after, before, backwards, limit } = { ...ID_BOUNDS, ...selection };
    return this.query(() => {
      if (!this.#exists()) return [];
      const rows = this.db
        .prepare<object, ProposalRow>(
          `${SELECT} WHERE p.id > @after AND p.id < @before
           AND (@statuses IS NULL
             OR coalesce(d.status, 'PENDING') IN (SELECT value FROM json_each(@statuses)))
           ORDER BY p.id ${backwards ? 'DESC' : 'ASC'} LIMIT @limit`,
        )
        .all({
          after,
          before,
          statuses: statuses ? JSON.stringify(statuses) : null,
          limit,
        });
      return rows.map(recordOf);
    });
  }

  async count(statuses?: readonly ProposalStatus[]): Promise<number> {
    return this.query(() => {
      if (!this.#exists()) return 0;
      const [counted] = this.db
        .prepare<object, number>(
          `SELECT count(*) FROM proposals p LEFT JOIN proposal_decisions d USING (id)
           WHERE @statuses IS NULL
             OR coalesce(d.status, 'PENDING') IN (SELECT value FROM json_each(@statuses))`,
        )
        .pluck()
        .all({ statuses: statuses ? JSON.stringify(statuses) : null });
      return counted ?? 0;
    });
  }

  async text(hash: string): Promise<string | undefined> {
    return this.query(() =>
      this.#exists()
        ? this.db
            .prepare<[string], string>('SELECT text FROM proposal_texts WHERE hash = ?')
            .pluck()
            .get(hash)
        : undefined,
    );
  }

  /** False in an older file that is opened read-only. */
  #exists(): boolean {
    this.#hasTables ??=
      this.db
        .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'proposals'")
        .pluck()
        .get() !== 0;
    return this.#hasTables;
  }

  #checkWritable(): void {
    if (this.readonly)
      throw new LogUnavailable('The log was opened read-only. Open it for writing to propose.');
  }
}
