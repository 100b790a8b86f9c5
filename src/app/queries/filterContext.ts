/** Lookup context for event filters: what is known about streams, now or in a view. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import { AreaRegister } from '../../../events/codes/areaRegister.js';
import { streamSlug } from '../../../events/envelope.js';
import { measureIdentity } from '../../domain/measure/measureView.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';

/** The parties depend on the negotiation's own stream alone. */
const partiesOf = (knowledge: KnowledgeView): readonly string[] =>
  new NegotiationView(knowledge, 0, {
    measures: [],
    rulebook: () => undefined,
    areas: AreaRegister.shipped,
    areaStreams: [],
  }).parties.map(({ code }) => code);

function concernsCountry(knowledge: KnowledgeView, country: string): boolean {
  const { stream } = knowledge.streamState;
  if (stream.startsWith('negotiation/')) return partiesOf(knowledge).includes(country);
  if (!stream.startsWith('measure/')) return streamSlug(stream) === country;
  const { imposedBy, affects } = measureIdentity(knowledge);
  return imposedBy === country || affects.includes(country) || affects.includes('*');
}

export class FilterContext {
  readonly #zones = new Map<string, Promise<string>>();

  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
    /** The position of the log up to which events count. */
    readonly upTo: number,
    readonly cutoff: KnowledgeCutoff = {},
  ) {}

  /** The zone in which the dates of a stream are read. One lookup per stream. */
  zone(stream: string): Promise<string> {
    let zone = this.#zones.get(stream);
    if (!zone)
      this.#zones.set(stream, (zone = this.#knowledge(stream).then((knowledge) => knowledge.zone)));
    return zone;
  }

  /**
   * The negotiations to which a country is a party, the measures it imposes or that affect its
   * goods (by name or as one of all), and its rulebook. O(streams).
   */
  async streamsConcerning(country: string): Promise<ReadonlySet<string>> {
    const streams = await this.streamStates.streams('', this.upTo);
    const known = await Promise.all(streams.map((stream) => this.#knowledge(stream)));
    return new Set(
      known
        .filter((knowledge) => concernsCountry(knowledge, country))
        .map(({ streamState }) => streamState.stream),
    );
  }

  /**
   * Whether an event is in the history of any of these streams: see `Selection.streams`. One lookup
   * per level of annotation.
   */
  async isInHistory(event: AnyEvent, streams: ReadonlySet<string>): Promise<boolean> {
    for (let next: AnyEvent | undefined = event; next;) {
      if (streams.has(next.stream) || next.also.some((stream) => streams.has(stream))) return true;
      const targetId = targetEventId(next);
      const [target]: readonly (AnyEvent | undefined)[] =
        targetId === undefined ? [] : await this.log.byId([targetId]);
      next = target && target.position < next.position ? target : undefined;
    }
    return false;
  }

  async #knowledge(stream: string): Promise<KnowledgeView> {
    const state = await this.streamStates.state(stream, this.upTo);
    return this.streamStates.knowledgeView(state, this.cutoff);
  }
}
