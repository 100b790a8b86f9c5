/** A negotiation's figures as recorded and under assumptions, in two columns. */
import type { FigureDifference } from '../lib/words/figures.js';
import './comparisonTable.css';

export function ComparisonTable({
  differences,
  caption,
  hypotheticalLabel,
}: {
  readonly differences: readonly FigureDifference[];
  readonly caption: string;
  /** The heading of the second column, such as "With this event". */
  readonly hypotheticalLabel: string;
}) {
  return (
    <table className="comparison-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">As recorded</th>
          <th scope="col">{hypotheticalLabel}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, before, after }, index) => (
          <tr key={index} className={before === after ? undefined : 'changed'}>
            <th scope="row">{label}</th>
            <td data-column="As recorded">{before ?? '–'}</td>
            <td data-column={hypotheticalLabel}>
              {before === after ? <>{after} (unchanged)</> : (after ?? '–')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
