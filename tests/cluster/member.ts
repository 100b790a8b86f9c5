/** One server of a cluster: always at the same address, whatever process answers there. */
import { setTimeout as pause } from 'node:timers/promises';
import { TcpProxy } from '../support/tcpProxy.js';
import { DidNotStart, type Line, ServerProcess } from './serverProcess.js';

export class Member {
  readonly #processes: ServerProcess[] = [];

  private constructor(
    readonly log: string,
    /** Between the clients and the server. */
    readonly front: TcpProxy,
  ) {}

  static async at(log: string, args: readonly string[] = []): Promise<Member> {
    const member = new Member(log, await TcpProxy.to(0));
    await member.start(args);
    return member;
  }

  get url(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  /** Starts the server; again, as whoever looks after it would, while its log cannot be reached. */
  async start(args: readonly string[] = []): Promise<void> {
    for (let tries = 0; ; tries++)
      try {
        const server = await ServerProcess.start(this.log, { args });
        this.#processes.push(server);
        this.front.target = server.port;
        this.front.open = true;
        return;
      } catch (error) {
        if (!(error instanceof DidNotStart && tries < 20)) throw error;
        if (!/^parley: The log .* is not available: /m.test(error.stderr)) throw error;
        await pause(500);
      }
  }

  /** Kills the process where it stands. */
  async kill(): Promise<void> {
    this.front.open = false;
    await this.#processes.at(-1)!.kill();
  }

  /** What its processes noted, one after the other. */
  get journal(): readonly Line[] {
    return this.#processes.flatMap(({ journal }) => journal);
  }

  /** Whether the process ended though nobody killed it. */
  get fell(): boolean {
    return this.front.open && (this.#processes.at(-1)?.over ?? false);
  }

  async leave(): Promise<void> {
    await this.front.close();
    await this.#processes.at(-1)?.kill();
  }
}
