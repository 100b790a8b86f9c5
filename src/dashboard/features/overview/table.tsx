/** Every negotiation as a row, by the column that the reader chose. */
import { useState } from 'react';
import { Link } from '../../ui/link.js';
import { negotiationPath } from '../../lib/routes.js';
import { eventDateWords } from '../../lib/time/eventDates.js';
import { statusWords } from '../../lib/words/status.js';
import { unbrokenHeldDutyWords } from '../../lib/words/dutyWords.js';
import { capital, countryName } from '../../lib/words/labels.js';
import { nextDate } from '../../lib/time/comingDates.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { partiesWords } from './card.js';
import { type Column, firstDirection, highestDuty, type ListedEdge, sorted } from './listed.js';

const HEADINGS: readonly (readonly [Column | null, string])[] = [
  ['title', 'Negotiation'],
  [null, 'Status'],
  ['next', 'Next date'],
  ['duty', 'Highest duty'],
  ['newest', 'Newest event'],
  ['checked', 'Sources checked through'],
];

interface Props {
  readonly list: readonly ListedEdge[];
  /** What "now" is, in epoch milliseconds. */
  readonly at: number;
}

export default function NegotiationTable({ list, at }: Props) {
  const [order, setOrder] = useState<{ column: Column; direction: 1 | -1 }>({
    column: 'newest',
    direction: -1,
  });
  const sortBy = (column: Column) =>
    setOrder(
      column === order.column
        ? { column, direction: order.direction === 1 ? -1 : 1 }
        : { column, direction: firstDirection(column) },
    );
  return (
    <div className="negotiation-table">
      <table role="table">
        <caption className="visually-hidden">Negotiations; press a heading to sort</caption>
        <thead role="rowgroup">
          <tr role="row">
            {HEADINGS.map(([column, title]) => (
              <th
                key={title}
                role="columnheader"
                scope="col"
                aria-sort={
                  column === order.column
                    ? order.direction === 1
                      ? 'ascending'
                      : 'descending'
                    : undefined
                }
              >
                {column === null ? (
                  title
                ) : (
                  <button type="button" className="quiet" onClick={() => sortBy(column)}>
                    {title}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sorted(list, order, at).map((edge) => (
            <Row key={edge.node.slug} edge={edge} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ edge: { node }, at }: { readonly edge: ListedEdge; readonly at: number }) {
  const { slug, title, parties, phase, activity, latestEvent, checkedThrough } = node;
  const next = nextDate(node, at);
  const duty = highestDuty(node);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link href={negotiationPath(slug)}>{title}</Link>
        <div className="soft">{partiesWords(parties)}</div>
      </th>
      <td role="cell" data-column="Status">
        {statusWords(phase, activity)}
      </td>
      <td role="cell" data-column="Next date">
        {next ? (
          <>
            {capital(next.when)}
            <div className="soft">{next.what}</div>
          </>
        ) : (
          <Unknown words="none on record" />
        )}
      </td>
      <td role="cell" data-column="Highest duty">
        {duty ? (
          <>
            {unbrokenHeldDutyWords(duty)}
            <div className="soft">
              {capital(countryName(duty.imposedBy))} on {countryName(duty.on)}
            </div>
          </>
        ) : (
          <Unknown words="not on record" />
        )}
      </td>
      <td role="cell" data-column="Newest event">
        {latestEvent ? (
          <>
            {eventDateWords(latestEvent)}
            <div className="soft">{latestEvent.summary}</div>
          </>
        ) : (
          <Unknown words="none on record" />
        )}
      </td>
      <td role="cell" data-column="Sources checked through">
        {checkedThrough ? dateWords(checkedThrough.date) : <Unknown words="no check on record" />}
      </td>
    </tr>
  );
}

const Unknown = ({ words }: { readonly words: string }) => <span className="soft">{words}</span>;
