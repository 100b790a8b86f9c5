/** What the pages of the record have in common: title, loading, nothing found. */
import { type ReactNode, useEffect } from 'react';
import type { GraphqlError } from '../../api/client/client.js';
import { useLogHead } from '../../api/client/logHead.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { Link } from '../../ui/link.js';
import '../../ui/provenance/provenance.css';
import './record.css';

interface RecordPageProps {
  /** The title of the document; null while it is not known. */
  readonly title: string | null;
  readonly crumbs: ReactNode;
  readonly error: GraphqlError | null;
  readonly refetch: () => unknown;
  /** Null where the record has nothing by the name asked for. */
  readonly found: boolean | undefined;
  /** What is said where nothing is found. */
  readonly missing: ReactNode;
  readonly children: ReactNode;
}

/** A page of the record in its states: being read, not read, nothing found, found. */
export function RecordPage(props: RecordPageProps) {
  const { title, crumbs, error, refetch, found, missing, children } = props;
  useEffect(() => {
    if (title !== null) document.title = `${title} – Parley`;
  }, [title]);
  const { problem } = useLogHead();
  if (error || problem !== null)
    return (
      <ErrorNotice title="The record could not be read" onRetry={() => void refetch()}>
        {error?.message ?? problem}
      </ErrorNotice>
    );
  if (found === undefined)
    return (
      <article className="record-page">
        <p className="crumbs">{crumbs}</p>
        <div className="to-come">
          <Loading />
        </div>
      </article>
    );
  if (!found)
    return (
      <div className="notice">
        <h1>Not on record</h1>
        <p>{missing}</p>
        <p>
          <Link href="/chronicle">Everything on record</Link>, and{' '}
          <Link href="/">all negotiations</Link>.
        </p>
      </div>
    );
  return (
    <article className="record-page">
      <p className="crumbs">{crumbs}</p>
      {children}
    </article>
  );
}
