/** What must be known about streams to judge an event: as known now, or as known in a view. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import { AreaRegister } from '../../../events/codes/areaRegister.js';
import { streamSlug } from '../../../events/envelope.js';
import type { KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import { measureIdentity } from '../../domain/measure/measureView.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { Dossiers } from '../readModel/streamStateCache.js';

/** Who negotiates depends on nothing but the negotiation's own stream. */
const partiesOf = (knowledge: KnowledgeView): readonly string[] =>
  new NegotiationView(knowledge, 0, {
    measures: [],
    rulebook: () => undefined,
    areas: AreaRegister.shipped,
  }).parties.map(({ code }) => code);

function concerns(knowledge: KnowledgeView, country: string): boolean {
  const { stream } = knowledge.streamState;
  if (stream.startsWith('negotiation/')) return partiesOf(knowledge).includes(country);
  if (!stream.startsWith('measure/')) return streamSlug(stream) === country;
  const { imposedBy, affects } = measureIdentity(knowledge);
  return imposedBy === country || affects.includes(country) || affects.includes('*');
}

export class Background {
  readonly #zones = new Map<string, Promise<string>>();

  constructor(
    readonly log: EventLog,
    readonly dossiers: Dossiers,
    /** The position of the log up to which events count. */
    readonly upTo: number,
    readonly cutoff: KnowledgeCutoff = {},
  ) {}

  /** The zone in which the dates of a stream are read. */
  zone(stream: string): Promise<string> {
    let zone = this.#zones.get(stream);
    if (!zone) this.#zones.set(stream, (zone = this.#reading(stream).then((known) => known.zone)));
    return zone;
  }

  /**
   * The negotiations to which a country is a party, the measures it imposes or that are on its
   * goods (by name or as one of all), and its rulebook.
   */
  async concerning(country: string): Promise<ReadonlySet<string>> {
    const streams = await this.dossiers.streams('', this.upTo);
    const knowledgeViews = await Promise.all(streams.map((stream) => this.#reading(stream)));
    return new Set(
      knowledgeViews
        .filter((knowledge) => concerns(knowledge, country))
        .map(({ streamState }) => streamState.stream),
    );
  }

  /** Whether an event is in the history of any of these streams: see `Selection.streams`. */
  async isInHistory(event: AnyEvent, streams: ReadonlySet<string>): Promise<boolean> {
    for (let next: AnyEvent | undefined = event; next;) {
      if (streams.has(next.stream) || next.also.some((stream) => streams.has(stream))) return true;
      const target = targetEventId(next);
      const [about] = target === undefined ? [] : await this.log.byId([target]);
      next = about && about.position < next.position ? about : undefined;
    }
    return false;
  }

  async #reading(stream: string): Promise<KnowledgeView> {
    return this.dossiers.reading(await this.dossiers.dossier(stream, this.upTo), this.cutoff);
  }
}
