/**
 * Who belongs to which group when: one register of the groups that come with Parley and of what
 * the `area/…` streams say, immutable and pure.
 *
 * Membership begins and ends at exact instants. For one group and one member the latest change at
 * or before an instant counts; of several at the same instant, the one stated last. What a log says
 * is added to what is shipped and overrides it only from its own instants on.
 */
import { effectiveInstant } from '../time/bounds.js';
import { areaName, areaZone } from './areas.js';
import { type AreaKind, GROUPS } from './groups.js';

/**
 * What an event of a stream `area/CODE` says, corrections applied: the fact's type and data, with
 * the code of its stream.
 */
export type AreaStatement = { readonly group: string } & (
  | {
      readonly type: 'AreaDefined';
      readonly data: { readonly name: string; readonly kind: AreaKind };
    }
  | {
      readonly type: 'MemberJoined' | 'MemberLeft';
      readonly data: { readonly member: string; readonly effectiveFrom: string };
    }
);

interface Change {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly belongs: boolean;
}

interface Group {
  readonly name: string;
  readonly kind: AreaKind | undefined;
  /** By member, in the order they were first stated: its changes, in order of time. */
  readonly members: ReadonlyMap<string, readonly Change[]>;
}

/** A group of which nothing is said yet. */
const unknownGroup = (code: string): Group => ({
  name: areaName(code),
  kind: undefined,
  members: new Map<string, readonly Change[]>(),
});

/** Whether the latest of these changes by `instant` was to belong. O(log n). */
function belongsAt(changes: readonly Change[], instant: number): boolean {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle]?.at ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1]?.belongs ?? false;
}

/** The changes with one more, after those of the same instant. */
const withChange = (changes: readonly Change[], change: Change): readonly Change[] => {
  const after = changes.findIndex(({ at }) => at > change.at);
  return after < 0 ? [...changes, change] : changes.toSpliced(after, 0, change);
};

export class AreaRegister {
  readonly #groups: ReadonlyMap<string, Group>;
  /** By member: the groups in whose record it occurs. */
  readonly #groupsOf = new Map<string, string[]>();
  /** By group: those of its members that are groups themselves. */
  readonly #nested = new Map<string, readonly string[]>();

  private constructor(groups: ReadonlyMap<string, Group>) {
    this.#groups = groups;
    for (const [code, { members }] of groups) {
      for (const member of members.keys()) {
        const known = this.#groupsOf.get(member);
        if (known) known.push(code);
        else this.#groupsOf.set(member, [code]);
      }
      this.#nested.set(
        code,
        [...members.keys()].filter((member) => groups.has(member)),
      );
    }
  }

  /** The groups that come with Parley. */
  static readonly shipped: AreaRegister = AreaRegister.#fromRecords();

  static #fromRecords(): AreaRegister {
    const groups = Object.entries(GROUPS).map(([code, record]): [string, Group] => {
      const members = new Map<string, readonly Change[]>();
      const state = (dates: Readonly<Record<string, string>>, belongs: boolean) => {
        for (const [date, codes] of Object.entries(dates)) {
          const at = effectiveInstant(date, record.zone);
          for (const member of codes.split(' '))
            members.set(member, withChange(members.get(member) ?? [], { at, belongs }));
        }
      };
      state(record.joined, true);
      state(record.left ?? {}, false);
      return [code, { name: record.name, kind: record.kind, members }];
    });
    return new AreaRegister(new Map(groups));
  }

  /**
   * The register with these statements too, in the order in which they are to count. This one is
   * left as it is; the same when there are none. O(statements + groups).
   */
  with(statements: readonly AreaStatement[]): AreaRegister {
    if (statements.length === 0) return this;
    const groups = new Map(this.#groups);
    for (const { group: code, ...statement } of statements) {
      const group = groups.get(code) ?? unknownGroup(code);
      if (statement.type === 'AreaDefined') {
        groups.set(code, { ...group, ...statement.data });
        continue;
      }
      const { member, effectiveFrom } = statement.data;
      const change = {
        at: effectiveInstant(effectiveFrom, areaZone(code)),
        belongs: statement.type === 'MemberJoined',
      };
      const members = new Map(group.members);
      members.set(member, withChange(members.get(member) ?? [], change));
      groups.set(code, { ...group, members });
    }
    return new AreaRegister(groups);
  }

  /** Whether it is a group that is shipped or that the log says something of. */
  isKnownGroup(code: string): boolean {
    return this.#groups.has(code);
  }

  /** The English name of an area; the code itself when no one has named it. */
  name(code: string): string {
    return this.#groups.get(code)?.name ?? areaName(code);
  }

  /** What a group is; undefined for countries and for groups that no one has defined. */
  kind(code: string): AreaKind | undefined {
    return this.#groups.get(code)?.kind;
  }

  /** Every known group, shipped ones first. */
  groups(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /**
   * Whether an area belongs to a group at an instant (epoch milliseconds), by itself or through a
   * group that belongs to it. An area is no member of itself. O(log n), and as much for each group
   * within the group.
   */
  isMember(area: string, group: string, instant: number): boolean {
    return this.#isMember(area, group, instant, new Set());
  }

  #isMember(area: string, group: string, instant: number, seen: Set<string>): boolean {
    if (area === group) return false;
    const changes = this.#groups.get(group)?.members.get(area);
    if (changes && belongsAt(changes, instant)) return true;
    const nested = this.#nested.get(group) ?? [];
    if (nested.length === 0 || seen.has(group)) return false;
    seen.add(group);
    return nested.some(
      (inner) =>
        belongsAt(this.#groups.get(group)?.members.get(inner) ?? [], instant) &&
        this.#isMember(area, inner, instant, seen),
    );
  }

  /** Whether two codes are the same area or the first belongs to the second at an instant. */
  covers(group: string, area: string, instant: number): boolean {
    return area === group || this.isMember(area, group, instant);
  }

  /**
   * The members of a group at an instant, a group within it as one, in the order of joining; empty
   * for a country or an unknown group.
   */
  membersOf(group: string, instant: number): readonly string[] {
    const members = this.#groups.get(group)?.members ?? new Map<string, readonly Change[]>();
    return [...members].flatMap(([code, changes]) => (belongsAt(changes, instant) ? [code] : []));
  }

  /** The groups to which an area belongs at an instant, by itself or through another; nearest first. */
  groupsOf(area: string, instant: number): readonly string[] {
    const found = new Set<string>();
    for (const queue = [area]; queue.length > 0;) {
      const code = queue.shift() ?? '';
      for (const group of this.#groupsOf.get(code) ?? []) {
        if (group === area || found.has(group)) continue;
        if (!belongsAt(this.#groups.get(group)?.members.get(code) ?? [], instant)) continue;
        found.add(group);
        queue.push(group);
      }
    }
    return [...found];
  }

  /** Every group to which an area ever belongs, by itself or through another; nearest first. */
  everGroupsOf(area: string): readonly string[] {
    const found = new Set<string>();
    for (const queue = [area]; queue.length > 0;)
      for (const group of this.#groupsOf.get(queue.shift() ?? '') ?? [])
        if (!found.has(group)) {
          found.add(group);
          queue.push(group);
        }
    return [...found];
  }

  /** Every area that ever belongs to this one, and every group to which this one ever belongs. */
  relatives(area: string): ReadonlySet<string> {
    const found = new Set<string>();
    const collect = (next: (code: string) => Iterable<string>) => {
      for (const queue = [area]; queue.length > 0;)
        for (const code of next(queue.shift() ?? ''))
          if (!found.has(code)) {
            found.add(code);
            queue.push(code);
          }
    };
    collect((code) => this.#groups.get(code)?.members.keys() ?? []);
    collect((code) => this.#groupsOf.get(code) ?? []);
    return found;
  }

  /**
   * The areas by which a measure can be on an area, or by it: itself, every area that ever belongs to
   * it, and every group to which any of them ever belongs.
   */
  reachOf(area: string): ReadonlySet<string> {
    const groups = this.everGroupsOf(area);
    const reach = new Set([area, ...groups]);
    for (const relative of this.relatives(area)) {
      if (reach.has(relative)) continue;
      reach.add(relative);
      for (const group of this.everGroupsOf(relative)) reach.add(group);
    }
    return reach;
  }

  /**
   * The instants at which someone's membership of a group may change, in order, without repeats:
   * the turning points of anything that rests on who belongs.
   */
  turningPoints(group: string): readonly number[] {
    const instants = new Set<number>();
    const visit = (code: string, seen: Set<string>) => {
      if (seen.has(code)) return;
      seen.add(code);
      for (const changes of this.#groups.get(code)?.members.values() ?? [])
        for (const { at } of changes) instants.add(at);
      for (const inner of this.#nested.get(code) ?? []) visit(inner, seen);
    };
    visit(group, new Set());
    return [...instants].sort((a, b) => a - b);
  }
}
