/** Plain words for what the contract writes in capitals. */
import type {
  AgreementStatus,
  BoundState,
  EventCertainty,
  Formality,
  LayerReason,
  MeasureStatus,
  MeetingLevel,
  PartyKind,
  RatificationState,
  RoundStatus,
  SourceKind,
  Stance,
  TalksScope,
  TargetKind,
  TargetStatus,
} from '../../generated/graphql.js';
import { withArticle } from '../../../../events/codes/article.js';
import groups from '../../generated/groups.json';

type Words<K extends string> = Readonly<Record<K, string>>;

export const MEASURE_STATUS: Words<MeasureStatus> = {
  THREATENED: 'threatened',
  ANNOUNCED: 'announced',
  PENDING: 'adopted, not yet in effect',
  IN_FORCE: 'in force',
  SUSPENDED: 'suspended',
  ENDED: 'ended',
};

export const ENDED_HOW: Words<string> = {
  LIFTED: 'lifted',
  EXPIRED: 'expired',
  REPLACED: 'replaced',
  WITHDRAWN: 'withdrawn',
  INVALIDATED: 'struck down',
};

export const LAYER_REASON: Words<LayerReason> = {
  IN_FORCE: 'applies',
  MFN: 'ordinary duty',
  REPLACED: 'replaced by another measure',
  EXCLUDED: 'excluded where another applies',
  PRECEDED: 'another comes first',
  CAPPED: 'capped',
  EXEMPT: 'exempt',
  IN_TRANSIT: 'in transit',
  SUSPENDED: 'suspended',
  NOT_YET: 'not yet in effect',
  ENDED: 'ended',
  OUT_OF_SCOPE: 'only on some goods',
  NO_INSTRUMENT: 'announced without a legal act',
  PARTLY_IN_SCOPE: 'only on some of these goods',
  LOWER_ELSEWHERE: 'a lower duty is paid instead',
  IN_LIEU_OF_MFN: 'another stands in its place',
  QUOTA: 'in quota',
  QUOTA_EXHAUSTED: 'the quota is full',
  SECURED: 'secured, not collected',
};

export const TARGET_STATUS: Words<TargetStatus> = {
  OPEN: 'not due yet',
  DUE_WINDOW: 'due now',
  OVERDUE: 'overdue, no word',
  MET: 'met',
  MISSED: 'missed',
};

export const TARGET_KIND: Words<TargetKind> = {
  TARGET: 'target',
  DEADLINE: 'deadline',
  LEGAL_LIMIT: 'legal limit',
};

export const ROUND_STATUS: Words<RoundStatus> = {
  HELD: 'held',
  IN_PROGRESS: 'going on',
  SCHEDULED: 'planned',
  POSTPONED: 'put off',
};

export const FORMALITY: Words<Formality> = {
  YES: 'formal',
  NO: 'informal',
  UNDETERMINED: 'unclear whether formal',
};

export const MEETING_LEVEL: Words<MeetingLevel> = {
  LEADERS: 'Leaders',
  MINISTERIAL: 'Ministers',
  CHIEF_NEGOTIATOR: 'Chief negotiators',
  TECHNICAL: 'Technical teams',
};

export const AGREEMENT_STATUS: Words<AgreementStatus> = {
  FRAMEWORK_AGREED: 'framework agreed',
  CONCLUDED: 'text concluded',
  SIGNED: 'signed',
  RATIFYING: 'being ratified',
  IN_FORCE: 'in force',
  SUSPENDED: 'suspended',
  LAPSED: 'lapsed',
  TERMINATED: 'ended',
};

export const BOUND: Words<BoundState> = {
  NOT: 'not bound',
  PROVISIONALLY: 'bound provisionally',
  DEFINITIVELY: 'bound',
  SUSPENDED: 'suspended',
  WITHDRAWN: 'withdrawn',
};

export const RATIFICATION: Words<RatificationState> = {
  NONE: 'no step on record',
  ADVANCED: 'under way',
  COMPLETED: 'ratified',
  REJECTED: 'consent refused',
  WITHDRAWN: 'taken back',
};

export const PARTY_KIND: Words<PartyKind> = {
  COUNTRY: 'country',
  GROUP: 'group of countries',
  ORGANISATION: 'organisation',
  UNION: 'trade union',
  EMPLOYER: 'employers',
  COMPANY: 'company',
  ARMED_GROUP: 'armed group',
  OTHER: 'other',
};

/** Which talks a pause stops. */
export const PAUSE_SCOPE: Words<TalksScope> = {
  ALL: 'All talks',
  FORMAL_ROUNDS: 'Formal rounds',
  IN_PERSON: 'Meetings in person',
};

export const CERTAINTY: Words<EventCertainty> = {
  CONFIRMED: 'confirmed',
  REPORTED: 'reported',
  INFERRED: 'inferred',
  DISPUTED: 'disputed',
};

export const SOURCE_KIND: Words<SourceKind> = {
  INSTRUMENT: 'legal act',
  GUIDANCE: 'official guidance',
  OFFICIAL: 'official word',
  WIRE: 'news agency',
  PRESS: 'press',
  SOCIAL: 'social media',
  DATASET: 'data set',
};

export const STANCE: Words<Stance> = {
  POSITIVE: 'hopeful',
  NEUTRAL: 'neutral',
  NEGATIVE: 'critical',
};

/** "18 %", "2.5 %"; what is unknown is said, never shown as 0. */
export const percent = (rate: number | null): string =>
  rate === null ? 'not on record' : `${Number(rate.toFixed(2))} %`;

/** The same where no line may break within it. */
export const unbrokenPercent = (rate: number | null): string =>
  percent(rate).replaceAll(' ', '\u00a0');

/** What an event type says: "Round held". */
export const typeWords = (type: string): string =>
  capital(type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase());

/** What a code such as NATIONAL_SECURITY says, for codes that new versions may add. */
export const fromCode = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

let names: Intl.DisplayNames | undefined;

const GROUP_NAMES: Readonly<Record<string, string>> = groups;

/**
 * The name of a country, or of a group that comes with Parley, as people say it in a sentence; `*` is
 * all countries; other codes unchanged.
 */
export function countryName(code: string): string {
  if (code === '*') return 'all countries';
  const group = GROUP_NAMES[code];
  if (group !== undefined) return withArticle(group, true);
  if (!/^[A-Z]{2}$/.test(code)) return code;
  if (code === 'XI') return 'Northern Ireland';
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return withArticle(names.of(code) ?? code, false);
}

/**
 * The name of a party as people say it: of a country by its code, else as the record has it, and by its
 * slug where the record has none.
 */
export function partyName({
  code,
  name,
}: {
  readonly code: string;
  readonly name: string;
}): string {
  const known = countryName(code);
  if (known !== code) return known;
  return name === code ? slugWords(code.replace(/^x-/, '')) : name;
}

/** The name of a party among others, by its code: as the record has it, else as people know it. */
export const nameAmong = (
  code: string,
  parties: readonly { readonly code: string; readonly name: string }[],
): string => partyName(parties.find((party) => party.code === code) ?? { code, name: code });

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a slug says, for things that the record gives no title: "fisheries-subsidies" as two words. */
export const slugWords = (slug: string): string => slug.replaceAll('-', ' ');

/** The name of a round in prose: "Round 5", "Round 5, part 2"; without a number, by what it is called. */
export const roundName = (
  { number, part }: { readonly number: number | null; readonly part: number | null },
  unnumbered: string,
): string =>
  number === null ? unnumbered : `Round ${number}${part === null ? '' : `, part ${part}`}`;

/** Who recorded an event: a name as it was given; the record that comes with Parley goes by Parley's. */
export const recorderName = (name: string): string => (name === 'parley' ? 'Parley' : name);
