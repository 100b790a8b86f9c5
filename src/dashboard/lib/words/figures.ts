/** A negotiation's current status as labelled figures, and the differences between two of them. */
import type { ConsequencesQuery } from '../../generated/graphql.js';
import { leviedDuties } from '../dutyPairs.js';
import { heldDutyWords, heldWords } from './dutyWords.js';
import { dateWords, instantWords, sinceWords } from '../time/edtfWords.js';
import {
  AGREEMENT_STATUS,
  capital,
  countryName,
  MEASURE_STATUS,
  MEETING_LEVEL,
  PAUSE_SCOPE,
  partyName,
  percent,
  ROUND_STATUS,
  roundName,
} from './labels.js';
import { findingWords } from './findingWords.js';
import { targetStatusWords } from './targetWords.js';
import { activityWords, phaseWords } from './status.js';

export type NegotiationSummary = NonNullable<ConsequencesQuery['negotiation']>;

interface Figure {
  readonly label: string;
  readonly value: string;
}

/** A figure before and after a change; null where it does not exist. */
export interface FigureDifference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

function duties({ duties: all }: NegotiationSummary): readonly Figure[] {
  return leviedDuties(all).map((duty) => {
    const { imposedBy, on, pending } = duty;
    const next = pending.map(
      (change) => `${heldDutyWords(change)} from ${instantWords(change.at)}`,
    );
    return {
      label: `Duty of ${countryName(imposedBy)} on goods of ${countryName(on)}`,
      value: [heldDutyWords(duty), ...next].join(', then '),
    };
  });
}

function measures({ measures: all }: NegotiationSummary): readonly Figure[] {
  return all.map((measure) => {
    const { title, slug, status, certainty, expression, announcedRate, pending } = measure;
    const { leastCertainty } = measure;
    const certaintyPrefix = certainty === 'POSSIBLE' ? 'possibly ' : '';
    const announced = announcedRate === null ? null : percent(announcedRate);
    const inForce = expression === null ? null : heldWords(expression, leastCertainty);
    const shownRate = inForce ?? (status === 'ANNOUNCED' ? announced : null);
    const next = pending.map(
      (term) =>
        `${heldWords(term.expression ?? 'other terms', term.leastCertainty)} from ${instantWords(term.from)}`,
    );
    return {
      label: `Measure ${title === slug ? slug : title}`,
      value: [
        `${certaintyPrefix}${MEASURE_STATUS[status]}${shownRate === null ? '' : ` at ${shownRate}`}`,
        ...next,
      ].join(', then '),
    };
  });
}

function rounds({ rounds: all, roundsCompleted }: NegotiationSummary): readonly Figure[] {
  const { reported, counted, disputed } = roundsCompleted;
  const reportedText = reported === null ? 'no report' : `${reported} reported`;
  return [
    {
      label: 'Rounds completed',
      value: `${reportedText}${disputed ? ' (disputed)' : ''}, ${counted} counted`,
    },
    ...all.map(({ number, part, track, dates, place, status }) => ({
      label: `${roundName({ number, part }, `Round of ${dateWords(dates, 'session')}`)}${track === null ? '' : `, ${track}`}`,
      value: [ROUND_STATUS[status], dateWords(dates, 'session'), place ?? '']
        .filter(Boolean)
        .join(', '),
    })),
  ];
}

function others(negotiation: NegotiationSummary): readonly Figure[] {
  const { meetings, pauses, targets, agreements, statements, findings } = negotiation;
  return [
    ...targets.map(({ slug, what, due, slips, ...target }) => ({
      label: `Target: ${what || slug}`,
      value: `due ${dateWords(due)}, ${targetStatusWords(target)}${slips > 0 ? `, moved ${slips === 1 ? 'once' : `${slips} times`}` : ''}`,
    })),
    ...agreements.map(({ title, status, since, inForceFrom }) => ({
      label: `Agreement: ${title}`,
      value: `${AGREEMENT_STATUS[status]} since ${dateWords(since)}${inForceFrom === null ? '' : `, in force from ${dateWords(inForceFrom)}`}`,
    })),
    ...pauses.map(({ from, to, scope }) => ({
      label: `${PAUSE_SCOPE[scope]} paused ${sinceWords(from)}`,
      value: to === null ? 'ongoing' : `ended ${dateWords(to)}`,
    })),
    ...meetings.map(({ dates, level, place }) => ({
      label: `Meeting of ${dateWords(dates, 'session')}`,
      value: [MEETING_LEVEL[level], place ?? ''].filter(Boolean).join(', '),
    })),
    { label: 'Statements', value: String(statements.totalCount) },
    ...findings.map(({ message }) => ({ label: 'Point to check', value: findingWords(message) })),
  ];
}

const partiesWords = ({ parties }: NegotiationSummary): string =>
  parties.map((party) => capital(partyName(party))).join(', ');

function figuresOf(negotiation: NegotiationSummary | null): readonly Figure[] {
  if (!negotiation) return [];
  return [
    { label: 'Title', value: negotiation.title },
    { label: 'Parties', value: partiesWords(negotiation) },
    { label: 'Phase', value: phaseWords(negotiation.phase) },
    { label: 'Talks', value: capital(activityWords(negotiation.activity)) },
    ...duties(negotiation),
    ...measures(negotiation),
    ...rounds(negotiation),
    ...others(negotiation),
  ];
}

/** Figures that are listed even where they are the same. */
const KEY_FIGURES = /^(?:Phase|Talks|Duty of )/;

/** Every figure that differs; with `includeKeyFigures`, also phase, talks and duties that are the same. */
export function compareFigures(
  recorded: NegotiationSummary | null,
  hypothetical: NegotiationSummary | null,
  { includeKeyFigures = false } = {},
): readonly FigureDifference[] {
  const before = valuesByLabel(figuresOf(recorded));
  const after = valuesByLabel(figuresOf(hypothetical));
  const labels = new Set([...before.keys(), ...after.keys()]);
  return [...labels].flatMap((label) => {
    const [old = [], current = []] = [before.get(label), after.get(label)];
    const removed = old.filter((value) => !current.includes(value));
    const added = current.filter((value) => !old.includes(value));
    if (removed.length > 0 || added.length > 0)
      return pairUp(removed, added).map((pair) => ({ label, ...pair }));
    return includeKeyFigures && KEY_FIGURES.test(label)
      ? pairUp(old, current).map((pair) => ({ label, ...pair }))
      : [];
  });
}

/** Values by label: several meetings may have the same dates. */
function valuesByLabel(figures: readonly Figure[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { label, value } of figures) values.set(label, [...(values.get(label) ?? []), value]);
  return values;
}

const pairUp = (
  before: readonly string[],
  after: readonly string[],
): readonly Omit<FigureDifference, 'label'>[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    before: before[i] ?? null,
    after: after[i] ?? null,
  }));
