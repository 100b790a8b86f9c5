/** The full answer to "who says so?": every value reported, by whom, and what holds now. */
import { useEffect, useRef } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { type AsOf, type Assumptions, ExplainDocument } from '../../generated/graphql.js';
import { CERTAINTY } from '../../lib/labels.js';
import { valueWords } from '../../lib/paths.js';
import { Events } from './events.js';
import type { Asked } from '../../ui/why/why.js';

interface PanelProps {
  readonly slug: string;
  readonly asOf: AsOf;
  readonly assuming: Assumptions | null;
  readonly asked: Asked;
  readonly onClose: () => void;
}

export default function WhyPanel({ slug, asOf, assuming, asked, onClose }: PanelProps) {
  const { path, events, title } = asked;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [asked]);
  const { data, isFetching, error } = useGraphqlQuery(
    ExplainDocument,
    { slug, asOf, assuming, path: path ?? '' },
    { enabled: path !== null },
  );
  const explained = path === null || error ? [] : (data?.negotiation?.explain ?? []);
  return (
    <div className="why-panel" role="dialog" aria-labelledby="why-title">
      <header>
        <h2 id="why-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      {isFetching && explained.length === 0 && <p role="status">Asking the record …</p>}
      {path !== null && explained.length > 0 ? (
        <ol className="reports">
          {[...explained].reverse().map(({ value, certainty, current, setBy, alsoBy }, i) => (
            <li key={i} className={current ? 'current' : ''}>
              <h3>
                {valueWords(path, value)}{' '}
                <span className="badge">{current ? 'current' : 'earlier, or said by others'}</span>{' '}
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
        <p className="soft">No event on record sets it.</p>
      )}
    </div>
  );
}
