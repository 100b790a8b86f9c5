/** Meetings and calls outside rounds: who met whom, at which level, where and when. */
import type { Span } from '../reading/numbers.js';
import { DraftBuilder, spanIn } from './draftBuilder.js';
import { type Person, speakerIn } from './people.js';
import { oneDate, placeIn, type SentenceRule } from './talks.js';

const MET =
  /\b(?:(?:has |have |had )?(?<met>met)(?: with)?|(?:held|had) (?<talks>(?:\p{L}+ )?(?:talks|a meeting|meetings|discussions)) with|(?:held|had) a (?:(?:phone|telephone|video) )?(?<call>call|conversation) with|(?<spoke>spoke)(?: by (?:phone|telephone|video))? (?:with|to)) /u;
const UNREAL = /\b(?:not|never|will|would|could|may|might|to|if|reporters|journalists|media)\s+$/i;

const LEADER = /\b(?:president|prime minister|chancellor|premier)\b/i;
const VICE = /\bvice[- ]president\b/i;
const MINISTERIAL = /\b(?:minister|secretary|commissioner|representative)\b/i;
const CHIEF = /\b(?:chief negotiators?|lead negotiators?)\b/i;

type Level = 'LEADERS' | 'MINISTERIAL' | 'CHIEF_NEGOTIATOR';

function levelOf(role: string): Level | undefined {
  if (LEADER.test(role) && !VICE.test(role)) return 'LEADERS';
  if (CHIEF.test(role)) return 'CHIEF_NEGOTIATOR';
  return MINISTERIAL.test(role) && !/press|spokes|assistant|deputy|joint/i.test(role)
    ? 'MINISTERIAL'
    : undefined;
}

/** Meetings of two people whom the report names with their roles. */
export const meetingRule =
  (people: readonly Person[]): SentenceRule =>
  (sentence, passage, stream) => {
    const match = MET.exec(sentence.plain);
    if (!match || UNREAL.test(sentence.plain.slice(0, match.index))) return [];
    const verb = spanIn(sentence, { index: match.index, 0: match[0].trimEnd() });
    const isIn = ({ span }: Person): boolean =>
      span.start >= sentence.start && span.end <= sentence.end;
    const before = people.filter((person) => isIn(person) && person.span.end <= verb.start).at(-1);
    const after = people.find((person) => isIn(person) && person.roleSpan.start >= verb.end);
    if (!before || !after || before.name === after.name) return [];
    // The object follows the verb; what lies between is his counterpart's title and no more.
    if (after.roleSpan.start - verb.end > 25 || verb.start - before.span.end > 30) return [];
    const levels = [levelOf(before.role), levelOf(after.role)];
    const [level] = levels;
    if (level === undefined || level !== levels[1]) return [];
    const named = [before, after].map((person) => speakerIn(passage.text, wholeOf(person), people));
    const date = oneDate(sentence);
    const place = placeIn(sentence);
    const { call, spoke } = match.groups ?? {};
    const isCall = call !== undefined || /by (?:phone|telephone|video)/.test(match[0]);
    return [
      new DraftBuilder('MeetingHeld', verb)
        .occurred(date?.past, ...(date ? [date] : []))
        .data('level', level)
        .data('kind', isCall ? 'CALL' : spoke === undefined ? 'MEETING' : undefined)
        .data(
          'participants',
          [before, after].map(({ name }, index) => named[index]?.name ?? name),
          ...[before, after].flatMap(({ span }, index) => named[index]?.spans ?? [span]),
        )
        .data('place', place?.name, ...(place ? [place.span] : []))
        .build(stream),
    ];
  };

const wholeOf = ({ roleSpan, span }: Person): Span => ({ start: roleSpan.start, end: span.end });
