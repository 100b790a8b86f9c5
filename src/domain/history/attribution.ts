/** Attributes a difference between two flat views to the facts that caused it. */
import { TOPICS } from '../streamState/topics.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { weakMemoize } from '../streamState/threeValued.js';
import type { FlatEntry, FlatView } from './flatten.js';

/** Facts by event ID, each once. */
type Facts = ReadonlyMap<string, Fact>;

const byId = (facts: readonly Fact[]): Facts => new Map(facts.map((fact) => [fact.event.id, fact]));

const notIn = (facts: Iterable<Fact>, others: Facts): readonly Fact[] =>
  [...facts].filter(({ event }) => !others.has(event.id));

const nameOf = ({ streamState }: KnowledgeView): string => streamState.stream;

const NO_FACTS: Facts = new Map();

/** The subject of a path: its first two segments, such as `measures.us-recip-in`. */
function subjectOf(path: string): string {
  const end = path.indexOf('.', path.indexOf('.') + 1);
  return end < 0 ? path : path.slice(0, end);
}

/** Whether a fact is in the kind of stream a path depends on: the negotiation or its measures. */
const recordsIn = ({ event }: Fact, path: string): boolean =>
  event.stream.startsWith('negotiation/') !== /^(?:measures|duties)\./.test(path);

function entriesBySubject(flat: FlatView): ReadonlyMap<string, readonly FlatEntry[]> {
  const subjects = new Map<string, FlatEntry[]>();
  for (const [path, entry] of flat) {
    const subject = subjectOf(path);
    const existing = subjects.get(subject);
    if (existing) existing.push(entry);
    else subjects.set(subject, [entry]);
  }
  return subjects;
}

const factsOf = weakMemoize((entries: readonly FlatEntry[]): Facts =>
  byId(entries.flatMap(({ setBy }) => setBy)),
);

/** One side of a comparison. */
export class ComparisonSide {
  #subjects: ReadonlyMap<string, readonly FlatEntry[]> | undefined;
  #beside: BesideOther | undefined;

  constructor(
    readonly flat: FlatView,
    /** Absent when the sides differ in `at` only. */
    readonly view?: NegotiationView,
  ) {}

  /** The facts behind every entry of a path's subject. */
  factsAbout(path: string): Facts {
    this.#subjects ??= entriesBySubject(this.flat);
    const entries = this.#subjects.get(subjectOf(path));
    return entries ? factsOf(entries) : NO_FACTS;
  }

  /** This side as compared with the other. Computed once a pair. */
  beside(other: ComparisonSide): BesideOther {
    if (this.#beside?.other !== other) this.#beside = new BesideOther(this, other);
    return this.#beside;
  }

  /** The facts that started the negotiation: they set values, such as a count of 0, that no other fact sets. */
  get foundingFacts(): readonly Fact[] {
    if (!this.view) return [];
    const { launch, phases } = this.view;
    return phases[0] ? [...(launch ? [launch] : []), phases[0].setBy] : [];
  }
}

/** What one side knows in the streams on which either side rests. */
class BesideOther {
  readonly #streams: readonly KnowledgeView[];
  #currentFacts: Facts | undefined;

  constructor(
    readonly side: ComparisonSide,
    readonly other: ComparisonSide,
  ) {
    const names = new Set([side, other].flatMap((each) => each.view?.streams ?? []).map(nameOf));
    const { view } = side;
    const known = view
      ? [view.knowledge, ...view.related.measures, ...view.related.areaStreams]
      : [];
    this.#streams = known.filter((each) => names.has(nameOf(each)));
  }

  /** The annotations of an event. O(streams). */
  annotationsOf(id: string): readonly Fact[] {
    return this.#streams.flatMap((each) => each.annotationsOf(id));
  }

  /** Every current fact, those of the parties' rulebooks included. Computed once. */
  get currentFacts(): Facts {
    if (this.#currentFacts) return this.#currentFacts;
    const { view } = this.side;
    const rulebooks = view?.parties.flatMap(({ code }) => view.related.rulebook(code) ?? []) ?? [];
    const facts = [...this.#streams, ...rulebooks].flatMap((each) =>
      TOPICS.flatMap((topic): readonly Fact[] => each.factsOn(topic)),
    );
    return (this.#currentFacts = byId(facts));
  }
}

/** The two sides of a comparison. */
type Sides = readonly [from: ComparisonSide, to: ComparisonSide];

/** The annotations of an event that only one side knows. */
function annotationsOnOneSide({ event: { id } }: Fact, [from, to]: Sides): readonly Fact[] {
  const [before, after] = [
    byId(from.beside(to).annotationsOf(id)),
    byId(to.beside(from).annotationsOf(id)),
  ];
  return [...notIn(after.values(), before), ...notIn(before.values(), after)];
}

/** Replaces each fact that annotations on one side explain by those annotations, recursively. */
function rootCauses(facts: readonly Fact[], sides: Sides): readonly Fact[] {
  const found = facts.flatMap((fact) => {
    const annotations = annotationsOnOneSide(fact, sides);
    return annotations.length > 0 ? rootCauses(annotations, sides) : [fact];
  });
  return [...byId(found).values()];
}

/**
 * The facts that caused a path to differ. At a change point: the facts due then that concern its
 * subject. Otherwise the first non-empty of: annotations known to one side, with facts new to the
 * path; facts gone from the subject; facts new to the subject; all facts behind the path. When
 * both sides have the same `at`, only facts current on one side can be a cause.
 */
export function attribute(
  path: string,
  from: ComparisonSide,
  to: ComparisonSide,
  turning: readonly Fact[],
): readonly Fact[] {
  const [before, after] = [from.factsAbout(path), to.factsAbout(path)];
  const relevant = turning.filter(({ event }) => before.has(event.id) || after.has(event.id));
  if (turning.length > 0) return [...byId(relevant.length > 0 ? relevant : turning).values()];
  const entryBefore = from.flat.get(path)?.setBy ?? [];
  const entryAfter = to.flat.get(path)?.setBy ?? [];
  const both = [...entryAfter, ...entryBefore];
  const direct = [
    [
      ...both.flatMap((fact) => annotationsOnOneSide(fact, [from, to])),
      ...notIn(entryAfter, before),
    ],
    entryAfter.length === 0 ? notIn(entryBefore, after) : [],
    notIn(after.values(), before),
  ];
  const sameInstant = from.view?.at === to.view?.at;
  const candidates = [
    ...(sameInstant ? onOneSide(path, [...direct, both], [from, to]) : direct),
    both,
    [...to.foundingFacts, ...from.foundingFacts],
  ];
  return rootCauses(candidates.find((facts) => facts.length > 0) ?? [], [from, to]);
}

/** The candidate causes current on one side only: direct ones first, then those of other streams. */
function onOneSide(path: string, direct: readonly (readonly Fact[])[], [from, to]: Sides) {
  const [before, after] = [from.beside(to).currentFacts, to.beside(from).currentFacts];
  const onOneSideOnly = (facts: readonly Fact[]) =>
    facts.filter(({ event: { id } }) => before.has(id) !== after.has(id));
  const founding = [...to.foundingFacts, ...from.foundingFacts];
  const added = notIn(after.values(), before);
  const removed = notIn(before.values(), after);
  return [
    ...direct.map(onOneSideOnly),
    [
      ...founding.flatMap((fact) => annotationsOnOneSide(fact, [from, to])),
      ...onOneSideOnly(to.foundingFacts),
    ],
    added.filter((fact) => recordsIn(fact, path)),
    removed.filter((fact) => recordsIn(fact, path)),
    added,
    removed,
  ];
}
