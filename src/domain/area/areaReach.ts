/**
 * Whom a measure reaches: the areas it names and their members, at an instant.
 *
 * A measure on a group bears on whoever is a member then; `*` is everyone but the imposing authority
 * and, where that is a group, its members. A group is reached in part where only some of its members
 * are.
 */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';

/** Codes as a measure names them, those of groups included. */
export interface Reach {
  /** Null while unreported. */
  readonly imposedBy: string | null;
  /** Areas, or `*` for everyone. */
  readonly affects: readonly string[];
  /** Areas left out of `affects`. */
  readonly exceptFor?: readonly string[] | undefined;
}

/** How much of an area is reached. */
export type Extent = 'ALL' | 'PART' | 'NONE';

/** Whether an area is one of these or, at an instant, a member of one. */
const isWithin = (
  areas: AreaRegister,
  codes: readonly string[],
  area: string,
  at: number,
): boolean => codes.some((code) => areas.covers(code, area, at));

/** How much of an area a measure reaches at an instant (epoch milliseconds). O(members × codes). */
export function extentOf(areas: AreaRegister, reach: Reach, area: string, at: number): Extent {
  return extentWithin(areas, reach, area, at, new Set());
}

function extentWithin(
  areas: AreaRegister,
  reach: Reach,
  area: string,
  at: number,
  above: ReadonlySet<string>,
): Extent {
  const { imposedBy, affects, exceptFor = [] } = reach;
  if (isWithin(areas, exceptFor, area, at)) return 'NONE';
  const isOwn = imposedBy !== null && areas.covers(imposedBy, area, at);
  const isNamed = isWithin(areas, affects, area, at) || (affects.includes('*') && !isOwn);
  const groups = new Set([...above, area]);
  const extents = areas
    .membersOf(area, at)
    .filter((member) => !groups.has(member))
    .map((member) => extentWithin(areas, reach, member, at, groups));
  const whole = isNamed ? 'ALL' : 'NONE';
  if (extents.length === 0) return whole;
  return extents.every((extent) => extent === extents[0]) ? (extents[0] ?? whole) : 'PART';
}

/** Whether a measure reaches an area or, where that is a group, any member of it at an instant. */
export const touches = (areas: AreaRegister, reach: Reach, area: string, at: number): boolean =>
  extentOf(areas, reach, area, at) !== 'NONE';

/**
 * Whether a measure that one area imposes is also the other's: the same area, or a member of it. A
 * measure by a group is asked for by its members too.
 */
export const imposesFor = (
  areas: AreaRegister,
  imposedBy: string | null,
  area: string,
  at: number,
): boolean => imposedBy !== null && areas.covers(imposedBy, area, at);

/** The parties that a measure is by: itself, a member of the party, or a group of it. O(parties). */
export const partiesBehind = (
  areas: AreaRegister,
  imposedBy: string | null,
  parties: readonly string[],
  at: number,
): readonly string[] =>
  imposedBy === null
    ? []
    : parties.filter(
        (party) => areas.covers(imposedBy, party, at) || areas.isMember(imposedBy, party, at),
      );

/** Whether a measure is between two of these parties at an instant: by one of them, reaching another. */
export const isBetween = (
  areas: AreaRegister,
  reach: Reach,
  parties: readonly string[],
  at: number,
): boolean =>
  partiesBehind(areas, reach.imposedBy, parties, at).some((author) =>
    parties.some((party) => party !== author && touches(areas, reach, party, at)),
  );
