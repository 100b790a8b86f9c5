/** The picture of a negotiation at a view, each part worked out when it is first asked for. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { areaName } from '../../../events/codes/areas.js';
import { type DutyView, dutyView } from '../duty/duty.js';
import type { DutyRules } from '../duty/layer.js';
import type { Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import {
  type Activity,
  activityOf,
  hasBegunBy,
  isNegotiation,
  type Pause,
  pausesOf,
} from './activity.js';
import { type Agreement, agreementsOf } from '../agreement/agreements.js';
import { measureIdentity, type NegotiationMeasure, measureView } from '../measure/measureView.js';
import { type PhaseSpan, phasesOf, rtaStatus } from './phase.js';
import { type RoundCount, roundsCompletedOf } from './roundCounts.js';
import { evidenceRank, type Meeting, meetingsOf, type Round, roundsOf } from './rounds.js';
import { type Target, targetsOf } from './targets.js';
import { mayHaveBegun } from '../streamState/threeValued.js';

/** What a negotiation's picture draws on besides its own stream. */
export interface RelatedStreams {
  /** All measures known, in order of their slugs. */
  readonly measures: readonly KnowledgeView[];
  rulebook(code: string): KnowledgeView | undefined;
  /** Who belongs to which group when, as known. */
  readonly areas: AreaRegister;
}

/** The rules of one authority. */
export function dutyRulesOf(related: RelatedStreams, imposedBy: string): DutyRules {
  return {
    measures: related.measures.filter(
      (knowledge) => measureIdentity(knowledge).imposedBy === imposedBy,
    ),
    rulebook: related.rulebook(imposedBy),
  };
}

export interface Party {
  readonly code: string;
  readonly name: string;
}

export class NegotiationView {
  readonly slug: string;
  readonly #parts = new Map<string, unknown>();

  constructor(
    readonly knowledge: KnowledgeView,
    /** Epoch milliseconds. */
    readonly at: number,
    readonly related: RelatedStreams,
  ) {
    this.slug = knowledge.streamState.stream.slice('negotiation/'.length);
  }

  #once<Part>(name: string, make: () => Part): Part {
    if (!this.#parts.has(name)) this.#parts.set(name, make());
    return this.#parts.get(name) as Part;
  }

  /** Whether it is a negotiation and has begun by the view; if not, there is no picture. */
  get hasBegun(): boolean {
    return isNegotiation(this.knowledge) && hasBegunBy(this.knowledge, this.at);
  }

  /** The launch with the best evidence, then the latest: who negotiates does not depend on `at`. */
  get launch(): TopicFact<'identity'> | undefined {
    return this.#once('launch', () =>
      this.knowledge
        .factsOn('identity')
        .reduce<TopicFact<'identity'> | undefined>(
          (a, b) => (a === undefined || evidenceRank(b) < evidenceRank(a) ? b : a),
          undefined,
        ),
    );
  }

  get title(): string {
    return this.launch?.data.title ?? this.slug;
  }

  get parties(): readonly Party[] {
    return (this.launch?.data.parties ?? []).map((code) => ({ code, name: areaName(code) }));
  }

  get phases(): readonly PhaseSpan[] {
    return this.#once('phases', () => phasesOf(this.knowledge, this.at));
  }

  get phase(): PhaseSpan | undefined {
    return this.phases.at(-1);
  }

  get rtaStatus(): string {
    return rtaStatus(this.phase?.value ?? 'EXPLORATORY');
  }

  get activity(): Activity | undefined {
    return this.#once('activity', () => activityOf(this.knowledge, this.at));
  }

  get pauses(): readonly Pause[] {
    return this.#once('pauses', () => pausesOf(this.knowledge, this.at));
  }

  get rounds(): readonly Round[] {
    return this.#once('rounds', () => roundsOf(this.knowledge, this.at));
  }

  get roundsCompleted(): RoundCount {
    return this.#once('roundsCompleted', () => roundsCompletedOf(this.knowledge, this.at));
  }

  get meetings(): readonly Meeting[] {
    return this.#once('meetings', () => meetingsOf(this.knowledge, this.at));
  }

  get tracks(): readonly TopicFact<'tracks'>[] {
    return this.knowledge.factsOn('tracks').filter((fact) => mayHaveBegun(fact.began, this.at));
  }

  get statements(): readonly TopicFact<'statements'>[] {
    return this.#once('statements', () =>
      this.knowledge.factsOn('statements').filter((fact) => mayHaveBegun(fact.began, this.at)),
    );
  }

  /** Denials made by the view of what an event reports. */
  disputesOf(event: string): readonly Fact<'ClaimDisputed'>[] {
    return this.knowledge
      .factsOn('disputes')
      .filter((fact) => fact.data.event === event && mayHaveBegun(fact.began, this.at));
  }

  get targets(): readonly Target[] {
    return this.#once('targets', () => targetsOf(this.knowledge, this.at));
  }

  get agreements(): readonly Agreement[] {
    return this.#once('agreements', () => agreementsOf(this.knowledge, this.at));
  }

  /** Measures that one party imposes and that affect another, or everyone. */
  get measures(): readonly NegotiationMeasure[] {
    return this.#once('measures', () =>
      this.related.measures.flatMap((knowledge) => this.measure(knowledge) ?? []),
    );
  }

  /** A measure, where it belongs in the picture. */
  measure(knowledge: KnowledgeView): NegotiationMeasure | undefined {
    const codes = this.parties.map(({ code }) => code);
    const { imposedBy } = measureIdentity(knowledge);
    if (imposedBy === null || !codes.includes(imposedBy)) return undefined;
    const view = measureView(knowledge, this.at);
    const bears = view?.affects.some(
      (who) => who === '*' || (who !== imposedBy && codes.includes(who)),
    );
    return view && bears ? { ...view, knowledge } : undefined;
  }

  /** One per ordered pair of parties, for goods of every kind. */
  get duties(): readonly DutyView[] {
    return this.#once('duties', () =>
      this.parties.flatMap(({ code: imposedBy }) =>
        this.parties
          .filter(({ code }) => code !== imposedBy)
          .map(({ code: on }) =>
            dutyView(dutyRulesOf(this.related, imposedBy), { imposedBy, on }, this.at),
          ),
      ),
    );
  }
}
