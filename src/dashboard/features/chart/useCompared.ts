/** The duties of the view that is compared with, to be drawn over those of the view shown. */
import { useMemo } from 'react';
import { useLogHead } from '../../api/client/logHead.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useAssumptions } from '../../api/url/assumptions.js';
import { DutySchedulesDocument } from '../../generated/graphql.js';
import { heldDutyWords } from '../../lib/words/dutyWords.js';
import { capital } from '../../lib/words/labels.js';
import { DAY_MS, dayStart } from '../../lib/time/calendarDays.js';
import { asOfFor, type Clock, type LogHead } from '../../lib/view.js';
import { timePointWords, viewWords } from '../../lib/words/viewWords.js';
import type { ScheduleStep } from './model/steps.js';

export interface Compared {
  readonly schedule: readonly ScheduleStep[];
  /** The other view in words: its state of knowledge, or its date. */
  readonly words: string;
  readonly mark: { readonly at: number; readonly words: string };
}

/** The compared duty of each pair, by `imposedBy-on`; empty while nothing is compared. */
export function useCompared(slug: string, to: Clock | null): ReadonlyMap<string, Compared> {
  const { head } = useLogHead();
  const assuming = useAssumptions();
  const variables = useMemo(
    () => ({ slug, assuming, asOf: to && head && asOfFor(to, head) }),
    [slug, assuming, to, head],
  );
  const enabled = to !== null && head !== null;
  const { data } = useGraphqlQuery(DutySchedulesDocument, variables, { enabled });
  return useMemo(() => {
    if (!to || !head) return new Map();
    const at = instantOf(to, head);
    const name = to.at === null ? 'Now' : timePointWords(to.at);
    const knowledge = viewWords({ ...to, at: null });
    return new Map(
      (data?.negotiation?.duties ?? []).map(({ imposedBy, on, schedule, ...duty }) => [
        `${imposedBy}-${on}`,
        {
          schedule,
          words: knowledge === null ? 'Compared view' : capital(knowledge),
          mark: { at, words: `Compared: ${name}, ${heldDutyWords(duty)}` },
        },
      ]),
    );
  }, [data, to, head]);
}

/** The end of the day of a view, or its instant. */
const instantOf = ({ at }: Clock, head: LogHead): number =>
  at === null ? Date.parse(head.seenAt) : at.includes('T') ? Date.parse(at) : dayStart(at) + DAY_MS;
