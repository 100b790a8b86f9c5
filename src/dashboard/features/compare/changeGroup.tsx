/** The differences about one subject, fetched when the reader opens them. */
import { useMemo, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { type DiffQueryVariables, DiffOfTopicsDocument } from '../../generated/graphql.js';
import type { Names } from '../../lib/words/names.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { ChangeRows, type ViewNames } from './changeRows.js';

/** Rows shown at once; more on request. */
const PAGE = 50;

export function ChangeGroup({
  title,
  topics,
  count,
  variables,
  names,
  views,
}: {
  readonly title: string;
  /** The topics of the server that this subject holds. */
  readonly topics: readonly string[];
  readonly count: number;
  readonly variables: DiffQueryVariables;
  readonly names: Names;
  readonly views: ViewNames;
}) {
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState(PAGE);
  const ofTopics = useMemo(
    () => ({ ...variables, topics: [...topics], first }),
    [variables, topics, first],
  );
  const { data, error } = useGraphqlQuery(DiffOfTopicsDocument, ofTopics, { enabled: open });
  const changes = data?.negotiation?.diff.changes;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {title} <span className="soft">{count}</span>
      </summary>
      {error && (
        <ErrorNotice title="These differences could not be read">{error.message}</ErrorNotice>
      )}
      {open && !changes && !error && <Loading what="Reading the differences" />}
      {open && changes && (
        <ChangeRows changes={changes} names={names} views={views} caption={title} />
      )}
      {open && changes && changes.length < count && (
        <button type="button" onClick={() => setFirst(Math.min(first + 4 * PAGE, 1_000))}>
          Show more <span className="soft">({count - changes.length} left)</span>
        </button>
      )}
    </details>
  );
}
