/** Events in full: data, sources and annotations. */
import type { ReactNode } from 'react';
import { EventActions } from '../../ui/eventActions.js';
import { dateWords, instantWords, meansOfType } from '../../lib/edtfWords.js';
import { CERTAINTY } from '../../lib/labels.js';
import { after, changesBy, sourcesGivenBy, type Stated, statedBy } from './changes.js';
import { type EventDetails, useEventDetails } from '../../api/cache/eventCache.js';
import { sourceWords } from '../../ui/provenance/popover.js';

export function Events({ ids }: { readonly ids: readonly string[] }) {
  const said = useEventDetails(ids);
  return (
    <ul className="events">
      {said.map((event, i) => (
        <li key={ids[i]}>{event ? <Event event={event} /> : <Missing event={event} />}</li>
      ))}
    </ul>
  );
}

const Missing = ({ event }: { readonly event: null | undefined }) =>
  event === null ? <p>Supposed here; the record does not say so.</p> : <p>…</p>;

interface EventProps {
  readonly event: EventDetails;
  /** What it replaces, where it corrects another. */
  readonly children?: ReactNode;
}

function Event({ event, children }: EventProps) {
  const { id, type, occurred, recordedAt, recordedBy, summary, certainty, retracted } = event;
  const corrected = event.corrections.some((each) => 'reason' in each && !each.retracted);
  return (
    <article data-event={id}>
      <p>
        {summary}
        {retracted && <strong> (retracted since)</strong>}
        {!retracted && corrected && <strong> (corrected since)</strong>}
      </p>
      {children}
      <p className="soft">
        {type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}, {dateWords(occurred, meansOfType(type))},{' '}
        {CERTAINTY[certainty]}. Recorded {instantWords(recordedAt)}
        {recordedBy === null ? '' : ` by ${recordedBy}`}.
      </p>
      <Sources sources={event.sources} />
      {!retracted && <EventActions id={id} summary={summary} />}
      {event.corrections.length > 0 && <Since event={event} />}
    </article>
  );
}

/** Corrections, retractions and added sources, each after what it found. */
function Since({ event }: { readonly event: EventDetails }) {
  const ids = event.corrections.map(({ id }) => id);
  const said = useEventDetails(ids);
  const stood: Stated[] = [statedBy(event)];
  for (const about of said) {
    const before = stood.at(-1) ?? statedBy(event);
    stood.push(about ? after(before, about) : before);
  }
  return (
    <ul className="events" aria-label="Said about it since">
      {said.map((about, i) => (
        <li key={ids[i]}>
          {about ? (
            <Event event={about}>
              <Replaced before={stood[i] ?? statedBy(event)} about={about} />
            </Event>
          ) : (
            <Missing event={about} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Replaced({ before, about }: { readonly before: Stated; readonly about: EventDetails }) {
  const sources = sourcesGivenBy(about);
  const changes = about.type === 'EventCorrected' ? changesBy(before, about) : [];
  return (
    <>
      {changes.map(({ part, before: was, after: is }) => (
        <p key={part}>
          <span className="soft">{part}:</span> <s>{was}</s> {is}
        </p>
      ))}
      {sources.length > 0 && (
        <p className="soft">{about.type === 'SourceAdded' ? 'Added:' : 'Its sources now:'}</p>
      )}
      <Sources sources={sources} />
    </>
  );
}

const Sources = ({ sources }: { readonly sources: readonly EventDetails['sources'][number][] }) => (
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
);

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
