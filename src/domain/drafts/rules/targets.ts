/** Targets: what is to be done by when, as the parties or their officials say. */
import { DraftBuilder, spanIn } from './draftBuilder.js';
import type { SentenceRule } from './talks.js';

const VERB = 'conclude|complete|finali[sz]e|sign|seal|wrap up|close|reach|deliver|clinch|strike';
/** "with a target to complete the first tranche by …", "aim to conclude the pact by …" */
const AIM = new RegExp(
  String.raw`\b(?<aim>targets? (?:to|of)|targeting to|(?:aims?|aimed|aiming|hopes?|hoped|hoping|plans?|planned|intends?|intended|agreed|pledged|committed|goal (?:is |was )?|deadline (?:is |was )?|expects?|expected) to|deadline to|target is to) (?<what>(?:${VERB})(?:ing)? [^.;"\u00b7]{3,120}?)(?:,)? (?<by>by|before|no later than|in|within|during) (?<rest>.{3,60})`,
  'iu',
);
const UNREAL = /\b(?:no|not|never|without|failed|missed|if|unless|dropped|abandoned)\b/i;
const STOP = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'with',
  'for',
  'to',
  'on',
  'pact',
  'deal',
  'their',
  'its',
]);

/** A name for the target in a record: what the words are about. */
function slugOf(what: string): string {
  const stage = /\b(first|second|initial|final) (?:phase|tranche|part|stage)/i.exec(what);
  if (stage?.[1]) return `${stage[1].toLowerCase()}-tranche`;
  const words = what
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !STOP.has(word));
  return words.slice(0, 4).join('-').replace(/-+/g, '-').replace(/^-|-$/g, '') || 'target';
}

const targetRule: SentenceRule = (sentence, passage, stream) => {
  const match = AIM.exec(sentence.plain);
  const { what = '', aim = '' } = match?.groups ?? {};
  if (!match || UNREAL.test(sentence.plain.slice(Math.max(0, match.index - 40), match.index)))
    return [];
  const said = spanIn(sentence, match);
  const whatAt = match.index + match[0].indexOf(what);
  const after = sentence.start + whatAt + what.length;
  const date = sentence.dates.find(({ start }) => start >= after && start - after < 40);
  if (!date) return [];
  return [
    new DraftBuilder('TargetSet', { start: said.start, end: date.end })
      .occurred(passage.day)
      .data('target', slugOf(what))
      .data('what', what, spanIn(sentence, { index: whatAt, 0: what }))
      .data('due', date.future, date)
      .data('kind', /deadline/i.test(aim) ? 'DEADLINE' : 'TARGET')
      .build(stream),
  ];
};

const DEADLINE =
  /\b(?:deadline|target date) (?:of|is|was|set for|for [\p{L} ]{3,40} (?:is|was)) /iu;

const deadlineRule: SentenceRule = (sentence, passage, stream) => {
  const match = DEADLINE.exec(sentence.plain);
  if (!match || AIM.test(sentence.plain) || UNREAL.test(sentence.plain)) return [];
  const end = sentence.start + match.index + match[0].length;
  const date = sentence.dates.find(({ start }) => start - end >= 0 && start - end < 6);
  if (!date || /tariff|dut(?:y|ies)|levy/i.test(sentence.plain)) return [];
  return [
    new DraftBuilder('TargetSet', { start: sentence.start + match.index, end: date.end })
      .occurred(passage.day)
      .data('target', 'deadline')
      .required('what', undefined)
      .data('due', date.future, date)
      .data('kind', 'DEADLINE')
      .build(stream),
  ];
};

export const TARGET_RULES: readonly SentenceRule[] = [targetRule, deadlineRule];
