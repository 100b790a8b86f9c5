/** Below the date of a round: the rounds planned for these days, to take their number and place over. */
import { flushSync } from 'react-dom';
import { tryParseEdtf } from '../../../../../events/time/edtf.js';
import { dateWords } from '../../../lib/time/edtfWords.js';
import { readDate } from '../dates/plainDates.js';
import { isBlank, type FormValues } from '../model/formValues.js';
import { firstToFill } from '../firstToFill.js';
import { useFormContext } from './formContext.js';
import type { PlannedRound } from './formKnowledge.js';

/** The first and the last day that an EDTF date may be; null where an end is open. */
function daysOf(edtf: string): readonly [first: string, last: string] | null {
  const parsed = tryParseEdtf(edtf);
  if (parsed?.from.kind !== 'date' || parsed.to.kind !== 'date') return null;
  return [parsed.from.first, parsed.to.last];
}

/** Whether two EDTF dates have a day in common. */
export function datesOverlap(one: string, other: string): boolean {
  const [a, b] = [daysOf(one), daysOf(other)];
  return a !== null && b !== null && a[0] <= b[1] && b[0] <= a[1];
}

/** What a form takes over from a plan, by the name of its field. */
const detailsOf = ({ number, part, place, mode, track }: PlannedRound): FormValues =>
  Object.fromEntries(
    Object.entries({ round: number, part, place, mode, track }).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  );

export function PlannedRounds({ planned }: { readonly planned: readonly PlannedRound[] }) {
  const { values, today, change } = useFormContext();
  const { occurred } = values;
  if (typeof occurred !== 'string' || isBlank(occurred)) return null;
  const { edtf } = readDate(occurred, today) as { readonly edtf?: string };
  if (edtf === undefined) return null;
  const data = (values['data'] ?? {}) as FormValues;
  const offered = planned.filter((plan) => {
    const isTaken = Object.entries(detailsOf(plan)).every(([name, value]) => data[name] === value);
    return !isTaken && datesOverlap(plan.dates, edtf);
  });
  return offered.map((plan) => {
    const { number, track, dates, place } = plan;
    const name = number === null ? 'A round' : `Round ${number}`;
    return (
      <p className="entry-planned" key={`${number} ${track} ${dates}`}>
        {name}
        {track === null ? '' : ` of the track ${track}`} is planned for{' '}
        {dateWords(dates, 'session')}
        {place === null ? '' : ` in ${place}`}.{' '}
        <button
          type="button"
          className="entry-reading"
          onClick={({ currentTarget: { form } }) => {
            // Rendered at once: the button goes, and what is left to fill in takes the focus.
            flushSync(() => {
              for (const [detail, value] of Object.entries(detailsOf(plan)))
                change(`data.${detail}`, value);
            });
            firstToFill(form)?.focus();
          }}
        >
          This is that round: fill in its details
        </button>
      </p>
    );
  });
}
