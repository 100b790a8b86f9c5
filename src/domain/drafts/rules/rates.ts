/** Rates imposed, announced or threatened: by whom, on whom, from when, and by which act. */
import type { EventType } from '../../../../events/catalogue.js';
import { areaName } from '../../../../events/codes/areas.js';
import type { Draft } from '../draft.js';
import type { AreaMention } from '../reading/areaNames.js';
import type { DateMention } from '../reading/dates.js';
import { type Percentage, percentagesIn, type Span } from '../reading/numbers.js';
import { DraftBuilder, spanIn } from './draftBuilder.js';
import type { Passage, Sentence } from './passage.js';
import type { SentenceRule } from './talks.js';

const DUTY = /\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|import tax(?:es)?)\b/i;
const ACT = String.raw`(?:Executive Order(?: No\.?)? ?\d{3,6}|Proclamation(?: No\.?)? ?\d{3,6}|(?:Customs )?Notification (?:No\.? ?)?[\dA-Z/.-]*\d|Regulation \(EU\) \d{4}/\d+|Statutory Instrument \d{4}/\d+|Decree(?: No\.?)? ?[\d/.-]*\d)`;
const INSTRUMENT = new RegExp(ACT, 'u');

const IMPOSED =
  /\b(?:imposed|levied|slapped|introduced|put in place|(?:took|taken|came|come|entered|entering) (?:effect|into (?:effect|force))|(?:is|are|has been|have been|were|was) in (?:effect|force)|signed)\b/i;
const ANNOUNCED =
  /\b(?:announced|unveiled|notified|set out|will (?:impose|face|levy|be (?:imposed|levied|subject)|take effect|come into (?:force|effect)|apply|pay)|would take effect|to take effect|letter)\b/i;
const THREATENED =
  /\b(?:threaten\w*|warn\w*|could (?:impose|face)|may (?:impose|face)|floated|vowed|considering)\b/i;
/** What changes a measure rather than making one, and what is no report of one. */
const OTHER_ACT =
  /\b(?:rais\w+|hik\w+|increas\w+|doubl\w+|lower\w*|cut|cuts|reduc\w+|slash\w*|suspend\w*|paus\w+|delay\w*|postpon\w*|scrap\w*|lift\w*|remov\w+|withdr\w+|exempt\w*|struck down|ruled|refund\w*|average|GDP|growth|inflation|per cent of|percent of|% of|fell|rose|grew|down|instead of|from \d[\d.]*(?: ?%| per ?cent)? to)\b/i;

const KINDS: readonly (readonly [kind: string, words: RegExp, name: string])[] = [
  ['RECIPROCAL', /\breciprocal\b/i, 'reciprocal tariff'],
  [
    'PENALTY',
    /\bpenalt(?:y|ies)\b|\bpenal\b|\bfor (?:buying|purchasing|importing) Russian oil\b/i,
    'penalty tariff',
  ],
  ['RETALIATORY', /\bretaliat\w+|\bcountermeasures?\b/i, 'retaliatory tariff'],
  ['SAFEGUARD', /\bsafeguard\b/i, 'safeguard duty'],
  ['NATIONAL_SECURITY', /\bnational security\b|\bSection 232\b/i, 'national security tariff'],
  ['UNFAIR_TRADE', /\bSection 301\b|\bunfair trade\b/i, 'unfair trade tariff'],
];
const FORMS: readonly (readonly [form: string, words: RegExp])[] = [
  ['ANTIDUMPING_DUTY', /\banti-?dumping\b/i],
  ['COUNTERVAILING_DUTY', /\bcountervailing\b|\banti-?subsidy\b/i],
  ['EXPORT_DUTY', /\bexport (?:dut(?:y|ies)|tax(?:es)?|lev(?:y|ies))\b/i],
];

/** What is on all goods; anything else is on some, which need HS codes. */
const ALL_GOODS =
  /\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) (?:of [^,.]{1,20} )?(?:would be imposed |will be imposed |imposed |was imposed )?on (?:all |most )?(?:(?:goods|imports|products|exports|shipments) (?:from |of )?)?(?:the )?(?:\p{Lu}[\p{L}.]*)(?: \p{Lu}\p{L}+)?(?: (?:goods|imports|products|exports|shipments))?(?=[,.;]| (?:-|\u2013|\u2014|from|effective|starting|beginning|with|took|came|as|on|over|for|in|under|through|last|and|which|that|by|took|will|unless|if|$)|$)/u;

interface Parts {
  readonly by: AreaMention | undefined;
  readonly on: AreaMention | undefined;
}

/** "on India", "on Indian goods", "on imports from India": the area after "on". */
function affectedIn(sentence: Sentence): AreaMention | undefined {
  const found = sentence.areas.filter(({ start }) => {
    const before = sentence.plain.slice(0, start - sentence.start);
    return (
      /\b(?:on|against|from|targeting|hitting) (?:all |most |some |its |certain |imported )?(?:(?:[\p{Ll}-]+ ){0,4}(?:goods|imports|products|exports|shipments) (?:from|of) )?(?:the )?$/u.test(
        before,
      ) || /\bon (?:[\p{Ll}-]+ ){0,3}(?:from )(?:the )?$/u.test(before)
    );
  });
  const codes = new Set(found.map(({ code }) => code));
  return codes.size === 1 ? found[0] : undefined;
}

/** Who imposes: the subject before the verb, "US tariff", or "imposed by the US". */
function imposerIn(
  sentence: Sentence,
  verb: Span,
  on: AreaMention | undefined,
): AreaMention | undefined {
  const others = sentence.areas.filter(({ code }) => code !== on?.code);
  const by = others.find(({ start }) =>
    /\bby (?:the )?$/.test(sentence.plain.slice(0, start - sentence.start)),
  );
  const owner = others.find(({ end }) =>
    /^(?:'s)? (?:(?:import|reciprocal|additional|retaliatory|new|safeguard) )*(?:tariffs?|dut(?:y|ies)|lev(?:y|ies))\b/i.test(
      sentence.plain.slice(end - sentence.start),
    ),
  );
  const subjects = others.filter(({ end, kind }) => end <= verb.start && kind !== 'ADJECTIVE');
  const codes = new Set(subjects.map(({ code }) => code));
  const subject = codes.size === 1 ? subjects.at(-1) : undefined;
  const officials = others.filter(({ end, kind }) => end <= verb.start && kind === 'ADJECTIVE');
  return (
    by ??
    owner ??
    subject ??
    (codes.size === 0 && officials.length === 1 ? officials[0] : undefined)
  );
}

const EFFECTIVE =
  /\b(?:from|effective(?: from)?|with effect from|starting(?: on| from)?|beginning(?: on)?|as of|(?:take|takes|took|taken|taking) effect(?: on| from)?|(?:come|comes|came|coming|enter|entered|enters|entering) into (?:force|effect)(?: on| from)?|in (?:force|effect) (?:since|from)|since) (?:the )?$/i;

interface Dates {
  readonly effective: DateMention | undefined;
  readonly act: DateMention | undefined;
}

/** Which date is that of effect and which that of the act; neither where one cannot tell. */
function datesOf({ dates, plain, start: from }: Sentence, isFuture: boolean): Dates {
  const isEffective = ({ start }: DateMention): boolean =>
    EFFECTIVE.test(plain.slice(0, start - from));
  const effective = dates.filter(isEffective);
  const others = dates.filter((date) => !isEffective(date));
  if (effective.length > 1 || others.length > 1) return { effective: undefined, act: undefined };
  // "will impose … on 1 December" has one date, and it is the day it bites.
  if (isFuture && effective.length === 0 && others[0] && /\b(?:will|to)\b/.test(plain))
    return { effective: others[0], act: undefined };
  return { effective: effective[0], act: others[0] };
}

const wordsOf = <Item extends readonly [string, RegExp, ...unknown[]]>(
  list: readonly Item[],
  text: string,
): Item | undefined => list.find(([, words]) => words.test(text));

interface Rate {
  readonly percentage: Percentage;
  /** The words about this rate. */
  readonly about: string;
}

/** The rates that are measures of their own: one, or the parts that the first is the sum of. */
function ratesOf(plain: string): readonly Rate[] | undefined {
  const found = percentagesIn(plain);
  const [first, ...parts] = found;
  if (!first) return [];
  if (parts.length === 0) return [{ percentage: first, about: plain }];
  const sum = parts.reduce((total, { value }) => total + value, 0);
  if (parts.length < 2 || sum !== first.value) return undefined;
  return parts.map((percentage, index) => ({
    percentage,
    about: plain.slice(percentage.start, parts[index + 1]?.start),
  }));
}

function typeOf(plain: string): { type: EventType; match: RegExpExecArray } | undefined {
  const [threat, announcement, act] = [THREATENED, ANNOUNCED, IMPOSED].map((words) =>
    words.exec(plain),
  );
  if (threat) return { type: 'MeasureThreatened', match: threat };
  if (announcement) return { type: 'MeasureAnnounced', match: announcement };
  return act ? { type: 'MeasureAdopted', match: act } : undefined;
}

const slugPart = (code: string): string => code.toLowerCase();

function draftOf(
  sentence: Sentence,
  passage: Passage,
  rate: Rate,
  parts: Parts,
): Draft | undefined {
  const found = typeOf(sentence.plain);
  const { by, on } = parts;
  if (!found || !by || !on || by.code === on.code) return undefined;
  const { match } = found;
  const dates = datesOf(sentence, found.type !== 'MeasureAdopted');
  const instrument = INSTRUMENT.exec(sentence.plain);
  // A rate spoken of without a day or a document is a threat.
  const isBare =
    dates.effective === undefined &&
    !instrument &&
    !/\bletter|announced|unveiled|notified\b/i.test(sentence.plain);
  const type = found.type === 'MeasureAnnounced' && isBare ? 'MeasureThreatened' : found.type;
  const kind = wordsOf(KINDS, rate.about);
  const form = wordsOf(FORMS, sentence.plain);
  const name = kind?.[2] ?? 'tariff';
  const isOnAll = ALL_GOODS.test(sentence.plain);
  const isAdopted = type === 'MeasureAdopted';
  const title = `${areaName(by.code)}: ${name} on ${areaName(on.code)}`;
  const { percentage } = rate;
  const effective = isAdopted ? dates.effective?.past : dates.effective?.future;
  const isDay = effective !== undefined && /^\d{4}-\d\d-\d\d$/.test(effective);
  const bounded =
    passage.day === undefined ? undefined : isAdopted ? `../${passage.day}` : passage.day;
  const builder = new DraftBuilder(type, spanIn(sentence, match))
    .occurred(dates.act?.past ?? bounded, ...(dates.act ? [dates.act] : []))
    .data('title', title)
    .data('imposedBy', by.code, by)
    .data('affects', [on.code], on)
    .data('rate', percentage.value, {
      start: sentence.start + percentage.start,
      end: sentence.start + percentage.end,
    })
    .data('form', form?.[0]);
  if (isAdopted) {
    builder
      .data('kind', kind?.[0] ?? 'OTHER')
      .data('instrument', instrument?.[0], ...(instrument ? [spanIn(sentence, instrument)] : []))
      .required(
        'effectiveFrom',
        isDay ? effective : undefined,
        ...(dates.effective ? [dates.effective] : []),
      );
  } else if (type === 'MeasureAnnounced') {
    builder.data('effectiveFrom', effective, ...(dates.effective ? [dates.effective] : []));
  }
  if (!isOnAll) builder.needs('data.goods');
  const part = kind ? `-${kind[0].toLowerCase().replaceAll('_', '-')}` : '';
  return builder.build(`measure/${slugPart(by.code)}-${slugPart(on.code)}${part}`);
}

export const rateRule: SentenceRule = (sentence, passage) => {
  const { plain } = sentence;
  if (!DUTY.test(plain) || OTHER_ACT.test(plain)) return [];
  const rates = ratesOf(plain);
  const found = typeOf(plain);
  if (!rates || rates.length === 0 || !found) return [];
  const on = affectedIn(sentence);
  const by = imposerIn(sentence, spanIn(sentence, found.match), on);
  return rates.flatMap((rate) => draftOf(sentence, passage, rate, { by, on }) ?? []);
};
