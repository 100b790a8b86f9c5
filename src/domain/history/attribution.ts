/** What made a path differ between two sets of leaves. */
import { topicsByType, type Topic } from '../streamState/topics.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { weakMemoize } from '../streamState/threeValued.js';
import type { FlatEntry, FlatView } from './flatten.js';

/** Facts by the id of their event, so that none is named twice. */
type Facts = ReadonlyMap<string, Fact>;

const byId = (facts: readonly Fact[]): Facts => new Map(facts.map((fact) => [fact.event.id, fact]));

const notIn = (facts: Iterable<Fact>, others: Facts): readonly Fact[] =>
  [...facts].filter(({ event }) => !others.has(event.id));

const NO_FACTS: Facts = new Map();
const TOPICS: ReadonlySet<Topic> = new Set(Object.values(topicsByType).flat());

/** What a path is about: its first two words, such as `measures.us-recip-in`. */
function subjectOf(path: string): string {
  const end = path.indexOf('.', path.indexOf('.') + 1);
  return end < 0 ? path : path.slice(0, end);
}

/** Whether a fact is told where a path looks: in the negotiation, or in its measures. */
const recordsIn = ({ event }: Fact, path: string): boolean =>
  event.stream.startsWith('negotiation/') !== /^(?:measures|duties)\./.test(path);

function entriesBySubject(flat: FlatView): ReadonlyMap<string, readonly FlatEntry[]> {
  const subjects = new Map<string, FlatEntry[]>();
  for (const [path, leaf] of flat) {
    const subject = subjectOf(path);
    const existing = subjects.get(subject);
    if (existing) onOneSide.push(leaf);
    else subjects.set(subject, [leaf]);
  }
  return subjects;
}

const factsOf = weakMemoize((leaves: readonly FlatEntry[]): Facts =>
  byId(leaves.flatMap(({ setBy }) => setBy)),
);

/** One side of a comparison. */
export class ComparisonSide {
  #subjects: ReadonlyMap<string, readonly FlatEntry[]> | undefined;
  #currentFacts: Facts | undefined;

  constructor(
    readonly flat: FlatView,
    /** Absent where nothing but the clock parts the sides. */
    readonly view?: NegotiationView,
  ) {}

  /** The facts that anything said about the subject of a path rests on. */
  factsAbout(path: string): Facts {
    this.#subjects ??= entriesBySubject(this.flat);
    const leaves = this.#subjects.get(subjectOf(path));
    return leaves ? factsOf(leaves) : NO_FACTS;
  }

  /** Everything said about an event, by the reading that knows it. */
  annotationsOf(id: string): readonly Fact[] {
    if (!this.view) return [];
    const { knowledge, related } = this.view;
    return [knowledge, ...related.measures].flatMap((each) => each.annotationsOf(id));
  }

  /** Every fact that stands, in the negotiation or in the world around it. */
  get currentFacts(): Facts {
    if (!this.view) return NO_FACTS;
    if (this.#currentFacts) return this.#currentFacts;
    const { knowledge, related, parties } = this.view;
    const rulebooks = parties.flatMap(({ code }) => related.rulebook(code) ?? []);
    const facts = [knowledge, ...related.measures, ...rulebooks].flatMap((each) =>
      [...TOPICS].flatMap((topic): readonly Fact[] => each.factsOn(topic)),
    );
    return (this.#currentFacts = byId(facts));
  }

  /** What the whole picture rests on: a count of none, say, is set by nothing else. */
  get foundingFacts(): readonly Fact[] {
    if (!this.view) return [];
    const { launch, phases } = this.view;
    return phases[0] ? [...(launch ? [launch] : []), phases[0].setBy] : [];
  }
}

/** The two sides of a comparison. */
type Sides = readonly [from: ComparisonSide, to: ComparisonSide];

/** What is said about an event on one side only. */
function annotationsOnOneSide({ event: { id } }: Fact, [from, to]: Sides): readonly Fact[] {
  const [before, after] = [byId(from.annotationsOf(id)), byId(to.annotationsOf(id))];
  return [...notIn(after.values(), before), ...notIn(before.values(), after)];
}

/** In the place of what came or went by a correction or retraction, that; however deep. */
function rootCauses(facts: readonly Fact[], sides: Sides): readonly Fact[] {
  const found = facts.flatMap((fact) => {
    const annotations = annotationsOnOneSide(fact, sides);
    return annotations.length > 0 ? rootCauses(annotations, sides) : [fact];
  });
  return [...byId(found).values()];
}

/**
 * What made a path differ: the facts that turn at this instant, where it is one; else the first of
 * these that there is: corrections and retractions that only one side knows, with facts it rests
 * on now and its subject did not before; what vanished; what is new to its subject; all it rests
 * on. Where both sides look at the same instant, only what stands on one of them can be a cause.
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

/** Of what may be a cause only what stands on one side; then whatever else does, near before far. */
function onOneSide(path: string, direct: readonly (readonly Fact[])[], [from, to]: Sides) {
  const onOneSideOnly = (facts: readonly Fact[]) =>
    facts.filter(({ event: { id } }) => from.currentFacts.has(id) !== to.currentFacts.has(id));
  const founding = [...to.foundingFacts, ...from.foundingFacts];
  const added = notIn(to.currentFacts.values(), from.currentFacts);
  const removed = notIn(from.currentFacts.values(), to.currentFacts);
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
