/**
 * Drafts from a report by rules, without a model. Precision before recall: a rule that is not sure
 * of type, parties, date and figure makes no draft, and the sentence is named as not understood.
 * Rules read English.
 */
import { checkDraft } from '../checkDraft.js';
import type { Draft } from '../draft.js';
import { areasIn } from '../reading/areaNames.js';
import { datesIn } from '../reading/dates.js';
import { percentagesIn, type Span } from '../reading/numbers.js';
import { meetingRule } from './meetings.js';
import { readPassage, type Sentence } from './passage.js';
import { peopleIn } from './people.js';
import { rateRule } from './rates.js';
import { statementsIn } from './statements.js';
import { TALK_RULES } from './talks.js';
import { TARGET_RULES } from './targets.js';

/** A negotiation that drafts may belong to. */
export interface KnownNegotiation {
  readonly slug: string;
  readonly parties: readonly string[];
}

export interface ReportQuestion {
  /** The day of the report; without it the latest day that the text itself is dated with. */
  readonly day?: string | undefined;
  /** The negotiation that the report is about; otherwise the one whose parties it names. */
  readonly negotiation?: string | undefined;
  readonly known?: readonly KnownNegotiation[] | undefined;
}

export interface NotUnderstood extends Span {
  readonly words: string;
  readonly reason: string;
}

export interface ReportDrafts {
  readonly drafts: readonly Draft[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** The day from which dates were counted; undefined when neither given nor in the text. */
  readonly day: string | undefined;
}

/** A line that dates the report or a post in it: "— ANI (@ANI) November 4, 2025", "NEW DELHI, Nov 5, 2025". */
const DATELINE =
  /^(?:[\u2014-].*\(@\w+\)|(?:Published|Updated|Posted|Date)\b.*|\p{Lu}[\p{Lu} ]+(?:, |\/| - )|[\p{L}]+,? )?.{0,30}$/u;

function dayIn(text: string): string | undefined {
  const days = text.split('\n').flatMap((line) => {
    const dates = datesIn(line, '0000-01-01').filter(
      ({ past, future }) => past === future && /^\d{4}-\d\d-\d\d$/.test(past),
    );
    const [date] = dates;
    if (!date || dates.length > 1) return [];
    const isAlone =
      line.trim().length - (date.end - date.start) < 40 &&
      DATELINE.test(line.slice(0, date.start).trim());
    return isAlone ? [date.past] : [];
  });
  return days.sort().at(-1);
}

/** The known negotiation all of whose parties the words name; undefined unless it is the only one. */
function onlyNamed(known: readonly KnownNegotiation[], words: string): string | undefined {
  const codes = new Set<string>(areasIn(words).map(({ code }) => code));
  const fitting = known.filter(
    ({ parties }) => parties.length > 0 && parties.every((party) => codes.has(party)),
  );
  return fitting.length === 1 ? fitting[0]?.slug : undefined;
}

/** Words in a sentence that no rule made anything of, though it may tell something. */
const TELLING =
  /\b(?:rounds?|tariffs?|dut(?:y|ies)|paused|suspended|resumed|postponed|signed|agreed|deadline|target|met|imposed|announced|negotiations?)\b/i;

const mayTell = ({ plain, dates }: Sentence): boolean =>
  TELLING.test(plain) &&
  (dates.length > 0 || percentagesIn(plain).length > 0 || /\bround\b/.test(plain));

const shown = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
};

/** Finds what a report tells. Pure; O(length). */
export function draftsFrom(text: string, question: ReportQuestion = {}): ReportDrafts {
  const { known = [], negotiation } = question;
  const day = question.day ?? dayIn(text);
  const passage = readPassage(text, day);
  const people = peopleIn(text);
  const ofReport = negotiation ?? onlyNamed(known, text);
  const streamOf = (sentence: Sentence): string | undefined => {
    const slug = negotiation ?? onlyNamed(known, sentence.text) ?? ofReport;
    return slug === undefined ? undefined : `negotiation/${slug}`;
  };
  const statements = statementsIn(passage, people, streamOf);
  const rules = [...TALK_RULES, ...TARGET_RULES, meetingRule(people), rateRule];
  const notUnderstood: NotUnderstood[] = statements.notUnderstood.map((span) => ({
    ...span,
    words: shown(text.slice(span.start, span.end)),
  }));
  const told = passage.sentences
    .filter(({ text: words }) => !words.startsWith('#'))
    .flatMap((sentence) => {
      const stream = streamOf(sentence);
      const drafts = rules.flatMap((rule) => rule(sentence, passage, stream));
      const isStatement = statements.sentences.includes(sentence.index);
      if (drafts.length === 0 && !isStatement && mayTell(sentence))
        notUnderstood.push({
          start: sentence.start,
          end: sentence.end,
          words: shown(sentence.text),
          reason: 'what happened',
        });
      return drafts;
    });
  // No rule is trusted: its drafts pass the checks that anyone's do.
  const drafts = [...told, ...statements.drafts].filter((draft) => {
    const { problems } = checkDraft(draft, { text, day });
    const [problem] = problems;
    if (problem)
      notUnderstood.push({
        start: 0,
        end: 0,
        words: draft.type,
        reason: `${problem.path} ${problem.message}`,
      });
    return !problem;
  });
  return { drafts: drafts.sort((a, b) => startOf(a) - startOf(b)), notUnderstood, day };
}

/** Where a draft's words begin. */
function startOf({ spans = {} }: Draft): number {
  const [first] = (spans['type'] ?? []) as readonly (readonly [number, number])[];
  return first?.[0] ?? 0;
}
