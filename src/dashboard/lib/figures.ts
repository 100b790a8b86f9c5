/** Where a negotiation stands in few figures, so that two pictures of it can be set side by side. */
import type { ConsequencesQuery } from '../generated/graphql.js';
import { dateWords, instantWords, sinceWords } from './edtfWords.js';
import {
  AGREEMENT_STATUS,
  capital,
  countryName,
  MEASURE_STATUS,
  MEETING_LEVEL,
  percent,
  ROUND_STATUS,
  TARGET_STATUS,
} from './labels.js';
import { activityWords, phaseWords } from './standing.js';

export type Outlook = ConsequencesQuery['negotiation'];
type Present = NonNullable<Outlook>;

interface Figure {
  readonly label: string;
  readonly value: string;
}

/** A figure as it is, and as it would be; null where there is none. */
export interface Shift {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

function duties({ duties: all }: Present): readonly Figure[] {
  return all.map(({ imposedBy, on, total, disputed, pending }) => {
    const next = pending.map((each) => `${percent(each.total)} from ${instantWords(each.at)}`);
    return {
      label: `Duty of ${countryName(imposedBy)} on goods of ${countryName(on)}`,
      value: [percent(total) + (disputed ? ' (disputed)' : ''), ...next].join(', then '),
    };
  });
}

function measures({ measures: all }: Present): readonly Figure[] {
  return all.map(({ title, slug, status, certainty, rate, announcedRate, pending }) => {
    const sure = certainty === 'POSSIBLE' ? 'possibly ' : '';
    const now = rate ?? (status === 'ANNOUNCED' ? announcedRate : null);
    const next = pending.map((term) => `${percent(term.rate)} from ${instantWords(term.from)}`);
    return {
      label: `Measure ${title === slug ? slug : title}`,
      value: [
        `${sure}${MEASURE_STATUS[status]}${now === null ? '' : ` at ${percent(now)}`}`,
        ...next,
      ].join(', then '),
    };
  });
}

function rounds({ rounds: all, roundsCompleted }: Present): readonly Figure[] {
  const { reported, counted, disputed } = roundsCompleted;
  const told = reported === null ? 'no report' : `${reported} reported`;
  return [
    {
      label: 'Rounds completed',
      value: `${told}${disputed ? ' (disputed)' : ''}, ${counted} counted`,
    },
    ...all.map(({ number, track, dates, place, status }) => ({
      label: `Round${number === null ? ` of ${dateWords(dates, 'session')}` : ` ${number}`}${track === null ? '' : `, ${track}`}`,
      value: [ROUND_STATUS[status], dateWords(dates, 'session'), place ?? '']
        .filter(Boolean)
        .join(', '),
    })),
  ];
}

function others(picture: Present): readonly Figure[] {
  const { meetings, pauses, targets, agreements, statements, findings } = picture;
  return [
    ...targets.map(({ slug, what, due, status, slips }) => ({
      label: `Target: ${what || slug}`,
      value: `due ${dateWords(due)}, ${TARGET_STATUS[status]}${slips > 0 ? `, moved ${slips === 1 ? 'once' : `${slips} times`}` : ''}`,
    })),
    ...agreements.map(({ title, status, since, inForceFrom }) => ({
      label: `Agreement: ${title}`,
      value: `${AGREEMENT_STATUS[status]} since ${dateWords(since)}${inForceFrom === null ? '' : `, in force from ${dateWords(inForceFrom)}`}`,
    })),
    ...pauses.map(({ from, to, scope }) => ({
      label: `Pause ${sinceWords(from)} (${scope.toLowerCase().replaceAll('_', ' ')})`,
      value: to === null ? 'goes on' : `ended ${dateWords(to)}`,
    })),
    ...meetings.map(({ dates, level, place }) => ({
      label: `Meeting of ${dateWords(dates, 'session')}`,
      value: [MEETING_LEVEL[level], place ?? ''].filter(Boolean).join(', '),
    })),
    { label: 'Statements', value: String(statements.totalCount) },
    ...findings.map(({ message }) => ({ label: 'Asks for a second look', value: message })),
  ];
}

function figuresOf(picture: Outlook): readonly Figure[] {
  if (!picture) return [];
  return [
    { label: 'Phase', value: phaseWords(picture.phase) },
    { label: 'Talks', value: capital(activityWords(picture.activity)) },
    ...duties(picture),
    ...measures(picture),
    ...rounds(picture),
    ...others(picture),
  ];
}

/** What is shown of a picture even where nothing in it is different. */
const ALWAYS = /^(?:Phase|Talks|Duty of )/;

/** Every figure that would be another one; with `always`, also phase, talks and duties as they are. */
export function shiftsBetween(
  recorded: Outlook,
  supposed: Outlook,
  { always = false } = {},
): readonly Shift[] {
  const before = grouped(figuresOf(recorded));
  const after = grouped(figuresOf(supposed));
  const labels = new Set([...before.keys(), ...after.keys()]);
  return [...labels].flatMap((label) => {
    const [was = [], is = []] = [before.get(label), after.get(label)];
    const gone = was.filter((value) => !is.includes(value));
    const come = is.filter((value) => !was.includes(value));
    if (gone.length > 0 || come.length > 0)
      return paired(gone, come).map((pair) => ({ label, ...pair }));
    return always && ALWAYS.test(label) ? paired(was, is).map((pair) => ({ label, ...pair })) : [];
  });
}

/** Figures by their label: several meetings may be of the same days. */
function grouped(figures: readonly Figure[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { label, value } of figures) found.set(label, [...(found.get(label) ?? []), value]);
  return found;
}

const paired = (
  before: readonly string[],
  after: readonly string[],
): readonly Omit<Shift, 'label'>[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    before: before[i] ?? null,
    after: after[i] ?? null,
  }));
