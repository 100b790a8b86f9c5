/** The same as the chart, as a table. */
import { memo } from 'react';
import type { Picture } from '../negotiation/pictures.js';
import { dateWords, instantWords } from '../wording/edtf.js';
import { countryName, percent } from '../wording/labels.js';
import { Why } from '../why/why.js';
import type { Announced } from './plot.js';
import type { Span } from './steps.js';

interface ChartTableProps {
  readonly duty: Picture['duties'][number];
  readonly at: number;
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
}

export const ChartTable = memo(function ChartTable(props: ChartTableProps) {
  const { duty, at, disputed, announced } = props;
  const { imposedBy, on, schedule } = duty;
  const name = `${countryName(imposedBy)} on ${countryName(on)}`;
  return (
    <details className="chart-table">
      <summary>The duty of {name} as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col" className="number">
              Duty
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {schedule.map(({ from, until, total }, i) => (
            <tr key={from}>
              <td>{i === 0 ? 'the beginning' : instantWords(from)}</td>
              <td>{until === null ? 'further notice' : instantWords(until)}</td>
              <td className="number">{percent(total)}</td>
              <td>{statusOf({ from, until }, at, disputed)}</td>
            </tr>
          ))}
          {announced.map(({ id, occurred, rate, summary }) => (
            <tr key={id}>
              <td>{dateWords(occurred)}</td>
              <td />
              <td className="number">
                <Why events={[{ id }]} title={summary}>
                  {percent(rate)}
                </Why>
              </td>
              <td>announced, no legal act</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
});

function statusOf(
  { from, until }: { readonly from: string; readonly until: string | null },
  at: number,
  disputed: readonly Span[],
): string {
  const start = Date.parse(from);
  const end = until === null ? Infinity : Date.parse(until);
  const isDisputed = disputed.some((span) => span.from < end && start < span.to);
  const when = start > at ? 'later' : 'in force';
  return isDisputed ? `${when}, disputed for a time` : when;
}
