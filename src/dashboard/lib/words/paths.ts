/** Paths of the snapshot and what they hold, in words: as diff, timeline and explain return them. */
import { dateWords, instantWords } from '../time/edtfWords.js';
import {
  AGREEMENT_STATUS,
  BOUND,
  capital,
  ENDED_HOW,
  FORMALITY,
  fromCode,
  LAYER_REASON,
  MEASURE_STATUS,
  percent,
  RATIFICATION,
  roundName,
  ROUND_STATUS,
  slugWords,
  TARGET_KIND,
  TARGET_STATUS,
} from './labels.js';
import { nameOf, type Names, NO_NAMES } from './names.js';
import { PHASE_WORDS } from './status.js';

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
  track: 'which track',
  bound: 'how bound',
  ratification: 'ratification',
  provisional: 'provisional',
  signatories: 'who signed',
  terms: 'terms',
  act: 'by which act',
  expression: 'how much',
  coverage: 'what the record covers',
  note: 'what is left out',
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
export function pathWords(path: string, names: Names): string {
  const { titles, tracks } = names;
  const parts = path.split('.');
  const [topic = '', key = '', ...rest] = parts;
  const field = (name: string | undefined) => (name ? `: ${FIELDS[name] ?? fromCode(name)}` : '');
  switch (topic) {
    case 'duties': {
      const [by = '', on = ''] = key.split(/-(?=[A-Z]|x-)/);
      const pair = `Duty of ${nameOf(by, names)} on ${nameOf(on, names)}`;
      if (rest[0] !== 'layers') return rest[0] === 'total' ? pair : `${pair}${field(rest.at(-1))}`;
      const title = titles.get(`measures.${rest[1] ?? ''}`) ?? slugWords(rest[1] ?? '');
      return `${pair}, ${title}${field(rest[2])}`;
    }
    case 'measures':
    case 'targets': {
      const title = titles.get(`${topic}.${key}`) ?? slugWords(key);
      if (rest[0] === 'terms')
        return `${title}: term from ${termStart(parts)}${field(parts.at(-1))}`;
      if (rest[0] === 'readings') return `${title}: a reading${field(rest[2])}`;
      return rest[0] === 'status' || rest[0] === 'title' ? title : `${title}${field(rest[0])}`;
    }
    case 'rounds':
      return roundWords(parts, names);
    case 'meetings':
      return `Meeting${field(rest[0])}`;
    case 'statements':
      return `Statement${field(rest[0])}`;
    case 'pauses':
      return `Pause${field(rest[0])}`;
    case 'tracks':
      return `Track${field(rest[0])}`;
    case 'agreements':
      return agreementWords(path, names, field);
    case 'roundsCompleted':
      if (key !== 'byTrack') return `${TOPICS[topic] ?? ''}${field(key)}`;
      return `Rounds completed, ${rest
        .slice(0, -1)
        .map((track) => tracks.get(track) ?? slugWords(track))
        .join('.')}${field(parts.at(-1))}`;
    default:
      return `${TOPICS[topic] ?? fromCode(topic)}${field(key)}`;
  }
}

/** An instant has a dot before its milliseconds, so a path cut at dots cuts it in two. */
function termStart(parts: readonly string[]): string {
  const from = parts.slice(3, -1).join('.');
  return Number.isNaN(Date.parse(from)) ? from : instantWords(from);
}

/** "Treaty: status", "Treaty, Canada: how bound": the title of an agreement may hold dots. */
function agreementWords(path: string, names: Names, field: (name: string) => string): string {
  const item = /^agreements\.(.+)\.(byParty|ratification)\.([^.]+)(?:\.(\w+))?$/.exec(path);
  if (!item)
    return `${path.slice('agreements.'.length, path.lastIndexOf('.'))}${field(path.slice(path.lastIndexOf('.') + 1))}`;
  const [, title = '', list, key = '', of = ''] = item;
  if (list === 'ratification') return `${title}: a step of ratification`;
  return `${title}, ${nameOf(key, names)}${field(of)}`;
}

/** A round is named by its track, if any, and its number and part, or else its dates. */
function roundWords(parts: readonly string[], { tracks }: Names): string {
  const name = parts.slice(1, -1).join('.');
  const [, track, of = '', count] = /^(?:(.*)\.)?([^.#]+)(?:#(\d+))?$/.exec(name) ?? [];
  const [, number, part] = /^(\d{1,3})(?:-(\d+))?$/.exec(of) ?? [];
  const round = roundName(
    {
      number: number === undefined ? null : Number(number),
      part: part === undefined ? null : Number(part),
    },
    `Round of ${dateWords(of, 'session')}`,
  );
  const itemWords = [
    round,
    track === undefined ? '' : (tracks.get(track) ?? slugWords(track)),
    count === undefined ? '' : `report ${count}`,
  ]
    .filter((word) => word !== '')
    .join(', ');
  return parts.at(-1) === 'status'
    ? itemWords
    : `${itemWords}: ${FIELDS[parts.at(-1) ?? ''] ?? ''}`;
}

const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phase: PHASE_WORDS,
  'measures.status': MEASURE_STATUS,
  'terms.status': MEASURE_STATUS,
  'targets.status': TARGET_STATUS,
  'readings.status': TARGET_STATUS,
  'targets.kind': TARGET_KIND,
  'activity.scope': { ALL: 'all talks' },
  'pauses.scope': { ALL: 'all talks' },
  'rounds.status': ROUND_STATUS,
  'rounds.formal': FORMALITY,
  'agreements.status': AGREEMENT_STATUS,
  'agreements.bound': BOUND,
  'agreements.ratification': RATIFICATION,
  'layers.reason': LAYER_REASON,
  'measures.endedHow': ENDED_HOW,
};

/** Paths whose values are codes of areas or parties; who signed may be named by code, too. */
const HOLDS_CODES = /^parties$|(?:^|\.)(?:imposedBy|affects|signatories)$/;

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
export function valueWords(path: string, value: unknown, names = NO_NAMES): string {
  const parts = path.split('.');
  const [topic = ''] = parts;
  const field = parts.at(-1) ?? '';
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return /^(?:rate|announcedRate|total)$/.test(field) ? percent(value) : String(value);
  if (Array.isArray(value)) return value.map((each) => valueWords(path, each, names)).join(', ');
  if (typeof value !== 'string') return '–';
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return instantWords(value);
  if (DATES.has(field))
    return dateWords(value, topic === 'rounds' || topic === 'meetings' ? 'session' : 'window');
  const group = ['terms', 'readings', 'layers'].find((each) => parts.includes(each)) ?? topic;
  const words = (ENUMS[`${group}.${field}`] ?? ENUMS[path])?.[value];
  if (words !== undefined) return words;
  if (HOLDS_CODES.test(path)) return nameOf(value, names);
  if (/^agreements\..+\.ratification\.[^.]+$/.test(path))
    return value.replace(/^\S+(?= )/, (code) => capital(`${nameOf(code, names)}:`));
  if (field === 'track') return names.tracks.get(value) ?? slugWords(value);
  return /^[A-Z][A-Z_]{3,}$/.test(value) ? fromCode(value) : value;
}
