/** Appends, and sends again what was not answered until it is: to any server, with the same key. */
import type { AppendRequest } from '../../../src/app/commands/appendEvents.js';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { SeededRandom } from '../../cluster/seededRandom.js';
import { type AppendCall, type History, seen } from './history.js';
import { isUnavailable, pause } from './patience.js';
import type { SimulatedServer } from '../system/server.js';

/** Streams that every writer writes. */
export const SHARED = ['negotiation/shared-1', 'negotiation/shared-2'] as const;

const sources = [{ kind: 'PRESS', publisher: 'The Courier', published: '2025-11-04' }];

interface Draft {
  readonly stream: string;
  readonly type: string;
  readonly id?: string;
  readonly also?: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

const launch = (stream: string): Draft => ({
  stream,
  type: 'NegotiationLaunched',
  data: { title: slugOf(stream), parties: ['IN', 'US'], timeZone: 'UTC' },
});

export const slugOf = (stream: string): string => stream.slice('negotiation/'.length);

export class Writer {
  readonly stream: string;
  #count = 0;

  constructor(
    readonly name: string,
    readonly servers: readonly SimulatedServer[],
    readonly random: SeededRandom,
    readonly history: History,
    /** Events that somebody may retract, of all writers: they race for them. */
    readonly retractable: string[],
  ) {
    this.stream = `negotiation/${name}`;
  }

  /** Appends so many times, the first time the launch of some streams. */
  async write(appends: number, launches: readonly string[]): Promise<void> {
    await this.#append(launches.map(launch), {});
    while (this.#count < appends) {
      const { random } = this;
      await pause(this.servers, random.oneIn(3) ? random.below(4) : random.below(400));
      const drafts = this.#drafts();
      const dryRun = random.oneIn(8);
      const expected = random.oneIn(3) ? await this.#expected(drafts) : {};
      const acknowledged = await this.#append(drafts, { ...expected, dryRun });
      if (!dryRun && random.oneIn(2)) await this.#readOwn(acknowledged);
    }
  }

  #drafts(): Draft[] {
    const { random } = this;
    // The latest, so that several writers retract the same.
    const target = this.retractable.at(-1);
    if (target !== undefined && random.oneIn(3))
      return [this.#draft('EventRetracted', { event: target, reason: 'misattributed' })];
    return Array.from({ length: random.between(1, 4) }, (_, n) =>
      this.#draft('StatementMade', {
        speaker: this.name,
        summary: `${this.name} ${this.#count} ${n}`,
      }),
    );
  }

  #draft(type: string, data: Draft['data']): Draft {
    const { random } = this;
    const stream = random.oneIn(2) ? random.pick(SHARED) : this.stream;
    const also = random.oneIn(4) ? [random.pick(SHARED)] : [];
    return { stream, type, data, also: also.filter((name) => name !== stream) };
  }

  /** The revision of a stream as last read, which another writer may overtake. */
  async #expected(drafts: readonly Draft[]): Promise<AppendRequest> {
    const { stream } = drafts[0]!;
    const infos = await this.#ask((parley) => parley.log.streams(stream));
    const revision = infos.find((info) => info.stream === stream)?.revision ?? 0;
    return { expectedRevisions: [{ stream, revision }] };
  }

  async #append(drafts: readonly Draft[], request: AppendRequest): Promise<readonly AnyEvent[]> {
    const key = `${this.name} ${this.#count++}`;
    const { scheduler } = this.servers[0]!.database;
    const call: AppendCall = {
      writer: this.name,
      labels: drafts.map(labelOf),
      expected: request.expectedRevisions ?? [],
      dryRun: request.dryRun ?? false,
      began: scheduler.steps,
    };
    this.history.appends.push(call);
    const events = drafts.map((draft) => ({ ...draft, occurred: '2025-11-04', sources }));
    try {
      const result = await this.#ask((parley) =>
        parley.append(events, { ...request, recordedBy: this.name, idempotencyKey: key }),
      );
      call.acknowledged = result.events.map(seen);
      if (!call.dryRun) this.#remember(result.events);
      return result.events;
    } catch (error) {
      call.refused = String((error as { code?: unknown }).code);
      if (!REFUSALS.includes(call.refused)) throw error;
      return [];
    } finally {
      call.ended = scheduler.steps;
    }
  }

  #remember(events: readonly AnyEvent[]): void {
    for (const { id, type } of events) if (type === 'StatementMade') this.retractable.push(id);
  }

  /** What was acknowledged is in what any server answers that has waited for it. */
  async #readOwn(events: readonly AnyEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const { stream } = last;
    const shown = await this.#ask(async (parley) => {
      await parley.subscriptions.waitForPosition(last.position);
      const result = await parley.negotiation(slugOf(stream));
      return result && parley.revision(result.subject.knowledge);
    });
    if (shown !== undefined)
      this.history.ownReads.push({ stream, acknowledged: last.revision, shown });
  }

  async #ask<Result>(
    work: (parley: SimulatedServer['parley']) => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      try {
        return await this.random.pick(this.servers).serve(work);
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        await pause(this.servers, this.random.below(100));
      }
    }
  }
}

/** What a writer may be told when others came first. */
const REFUSALS = ['REVISION_CONFLICT', 'REFUSED'];

interface Labelled {
  readonly type: string;
  readonly stream: string;
  readonly data: object;
}

/** Tells an event of this run from every other. */
export function labelOf({ type, stream, data }: Labelled): string {
  const { summary, event }: { readonly summary?: unknown; readonly event?: unknown } = data;
  return JSON.stringify([type, stream, summary ?? event]);
}
