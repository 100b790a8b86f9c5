/** Summaries of events as people read them: the log writes codes, slugs and dates as recorded. */
import { dateWords, instantWords } from './time/edtfWords.js';
import { countryName, partyName } from './labels.js';

/** Types whose summaries name parties by their codes; elsewhere the same letters may be a word. */
const NAMES_PARTIES: ReadonlySet<string> = new Set([
  'AgreementEnteredIntoForce',
  'PartyJoined',
  'PartyLeft',
  'PartyWithdrew',
  'RatificationStepTaken',
]);

const INSTANT = /\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;
const DATE = /(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-])/g;

/** A text with its dates in words: "from 2024-01-05" as "from 5 January 2024". */
export const datesInWords = (text: string): string =>
  text
    .replace(INSTANT, (instant) => instantWords(instant))
    .replace(DATE, (date) => dateWords(date));

/** Who took a step to ratify, after the body: a member of a group may, and is no party itself. */
const RATIFIED_BY = /(?<=\()[A-Z\d]{2,12}(?=\): )/;

interface Named {
  readonly parties: readonly { readonly code: string; readonly name: string }[];
  readonly formerParties: readonly { readonly code: string; readonly name: string }[];
  readonly agreements: readonly { readonly slug: string; readonly title: string }[];
}

/** The summary of an event of a negotiation, with its parties and agreements by name. */
export function summaryWords(
  { type, summary }: { readonly type: string; readonly summary: string },
  { parties, formerParties, agreements }: Named,
): string {
  const text = datesInWords(summary);
  if (!NAMES_PARTIES.has(type)) return text;
  const names = new Map([
    ...agreements.map(({ slug, title }) => [slug, title] as const),
    ...[...formerParties, ...parties].map((party) => [party.code, partyName(party)] as const),
  ]);
  return text
    .replace(/(?<![\w-])[\w-]+/g, (word) => names.get(word) ?? word)
    .replace(RATIFIED_BY, (code) => countryName(code));
}
