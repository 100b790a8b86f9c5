/** Lookup context for event filters: what is known about streams, now or in a view. */
import DataLoader from 'dataloader';
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { isArea } from '../../../events/codes/areas.js';
import { type StreamKind, streamKind, streamSlug } from '../../../events/streams.js';
import { moment } from '../../../events/time/bounds.js';
import { imposesFor, touches } from '../../domain/area/areaReach.js';
import { measureIdentity } from '../../domain/measure/measureView.js';
import { partiesAt, partyFor } from '../../domain/party/parties.js';
import type { KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { everStatedAreas, streamsOfParty } from '../readModel/candidates.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';

/** The kinds of stream of which the index tells whom they may concern; others say so in their name. */
const INDEXED_BY_PARTY: ReadonlySet<StreamKind> = new Set(['negotiation', 'measure']);

/** Whether what a stream is about concerns a party at an instant; membership of groups counts. */
function concerns(knowledge: KnowledgeView, areas: AreaRegister, party: string, at: number) {
  const { stream } = knowledge.streamState;
  const slug = streamSlug(stream);
  switch (streamKind(stream)) {
    case 'negotiation':
      return partyFor(partiesAt(knowledge, areas, at), areas, party, at) !== undefined;
    case 'measure': {
      const identity = measureIdentity(knowledge);
      // A party that is no area imposes nothing and sends no goods.
      return (
        isArea(party) &&
        (imposesFor(areas, identity.imposedBy, party, at) || touches(areas, identity, party, at))
      );
    }
    case 'rulebook':
      return areas.covers(slug, party, at);
    default:
      return slug === party;
  }
}

export class FilterContext {
  readonly #known = new Map<string, Promise<KnowledgeView>>();
  #areas: Promise<AreaRegister> | undefined;
  /** By party: which streams may concern it in any state of knowledge. */
  readonly #candidates = new Map<string, DataLoader<string, boolean>>();

  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
    /** The position of the log up to which events count. */
    readonly upTo: number,
    readonly cutoff: KnowledgeCutoff = {},
  ) {}

  /** The zone in which the dates of a stream are read. One lookup per stream. */
  async zone(stream: string): Promise<string> {
    return (await this.knowledge(stream)).zone;
  }

  /**
   * Whether a stream concerns a party when an event occurred, or may have: a negotiation to which it
   * is a party, a measure that it imposes or that is on its goods (by name or as one of all), or its
   * rulebook; by itself or as a member of a group. One lookup per stream that may concern it, which
   * the index names: one query for those asked about at the same time.
   */
  async concernsParty(stream: string, party: string, event: AnyEvent): Promise<boolean> {
    if (!(await this.#candidatesFor(party).load(stream))) return false;
    const [knowledge, areas] = await Promise.all([this.knowledge(stream), this.#knownAreas()]);
    const { min, max } = moment(event.occurred, event.timeZone ?? knowledge.zone);
    return concerns(knowledge, areas, party, min) || concerns(knowledge, areas, party, max);
  }

  #candidatesFor(party: string): DataLoader<string, boolean> {
    let loader = this.#candidates.get(party);
    if (!loader)
      this.#candidates.set(
        party,
        (loader = new DataLoader((streams) => this.#mayConcern(party, streams))),
      );
    return loader;
  }

  async #mayConcern(party: string, streams: readonly string[]): Promise<readonly boolean[]> {
    const names = await this.streamStates.streams('area/', this.upTo);
    const areas = await Promise.all(names.map((name) => this.streamStates.state(name, this.upTo)));
    const query = streamsOfParty(everStatedAreas(areas).reachOf(party));
    const { index } = this.streamStates;
    const found = new Set(await index.streams({ ...query, among: streams }, this.upTo));
    return streams.map((stream) => found.has(stream) || !INDEXED_BY_PARTY.has(streamKind(stream)));
  }

  /**
   * Whether an event is in the history of a stream that `matches`: see `Selection.streams`. One
   * lookup per level of annotation.
   */
  async isInHistory(
    event: AnyEvent,
    matches: (stream: string, event: AnyEvent) => boolean | Promise<boolean>,
  ): Promise<boolean> {
    for (let next: AnyEvent | undefined = event; next;) {
      for (const stream of [next.stream, ...next.also])
        if (await matches(stream, next)) return true;
      const targetId = targetEventId(next);
      const [target]: readonly (AnyEvent | undefined)[] =
        targetId === undefined ? [] : await this.log.byId([targetId]);
      next = target && target.position < next.position ? target : undefined;
    }
    return false;
  }

  #knownAreas(): Promise<AreaRegister> {
    return (this.#areas ??= this.streamStates
      .streams('area/', this.upTo)
      .then((streams) => Promise.all(streams.map((stream) => this.knowledge(stream))))
      .then((areas) => this.streamStates.areaRegister(areas)));
  }

  /** What is known of a stream under the cutoff. One lookup per stream. */
  knowledge(stream: string): Promise<KnowledgeView> {
    let known = this.#known.get(stream);
    if (!known)
      this.#known.set(
        stream,
        (known = this.streamStates
          .state(stream, this.upTo)
          .then((state) => this.streamStates.knowledgeView(state, this.cutoff))),
      );
    return known;
  }
}
