/** Statements: who said what, in which words, where and when. */
import type { Draft } from '../draft.js';
import type { DateMention } from '../reading/dates.js';
import type { Span } from '../reading/numbers.js';
import { DraftBuilder } from './draftBuilder.js';
import type { Passage, Sentence } from './passage.js';
import { type Person, type Speaker, speakerIn } from './people.js';

/** What concerns a negotiation; other statements are none of the record's. */
const TOPIC =
  /\b(?:trade|tariffs?|deal|pact|negotiat\w*|talks|agreements?|discussions|dut(?:y|ies)|exports?|imports?|levies|levy|FTA|BTA|CEPA|relationship|market access)\b/i;
const VERB =
  /(?<![\p{L}])(said|says|told|added|adds|stated|noted|stressed|remarked|insisted|warned|argued|declared|wrote|described|called|labelled|denounced)(?![\p{L}])/gu;
const LABELLING = new Set(['described', 'called', 'labelled', 'denounced']);
const VENUE =
  /\bat (?:the |a |an )?(\p{Lu}[\p{L}\d&\u2019'.-]*(?: (?:of |on |for )?\p{Lu}[\p{L}\d&\u2019'.-]*)+)/u;
const MAX_SUMMARY = 300;
/** Longer quotations are given in part; a record's quote is short. */
const MAX_QUOTE = 4_000;

interface Telling {
  readonly sentence: Sentence;
  readonly speaker: Speaker;
  readonly verb: Span;
  /** Where the words of the speaker, as reported, begin and end; empty when only quoted. */
  readonly content: Span;
  /** The words that are of the telling and not of what is told. */
  readonly frame: readonly Span[];
}

const trimmed = (text: string, span: Span): Span => {
  const words = text.slice(span.start, span.end);
  const lead = /^[\s,:;.·"\u201c\u201d-]*/.exec(words)?.[0].length ?? 0;
  const tail = /[\s,:;·"\u201c\u201d-]*$/.exec(words.slice(lead))?.[0].length ?? 0;
  return { start: span.start + lead, end: Math.max(span.start + lead, span.end - tail) };
};

/** The words before a verb that may name its subject: after the last comma, date words left out. */
function subjectBefore(passage: Passage, sentence: Sentence, verbStart: number): Span {
  const { text } = passage;
  const head = sentence.plain.slice(0, verbStart - sentence.start);
  const cut = Math.max(
    head.lastIndexOf(','),
    head.lastIndexOf('"'),
    head.lastIndexOf('\u201d'),
    head.lastIndexOf(';'),
    head.lastIndexOf(':'),
    head.includes(' as ') ? head.lastIndexOf(' as ') + 3 : -1,
  );
  let span = trimmed(text, { start: sentence.start + cut + 1, end: verbStart });
  for (const date of sentence.dates) {
    // "Goyal last week said", "On Tuesday Goyal said"
    if (date.end === span.end)
      span = trimmed(text, {
        start: span.start,
        end: text.slice(span.start, date.start).replace(/ (?:on|in)? ?$/, '').length + span.start,
      });
    if (date.start >= span.start && date.start - span.start <= 3 && date.end < span.end)
      span = trimmed(text, { start: date.end, end: span.end });
  }
  return span;
}

/** "Goyal, the commerce minister, said": the name before the apposition. */
function appositionBefore(
  passage: Passage,
  sentence: Sentence,
  verbStart: number,
): Span | undefined {
  const head = sentence.plain.slice(0, verbStart - sentence.start);
  const found = /(?:^|[,"\u201d] ?)(\p{Lu}[^,"\u00b7]{2,60}), [^,"\u00b7]{3,80}, $/u.exec(head);
  if (!found?.[1]) return undefined;
  const start = sentence.start + found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length };
}

/** "said Piyush Goyal at the …": the name after the verb. */
function subjectAfter(sentence: Sentence, verbEnd: number): Span | undefined {
  const rest = sentence.plain.slice(verbEnd - sentence.start);
  const found =
    /^ ((?:the )?(?:[\p{L}.'\u2019-]+ ){0,8}?\p{Lu}[\p{L}.'\u2019-]+(?: \p{Lu}[\p{L}'\u2019-]+)*)(?=[.,;]?$|[,;] | at | in | on | during | after | last | this | to )/u.exec(
      rest,
    );
  if (!found?.[1]) return undefined;
  const start = verbEnd + 1;
  return { start, end: start + found[1].replace(/\.$/, '').length };
}

function tellingIn(
  passage: Passage,
  sentence: Sentence,
  people: readonly Person[],
  previous: Telling | undefined,
): Telling | 'PRONOUN' | undefined {
  const { text } = passage;
  for (const match of sentence.plain.matchAll(VERB)) {
    const verb = {
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    };
    const isAfterQuote = sentence.quotes.some(({ end }) => end < verb.start);
    const after =
      isAfterQuote && match[0] === 'said' ? subjectAfter(sentence, verb.end) : undefined;
    const before = subjectBefore(passage, sentence, verb.start);
    const apposed = appositionBefore(passage, sentence, verb.start);
    const candidates = [apposed, before, after].filter((span) => span !== undefined);
    const found = candidates
      .map((span) => ({ span, speaker: speakerIn(text, span, people) }))
      .find(({ speaker }) => speaker !== undefined);
    const pronoun = /^(?:he|she|He|She)(?: (?:had|also|then|has))?$/.test(
      text.slice(before.start, before.end),
    );
    const isNext =
      previous &&
      previous.sentence.index === sentence.index - 1 &&
      previous.sentence.paragraph === sentence.paragraph;
    const speaker = found?.speaker ?? (pronoun && isNext ? previous.speaker : undefined);
    if (!speaker) {
      if (pronoun) return 'PRONOUN';
      continue;
    }
    const subject = found?.span ?? before;
    const last = subject.start > verb.end ? subject.end : verb.end;
    const isBehind =
      subject.start > verb.end ||
      (isAfterQuote && !/^ that\b/.test(text.slice(verb.end, verb.end + 6)));
    const lead = sentence.start;
    const trailing = text.slice(verb.end, sentence.end);
    const that =
      /^(?: reporters| journalists)?(?: (?:on|in) [^,]{3,20}| \p{Lu}[a-z]+day| last \w+)?(?: that|,|:)? /u.exec(
        trailing,
      )?.[0].length ?? 0;
    // What leads: "officials continue to hold talks, the White House said."
    const isTrailing = !isBehind && trailing.replace(/[."\u201d\s]/g, '').length < 3;
    const content = isTrailing
      ? { start: lead, end: subject.start }
      : isBehind
        ? { start: sentence.end, end: sentence.end }
        : { start: verb.end + that, end: sentence.end };
    const frame = isBehind
      ? [
          { start: subject.start, end: sentence.end },
          { start: lead, end: last },
        ]
      : isTrailing
        ? [{ start: subject.start, end: sentence.end }]
        : [{ start: lead, end: verb.end + that }];
    return { sentence, speaker, verb, content, frame };
  }
  return undefined;
}

const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

interface Dated {
  readonly value: string | undefined;
  readonly spans: readonly Span[];
}

/** A post that the report quotes with its date: "— ANI (@ANI) November 4, 2025". */
function postDate(passage: Passage, { name, area, role }: Speaker): DateMention | undefined {
  // Of a country or an office any post may tell.
  if (area && !role) return undefined;
  const surname = name.split(' ').at(-1) ?? name;
  for (const sentence of passage.sentences) {
    if (!/\(@\w+\)/.test(sentence.plain)) continue;
    const [date] = sentence.dates;
    const post = passage.sentences.filter(
      ({ index }) => index < sentence.index && index >= sentence.index - 4,
    );
    if (
      date &&
      post.some(({ text }) => /#|pic\.twitter|https?:/.test(text)) &&
      post.some(({ text }) => text.includes(surname))
    )
      return date;
  }
  return undefined;
}

function dateOf(
  passage: Passage,
  telling: Telling,
  previous: { telling: Telling; dated: Dated } | undefined,
): Dated {
  const { sentence, frame, speaker } = telling;
  const said = sentence.dates.filter((date) => frame.some((part) => within(date, part)));
  const [only] = said;
  if (only && said.length === 1) return { value: only.past, spans: [only] };
  if (said.length > 1) return { value: undefined, spans: [] };
  const isSame = previous?.telling.speaker.name === speaker.name;
  const isEarlier = /^Earlier,? /.test(sentence.text);
  if (
    previous &&
    isSame &&
    isEarlier &&
    previous.dated.value !== undefined &&
    previous.dated.spans.length > 0
  ) {
    const end = previous.dated.value.split('/').at(-1) ?? '';
    return { value: `../${end}`, spans: previous.dated.spans };
  }
  const isNext = previous?.telling.sentence.index === sentence.index - 1;
  if (previous && isSame && isNext && previous.dated.spans.length > 0 && !isEarlier)
    return previous.dated;
  const post = postDate(passage, speaker);
  if (post) return { value: post.past, spans: [post] };
  const { day } = passage;
  return { value: day === undefined ? undefined : `../${day}`, spans: [] };
}

const shortened = (words: string): string =>
  words.length <= MAX_SUMMARY
    ? words
    : `${words.slice(0, MAX_SUMMARY - 1).replace(/\s+\S*$/, '')}…`;

const capital = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/\s+/g, ' ');

/** What a telling says: the words reported or, where only quoted, the quotation. */
function summaryOf(
  passage: Passage,
  { content, sentence, verb }: Telling,
  quote: Span | undefined,
): string {
  const { text } = passage;
  if (LABELLING.has(text.slice(verb.start, verb.end)))
    return capital(shortened(text.slice(verb.start, sentence.end).replace(/[.\s]+$/, '')));
  const span = trimmed(text, content);
  const words = text.slice(span.start, span.end).replace(/[.\s]+$/, '');
  if (words.length > 3) return capital(shortened(words));
  return quote ? shortened(text.slice(quote.start, quote.end)) : '';
}

function draftOf(
  passage: Passage,
  telling: Telling,
  dated: Dated,
  stream: string | undefined,
): Draft | undefined {
  const { text } = passage;
  const { sentence, speaker, verb } = telling;
  const longest = [...sentence.quotes].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  const quote = longest && longest.end - longest.start <= MAX_QUOTE ? longest : undefined;
  const summary = summaryOf(passage, telling, quote);
  if (summary === '' || !TOPIC.test(sentence.text)) return undefined;
  const venue = VENUE.exec(sentence.plain);
  const place = venue?.[1]?.replace(/[.'\u2019]+$/, '');
  const venueStart = venue
    ? sentence.start + venue.index + venue[0].length - (venue[1]?.length ?? 0)
    : 0;
  return new DraftBuilder('StatementMade', verb)
    .occurred(dated.value, ...dated.spans)
    .data('speaker', speaker.name, ...speaker.spans)
    .data('role', speaker.role?.text, ...(speaker.role ? [speaker.role.span] : []))
    .data('onBehalfOf', speaker.area?.code, ...(speaker.area ? [speaker.area.span] : []))
    .data('venue', place, { start: venueStart, end: venueStart + (place?.length ?? 0) })
    .data('summary', summary)
    .data('quote', quote && text.slice(quote.start, quote.end), ...(quote ? [quote] : []))
    .build(stream);
}

export interface Understood {
  readonly drafts: readonly Draft[];
  readonly sentences: readonly number[];
  readonly notUnderstood: readonly (Span & { readonly reason: string })[];
}

/** The statements of a report. */
export function statementsIn(
  passage: Passage,
  people: readonly Person[],
  streamOf: (sentence: Sentence) => string | undefined,
): Understood {
  const drafts: Draft[] = [];
  const sentences: number[] = [];
  const notUnderstood: (Span & { reason: string })[] = [];
  let previous: { telling: Telling; dated: Dated } | undefined;
  for (const sentence of passage.sentences) {
    // A post quoted whole repeats what the report tells.
    if (/^#|\(@\w+\)/.test(sentence.text)) continue;
    const telling = tellingIn(passage, sentence, people, previous?.telling);
    if (telling === 'PRONOUN') {
      const { start, end } = sentence;
      if (TOPIC.test(sentence.text)) notUnderstood.push({ start, end, reason: 'who speaks' });
    } else if (telling) {
      const dated = dateOf(passage, telling, previous);
      const draft = draftOf(passage, telling, dated, streamOf(sentence));
      if (draft) drafts.push(draft);
      if (draft) sentences.push(sentence.index);
      previous = { telling, dated };
    }
  }
  return { drafts, sentences, notUnderstood };
}
