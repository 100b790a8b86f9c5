/** One event in a list: what happened, how certain, corrections beside it, who recorded it when. */
import { useEventDetails } from '../../api/cache/eventCache.js';
import type { EventLineFragment } from '../../generated/graphql.js';
import { CERTAINTY, capital, recorderName } from '../../lib/words/labels.js';
import { eventPath, streamPath } from '../../lib/routes.js';
import { dateWords, instantWords, meansOfType } from '../../lib/time/edtfWords.js';
import { Link } from '../../ui/link.js';
import { toldAs } from './kinds.js';

export type EventInLine = EventLineFragment;

/** When it happened, in legal time where an hour is known. */
export const occurredWords = (
  { type, zone }: Pick<EventInLine, 'type' | 'zone'>,
  occurred: string,
): string => dateWords(occurred, meansOfType(type), zone);

/** The sentence as it counts now; that of a statement begins with who made it. */
export function sentenceOf(event: EventInLine): string {
  const summary = event.current?.summary ?? event.summary;
  return 'speaker' in event ? `${event.speaker}: ${summary}` : summary;
}

interface EventLineProps {
  readonly event: EventInLine;
  /** Whether position, hash and who recorded it are shown. */
  readonly recorded?: boolean;
  /** Whether the date is shown; not below the heading of its day. */
  readonly dated?: boolean;
}

export function EventLine({ event, recorded = false, dated = false }: EventLineProps) {
  const { id, type, certainty, retracted, corrections, current } = event;
  const told = toldAs(type);
  const held = current?.certainty ?? certainty;
  const counting = corrections.filter((each) => !each.retracted && each.type === 'EventCorrected');
  return (
    <li className={`event-line${retracted ? ' retracted' : ''}`} data-event={id}>
      <p className="event-sentence" dir="auto">
        {told !== null && <span className="badge">{told}</span>}{' '}
        <Link href={eventPath(id)}>{retracted ? <s>{event.summary}</s> : sentenceOf(event)}</Link>
        {held !== 'CONFIRMED' && <span className="soft"> ({CERTAINTY[held]})</span>}
        {retracted && <strong> Retracted.</strong>}
      </p>
      {(dated || recorded) && (
        <p className="soft">{capital(occurredWords(event, current?.occurred ?? event.occurred))}</p>
      )}
      {current && current.occurred !== event.occurred && (
        <p className="soft">
          Its date was corrected: first recorded as {occurredWords(event, event.occurred)}.
        </p>
      )}
      {'about' in event && <About id={event.about} />}
      {counting.length > 0 && (
        <ul className="beside" aria-label="Corrections">
          {counting.map((each) => (
            <li key={each.id}>
              <Link href={eventPath(each.id)}>{each.summary}</Link>
              {recorded && (
                <span className="soft">
                  {' '}
                  ({positionWords(each.position)}, {instantWords(each.recordedAt)}
                  {each.recordedBy === null ? '' : `, by ${recorderName(each.recordedBy)}`})
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {recorded && <Recorded event={event} />}
    </li>
  );
}

export const positionWords = (position: number): string =>
  `record ${position.toLocaleString('en')}`;

/** What a correction or retraction is of. */
function About({ id }: { readonly id: string }) {
  const [target] = useEventDetails([id]);
  return (
    <p className="beside">
      <span className="soft">Of: </span>
      {target ? (
        <Link href={eventPath(id)}>{target.summary}</Link>
      ) : (
        <Link href={eventPath(id)}>the event recorded before</Link>
      )}
    </p>
  );
}

function Recorded({ event }: { readonly event: EventInLine }) {
  const { position, hash, recordedAt, recordedBy, stream } = event;
  return (
    <p className="soft recorded">
      {capital(positionWords(position))}, {instantWords(recordedAt, true)}
      {recordedBy === null ? ', nobody named' : `, by ${recorderName(recordedBy)}`};{' '}
      <Link href={streamPath(stream)}>what it is about</Link>; hash{' '}
      <code title={hash}>{hash.slice(0, 16)}…</code>
    </p>
  );
}
