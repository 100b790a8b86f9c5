/** Events described for people: in a sentence, in legal time, and as they count by now. */
import { type AnyEvent, summarize } from '../../../../events/catalogue.js';
import { isGroup } from '../../../../events/codes/areas.js';
import type { Names } from '../../../../events/words.js';
import { namesOf, subjectAt } from '../../../domain/history/names.js';
import type { Fact } from '../../../domain/streamState/knowledgeView.js';
import type { StreamStateCache } from '../../readModel/streamStateCache.js';
import { timePoint } from '../asOf.js';

/** An event as it counts, with corrections and added sources applied. */
export interface CurrentFact {
  readonly fact: Fact;
  /** Whether a correction or an added source counts. */
  readonly isChanged: boolean;
}

/** Knows no name and notes whether it was asked for one, and for which groups. */
class AskedNames implements Names {
  any = false;
  readonly groups: string[] = [];

  readonly #note = (): undefined => {
    this.any = true;
    return undefined;
  };

  readonly subject = this.#note;
  readonly zone = this.#note;
  readonly target = this.#note;
  readonly track = this.#note;
  readonly agreement = this.#note;
  readonly party = (code: string): undefined => {
    if (isGroup(code)) this.groups.push(code);
    this.any = true;
    return undefined;
  };
}

/**
 * The position up to which names count: that of the event, or the head of the log for one that is
 * not recorded, be it assumed or of a dry run.
 */
const positionOf = ({ hypothetical, position }: AnyEvent, head: number): number =>
  hypothetical === true ? head : Math.min(position, head);

/** An event with what it says in a sentence. */
export type SummarizedEvent = AnyEvent & { readonly summary: string };

/** Each method answers in the order of the events given, with one lookup a stream. */
export class EventDescriptions {
  readonly #streamStates: StreamStateCache;

  constructor(streamStates: StreamStateCache) {
    this.#streamStates = streamStates;
  }

  /**
   * What happened, in a sentence: with names as the record had them when each event was recorded, so
   * that it never changes. Reads the streams only of events that mention something by slug or code.
   */
  async summaries(events: readonly AnyEvent[]): Promise<readonly string[]> {
    const head = await this.#head();
    return Promise.all(events.map((event) => this.#summary(event, head)));
  }

  /** The events with their summaries. */
  async summarized(events: readonly AnyEvent[]): Promise<readonly SummarizedEvent[]> {
    const summaries = await this.summaries(events);
    return events.map((event, index) => ({ ...event, summary: summaries[index] ?? '' }));
  }

  /** Pages of events with their summaries, each page worked out when it is asked for. */
  async *summarizedPages(
    pages: AsyncIterable<readonly AnyEvent[]>,
  ): AsyncGenerator<readonly SummarizedEvent[]> {
    for await (const page of pages) yield await this.summarized(page);
  }

  /** The IANA zones in which their dates are read, as known when each was recorded. */
  async zones(events: readonly AnyEvent[]): Promise<readonly string[]> {
    const head = await this.#head();
    return Promise.all(
      events.map(async (event) => {
        if (event.timeZone !== undefined) return event.timeZone;
        const position = positionOf(event, head);
        const state = await this.#streamStates.state(event.stream, position);
        return namesOf(state, position).zone() ?? 'UTC';
      }),
    );
  }

  /**
   * The events as they count; undefined for one that is retracted. Only what was recorded by
   * `knownAt`, a TimePoint, counts. Throws `BadTimePoint`.
   */
  async currentFacts(
    events: readonly AnyEvent[],
    knownAt?: string,
  ): Promise<readonly (CurrentFact | undefined)[]> {
    const cutoff = knownAt === undefined ? {} : { knownAt: timePoint('knownAt', knownAt, 'UTC') };
    const position = await this.#head();
    return Promise.all(
      events.map(async (event) => {
        const state = await this.#streamStates.state(event.stream, position);
        const knowledge = this.#streamStates.knowledgeView(state, cutoff);
        const fact = knowledge.factOf(event);
        return fact && { fact, isChanged: knowledge.annotationsOf(event.id).length > 0 };
      }),
    );
  }

  async #head(): Promise<number> {
    return (await this.#streamStates.log.head()).position;
  }

  async #summary(event: AnyEvent, head: number): Promise<string> {
    const asked = new AskedNames();
    const summary = summarize(event, asked);
    if (!asked.any) return summary;
    const position = positionOf(event, head);
    const stateOf = (stream: string) => this.#streamStates.state(stream, position);
    const state = await stateOf(event.stream);
    const areas = await Promise.all(asked.groups.map((code) => stateOf(`area/${code}`)));
    const groupNames = new Map(
      areas.map((area, i) => [asked.groups[i], subjectAt(area, position)] as const),
    );
    return summarize(
      event,
      namesOf(state, position, (code) => groupNames.get(code)),
    );
  }
}
