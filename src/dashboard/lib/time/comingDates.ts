/** Upcoming and overdue dates of a negotiation. */
import { countryName, roundName, unbrokenPercent } from '../labels.js';
import { dailyClosesOf } from './dailyCloses.js';
import type { NegotiationSummaryFragment } from '../../generated/graphql.js';
import { boundsOf, dateWords } from './edtfWords.js';

export interface UpcomingDate {
  /** In plain words: what, and when. */
  readonly what: string;
  readonly when: string;
}

interface BoundedDate extends UpcomingDate {
  readonly from: number;
  readonly to: number;
}

function dated(what: string, edtf: string, means: 'session' | 'window'): readonly BoundedDate[] {
  const bounds = boundsOf(edtf);
  return bounds ? [{ what, when: dateWords(edtf, means), ...bounds }] : [];
}

/** Everything with a date that can lie ahead, unordered. */
function plans({ targets, rounds, meetings, agreements, duties }: NegotiationSummaryFragment) {
  return [
    ...targets
      .filter(({ status }) => status === 'OPEN' || status === 'DUE_WINDOW')
      .flatMap(({ what, due }) => dated(what, due, 'window')),
    ...rounds
      .filter(({ status }) => status === 'SCHEDULED' || status === 'IN_PROGRESS')
      .flatMap((round) => dated(roundName(round, 'Talks'), round.dates, 'session')),
    ...meetings.flatMap(({ dates }) => dated('Meeting', dates, 'session')),
    ...agreements.flatMap(({ title, inForceFrom }) =>
      inForceFrom === null ? [] : dated(`${title} in force`, inForceFrom, 'window'),
    ),
    ...duties.flatMap(({ imposedBy, on, total: now, pending }) =>
      dailyClosesOf(now, pending).flatMap(({ at, total }) =>
        dated(
          `Duty of ${countryName(imposedBy)} on ${countryName(on)}: ${unbrokenPercent(total)}`,
          at,
          'window',
        ),
      ),
    ),
  ];
}

/** The soonest date that is not over at `at`, in epoch milliseconds; null where none is known. */
export function nextDate(negotiation: NegotiationSummaryFragment, at: number): UpcomingDate | null {
  const [next] = plans(negotiation)
    .filter(({ to }) => to >= at)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return next ?? null;
}

/** Overdue targets. */
export const overdue = ({ targets }: NegotiationSummaryFragment): readonly UpcomingDate[] =>
  targets
    .filter(({ status }) => status === 'OVERDUE')
    .map(({ what, due }) => ({ what, when: dateWords(due) }));
