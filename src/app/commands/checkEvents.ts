/** Checks events before they are appended: their shape, and what the log knows about them. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import { type EventDraft, parseEvent, type Problem } from '../../../events/parse.js';
import {
  type DecisionContext,
  decide,
  isRetracted,
  requiredLookups,
} from '../../domain/rules/decide.js';
import type { AppendCondition, EventLog } from '../../log/core/eventLog.js';
import type { KnowledgeCutoff } from '../../domain/streamState/knowledgeView.js';
import { EventsRefused } from '../errors.js';
import { annotationChain } from '../readModel/annotationChain.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';

/** What a batch of events rests on; events that rest on nothing have no condition. */
export interface Decision {
  readonly problems: readonly Problem[];
  readonly condition?: AppendCondition;
}

/** Parses events in the interchange format. Throws `EventsRefused` with every problem of every event. */
export function parseEvents(inputs: readonly unknown[]): readonly EventDraft[] {
  const problems: Problem[] = [];
  const events: EventDraft[] = [];
  inputs.forEach((input, index) => {
    const parsed = parseEvent(input);
    if (parsed.ok) events.push(parsed.event);
    else
      problems.push(
        ...parsed.problems.map((problem) => ({
          ...problem,
          path: `events[${index}]${problem.path === '' ? '' : `.${problem.path}`}`,
        })),
      );
  });
  if (problems.length > 0 || events.length === 0) throw new EventsRefused(problems);
  return events;
}

export class EventChecker {
  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
  ) {}

  /**
   * The problems of parsed events as judged by the knowledge of a view, all of it by default, and the
   * condition under which this decision holds.
   */
  async decide(events: readonly EventDraft[], cutoff: KnowledgeCutoff = {}): Promise<Decision> {
    const { knownAt = Infinity } = cutoff;
    const isKnown = ({ recorded }: AnyEvent): boolean => recorded <= knownAt;
    const { ids, streams: named, areas } = requiredLookups(events);
    if (ids.length === 0 && named.length === 0) return { problems: [] };
    const { position } = await this.log.head();
    const areaStreams = areas ? await this.streamStates.streams('area/', position) : [];
    const streams = [...new Set([...named, ...areaStreams])];
    const targets = (await this.#targetChain(ids)).filter(isKnown);
    const annotated = targets.map(({ id }) => id);
    const annotations = (await annotationChain(this.log, annotated)).filter(isKnown);
    const knowledgeViews = new Map(
      await Promise.all(
        streams.map(async (stream) => {
          const state = await this.streamStates.state(stream, position);
          return [stream, this.streamStates.knowledgeView(state, cutoff)] as const;
        }),
      ),
    );
    const context: DecisionContext = {
      event: (id) => {
        const event = targets.find((target) => target.id === id);
        return (
          event && { type: event.type, data: event.data, retracted: isRetracted(id, annotations) }
        );
      },
      knowledge: (stream) => {
        const knowledge = knowledgeViews.get(stream);
        return knowledge && knowledge.streamState.position > 0 ? knowledge : undefined;
      },
      areaStreams,
    };
    const consultedIds = [...targets, ...annotations].map(({ id }) => id);
    return {
      problems: decide(events, context),
      condition: { position, events: consultedIds, streams },
    };
  }

  /** The events with these ids and, where one of them is itself an annotation, what it is about. */
  async #targetChain(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    const chain: AnyEvent[] = [];
    for (let next = ids; next.length > 0;) {
      const found = (await this.log.byId(next)).filter((event) => event !== undefined);
      chain.push(...found);
      next = found.flatMap((event) => targetEventId(event) ?? []);
    }
    return chain;
  }
}
