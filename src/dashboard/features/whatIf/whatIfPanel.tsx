/** The panel that edits the assumptions, beside the differences they make. */
import { useEffect, useRef, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import {
  type AsOf,
  type Assumptions,
  ConsequencesDocument,
  type EventInput,
} from '../../generated/graphql.js';
import { Loading, ErrorNotice } from '../../ui/loading/notice.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { useAssumptions } from '../../api/url/assumptions.js';
import { compareFigures } from '../../lib/words/figures.js';
import { useOpenEntryForm } from '../../ui/openEntryForm.js';
import { ComparisonTable } from '../../ui/comparisonTable.js';
import { excludeEvent, removeAssumedEvent } from '../../api/url/editAssumptions.js';
import { type ExcludableEvent, useExcludableEvents } from './excludableEvents.js';

interface PanelProps {
  readonly slug: string;
  readonly asOf: AsOf;
  readonly onClose: () => void;
}

export default function WhatIfPanel({ slug, asOf, onClose }: PanelProps) {
  const assumptions = useAssumptions();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="what-if-panel screen-only" aria-labelledby="what-if-title">
      <header>
        <h2 id="what-if-title" ref={heading} tabIndex={-1}>
          What if …
        </h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <div className="what-if-columns">
        <div>
          <AddedEvents slug={slug} events={assumptions?.with ?? []} />
          <RecordedEvents slug={slug} excluded={assumptions?.without ?? []} />
        </div>
        <Difference slug={slug} asOf={asOf} assumptions={assumptions} />
      </div>
    </section>
  );
}

/** The hypothetical events, each with a button that removes it. */
function AddedEvents({
  slug,
  events,
}: {
  readonly slug: string;
  readonly events: readonly EventInput[];
}) {
  const open = useOpenEntryForm();
  return (
    <>
      <h3>Add an event</h3>
      {events.length > 0 && (
        <ul>
          {events.map((event, index) => (
            <li key={index}>
              {eventTypeLabel(event)}, {dateWords(event.occurred)}{' '}
              <button type="button" className="quiet" onClick={() => removeAssumedEvent(index)}>
                Remove<span className="visually-hidden">: {eventTypeLabel(event)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <p>
          <button
            type="button"
            onClick={() => open({ kind: 'suppose', stream: `negotiation/${slug}` })}
          >
            Suppose an event
          </button>
        </p>
      )}
    </>
  );
}

/** "Measure ended", from the one key of the event's data. */
function eventTypeLabel({ data }: EventInput): string {
  const [key = ''] = Object.keys(data);
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Every recorded event with a checkbox; an unchecked one is left out. */
function RecordedEvents({
  slug,
  excluded,
}: {
  readonly slug: string;
  readonly excluded: readonly string[];
}) {
  const { groups, problem } = useExcludableEvents(slug);
  const [search, setSearch] = useState('');
  const query = search.trim().toLowerCase();
  const matches = ({ id, searchText }: ExcludableEvent) =>
    query === '' || searchText.includes(query) || excluded.includes(id);
  return (
    <>
      <h3 id="what-if-excluded">Leave out events</h3>
      {problem !== null && (
        <ErrorNotice title="The events could not be loaded">{problem}</ErrorNotice>
      )}
      {groups === null && problem === null && <Loading what="Loading the events" />}
      <label>
        <span className="visually-hidden">Search events</span>
        <input
          className="what-if-search"
          type="search"
          placeholder="Search events"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </label>
      <div className="what-if-events" role="group" aria-labelledby="what-if-excluded">
        {groups?.map(({ title, events }) => {
          const matching = events.filter(matches);
          if (matching.length === 0) return null;
          const open = query !== '' || matching.some(({ id }) => excluded.includes(id));
          return (
            <details key={title} open={open}>
              <summary>
                {title} <span className="soft">({matching.length})</span>
              </summary>
              <ul>
                {matching.map((event) => (
                  <li key={event.id}>
                    <label className={excluded.includes(event.id) ? 'excluded' : ''}>
                      <input
                        type="checkbox"
                        checked={!excluded.includes(event.id)}
                        onChange={({ target }) => excludeEvent(event.id, !target.checked)}
                      />
                      <span>
                        {event.summary} <span className="soft">{dateWords(event.occurred)}</span>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </div>
    </>
  );
}

/** The figures as recorded and under the assumptions, at the date of the page. */
function Difference({
  slug,
  asOf,
  assumptions,
}: Omit<PanelProps, 'onClose'> & { readonly assumptions: Assumptions | null }) {
  const recorded = useGraphqlQuery(ConsequencesDocument, { slug, asOf });
  const hypothetical = useGraphqlQuery(
    ConsequencesDocument,
    { slug, asOf, assuming: assumptions },
    { enabled: assumptions !== null },
  );
  const error = hypothetical.error ?? recorded.error;
  if (assumptions === null)
    return <p className="soft">Leave out an event or add one to see what would change.</p>;
  if (error)
    return <ErrorNotice title="The assumptions could not be applied">{error.message}</ErrorNotice>;
  if (!recorded.data || !hypothetical.data) return <Loading what="Comparing" />;
  const differences = compareFigures(recorded.data.negotiation, hypothetical.data.negotiation, {
    includeKeyFigures: true,
  });
  return (
    <ComparisonTable
      differences={differences}
      caption="Hypothetical: what would be different at the date of this page"
      hypotheticalLabel="Hypothetical"
    />
  );
}
