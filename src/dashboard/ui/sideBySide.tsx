/** Two pictures of a negotiation side by side: as recorded, and as supposed. */
import type { Shift } from '../lib/figures.js';
import './sideBySide.css';

export function SideBySide({
  shifts,
  caption,
  supposed,
}: {
  readonly shifts: readonly Shift[];
  readonly caption: string;
  /** What the second column holds, such as "With this event". */
  readonly supposed: string;
}) {
  return (
    <table className="side-by-side">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">As recorded</th>
          <th scope="col">{supposed}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ label, before, after }, index) => (
          <tr key={index} className={before === after ? undefined : 'shifted'}>
            <th scope="row">{label}</th>
            <td data-column="As recorded">{before ?? '–'}</td>
            <td data-column={supposed}>
              {before === after ? <>{after} (the same)</> : (after ?? '–')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
