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
import { dateInZone } from './calendarDays.js';
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
      NegotiationSummaryFragment['duties'][number]['pending'][number] & {
        readonly measure?: { readonly slug: string } | null;
      })[];
  })[];
  readonly parties: readonly (NegotiationSummaryFragment['parties'][number] & {
    readonly until?: string | null;
    readonly setBy?: { readonly id: string };
  })[];
  /** What will change of measures: of duties what no figure tells, such as one on some goods only. */
  readonly measures?: readonly {
    readonly slug: string;
    readonly title: string;
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

/** Names a change of a measure. */
const changeOf = (slug: string | undefined, at: string): string => `${slug} ${Date.parse(at)}`;

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
  const told = new Set(
    duties.flatMap((duty) =>
      duty.pending.map(({ at: from, measure }) => changeOf(measure?.slug, from)),
    ),
  );
  const planned = (edtf: string) =>
    (boundsOf(edtf)?.from ?? Infinity) > at ? 'planned' : 'going on';
  return [
    ...targets
      .filter(({ status, perhapsMetBy }) => isAhead(status) && !perhapsMetBy)
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
    ...measures.flatMap(({ slug, title, pending }) =>
      pending
        .filter(({ from }) => !told.has(changeOf(slug, from)))
        .flatMap((term) =>
          dated(
            `${title} ${term.status === 'SUSPENDED' ? 'to be suspended' : 'to take effect'}${term.expression === null ? '' : ` at ${term.expression}`}`,
            zone !== undefined && term.from.includes('T') ? dateInZone(zone, term.from) : term.from,
            term,
          ),
        ),
    ),
  ];
}

const isAhead = (status: string): boolean => status === 'OPEN' || status === 'DUE_WINDOW';

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
  comingDates(negotiation, at)[0] ?? null;

/** Overdue targets, without those that an event may have met. */
export const overdue = ({
  targets,
}: Pick<NegotiationSummaryFragment, 'targets'>): readonly UpcomingDate[] =>
  targets
    .filter(({ status, perhapsMetBy }) => status === 'OVERDUE' && !perhapsMetBy)
    .map(({ what, due }) => ({ what, when: dateWords(due) }));
