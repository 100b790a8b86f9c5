/** Paths of the snapshot and what they hold, in words: as diff, timeline and explain return them. */
import { dateWords, instantWords } from './edtfWords.js';
import {
  AGREEMENT_STATUS,
  countryName,
  ENDED_HOW,
  FORMALITY,
  fromCode,
  LAYER_REASON,
  MEASURE_STATUS,
  percent,
  ROUND_STATUS,
  TARGET_KIND,
  TARGET_STATUS,
} from './labels.js';
import { PHASE_WORDS } from './status.js';

/** Names that people know things by, where the snapshot tells them. */
export interface Names {
  /** Titles of measures and targets by their path, such as `measures.us-recip-in`. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What of a snapshot has a name. */
interface Named {
  readonly measures: readonly { readonly slug: string; readonly title: string }[];
  readonly targets: readonly { readonly slug: string; readonly what: string }[];
}

/** Names of the items of a snapshot, for paths. */
export const namesOf = (snapshot: Named | null): Names => ({
  titles: new Map([
    ...(snapshot?.measures ?? []).map(({ slug, title }) => [`measures.${slug}`, title] as const),
    ...(snapshot?.targets ?? []).map(({ slug, what }) => [`targets.${slug}`, what] as const),
  ]),
});

const FIELDS: Readonly<Record<string, string>> = {
  since: 'since when',
  certainty: 'how certain',
  scope: 'which talks',
  from: 'beginning',
  to: 'end',
  due: 'due date',
  rate: 'rate',
  announcedRate: 'announced rate',
  endedHow: 'how it ended',
  lawful: 'lawful',
  collected: 'collected',
  affects: 'who is affected',
  imposedBy: 'imposed by',
  until: 'until',
  applies: 'applies',
  reason: 'why or why not',
  total: 'total',
  disputed: 'disputed',
  dates: 'dates',
  place: 'place',
  formal: 'formal or not',
  occurred: 'date',
  slips: 'times put off',
  inForceFrom: 'in force from',
  reported: 'as reported',
  counted: 'as counted',
};

const TOPICS: Readonly<Record<string, string>> = {
  phase: 'Phase',
  activity: 'Talks',
  rtaStatus: 'WTO status',
  title: 'Title',
  parties: 'Parties',
  roundsCompleted: 'Rounds completed',
  checkedThrough: 'Sources checked through',
};

/** The group of a path, such as "Duties": what a list of changes is ordered by. */
export function topicOf(path: string): string {
  const [topic = ''] = path.split('.');
  const groups: Readonly<Record<string, string>> = {
    duties: 'Duties',
    measures: 'Measures',
    targets: 'Targets',
    rounds: 'Rounds',
    roundsCompleted: 'Rounds',
    pauses: 'Pauses',
    meetings: 'Meetings',
    statements: 'Statements',
    agreements: 'Agreements',
    tracks: 'Tracks',
  };
  return groups[topic] ?? 'Status';
}

/** A path in words: "Duty of the United States on India", "Reciprocal tariff on India: rate". */
export function pathWords(path: string, { titles }: Names): string {
  const parts = path.split('.');
  const [topic = '', key = '', ...rest] = parts;
  const field = (name: string | undefined) => (name ? `: ${FIELDS[name] ?? fromCode(name)}` : '');
  switch (topic) {
    case 'duties': {
      const [by = '', on = ''] = key.split('-');
      const pair = `Duty of ${countryName(by)} on ${countryName(on)}`;
      if (rest[0] !== 'layers') return rest[0] === 'total' ? pair : `${pair}${field(rest[0])}`;
      const title = titles.get(`measures.${rest[1] ?? ''}`) ?? rest[1] ?? '';
      return `${pair}, ${title}${field(rest[2])}`;
    }
    case 'measures':
    case 'targets': {
      const title = titles.get(`${topic}.${key}`) ?? key;
      if (rest[0] === 'terms')
        return `${title}: term from ${termStart(parts)}${field(parts.at(-1))}`;
      if (rest[0] === 'readings') return `${title}: a reading${field(rest[2])}`;
      return rest[0] === 'status' || rest[0] === 'title' ? title : `${title}${field(rest[0])}`;
    }
    case 'rounds':
      return roundWords(parts);
    case 'meetings':
      return `Meeting${field(rest[0])}`;
    case 'statements':
      return `Statement${field(rest[0])}`;
    case 'pauses':
      return `Pause${field(rest[0])}`;
    case 'tracks':
      return `Track${field(rest[0])}`;
    case 'agreements':
      return `${parts.slice(1, -1).join('.')}${field(parts.at(-1))}`;
    default:
      return `${TOPICS[topic] ?? fromCode(topic)}${field(key)}`;
  }
}

/** An instant has a dot before its milliseconds, so a path cut at dots cuts it in two. */
function termStart(parts: readonly string[]): string {
  const from = parts.slice(3, -1).join('.');
  return Number.isNaN(Date.parse(from)) ? from : instantWords(from);
}

function roundWords(parts: readonly string[]): string {
  const name = parts.slice(1, -1).join('.');
  const field = FIELDS[parts.at(-1) ?? ''];
  const itemWords = /^\d{1,3}(?:#\d+)?$/.test(name)
    ? `Round ${name.replace('#', ', report ')}`
    : `Round of ${dateWords(name.replace(/#\d+$/, ''), 'session')}`;
  return parts.at(-1) === 'status' ? itemWords : `${itemWords}: ${field ?? ''}`;
}

const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phase: PHASE_WORDS,
  'measures.status': MEASURE_STATUS,
  'terms.status': MEASURE_STATUS,
  'targets.status': TARGET_STATUS,
  'readings.status': TARGET_STATUS,
  'targets.kind': TARGET_KIND,
  'rounds.status': ROUND_STATUS,
  'rounds.formal': FORMALITY,
  'agreements.status': AGREEMENT_STATUS,
  'layers.reason': LAYER_REASON,
  'measures.endedHow': ENDED_HOW,
};

const DATES = new Set([
  'due',
  'since',
  'dates',
  'occurred',
  'from',
  'to',
  'inForceFrom',
  'checkedThrough',
]);

/** The value at a path in words; a dash for null. */
export function valueWords(path: string, value: unknown): string {
  const parts = path.split('.');
  const [topic = ''] = parts;
  const field = parts.at(-1) ?? '';
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return /^(?:rate|announcedRate|total)$/.test(field) ? percent(value) : String(value);
  if (Array.isArray(value)) return value.map((each) => valueWords(path, each)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return instantWords(value);
  if (DATES.has(field))
    return dateWords(value, topic === 'rounds' || topic === 'meetings' ? 'session' : 'window');
  const group = ['terms', 'readings', 'layers'].find((each) => parts.includes(each)) ?? topic;
  const words = (ENUMS[`${group}.${field}`] ?? ENUMS[path])?.[value];
  if (words !== undefined) return words;
  if (field === 'imposedBy' || field === 'affects' || path === 'parties') return countryName(value);
  return /^[A-Z][A-Z_]+$/.test(value) ? fromCode(value) : value;
}
