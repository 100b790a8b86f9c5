/** Upcoming and overdue dates of a negotiation, worded as what is planned or will take effect. */
import {
  capital,
  countryName,
  MEETING_LEVEL,
  partyName,
  roundName,
  TARGET_KIND,
  unbrokenPercent,
} from '../words/labels.js';
import { dailyClosesOf } from './dailyCloses.js';
import type { NegotiationSummaryFragment, TargetKind } from '../../generated/graphql.js';
import { boundsOf, dateWords, daysOnly } from './edtfWords.js';

interface WithEvent {
  /** The event that sets it, where it was asked for. */
  readonly setBy?: { readonly id: string };
}

/** What can have a date ahead; of the page's snapshot more than of a summary. */
type Plans = {
  readonly [Key in 'targets' | 'rounds' | 'meetings' | 'agreements']: readonly (WithEvent &
    NegotiationSummaryFragment[Key][number])[];
} & {
  readonly duties: readonly (Omit<NegotiationSummaryFragment['duties'][number], 'pending'> & {
    readonly pending: readonly (WithEvent &
      NegotiationSummaryFragment['duties'][number]['pending'][number])[];
  })[];
  readonly parties: readonly (NegotiationSummaryFragment['parties'][number] & {
    readonly until?: string | null;
    readonly setBy?: { readonly id: string };
  })[];
  /** Measures that enter no duty, such as controls and fees: what will change of them. */
  readonly measures?: readonly {
    readonly title: string;
    readonly form: string;
    readonly pending: readonly (WithEvent & {
      readonly from: string;
      readonly status: string;
      readonly expression: string | null;
    })[];
  }[];
};

export interface UpcomingDate {
  /** In plain words: what, and when. */
  readonly what: string;
  readonly when: string;
}

/** With the bounds of its date in epoch milliseconds, and the events that set it. */
export interface ComingDate extends UpcomingDate {
  readonly from: number;
  readonly to: number;
  readonly events: readonly { readonly id: string }[];
}

const DUTY_FORM = /_DUTY$/;

/** Everything whose date may not be over yet. */
function plans(
  { targets, rounds, meetings, agreements, duties, parties, measures = [] }: Plans,
  at: number,
  zone: string | undefined,
): readonly ComingDate[] {
  const dated = (
    what: string,
    edtf: string | null | undefined,
    { setBy }: WithEvent,
    means: 'session' | 'window' = 'window',
  ): readonly ComingDate[] => {
    const bounds = boundsOf(edtf ?? '');
    if (!edtf || !bounds || bounds.to < at) return [];
    return [
      { what, when: dateWords(daysOnly(edtf), means), ...bounds, events: setBy ? [setBy] : [] },
    ];
  };
  const planned = (edtf: string) =>
    (boundsOf(edtf)?.from ?? Infinity) > at ? 'planned' : 'going on';
  return [
    ...targets
      .filter(({ status }) => status === 'OPEN' || status === 'DUE_WINDOW')
      .flatMap((target) => dated(targetWords(target), target.due, target)),
    ...rounds
      .filter(({ status }) => status === 'SCHEDULED' || status === 'IN_PROGRESS')
      .flatMap((round) => {
        const how = round.status === 'IN_PROGRESS' ? 'going on' : 'planned';
        return dated(`${roundName(round, 'Talks')} ${how}`, round.dates, round, 'session');
      }),
    ...meetings.flatMap((meeting) =>
      dated(
        `${MEETING_LEVEL[meeting.level]} meet, ${planned(meeting.dates)}`,
        meeting.dates,
        meeting,
        'session',
      ),
    ),
    ...agreements.flatMap((agreement) =>
      dated(`${agreement.title} to enter into force`, agreement.inForceFrom, agreement),
    ),
    ...parties.flatMap((party) =>
      dated(`${capital(partyName(party))} to leave`, party.until, party),
    ),
    ...duties.flatMap(({ imposedBy, on, total: now, pending }) =>
      dailyClosesOf(now, pending, zone).flatMap(({ day, total, changes }) => {
        const words = total === null ? 'to change' : `to be ${unbrokenPercent(total)}`;
        const [coming] = dated(
          `Duty of ${countryName(imposedBy)} on ${countryName(on)} ${words}`,
          day,
          {},
        );
        return coming ? [{ ...coming, events: changes.flatMap(({ setBy }) => setBy ?? []) }] : [];
      }),
    ),
    ...measures
      .filter(({ form }) => !DUTY_FORM.test(form))
      .flatMap(({ title, pending }) =>
        pending.flatMap((term) =>
          dated(
            `${title} ${term.status === 'SUSPENDED' ? 'to be suspended' : 'to take effect'}${term.expression === null ? '' : ` at ${term.expression}`}`,
            term.from,
            term,
          ),
        ),
      ),
  ];
}

/** "Deadline: Conclude the first part". */
function targetWords({ what, kind }: { readonly what: string; readonly kind: TargetKind }): string {
  return `${capital(TARGET_KIND[kind])}: ${what}`;
}

/**
 * What is planned or will take effect and is not over at `at`, in epoch milliseconds, soonest first.
 * Duties change by the days of `zone`, UTC when absent.
 */
export const comingDates = (negotiation: Plans, at: number, zone?: string): readonly ComingDate[] =>
  [...plans(negotiation, at, zone)].sort(
    (a, b) => Math.max(a.from, at) - Math.max(b.from, at) || a.to - b.to,
  );

/** The soonest of what a summary holds; null where none is known. */
export const nextDate = (negotiation: NegotiationSummaryFragment, at: number): ComingDate | null =>
  comingDates({ ...negotiation, measures: [] }, at)[0] ?? null;

/** Overdue targets. */
export const overdue = ({
  targets,
}: Pick<NegotiationSummaryFragment, 'targets'>): readonly UpcomingDate[] =>
  targets
    .filter(({ status }) => status === 'OVERDUE')
    .map(({ what, due }) => ({ what, when: dateWords(due) }));
