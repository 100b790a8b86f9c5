/** The sources of a value in full: every reported value, by whom, and the current one. */
import { useEffect, useRef } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import {
  type AsOf,
  type Assumptions,
  ExplainDocument,
  type ExplainQuery,
} from '../../generated/graphql.js';
import { type Names, subjectOf } from '../../lib/words/names.js';
import { valueWords } from '../../lib/words/paths.js';
import { Link } from '../../ui/link.js';
import { CertaintyLink } from '../../ui/termLink.js';
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
  // The layers that a duty adds up from, and what disputes them, have paths of their own; the rest
  // are reports of the value.
  const parts = explained.filter(({ path: of }) => of !== path);
  const layers = parts.filter(({ current }) => current);
  const rivals = parts.filter(({ current }) => !current);
  const reports = explained.filter(({ path: of }) => of === path).reverse();
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
      {layers.length > 0 && <Addition layers={layers} rivals={rivals} names={names} />}
      {layers.length > 0 && reports.length > 0 && <h3>Before</h3>}
      {path !== null && explained.length > 0 ? (
        <ol className="reports">
          {reports.map((report, i) => {
            // A total that no layer adds up to is the last that was reported.
            const isNow = report.current || (isTotal(path) && layers.length === 0 && i === 0);
            return <ReportItem key={i} report={report} isNow={isNow} names={names} />;
          })}
        </ol>
      ) : (
        !isFetching && <Events ids={events} names={names} />
      )}
      {!isFetching && explained.length === 0 && events.length === 0 && (
        <p className="soft">{path !== null && isTotal(path) ? NO_CLAIM : NO_EVENT}</p>
      )}
    </div>
  );
}

const NO_EVENT = 'No event on record sets this value.';
const NO_CLAIM =
  'No measure on record bears on it at this date, and nobody has said that the record holds every one: others may exist.';

/** Events of talks, which set no duty: a total is told with them from when it is asked for. */
const CAME_WITH: Readonly<Record<string, string>> = {
  NegotiationLaunched: 'As it stood when the talks began, which did not set it.',
  PartyJoined: 'As it stood when they became a party, which did not set it.',
};

const isTotal = (path: string): boolean => /^duties\.[^.]+\.(?:total|expression)$/.test(path);

type Report = NonNullable<ExplainQuery['negotiation']>['explain'][number];

interface ReportItemProps {
  readonly report: Report;
  readonly isNow: boolean;
  readonly names: Names;
}

/** A value that was reported, and by whom. */
function ReportItem({ report, isNow, names }: ReportItemProps) {
  const { path, value, certainty, setBy, alsoBy } = report;
  return (
    <li className={isNow ? 'current' : ''}>
      <h3>
        {valueWords(path, value, names)}{' '}
        <span className="badge">{isNow ? 'current' : 'earlier, or reported by others'}</span>{' '}
        <CertaintyLink certainty={certainty} />
      </h3>
      {isTotal(path) && CAME_WITH[setBy.type] && <p className="soft">{CAME_WITH[setBy.type]}</p>}
      <Events ids={[setBy, ...alsoBy].map(({ id }) => id)} names={names} />
    </li>
  );
}
