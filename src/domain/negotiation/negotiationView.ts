/** A negotiation at a view. Each property is computed when first read, then cached. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { isArea } from '../../../events/codes/areas.js';
import { isBetween, partiesBehind } from '../area/areaReach.js';
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
import { type Agreement, agreementsAt } from '../agreement/agreements.js';
import {
  everAffected,
  measureIdentity,
  type NegotiationMeasure,
  measureView,
} from '../measure/measureView.js';
import {
  everyParty,
  formerPartiesAt,
  launchAt,
  partiesAt,
  partyFor,
  type Party,
  titleAt,
} from '../party/parties.js';
import { checkedThrough, type Checked, latestHappening } from './happenings.js';
import { type PhaseSpan, phasesAt, rtaStatus } from './phase.js';
import { type RoundCount, roundsCompletedOf } from './roundCounts.js';
import { type Meeting, meetingsOf, type Round, roundsOf } from './rounds.js';
import { type Target, targetsOf } from './targets.js';
import { mayHaveBegun } from '../streamState/threeValued.js';

/** The streams a negotiation's view depends on besides its own. */
export interface RelatedStreams {
  /** At least every measure that can be between the parties, in order of their slugs. */
  readonly measures: readonly KnowledgeView[];
  rulebook(code: string): KnowledgeView | undefined;
  /** Who belongs to which group when, as known. */
  readonly areas: AreaRegister;
  /** The streams of areas behind it. */
  readonly areaStreams: readonly KnowledgeView[];
}

/**
 * The measures by one authority or its groups that can ever be on an area or a part of it, and the
 * authorities' rulebooks. O(measures + areas).
 */
export function dutyRulesOf(related: RelatedStreams, imposedBy: string, on: string): DutyRules {
  const { areas, areaStreams } = related;
  const authorities = new Set([imposedBy, ...areas.everGroupsOf(imposedBy)]);
  const reach = areas.reachOf(on);
  const isOn = (affected: string) => affected === '*' || reach.has(affected);
  return {
    areas,
    areaStreams,
    measures: related.measures.filter(
      (knowledge) =>
        authorities.has(measureIdentity(knowledge).imposedBy ?? '') &&
        everAffected(knowledge).some(isOn),
    ),
    rulebooks: [...authorities].flatMap((code) => related.rulebook(code) ?? []),
  };
}

export class NegotiationView {
  readonly slug: string;
  readonly #computed = new Map<string, unknown>();

  constructor(
    readonly knowledge: KnowledgeView,
    /** Epoch milliseconds. */
    readonly at: number,
    readonly related: RelatedStreams,
  ) {
    this.slug = knowledge.streamState.stream.slice('negotiation/'.length);
  }

  #once<Part>(name: string, compute: () => Part): Part {
    if (!this.#computed.has(name)) this.#computed.set(name, compute());
    return this.#computed.get(name) as Part;
  }

  /** Whether it is a negotiation and has begun by `at`; if not, every property is empty. */
  get hasBegun(): boolean {
    return isNegotiation(this.knowledge) && hasBegunBy(this.knowledge, this.at);
  }

  /** The launch in effect; undefined where none is known. */
  get launch(): TopicFact<'identity'> | undefined {
    return this.#once('launch', () => launchAt(this.knowledge, this.at));
  }

  get title(): string {
    return this.#once('title', () => titleAt(this.knowledge, this.at)).value;
  }

  get parties(): readonly Party[] {
    return this.#once('parties', () => partiesAt(this.knowledge, this.related.areas, this.at));
  }

  get formerParties(): readonly Party[] {
    return this.#once('formerParties', () =>
      formerPartiesAt(this.knowledge, this.related.areas, this.at),
    );
  }

  /** The party that a code is or, as a member of a group, belongs to; undefined when neither. */
  partyFor(code: string): Party | undefined {
    return partyFor(this.parties, this.related.areas, code, this.at);
  }

  get phases(): readonly PhaseSpan[] {
    return this.#once('phases', () => phasesAt(this.knowledge, this.related.areas, this.at));
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

  /** The latest happening by the view; undefined before the first. */
  get latest(): Fact | undefined {
    return this.#once('latest', () => latestHappening(this.knowledge, this.at));
  }

  /** Up to when its sources were checked; undefined while no check is known. */
  get checked(): Checked | undefined {
    return this.#once('checked', () => checkedThrough(this.knowledge, this.at));
  }

  get statements(): readonly TopicFact<'statements'>[] {
    return this.#once('statements', () =>
      this.knowledge.factsOn('statements').filter((fact) => mayHaveBegun(fact.began, this.at)),
    );
  }

  /** The facts that dispute an event by `at`. O(disputes). */
  disputesOf(event: string): readonly Fact<'ClaimDisputed'>[] {
    return this.knowledge
      .factsOn('disputes')
      .filter((fact) => fact.data.event === event && mayHaveBegun(fact.began, this.at));
  }

  get targets(): readonly Target[] {
    return this.#once('targets', () => targetsOf(this.knowledge, this.at));
  }

  get agreements(): readonly Agreement[] {
    return this.#once('agreements', () =>
      agreementsAt(this.knowledge, this.related.areas, this.at),
    );
  }

  /**
   * The measures that, as known, can at any instant be between two who are or were parties.
   * O(measures).
   */
  get measuresOfParties(): readonly KnowledgeView[] {
    return this.#once('measuresOfParties', () => {
      const { areas, measures } = this.related;
      const reaches = everyParty(this.knowledge).map((code) => areas.reachOf(code));
      const isReached = (code: string | null) =>
        code === '*' || (code !== null && reaches.some((reach) => reach.has(code)));
      return measures.filter(
        (measure) =>
          isReached(measureIdentity(measure).imposedBy) && everAffected(measure).some(isReached),
      );
    });
  }

  /** The streams that it rests on, rulebooks aside: its own, measures between its parties, all areas. */
  get streams(): readonly KnowledgeView[] {
    return [this.knowledge, ...this.measuresOfParties, ...this.related.areaStreams];
  }

  /** Measures between the parties, as `isBetween` has it. O(measures). */
  get measures(): readonly NegotiationMeasure[] {
    return this.#once('measures', () =>
      this.related.measures.flatMap((knowledge) => this.measure(knowledge) ?? []),
    );
  }

  /** A measure, if it is between two of the parties; undefined otherwise. */
  measure(knowledge: KnowledgeView): NegotiationMeasure | undefined {
    const { areas } = this.related;
    const codes = this.parties.map(({ code }) => code);
    const { imposedBy } = measureIdentity(knowledge);
    // Most measures of a large log are by no one who negotiates here.
    if (partiesBehind(areas, imposedBy, codes, this.at).length === 0) return undefined;
    const view = measureView(knowledge, this.at);
    return view && isBetween(areas, view, codes, this.at) ? { ...view, knowledge } : undefined;
  }

  /**
   * One duty for each ordered pair of parties, on goods of any kind. A party that is no area, such
   * as a union, imposes none and sends no goods.
   */
  get duties(): readonly DutyView[] {
    return this.#once('duties', () => {
      const codes = this.parties.map(({ code }) => code).filter(isArea);
      return codes.flatMap((imposedBy) =>
        codes
          .filter((code) => code !== imposedBy)
          .map((on) =>
            dutyView(dutyRulesOf(this.related, imposedBy, on), { imposedBy, on }, this.at),
          ),
      );
    });
  }
}
