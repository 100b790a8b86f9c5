/**
 * The answer to a question from all events of a log: no index, no cache, no server. What a server
 * answers by its indexes is compared with it.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { areaZone } from '../../../events/codes/areas.js';
import { type EventLinks, linkedStreams, linksOf } from '../../../events/links.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import { knownAreas } from '../area/knownAreas.js';
import { dutyView } from '../duty/duty.js';
import {
  dutyRulesOf,
  NegotiationView,
  type RelatedStreams,
} from '../negotiation/negotiationView.js';
import { KnowledgeView } from '../streamState/knowledgeView.js';
import { emptyStreamState, fold, type StreamState } from '../streamState/streamState.js';
import { dutyAnswerJson, negotiationJson, type ViewOfAnswer } from './answerJson.js';
import type { Question } from './question.js';
import { knownAtInstant, type ZoneAt } from './view.js';

/** The events in the history of each stream, in log order. */
function histories(events: readonly AnyEvent[]): ReadonlyMap<string, readonly AnyEvent[]> {
  const links = new Map<string, EventLinks>();
  const streams = new Map<string, AnyEvent[]>();
  for (const event of events) {
    const own = linksOf(event);
    links.set(event.id, own);
    for (const stream of linkedStreams(own, (id) => links.get(id))) {
      const history = streams.get(stream);
      if (history) history.push(event);
      else streams.set(stream, [event]);
    }
  }
  return streams;
}

class RecordAtView {
  readonly #histories: ReadonlyMap<string, readonly AnyEvent[]>;
  readonly #states = new Map<string, StreamState>();

  constructor(
    readonly events: readonly AnyEvent[],
    readonly question: Question,
  ) {
    this.#histories = histories(events);
  }

  /** Folded when first asked for: a rulebook is asked for with each duty. */
  #state(stream: string): StreamState {
    let state = this.#states.get(stream);
    if (!state) {
      state = fold(emptyStreamState(stream), this.#histories.get(stream) ?? []);
      this.#states.set(stream, state);
    }
    return state;
  }

  knowledge(stream: string, knownAt?: number): KnowledgeView {
    const { publicAt } = this.question.asOf;
    return new KnowledgeView(
      this.#state(stream),
      knownAt === undefined ? {} : { knownAt, publicAt },
    );
  }

  /** Every stream of a kind, by its name. */
  all(prefix: string, knownAt: number): readonly KnowledgeView[] {
    const streams = [...this.#histories.keys()].filter((stream) => stream.startsWith(prefix));
    return streams.sort().map((stream) => this.knowledge(stream, knownAt));
  }

  related(knownAt: number): RelatedStreams {
    const areaStreams = this.all('area/', knownAt);
    return {
      measures: this.all('measure/', knownAt),
      rulebook: (code) =>
        this.#histories.has(`rulebook/${code}`)
          ? this.knowledge(`rulebook/${code}`, knownAt)
          : undefined,
      areas: knownAreas(areaStreams),
      areaStreams,
    };
  }

  view(zoneAt: ZoneAt): ViewOfAnswer {
    const { at, knownAt: asked, publicAt } = this.question.asOf;
    const knownAt = knownAtInstant(asked, zoneAt);
    const zone = zoneAt(knownAt);
    return {
      at: timePointInstant(at, zone),
      knownAt,
      publicAt: publicAt === undefined ? null : timePointInstant(publicAt, zone),
      position: this.events.findLast(({ recorded }) => recorded <= knownAt)?.position ?? 0,
      pinned: true,
    };
  }
}

/**
 * The answer by these events, which must be all up to the view; undefined where the negotiation had not begun.
 * O(events). Throws `RangeError` when a clock is no date or instant, or a zone is unknown.
 */
export function answerFrom(events: readonly AnyEvent[], question: Question): object | undefined {
  const record = new RecordAtView(events, question);
  if ('duty' in question) {
    const { imposedBy, on } = question.duty;
    const zone = areaZone(imposedBy);
    const view = record.view(() => zone);
    const rules = dutyRulesOf(record.related(view.knownAt), imposedBy, on);
    return dutyAnswerJson({ subject: dutyView(rules, question.duty, view.at), view });
  }
  const stream = `negotiation/${question.negotiation}`;
  const view = record.view(
    (knownAt) => new KnowledgeView(record.knowledge(stream).streamState, { knownAt }).zone,
  );
  const subject = new NegotiationView(
    record.knowledge(stream, view.knownAt),
    view.at,
    record.related(view.knownAt),
  );
  return subject.hasBegun ? negotiationJson({ subject, view }) : undefined;
}
