/** The oracle on areas: every group is taken apart into the areas in it, one by one. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { type Question, type OracleFact, OracleStream } from '../oracle.js';
import type { Part } from './goods.js';
import { CLUB } from './universe.js';

/** The customs territory of the Union since 2021, members in capitals of their own. */
const UNION =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' ');

interface Reach {
  readonly affects: readonly string[];
  readonly exceptFor?: readonly string[] | undefined;
}

export class OracleAreas {
  private readonly said: readonly OracleFact[];

  constructor(events: readonly AnyEvent[], question: Question) {
    const stream = new OracleStream(events, CLUB, question);
    const from = (fact: OracleFact) => this.since(fact);
    // In the order in which they take effect; of one instant the last said counts.
    this.said = [...stream.facts].sort((a, b) => from(a) - from(b));
  }

  private since({ data }: OracleFact): number {
    return effectiveInstant(data.effectiveFrom, 'UTC');
  }

  /** When someone joins or leaves a group that only the log knows. */
  get turns(): readonly number[] {
    return this.said.map((fact) => this.since(fact));
  }

  private members(group: string, at: number): readonly string[] {
    if (group === 'EU') return UNION;
    if (group !== 'CLUB1') return [];
    const members = new Set<string>();
    for (const fact of this.said) {
      if (this.since(fact) > at) continue;
      if (fact.type === 'MemberJoined') members.add(fact.data.member);
      else members.delete(fact.data.member);
    }
    return [...members];
  }

  /** Whether a code is the area or a group with it in it. */
  holds(code: string, area: string, at: number): boolean {
    return code === area || this.members(code, at).some((inner) => this.holds(inner, area, at));
  }

  /** The areas of which an area is made up: itself, where it is no group or has no members. */
  private pieces(area: string, at: number): readonly string[] {
    const members = this.members(area, at);
    return members.length === 0 ? [area] : members.flatMap((each) => this.pieces(each, at));
  }

  /** How much of an area is reached; `*` is everyone but who imposes it. */
  extent({ affects, exceptFor = [] }: Reach, by: string | null, area: string, at: number): Part {
    const among = (codes: readonly string[], piece: string) =>
      codes.some((code) => this.holds(code, piece, at));
    const reached = this.pieces(area, at).map(
      (piece) =>
        !among(exceptFor, piece) &&
        (among(affects, piece) ||
          (affects.includes('*') && !(by !== null && this.holds(by, piece, at)))),
    );
    return reached.every(Boolean) ? 'ALL' : reached.some(Boolean) ? 'PART' : 'NONE';
  }
}
