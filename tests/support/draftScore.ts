/**
 * How well the rules read reports they were not written on. The reports in tests/bench/reports tell
 * public news in words of ours; beside each are the facts that a desk would enter from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Draft } from '../../src/domain/drafts/draft.js';
import { draftsFrom, type KnownNegotiation } from '../../src/domain/drafts/rules/draftsFrom.js';

interface Fact {
  readonly type: string;
  /** Absent: the day of the report. */
  readonly occurred?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Report {
  readonly day: string;
  readonly known: readonly KnownNegotiation[];
  readonly text: readonly string[];
  readonly facts: readonly Fact[];
}

export interface ReportScore {
  readonly name: string;
  readonly drafts: number;
  readonly facts: number;
  /** Drafts that agree with a fact in type, parties, date and figure. */
  readonly right: number;
  readonly wrong: readonly Draft[];
  readonly missed: readonly Fact[];
}

const folder = new URL('../bench/reports/', import.meta.url);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const agrees = ({ type, occurred, data }: Fact, draft: Draft): boolean =>
  draft.type === type &&
  (occurred === undefined || draft.occurred === occurred) &&
  Object.entries(data).every(([key, value]) => same(draft.data[key], value));

function score(name: string, { day, known, text, facts }: Report): ReportScore {
  const { drafts } = draftsFrom(text.join('\n'), { day, known });
  const missed = [...facts];
  const wrong = drafts.filter((draft) => {
    // The most demanding fact first, so that a loose one is left for another draft.
    const fitting = missed
      .filter((fact) => agrees(fact, draft))
      .sort((a, b) => Object.keys(b.data).length - Object.keys(a.data).length);
    const [fact] = fitting;
    if (fact) missed.splice(missed.indexOf(fact), 1);
    return !fact;
  });
  const right = drafts.length - wrong.length;
  return { name, drafts: drafts.length, facts: facts.length, right, wrong, missed };
}

export const scoreReports = (): readonly ReportScore[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) =>
      score(
        name.replace('.json', ''),
        JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Report,
      ),
    );

const sum = (scores: readonly ReportScore[], of: (score: ReportScore) => number): number =>
  scores.reduce((total, each) => total + of(each), 0);

/** Of the drafts made, those that need no change; of the facts told, those found. */
export const totalsOf = (scores: readonly ReportScore[]) => ({
  precision: sum(scores, ({ right }) => right) / sum(scores, ({ drafts }) => drafts),
  recall: sum(scores, ({ right }) => right) / sum(scores, ({ facts }) => facts),
});
