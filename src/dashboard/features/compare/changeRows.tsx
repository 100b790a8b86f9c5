/** A table of differences: what differs, and its value in each view. */
import type { ChangeFieldsFragment } from '../../generated/graphql.js';
import { type Names, pathWords, valueWords } from '../../lib/words/paths.js';
import { Provenance } from '../../ui/provenance/provenance.js';

export interface ViewNames {
  readonly earlier: string;
  readonly later: string;
}

export function ChangeRows({
  changes,
  names,
  views,
  caption,
}: {
  readonly changes: readonly ChangeFieldsFragment[];
  readonly names: Names;
  readonly views: ViewNames;
  readonly caption: string;
}) {
  return (
    // Explicit roles: rows with block layout lose their implicit ones.
    <table role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            What
          </th>
          <th role="columnheader" scope="col">
            {views.earlier}
          </th>
          <th role="columnheader" scope="col">
            {views.later}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {changes.map(({ path, before, after, causedBy }) => (
          <tr role="row" key={path}>
            <td role="cell">
              <Provenance events={causedBy} title={pathWords(path, names)}>
                {pathWords(path, names)}
              </Provenance>
            </td>
            <td role="cell">{inView(path, before, names)}</td>
            <td role="cell">{inView(path, after, names)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value in one of the views; what it does not have is said. */
const inView = (path: string, value: unknown, names: Names): string =>
  value === null || value === undefined ? 'not on record' : valueWords(path, value, names);
