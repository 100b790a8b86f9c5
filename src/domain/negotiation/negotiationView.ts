/** The picture of a negotiation at a view, each part worked out when it is first asked for. */
import { countryName } from '../../../events/codes/codes.js';
import { type DutyView, dutyView } from '../duty/duty.js';
import type { Rules } from '../duty/layer.js';
import { type Finding, findingsOf } from '../rules/findings.js';
import type { Fact, FactOn, Reading } from '../streamState/knowledgeView.js';
import { type Activity, activityOf, type Pause, pausesOf } from './activity.js';
import { type Agreement, agreementsOf } from '../agreement/agreements.js';
import { identityOf, type MeasureInView, measureView } from '../measure/measureView.js';
import { type PhaseSpan, phasesOf, rtaStatus } from './phase.js';
import {
  evidenceRank,
  type Meeting,
  meetingsOf,
  type Round,
  type RoundCount,
  roundsCompletedOf,
  roundsOf,
} from './rounds.js';
import { type Target, targetsOf } from './targets.js';
import { begunBy, hasBegun } from '../streamState/threeValued.js';

/** What a negotiation's picture draws on besides its own stream. */
export interface World {
  /** All measures known, in order of their slugs. */
  readonly measures: readonly Reading[];
  rulebook(code: string): Reading | undefined;
}

/** The rules of one authority. */
export function rulesOf(world: World, imposedBy: string): Rules {
  return {
    measures: world.measures.filter((reading) => identityOf(reading).imposedBy === imposedBy),
    rulebook: world.rulebook(imposedBy),
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
    readonly reading: Reading,
    /** Epoch milliseconds. */
    readonly at: number,
    readonly world: World,
  ) {
    this.slug = reading.dossier.stream.slice('negotiation/'.length);
  }

  #once<Part>(name: string, make: () => Part): Part {
    if (!this.#parts.has(name)) this.#parts.set(name, make());
    return this.#parts.get(name) as Part;
  }

  /** Whether it has begun by the view; if not, there is no picture. */
  get hasBegun(): boolean {
    return begunBy(this.reading.on('activity'), this.at).length > 0;
  }

  /** The launch with the best evidence, then the latest: who negotiates does not depend on `at`. */
  get launch(): FactOn<'identity'> | undefined {
    return this.#once('launch', () =>
      this.reading
        .on('identity')
        .reduce<FactOn<'identity'> | undefined>(
          (a, b) => (a === undefined || evidenceRank(b) < evidenceRank(a) ? b : a),
          undefined,
        ),
    );
  }

  get title(): string {
    return this.launch?.data.title ?? this.slug;
  }

  get parties(): readonly Party[] {
    return (this.launch?.data.parties ?? []).map((code) => ({ code, name: countryName(code) }));
  }

  get phases(): readonly PhaseSpan[] {
    return this.#once('phases', () => phasesOf(this.reading, this.at));
  }

  get phase(): PhaseSpan | undefined {
    return this.phases.at(-1);
  }

  get rtaStatus(): string {
    return rtaStatus(this.phase?.value ?? 'EXPLORATORY');
  }

  get activity(): Activity | undefined {
    return this.#once('activity', () => activityOf(this.reading, this.at));
  }

  get pauses(): readonly Pause[] {
    return this.#once('pauses', () => pausesOf(this.reading, this.at));
  }

  get rounds(): readonly Round[] {
    return this.#once('rounds', () => roundsOf(this.reading, this.at));
  }

  get roundsCompleted(): RoundCount {
    return this.#once('roundsCompleted', () => roundsCompletedOf(this.reading, this.at));
  }

  get meetings(): readonly Meeting[] {
    return this.#once('meetings', () => meetingsOf(this.reading, this.at));
  }

  get tracks(): readonly FactOn<'tracks'>[] {
    return this.reading.on('tracks').filter((fact) => hasBegun(fact.at, this.at));
  }

  get statements(): readonly FactOn<'statements'>[] {
    return this.#once('statements', () =>
      this.reading.on('statements').filter((fact) => hasBegun(fact.at, this.at)),
    );
  }

  /** Denials made by the view of what an event reports. */
  disputesOf(event: string): readonly Fact<'ClaimDisputed'>[] {
    return this.reading
      .on('disputes')
      .filter((fact) => fact.data.event === event && hasBegun(fact.at, this.at));
  }

  get targets(): readonly Target[] {
    return this.#once('targets', () => targetsOf(this.reading, this.at));
  }

  get agreements(): readonly Agreement[] {
    return this.#once('agreements', () => agreementsOf(this.reading, this.at));
  }

  /** Measures that one party imposes and that affect another, or everyone. */
  get measures(): readonly MeasureInView[] {
    return this.#once('measures', () =>
      this.world.measures.flatMap((reading) => this.measure(reading) ?? []),
    );
  }

  /** A measure, where it belongs in the picture. */
  measure(reading: Reading): MeasureInView | undefined {
    const codes = this.parties.map(({ code }) => code);
    const { imposedBy } = identityOf(reading);
    if (imposedBy === null || !codes.includes(imposedBy)) return undefined;
    const view = measureView(reading, this.at);
    const bears = view?.affects.some(
      (who) => who === '*' || (who !== imposedBy && codes.includes(who)),
    );
    return view && bears ? { ...view, reading } : undefined;
  }

  /** One per ordered pair of parties, for goods of every kind. */
  get duties(): readonly DutyView[] {
    return this.#once('duties', () =>
      this.parties.flatMap(({ code: imposedBy }) =>
        this.parties
          .filter(({ code }) => code !== imposedBy)
          .map(({ code: on }) =>
            dutyView(rulesOf(this.world, imposedBy), { imposedBy, on }, this.at),
          ),
      ),
    );
  }

  get findings(): readonly Finding[] {
    return this.#once('findings', () => findingsOf(this));
  }
}
