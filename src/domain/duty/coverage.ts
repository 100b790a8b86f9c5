/** What the record claims to cover of a question (events.md, version 2: CoverageDeclared). */
import { effectiveInstant } from '../../../events/time/bounds.js';
import { extentOf } from '../area/areaReach.js';
import { matchScope } from '../measure/goodsScope.js';
import type { Fact } from '../streamState/knowledgeView.js';
import { type Asked, rulebooksAt } from './layer.js';

export interface Coverage {
  /** COMPLETE only where someone declared so for all that is asked. */
  readonly status: 'COMPLETE' | 'PARTIAL' | 'NONE';
  /** What is left out, in words; null where nobody declared anything. */
  readonly note: string | null;
  readonly setBy: Fact<'CoverageDeclared'> | null;
}

const CLAIMS = {
  COMPLETE: 'The record claims to hold every measure that bears on this.',
  PARTIAL: 'The record claims to cover a part only.',
  NONE: 'The record is incomplete here.',
} as const;

/** A coverage in sentences: what is claimed, and what is left out. */
export const coverageText = ({ status, note }: Pick<Coverage, 'status' | 'note'>): string =>
  note === null
    ? 'Nobody has said what the record covers here: other measures may exist.'
    : `${CLAIMS[status]} ${note}`;

const NONE: Coverage = { status: 'NONE', note: null, setBy: null };

/**
 * The latest declaration that covers a question, wholly or in part. Where no measure on record bears
 * on the question, a declaration that the record is incomplete covers nothing: the status is NONE and
 * the note says what is left out. A declaration is about the record and not the world: it counts for
 * the dates it names, whenever it was made. O(declarations).
 */
export function coverageOf(asked: Asked, isBorneOn: boolean): Coverage {
  const { rules, question, goods, entry } = asked;
  const declarations = rulebooksAt(asked)
    .flatMap((rulebook) => rulebook.factsOn('coverage').map((fact) => ({ fact, rulebook })))
    .sort((a, b) => b.fact.sortInstant - a.fact.sortInstant || laterInLog(b.fact, a.fact));
  for (const { fact, rulebook } of declarations) {
    const { from, until, on, goods: scope, complete, note } = fact.data;
    if (entry < effectiveInstant(from, rulebook.zone)) continue;
    if (until !== undefined && entry >= effectiveInstant(until, rulebook.zone)) continue;
    const reach = { imposedBy: null, affects: on ?? ['*'] };
    const extent = extentOf(rules.areas, reach, question.on, entry);
    // Asked of goods of any kind, a declaration for some is one for a part.
    const isForSome = scope?.hs !== undefined || scope?.except?.hs !== undefined;
    const match = goods.hs === undefined && isForSome ? 'PART' : matchScope(scope, goods).match;
    if (extent === 'NONE' || match === 'NONE') continue;
    const isWhole = complete && extent === 'ALL' && match === 'ALL';
    const part = complete || isBorneOn ? 'PARTIAL' : 'NONE';
    return { status: isWhole ? 'COMPLETE' : part, note, setBy: fact };
  }
  return NONE;
}

const laterInLog = (a: Fact, b: Fact): number => a.event.position - b.event.position;
