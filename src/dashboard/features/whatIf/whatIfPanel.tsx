/** Where it is chosen what is supposed, beside what that would change. */
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import {
  type AsOf,
  type Assumptions,
  ConsequencesDocument,
  type EventInput,
} from '../../generated/graphql.js';
import { Loading, Trouble } from '../../ui/notice.js';
import { dateWords } from '../../lib/edtfWords.js';
import { useAssuming } from '../../api/url/assumptions.js';
import { shiftsBetween } from '../../lib/figures.js';
import { useOpenEntryForm } from '../../ui/openEntryForm.js';
import { SideBySide } from '../../ui/sideBySide.js';
import { switchOff, unsuppose } from '../../api/url/editAssumptions.js';
import { type Switch, useSwitches } from './switches.js';

interface PanelProps {
  readonly slug: string;
  readonly asOf: AsOf;
  readonly onClose: () => void;
}

export default function WhatIfPanel({ slug, asOf, onClose }: PanelProps) {
  const assuming = useAssuming();
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
      <div className="what-if-parts">
        <div>
          <Supposed slug={slug} events={assuming?.with ?? []} />
          <Switches slug={slug} off={assuming?.without ?? []} />
        </div>
        <Difference slug={slug} asOf={asOf} assuming={assuming} />
      </div>
    </section>
  );
}

/** Events that are supposed to have happened. */
function Supposed({
  slug,
  events,
}: {
  readonly slug: string;
  readonly events: readonly EventInput[];
}) {
  const open = useOpenEntryForm();
  return (
    <>
      <h3>… this had happened?</h3>
      {events.length > 0 && (
        <ul>
          {events.map((event, index) => (
            <li key={index}>
              {typeWords(event)}, {dateWords(event.occurred)}{' '}
              <button type="button" className="quiet" onClick={() => unsuppose(index)}>
                Take it away<span className="heard">: {typeWords(event)}</span>
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

/** "Measure ended in us-recip-in", of what is under the one key of its data. */
function typeWords({ data, stream }: EventInput): string {
  const [key = ''] = Object.keys(data);
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} in ${stream.replace(/^\w+\//, '')}`;
}

/** Everything on record, to be switched off one by one. */
function Switches({ slug, off }: { readonly slug: string; readonly off: readonly string[] }) {
  const { groups, problem } = useSwitches(slug);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const matches = ({ id, text }: Switch) =>
    wanted === '' ? true : text.includes(wanted) || off.includes(id);
  return (
    <>
      <h3 id="what-if-off">… this had not?</h3>
      {problem !== null && <Trouble title="The events could not be read">{problem}</Trouble>}
      {groups === null && problem === null && <Loading what="Reading the events" />}
      <label>
        <span className="heard">Look for an event</span>
        <input
          className="what-if-search"
          type="search"
          placeholder="Look for an event"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </label>
      <div className="what-if-events" role="group" aria-labelledby="what-if-off">
        {groups?.map(({ title, events }) => {
          const shown = events.filter(matches);
          if (shown.length === 0) return null;
          const open = wanted !== '' || shown.some(({ id }) => off.includes(id));
          return (
            <details key={title} open={open}>
              <summary>
                {title} <span className="soft">({shown.length})</span>
              </summary>
              <ul>
                {shown.map((event) => (
                  <li key={event.id}>
                    <label className={off.includes(event.id) ? 'off' : ''}>
                      <input
                        type="checkbox"
                        checked={!off.includes(event.id)}
                        onChange={({ target }) => switchOff(event.id, !target.checked)}
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

/** The picture as recorded and as supposed, at the date of the page. */
function Difference({
  slug,
  asOf,
  assuming,
}: Omit<PanelProps, 'onClose'> & { readonly assuming: Assumptions | null }) {
  const [recorded] = useQuery({ query: ConsequencesDocument, variables: { slug, asOf } });
  const [supposed] = useQuery({
    query: ConsequencesDocument,
    variables: { slug, asOf, assuming },
    pause: assuming === null,
  });
  const error = supposed.error ?? recorded.error;
  if (assuming === null)
    return <p className="soft">Switch an event off, or suppose one, to see what would change.</p>;
  if (error) return <Trouble title="This cannot be supposed">{error.message}</Trouble>;
  if (!recorded.data || !supposed.data) return <Loading what="Comparing" />;
  const shifts = shiftsBetween(recorded.data.negotiation, supposed.data.negotiation, {
    always: true,
  });
  return (
    <SideBySide
      shifts={shifts}
      caption="Hypothetical: what would be different at the date of this page"
      supposed="As supposed"
    />
  );
}
