/** The rows of the chart's table. Loaded when it is first opened. */
import type { TimelineEvent } from '../../lib/time/timelineEvents.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { dateWords, meansOfType } from '../../lib/time/edtfWords.js';
import { zonedWords } from '../../lib/time/zonedTime.js';
import { CERTAINTY } from '../../lib/words/labels.js';
import { type Charted, dutyRows, eventRows } from './model/rows.js';

/** Of events: more rows than that are slow to lay out, and are in the CSV. */
const MAX_ROWS = 300;

export default function TableRows(
  charted: Charted & { readonly events: readonly TimelineEvent[] },
) {
  const events = eventRows(charted.events);
  const omitted = Math.max(0, events.length - MAX_ROWS);
  const zone = charted.duty.timeZone;
  const types = new Map(charted.events.map(({ id, type }) => [id, type]));
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col" className="number">
              Duty
            </th>
            <th scope="col">Certainty</th>
            <th scope="col">Status</th>
            <th scope="col">Made up of</th>
          </tr>
        </thead>
        <tbody>
          {dutyRows(charted).map(
            ({ from, until, expression, status, certainty, acts, announcement }) => (
              <tr key={announcement?.id ?? `${status} ${from}`}>
                <td>{from === null ? 'the beginning' : timePointWords(from, zone)}</td>
                <td>
                  {until === null ? !announcement && 'further notice' : zonedWords(until, zone)}
                </td>
                <td className="number">
                  {announcement ? (
                    <Provenance events={[announcement]} title={announcement.summary}>
                      {expression}
                    </Provenance>
                  ) : (
                    expression
                  )}
                </td>
                <td>{certainty === null ? '–' : CERTAINTY[certainty]}</td>
                <td>{status}</td>
                <td>{acts}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {events.length > 0 && (
        <table>
          <caption>
            Events
            {omitted > 0 && `: the latest ${MAX_ROWS}; ${omitted} earlier ones are in the CSV only`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Part</th>
              <th scope="col">What happened</th>
            </tr>
          </thead>
          <tbody>
            {events.slice(omitted).map(({ id, date, lane, summary }) => (
              <tr key={id}>
                <td>{dateWords(date, meansOfType(types.get(id) ?? ''))}</td>
                <td>{lane}</td>
                <td>{summary}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const timePointWords = (from: string, zone: string): string =>
  /^\d{4}-\d\d-\d\dT[^/]+$/.test(from) ? zonedWords(from, zone) : dateWords(from);
