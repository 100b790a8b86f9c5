/** Plain words for what the contract writes in capitals. */
import type {
  AgreementStatus,
  EventCertainty,
  Formality,
  LayerReason,
  MeasureStatus,
  MeetingLevel,
  RoundStatus,
  SourceKind,
  Stance,
  TargetKind,
  TargetStatus,
} from '../generated/graphql.js';

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

/** What a code such as NATIONAL_SECURITY says, for codes that new versions may add. */
export const fromCode = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

let names: Intl.DisplayNames | undefined;

/** The name of a country by its code, as people say it; `*` is all countries; other codes unchanged. */
export function countryName(code: string): string {
  if (code === '*') return 'all countries';
  if (!/^[A-Z]{2}$/.test(code)) return code;
  if (code === 'XI') return 'Northern Ireland';
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  const name = names.of(code) ?? code;
  return name === 'European Union' || name === 'United States' || name === 'United Kingdom'
    ? `the ${name}`
    : name;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
