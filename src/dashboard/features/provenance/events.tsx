/** Events in full: data, sources and annotations. */
import type { ReactNode } from 'react';
import { EventActions } from '../../ui/eventActions.js';
import { dateWords, instantWords, meansOfType } from '../../lib/time/edtfWords.js';
import { CERTAINTY, recorderName, typeWords } from '../../lib/words/labels.js';
import type { Names } from '../../lib/words/names.js';
import { ChangedFields } from '../../ui/provenance/changedFields.js';
import {
  after,
  changesBy,
  sourcesIn,
  type EventContent,
  contentOf,
} from '../../ui/provenance/changes.js';
import { type EventDetails, useEventDetails } from '../../api/cache/eventCache.js';
import { Link } from '../../ui/link.js';
import { Sources } from '../../ui/provenance/sources.js';
import { eventPath } from '../../lib/routes.js';

interface EventsProps {
  readonly ids: readonly string[];
  /** What the page calls measures, parties and targets. */
  readonly names: Names;
}

export function Events({ ids, names }: EventsProps) {
  const details = useEventDetails(ids);
  return (
    <ul className="events">
      {details.map((event, i) => (
        <li key={ids[i]}>
          {event ? <Event event={event} names={names} /> : <Missing event={event} />}
        </li>
      ))}
    </ul>
  );
}

const Missing = ({ event }: { readonly event: null | undefined }) =>
  event === null ? <p>Assumed in this what-if view; not on record.</p> : <p>…</p>;

interface EventProps {
  readonly event: EventDetails;
  readonly names: Names;
  /** The fields that it replaces, if it is a correction. */
  readonly children?: ReactNode;
}

function Event({ event, names, children }: EventProps) {
  const { id, type, occurred, recordedAt, recordedBy, summary, certainty, retracted } = event;
  const corrected = event.corrections.some((each) => 'reason' in each && !each.retracted);
  return (
    <article data-event={id}>
      <p>
        <Link href={eventPath(id)}>{summary}</Link>
        {retracted && <strong> (retracted since)</strong>}
        {!retracted && corrected && <strong> (corrected since)</strong>}
      </p>
      {children}
      <p className="soft">
        {typeWords(type)}, {dateWords(occurred, meansOfType(type))}, {CERTAINTY[certainty]}.
        Recorded {instantWords(recordedAt)}
        {recordedBy === null ? '' : ` by ${recorderName(recordedBy)}`}.
      </p>
      <Sources sources={event.sources} />
      {!retracted && <EventActions id={id} type={type} summary={summary} supposable />}
      {event.corrections.length > 0 && <Corrections event={event} names={names} />}
    </article>
  );
}

/** Corrections, retractions and added sources, each with the fields that it replaced. */
function Corrections({ event, names }: EventProps) {
  const ids = event.corrections.map(({ id }) => id);
  const corrections = useEventDetails(ids);
  const versions: EventContent[] = [contentOf(event)];
  for (const correction of corrections) {
    const before = versions.at(-1) ?? contentOf(event);
    versions.push(correction ? after(before, correction) : before);
  }
  return (
    <ul className="events" aria-label="Corrections and added sources">
      {corrections.map((correction, i) => (
        <li key={ids[i]}>
          {correction ? (
            <Event event={correction} names={names}>
              <ReplacedFields
                before={versions[i] ?? contentOf(event)}
                correction={correction}
                names={names}
              />
            </Event>
          ) : (
            <Missing event={correction} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ReplacedFields({
  before,
  correction,
  names,
}: {
  readonly before: EventContent;
  readonly correction: EventDetails;
  readonly names: Names;
}) {
  const sources = sourcesIn(correction);
  const changes = correction.type === 'EventCorrected' ? changesBy(before, correction, names) : [];
  return (
    <>
      <ChangedFields changes={changes} />
      {sources.length > 0 && (
        <p className="soft">{correction.type === 'SourceAdded' ? 'Added:' : 'Sources now:'}</p>
      )}
      <Sources sources={sources} />
    </>
  );
}
