/** Two views compared: what differs, and the events that made it so. */
import type { Fact } from '../reading.js';
import type { NegotiationView } from '../view/negotiation.js';
import type { Leaves, LeafValue } from './leaves.js';
import { leavesOf } from './parts.js';

export interface Change {
  readonly path: string;
  /** Null where the path held nothing. */
  readonly before: LeafValue;
  readonly after: LeafValue;
  readonly causedBy: readonly Fact[];
}

const same = (a: LeafValue, b: LeafValue): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/** Everything said about an event under a view, by the reading that knows it. */
type About = (id: string) => readonly Fact[];

export function aboutUnder(view: NegotiationView): About {
  const readings = [view.reading, ...view.world.measures];
  return (id) => readings.flatMap((reading) => reading.about(id));
}

type Facts = ReadonlyMap<string, Fact>;

/** What a path is about: its first two words, such as `measures.us-recip-in`. */
const subjectOf = (path: string): string => path.split('.', 2).join('.');

/** The facts that anything said about a subject rests on, by event id. */
function factsBySubject(leaves: Leaves): ReadonlyMap<string, Facts> {
  const subjects = new Map<string, Map<string, Fact>>();
  for (const [path, { setBy }] of leaves) {
    const subject = subjectOf(path);
    let facts = subjects.get(subject);
    if (!facts) subjects.set(subject, (facts = new Map()));
    for (const fact of setBy) facts.set(fact.event.id, fact);
  }
  return subjects;
}

const beyond = (facts: Iterable<Fact>, others: Facts): readonly Fact[] =>
  [...facts].filter(({ event }) => !others.has(event.id));

const NO_FACTS: Facts = new Map();
const NEVER: About = () => [];

/** One side of a comparison. */
interface Side {
  readonly leaves: Leaves;
  readonly subjects: ReadonlyMap<string, Facts>;
  readonly about: About;
}

const sideOf = (leaves: Leaves, about: About = NEVER): Side => ({
  leaves,
  subjects: factsBySubject(leaves),
  about,
});

/** What is known of the way from one side to the other, besides the sides. */
interface Way {
  readonly aboutBefore?: About | undefined;
  readonly aboutAfter?: About | undefined;
  /** Facts that have a date at the very instant which parts the sides. */
  readonly turning?: readonly Fact[];
}

/**
 * What made a path differ: the facts that turn at this instant, where it is one; else the first of
 * these that there is: corrections and retractions that only one side knows, with facts it rests
 * on now and its subject did not before; what vanished; what is new to its subject; all it rests on.
 */
function causes(path: string, from: Side, to: Side, turning: readonly Fact[]): readonly Fact[] {
  const old = from.leaves.get(path)?.setBy ?? [];
  const now = to.leaves.get(path)?.setBy ?? [];
  const subject = subjectOf(path);
  const before = from.subjects.get(subject) ?? NO_FACTS;
  const after = to.subjects.get(subject) ?? NO_FACTS;
  const relevant = turning.filter(({ event }) => before.has(event.id) || after.has(event.id));
  const both = byId([...now, ...old]);
  const about = [...both.keys()].flatMap((id) => {
    const [said, says] = [from.about(id), to.about(id)];
    return [...beyond(says, byId(said)), ...beyond(said, byId(says))];
  });
  const candidates = [
    relevant,
    turning,
    [...about, ...beyond(now, before)],
    now.length === 0 ? beyond(old, after) : [],
    beyond(after.values(), before),
    [...both.values()],
  ];
  const found = candidates.find((facts) => facts.length > 0) ?? [];
  return [...byId(found).values()];
}

const byId = (facts: readonly Fact[]): Facts => new Map(facts.map((fact) => [fact.event.id, fact]));

/** The changes that make one set of leaves into another, in order of path. */
export function changesBetween(before: Leaves, after: Leaves, way: Way = {}): readonly Change[] {
  const from = sideOf(before, way.aboutBefore);
  const to = sideOf(after, way.aboutAfter);
  const changes: Change[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const values = {
      before: before.get(path)?.value ?? null,
      after: after.get(path)?.value ?? null,
    };
    // A path that appears holding nothing says nothing.
    if (same(values.before, values.after)) continue;
    changes.push({ path, ...values, causedBy: causes(path, from, to, way.turning ?? []) });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What differs from one view to another; either may be before the negotiation began. */
export function diff(
  from: NegotiationView | undefined,
  to: NegotiationView | undefined,
): readonly Change[] {
  const leaves = (view: NegotiationView | undefined): Leaves => (view ? leavesOf(view) : new Map());
  return changesBetween(leaves(from), leaves(to), {
    aboutBefore: from && aboutUnder(from),
    aboutAfter: to && aboutUnder(to),
  });
}
