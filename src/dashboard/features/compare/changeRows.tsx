/** A table of differences: what differs, and its value in each view. */
import type { ChangeFieldsFragment } from '../../generated/graphql.js';
import { type Names, pathWords, valueWords } from '../../lib/words/paths.js';
import { Provenance } from '../../ui/provenance/provenance.js';

export interface ViewNames {
  readonly shown: string;
  readonly compared: string;
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
            {views.shown}
          </th>
          <th role="columnheader" scope="col">
            {views.compared}
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
            <td role="cell">{valueWords(path, before, names)}</td>
            <td role="cell">{valueWords(path, after, names)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
