/** When the duty on the same goods changes: later as decided, during the day asked for, on other days. */
import { dateInZone } from '../../lib/time/calendarDays.js';
import { type Clocks, writeClocks } from '../../lib/view.js';
import { legalAndLocalWords, zonedWords } from '../../lib/time/zonedTime.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { Link } from '../../ui/link.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import type { Duty } from './words.js';

interface ChangesProps {
  readonly duty: Duty;
  readonly clocks: Clocks;
}

/** The same question with another time of entry. */
function AskFor({
  at,
  clocks,
  children,
}: {
  readonly at: string;
  readonly clocks: Clocks;
  readonly children: string;
}) {
  return (
    <Link className="screen-only" href={`/duty${writeClocks(location.search, { ...clocks, at })}`}>
      {children}
    </Link>
  );
}

/** Changes that are decided at the view, soonest first; `hs` is the code of the goods asked for. */
export function Changes({
  duty: { pending, timeZone },
  clocks,
  hs,
}: ChangesProps & { readonly hs: string | undefined }) {
  return (
    <section className="topic">
      <h2>What will change</h2>
      {pending.length === 0 && (
        <p className="soft">
          No later change is decided, as far as is known.
          {hs === undefined && ' What changes for some goods only is told with their HS code.'}
        </p>
      )}
      <ul className="items">
        {pending.map(({ at, expression, leastCertainty, measure, setBy }) => (
          <li key={at} className="item">
            <p>
              <strong>{heldWords(expression, leastCertainty)}</strong> from{' '}
              {legalAndLocalWords(at, timeZone)}
            </p>
            <p className="soft">
              <Provenance events={[setBy]} title={measure?.title ?? 'Change of the duty'}>
                {measure?.title ?? 'The event behind it'}
              </Provenance>{' '}
              <AskFor at={at} clocks={clocks}>
                Ask for entry then
              </AskFor>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** That the duty changes during the day asked for: a date means its close. */
export function DuringTheDay({ duty: { schedule, timeZone }, clocks }: ChangesProps) {
  const { at } = clocks;
  if (at === null || at.includes('T')) return null;
  const changes = schedule.flatMap((step, i) => {
    const before = schedule[i - 1];
    const isChange = before !== undefined && before.expression !== step.expression;
    return isChange && dateInZone(timeZone, step.from) === at ? [{ step, before }] : [];
  });
  return changes.map(({ step, before }) => (
    <p key={step.from} className="desk-note">
      The duty changes during that day: {heldWords(before.expression, before.leastCertainty)} before{' '}
      {legalAndLocalWords(step.from, timeZone)}, {heldWords(step.expression, step.leastCertainty)}{' '}
      from then on.{' '}
      <AskFor at={new Date(Date.parse(step.from) - 1).toISOString()} clocks={clocks}>
        Ask for entry before
      </AskFor>
    </p>
  ));
}

/** Each period on record with its duty, as known at the view. */
export function OtherDays({ duty: { schedule, timeZone }, clocks }: ChangesProps) {
  if (schedule.length < 2) return null;
  return (
    <details className="desk-days">
      <summary>The same goods entered on other days</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Entered from</th>
            <th scope="col" className="number">
              Duty
            </th>
          </tr>
        </thead>
        <tbody>
          {schedule.map(({ from, expression, leastCertainty }, i) => (
            <tr key={from}>
              <td>
                {i === 0 ? (
                  'the year 2000 on'
                ) : (
                  <>
                    {zonedWords(from, timeZone)}{' '}
                    <AskFor at={from} clocks={clocks}>
                      Ask
                    </AskFor>
                  </>
                )}
              </td>
              <td className="number">{heldWords(expression, leastCertainty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
