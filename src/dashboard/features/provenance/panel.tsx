/** The sources of a value in full: every reported value, by whom, and the current one. */
import { useEffect, useRef } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { type AsOf, type Assumptions, ExplainDocument } from '../../generated/graphql.js';
import { CERTAINTY } from '../../lib/words/labels.js';
import { type Names, subjectOf } from '../../lib/words/names.js';
import { valueWords } from '../../lib/words/paths.js';
import { Link } from '../../ui/link.js';
import { Events } from './events.js';
import type { ProvenanceQuery } from '../../ui/provenance/provenance.js';
import { Addition } from './addition.js';

interface PanelProps {
  readonly slug: string;
  readonly asOf: AsOf;
  readonly assuming: Assumptions | null;
  readonly query: ProvenanceQuery;
  /** What the page calls parties and tracks. */
  readonly names: Names;
  readonly onClose: () => void;
}

export default function ProvenancePanel(props: PanelProps) {
  const { slug, asOf, assuming, query, names, onClose } = props;
  const { path, events, title } = query;
  const subject = path === null ? null : subjectOf(path, names);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [query]);
  const { data, isFetching, error } = useGraphqlQuery(
    ExplainDocument,
    { slug, asOf, assuming, path: path ?? '' },
    { enabled: path !== null },
  );
  const explained = path === null || error ? [] : (data?.negotiation?.explain ?? []);
  // The layers that a duty adds up from have paths of their own; the rest are reports of the value.
  const layers = explained.filter(({ path: of }) => of !== path);
  const reports = explained.filter(({ path: of }) => of === path);
  return (
    <div className="provenance-panel" role="dialog" aria-labelledby="provenance-title">
      <header>
        <h2 id="provenance-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      {subject && (
        <p>
          <Link href={subject.href}>All of {subject.name}</Link>
        </p>
      )}
      {isFetching && explained.length === 0 && <p role="status">Loading reports …</p>}
      {layers.length > 0 && <Addition layers={layers} names={names} />}
      {layers.length > 0 && reports.length > 0 && <h3>Before</h3>}
      {path !== null && explained.length > 0 ? (
        <ol className="reports">
          {[...reports].reverse().map(({ value, certainty, current, setBy, alsoBy }, i) => (
            <li key={i} className={current ? 'current' : ''}>
              <h3>
                {valueWords(path, value, names)}{' '}
                <span className="badge">
                  {current ? 'current' : 'earlier, or reported by others'}
                </span>{' '}
                <span className="soft">{CERTAINTY[certainty]}</span>
              </h3>
              <Events ids={[setBy, ...alsoBy].map(({ id }) => id)} />
            </li>
          ))}
        </ol>
      ) : (
        !isFetching && <Events ids={events} />
      )}
      {!isFetching && explained.length === 0 && events.length === 0 && (
        <p className="soft">No event on record sets this value.</p>
      )}
    </div>
  );
}
