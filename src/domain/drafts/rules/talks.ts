/** Talks: launches, rounds held, planned or counted, pauses and resumptions. */
import { areaName } from '../../../../events/codes/areas.js';
import type { Draft } from '../draft.js';
import type { AreaMention } from '../reading/areaNames.js';
import type { DateMention } from '../reading/dates.js';
import { NUMBER, numberOf, type Span } from '../reading/numbers.js';
import { DraftBuilder, spanIn } from './draftBuilder.js';
import type { Passage, Sentence } from './passage.js';

export type SentenceRule = (
  sentence: Sentence,
  passage: Passage,
  stream: string | undefined,
) => readonly Draft[];

const TALKS = String.raw`(?:talks|negotiations|discussions|negotiating rounds?)`;
/** Words that make what follows a wish, a threat or a report of something else. */
const UNREAL =
  /\b(?:would|could|might|may|if|unless|not|never|denied|threaten\w*|should|calls? for|urged|wants?|ahead of|before the|resum\w+ if)\b/i;

const ORDINAL = String.raw`(?<number>(?:${NUMBER})|\d+(?:st|nd|rd|th))`;
const ROUND = String.raw`(?:(?<formal>formal )?\b(?:round (?<plain>\d+)|${ORDINAL} (?:and (?:final|last) )?(?:formal |full |negotiating )?round)\b(?: of (?:(?:[\p{L}-]+ ){0,5})?${TALKS})?)`;
const HELD =
  /\b(?:(?:was|were|has been|have been|had been) (?:held|concluded|completed|wrapped up)|took place|concluded|ended|wrapped up|held|completed|finished|hosted|met)\b/;
const ENDED = /\b(?:concluded|ended|wrapped up|completed|finished)\b/;
const PLANNED =
  /\b(?:will (?:be held|take place|begin|start|be hosted|meet|open|hold|convene|host)|(?:is|are|was|were) (?:scheduled|due|expected|set|planned|slated|to be held)|to be held|plan(?:s|ned)? to hold|agreed to hold|scheduled for)\b/;
const POSTPONED = /\b(?:postponed|put off|deferred|called off|cancell?ed|rescheduled|delayed)\b/;

/** A place: "in Oslo", "in New Delhi", "in the Swiss city of Geneva". */
const PLACE =
  /\bin (?:the \p{L}+ (?:city|capital|town) of )?((?:\p{Lu}[\p{L}'\u2019-]+)(?: \p{Lu}[\p{L}'\u2019-]+)*(?:, D\.C\.)?)/u;
const MONTH_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)/;

export function placeIn(sentence: Sentence): { name: string; span: Span } | undefined {
  const found = PLACE.exec(sentence.plain);
  const name = found?.[1]?.replace(/['\u2019]s$/, '');
  if (!found || name === undefined || MONTH_NAME.test(name)) return undefined;
  const start = sentence.start + found.index + found[0].length - (found[1]?.length ?? 0);
  return { name, span: { start, end: start + name.length } };
}

const isDayOrRange = ({ past }: DateMention): boolean => /^\d{4}-\d\d-\d\d/.test(past);

/** The only date of a sentence, or its only range of days or day. */
export function oneDate(sentence: Sentence): DateMention | undefined {
  const { dates } = sentence;
  if (dates.length === 1) return dates[0];
  const exact = dates.filter(isDayOrRange);
  return exact.length === 1 ? exact[0] : undefined;
}

/** The date nearest to a place in a sentence, where others are of other things. */
function dateAfter(sentence: Sentence, at: number): DateMention | undefined {
  return sentence.dates.find((date) => date.start >= at && date.start - at < 90);
}

const FORMAL = /\bformal\b/;

const roundRule: SentenceRule = (sentence, passage, stream) => {
  const matches = [...sentence.plain.matchAll(new RegExp(ROUND, 'giu'))];
  if (matches.length !== 1) return [];
  const match = matches[0] as RegExpExecArray;
  const { plain, number } = match.groups ?? {};
  const digits = plain ?? number;
  if (digits === undefined) return [];
  const said = spanIn(sentence, match);
  const value = numberOf(digits.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''));
  const rest = sentence.plain.replace(match[0], ' '.repeat(match[0].length));
  const start = said.start + match[0].indexOf(digits);
  const numberSpan = { start, end: start + digits.length };
  const place = placeIn(sentence);
  const postponed = POSTPONED.exec(rest);
  if (postponed || UNREAL.test(rest)) return [];
  const planned = PLANNED.exec(rest);
  if (planned) {
    const date = dateAfter(sentence, sentence.start + planned.index) ?? oneDate(sentence);
    return [
      new DraftBuilder('RoundScheduled', spanIn(sentence, planned))
        .occurred(passage.day)
        .data('round', value, numberSpan)
        .required('dates', date?.future, ...(date ? [date] : []))
        .data('place', place?.name, ...(place ? [place.span] : []))
        .build(stream),
    ];
  }
  const held = HELD.exec(rest);
  if (!held) return [];
  const date = oneDate(sentence);
  const isEnd = ENDED.test(held[0]) && date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.past);
  return [
    new DraftBuilder('RoundHeld', spanIn(sentence, held))
      .occurred(date && (isEnd ? `../${date.past}` : date.past), ...(date ? [date] : []))
      .data('round', value, numberSpan)
      .data('formal', FORMAL.test(match[0]) ? 'YES' : undefined)
      .data('place', place?.name, ...(place ? [place.span] : []))
      .build(stream),
  ];
};

const COUNTED = new RegExp(
  String.raw`\b(?<count>${NUMBER}) (?:formal |full )?(?:negotiating )?rounds(?: of (?:[\p{L}-]+ ){0,3}${TALKS})?(?: between [^.,]{3,40})? (?:have|had|has) (?:already )?(?:been )?(?:completed|held|concluded|taken place)|\b(?:have|has|had) (?:already |so far )?(?:held|completed|concluded|had) (?<count2>${NUMBER}) (?:formal |full )?(?:negotiating )?rounds`,
  'iu',
);
const SCOPE =
  /\bfor (the (?:first|second|third|initial|next) (?:phase|tranche|part|stage) of (?:the|a) [\p{L} -]{3,50}?)(?= between| and |,|\.|$)/u;

const countRule: SentenceRule = (sentence, passage, stream) => {
  const match = COUNTED.exec(sentence.plain);
  const digits = match?.groups?.['count'] ?? match?.groups?.['count2'];
  if (!match || digits === undefined) return [];
  const start = sentence.start + match.index + match[0].indexOf(digits);
  const scope = SCOPE.exec(sentence.plain);
  return [
    new DraftBuilder('RoundsReported', spanIn(sentence, match))
      .occurred(passage.day)
      .data('count', numberOf(digits), { start, end: start + digits.length })
      .data(
        'scope',
        scope?.[1],
        ...(scope?.[1] === undefined
          ? []
          : [spanIn(sentence, { index: scope.index + 4, 0: scope[1] })]),
      )
      .build(stream),
  ];
};

const PAUSED = new RegExp(
  String.raw`\b(?<talks>(?:formal |trade |formal trade )?${TALKS})(?: (?:between|with|on) [^.,;]{3,60}?)? (?:(?:were|was|have been|had been|has been) )?(?<verb>paused|suspended|put on hold|broken off|broke off|halted|on hold)\b|\b(?<verb2>paused|suspended|broke off|halted|froze) (?:all |its |their |the )?(?<talks2>(?:formal |trade |free[- ]trade |bilateral )*${TALKS})\b`,
  'iu',
);
const RESUMED = new RegExp(
  String.raw`\b(?:trade |formal |bilateral )*${TALKS}(?: (?:between|with|on) [^.,;]{3,60}?)? (?:(?:were|was|have|had|have been|had been) )?(?:resumed|restarted|relaunched)\b|\b(?:resumed|restarted|relaunched) (?:their |the |formal |trade |free[- ]trade |bilateral )*${TALKS}\b`,
  'iu',
);
const FUTURE =
  /\b(?:will|to|plan\w*|agreed to|expected|set|ready|prepared|willing|would)\b[^,.]{0,25}$/i;

/** Whether the words before a match make it a plan or a wish. */
const isPlain = (sentence: Sentence, { index, 0: words }: { index: number; 0: string }): boolean =>
  !FUTURE.test(sentence.plain.slice(0, index)) &&
  !UNREAL.test(`${sentence.plain.slice(Math.max(0, index - 60), index)}${words}`);

const pastOrBounded = (
  sentence: Sentence,
  passage: Passage,
): { value: string | undefined; spans: readonly Span[] } => {
  const date = oneDate(sentence);
  if (date) return { value: date.past, spans: [date] };
  if (sentence.dates.length > 0) return { value: undefined, spans: [] };
  return { value: passage.day === undefined ? undefined : `../${passage.day}`, spans: [] };
};

const pauseRule: SentenceRule = (sentence, passage, stream) => {
  const match = PAUSED.exec(sentence.plain);
  if (!match || !isPlain(sentence, match)) return [];
  const talks = match.groups?.['talks'] ?? match.groups?.['talks2'] ?? '';
  const date = pastOrBounded(sentence, passage);
  return [
    new DraftBuilder('TalksPaused', spanIn(sentence, match))
      .occurred(date.value, ...date.spans)
      .data('scope', /formal/i.test(talks) ? 'FORMAL_ROUNDS' : 'ALL')
      .build(stream),
  ];
};

const resumeRule: SentenceRule = (sentence, passage, stream) => {
  const match = RESUMED.exec(sentence.plain);
  if (!match || !isPlain(sentence, match) || PAUSED.test(sentence.plain)) return [];
  const date = pastOrBounded(sentence, passage);
  return [
    new DraftBuilder('TalksResumed', spanIn(sentence, match))
      .occurred(date.value, ...date.spans)
      .build(stream),
  ];
};

const LAUNCHED =
  /\b(?:entered into|formally launched|launched|opened|began|kicked off|started) (?:formal )?negotiations (?:for|on|towards|of) (?:an? |the )?([\p{L}, -]{3,80}?(?:agreement|pact|deal|BTA|FTA|CEPA|CETA))\b/u;

/** The first mention of each area before a place in the sentence. */
export function partiesBefore(sentence: Sentence, at: number): readonly AreaMention[] {
  const seen = new Set<string>();
  return sentence.areas.filter(({ code, start }) => {
    if (start >= at || seen.has(code)) return false;
    seen.add(code);
    return true;
  });
}

const launchRule: SentenceRule = (sentence, _passage, stream) => {
  const match = LAUNCHED.exec(sentence.plain);
  if (!match?.[1] || !isPlain(sentence, match)) return [];
  const parties = partiesBefore(sentence, sentence.start + match.index);
  if (parties.length < 2) return [];
  const at = sentence.start + match.index + match[0].length;
  const date =
    dateAfter(sentence, at) ??
    sentence.dates.find(({ end }) => end <= sentence.start + match.index);
  const names = parties.map(({ code }) => areaName(code)).join('-');
  const mandate = spanIn(sentence, {
    index: match.index + match[0].indexOf(match[1]),
    0: match[1],
  });
  return [
    new DraftBuilder('NegotiationLaunched', spanIn(sentence, match))
      .occurred(date?.past, ...(date ? [date] : []))
      .data('title', `${names} ${match[1].split(' ').at(-1) ?? 'agreement'}`)
      .data(
        'parties',
        parties.map(({ code }) => code),
        ...parties,
      )
      .data('mandate', match[1], mandate)
      .build(stream),
  ];
};

export const TALK_RULES: readonly SentenceRule[] = [
  launchRule,
  countRule,
  roundRule,
  pauseRule,
  resumeRule,
];
