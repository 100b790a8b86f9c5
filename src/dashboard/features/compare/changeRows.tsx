/** A table of differences: what differs, and its value in each view. */
import type { ChangeFieldsFragment } from '../../generated/graphql.js';
import type { Certainties } from '../../lib/words/certainties.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { type Names, subjectOf } from '../../lib/words/names.js';
import { pathWords, valueWords } from '../../lib/words/paths.js';
import { Link } from '../../ui/link.js';
import { Provenance } from '../../ui/provenance/provenance.js';

export interface ViewNames {
  readonly earlier: string;
  readonly later: string;
  /** How firmly the figures of each are held. */
  readonly certainties: { readonly earlier: Certainties; readonly later: Certainties };
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
              <What path={path} names={names} causedBy={causedBy} />
            </td>
            <td role="cell">{inView(path, before, names, views.certainties.earlier)}</td>
            <td role="cell">{inView(path, after, names, views.certainties.later)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value in one of the views; what it does not have is said. */
const inView = (path: string, value: unknown, names: Names, certainties: Certainties): string =>
  value === null || value === undefined
    ? 'not on record'
    : heldWords(valueWords(path, value, names), certainties.get(path) ?? null);

type WhatProps = Pick<ChangeFieldsFragment, 'path' | 'causedBy'> & { readonly names: Names };

/** What differs, with who says so; a measure or a party in it is linked to its page. */
function What({ path, causedBy, names }: WhatProps) {
  const words = pathWords(path, names);
  const subject = subjectOf(path, names);
  const [before, after] = subject ? words.split(subject.name, 2) : [];
  if (!subject || before === undefined || after === undefined)
    return (
      <Provenance events={causedBy} title={words}>
        {words}
      </Provenance>
    );
  return (
    <>
      {before}
      <Link href={subject.href}>{subject.name}</Link>:{' '}
      <Provenance events={causedBy} title={words}>
        <span className="visually-hidden">{before + subject.name}: </span>
        {after.replace(/^[:,] /, '') || 'status'}
      </Provenance>
    </>
  );
}
