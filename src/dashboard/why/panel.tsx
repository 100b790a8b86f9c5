/** The full answer to "who says so?": every value reported, by whom, and what holds now. */
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { EventActions } from '../enter/eventActions.js';
import { type AsOf, type Assumptions, ExplainDocument } from '../generated/graphql.js';
import { dateWords, instantWords, meansOfType } from '../wording/edtf.js';
import { CERTAINTY } from '../wording/labels.js';
import { valueWords } from '../wording/paths.js';
import { type Said, useSaid } from './said.js';
import { sourceWords } from './tip.js';
import type { Asked } from './why.js';

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
  const [{ data, fetching, error }] = useQuery({
    query: ExplainDocument,
    variables: { slug, asOf, assuming, path: path ?? '' },
    pause: path === null,
  });
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
      {fetching && explained.length === 0 && <p role="status">Asking the record …</p>}
      {path !== null && explained.length > 0 ? (
        <ol className="reports">
          {[...explained].reverse().map(({ value, certainty, current, setBy, alsoBy }, i) => (
            <li key={i} className={current ? 'current' : ''}>
              <h3>
                {valueWords(path, value)}{' '}
                <span className="badge">{current ? 'holds' : 'earlier, or said by others'}</span>{' '}
                <span className="soft">{CERTAINTY[certainty]}</span>
              </h3>
              <Events ids={[setBy, ...alsoBy].map(({ id }) => id)} />
            </li>
          ))}
        </ol>
      ) : (
        !fetching && <Events ids={events} />
      )}
    </div>
  );
}

/** Events in full, with their sources. */
export function Events({ ids }: { readonly ids: readonly string[] }) {
  const said = useSaid(ids);
  return (
    <ul className="events">
      {said.map((event, i) => (
        <li key={ids[i]}>{event ? <Event {...event} /> : <Missing event={event} />}</li>
      ))}
    </ul>
  );
}

const Missing = ({ event }: { readonly event: null | undefined }) =>
  event === null ? <p>Supposed here; the record does not say so.</p> : <p>…</p>;

function Event({
  id,
  type,
  occurred,
  recordedAt,
  recordedBy,
  summary,
  certainty,
  retracted,
  sources,
}: Said) {
  return (
    <article data-event={id}>
      <p>
        {summary}
        {retracted && <strong> (retracted since)</strong>}
      </p>
      <p className="soft">
        {type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}, {dateWords(occurred, meansOfType(type))},{' '}
        {CERTAINTY[certainty]}. Recorded {instantWords(recordedAt)}
        {recordedBy === null ? '' : ` by ${recordedBy}`}.
      </p>
      <ul className="sources">
        {sources.map((source, i) => (
          <li key={i}>
            {source.url === null ? (
              sourceWords(source)
            ) : (
              <a href={source.url} rel="noreferrer" target="_blank">
                {sourceWords(source)}
              </a>
            )}
            {source.publisher !== null && source.title !== null && <>: {source.title}</>}
            {source.quote !== null && <q>{source.quote}</q>}
            {source.via !== null && <Via via={source.via} />}
          </li>
        ))}
      </ul>
      {!retracted && <EventActions id={id} summary={summary} />}
    </article>
  );
}

/** Where a source was read that is not there itself: a page, or a name. */
function Via({ via }: { readonly via: string }) {
  if (!/^https?:\/\//.test(via)) return <span className="soft"> via {via}</span>;
  return (
    <>
      {' '}
      <a href={via} rel="noreferrer" target="_blank">
        read at {URL.canParse(via) ? new URL(via).host : via}
      </a>
    </>
  );
}
