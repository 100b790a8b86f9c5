/** What goes wrong, one thing after the other, while the servers work. */
import type { TcpProxy } from '../support/tcpProxy.js';
import type { RunningPostgres } from '../support/postgresServer.js';
import { sql } from '../support/postgres.js';
import type { SeededRandom } from './seededRandom.js';
import type { Member } from './member.js';

export interface Machinery {
  readonly postgres: RunningPostgres;
  readonly members: readonly Member[];
  /** Between one of the servers and PostgreSQL. */
  readonly wire: TcpProxy;
}

export class Faults {
  /** One server at a time is down, while the other faults go on. */
  #restarting = Promise.resolve();
  readonly #kinds: Readonly<Record<string, () => Promise<void> | void>>;

  constructor(
    { postgres, members, wire }: Machinery,
    readonly chance: SeededRandom,
  ) {
    this.#kinds = {
      'a server is killed': async () => {
        await this.#restarting;
        const member = chance.pick(members);
        await member.kill();
        this.#restarting = member.start();
      },
      'PostgreSQL is restarted': () => postgres.restart(),
      'a process of PostgreSQL is killed': () => crash(postgres),
      'a server is cut off from PostgreSQL': () => wire.cut(),
      'the clients of a server are cut off': () => chance.pick(members).front.cut(),
    };
  }

  /** Every kind twice, in an order of its own; the names that {@link happen} takes. */
  order(): readonly string[] {
    const kinds = Object.keys(this.#kinds);
    return [...this.chance.shuffled(kinds), ...this.chance.shuffled(kinds)];
  }

  async happen(kind: string): Promise<void> {
    await this.#kinds[kind]!();
  }

  /** When every server is up again. */
  async mended(): Promise<void> {
    await this.#restarting;
  }
}

/**
 * Kills one of PostgreSQL's own processes: the first of them ends all others for it, and recovers
 * what is on disk.
 */
async function crash({ url }: RunningPostgres): Promise<void> {
  const [session] = await sql<{ pid: number }>(
    url,
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'parley' ORDER BY pid LIMIT 1`,
  );
  process.kill(session!.pid, 'SIGKILL');
}
